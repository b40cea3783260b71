//! The second step of "Open article": what becomes of each block of the text.

use std::rc::Rc;

use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::{
    app::{
        msg::Msg,
        view::dialog::{PreviewBlock, PreviewView},
    },
    core::text::Choice,
    ui::{
        desk::Desk,
        part::{Part, View},
    },
};

/// Sections drawn at once; the rest of a long text follows in slices of as many.
pub const SLICE: usize = 4;

/// The title's field. The dialog writes the title that was found into it.
pub const TITLE: &str = "#new-title";

const CHOICES: [(Choice, &str, &str); 3] = [
    (Choice::Heading, "heading", "Heading"),
    (Choice::Paragraph, "paragraph", "Paragraph"),
    (Choice::LeaveOut, "leave-out", "Leave out"),
];

/// Title, summary and the first sections of the blocks, with one listener for the choices.
pub fn preview(desk: &Desk, view: &PreviewView, drawn: usize) -> Html {
    let oninput = {
        let desk = desk.clone();
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                desk.send(Msg::PreviewTitled(input.value().into()));
            }
        }
    };
    let onchange = {
        let desk = desk.clone();
        move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let Some(index) = block_of(&input) else { return };
            let value = input.value();
            if let Some((choice, ..)) = CHOICES.into_iter().find(|(_, word, _)| *word == value) {
                desk.send(Msg::PreviewSwitched(index, choice));
            }
        }
    };
    html! {
        <div key={Rc::clone(&view.key)} class="preview">
            <div class="field">
                <label for="new-title">{"Title"}</label>
                <input id="new-title" autocomplete="off" dir="auto" {oninput} />
            </div>
            <p class="hint" role="status" translate="no">{ Rc::clone(&view.summary) }</p>
            <div {onchange}>
                for (at, section) in view.sections.iter().take(drawn).enumerate() {
                    <Part key={at} view={View::Blocks(Rc::clone(section))} />
                }
            </div>
        </div>
    }
}

fn block_of(element: &Element) -> Option<usize> {
    element.closest("[data-block]").ok()??.get_attribute("data-block")?.parse().ok()
}

/// Some fifty blocks, drawn again only when one of them changed.
pub fn blocks(blocks: &[Rc<PreviewBlock>]) -> Html {
    html! {
        <ol class="blocks">
            for block in blocks {
                { block_row(block) }
            }
        </ol>
    }
}

fn block_row(block: &PreviewBlock) -> Html {
    let (_, kind, _) = CHOICES.into_iter().find(|(choice, ..)| *choice == block.choice).unwrap_or(CHOICES[1]);
    let place = block.index + 1;
    let group = format!("block-{place}");
    html! {
        <li key={block.index} data-block={block.index.to_string()} data-as={kind}>
            <span class="label" aria-hidden="true" translate="no">{ block.number.as_deref().unwrap_or_default() }</span>
            <p translate="no" dir="auto">{ Rc::clone(&block.text) }</p>
            <div class="seg" role="radiogroup" aria-label={format!("Block {place}")}>
                for (choice, word, label) in CHOICES {
                    <label key={word}>
                        <input type="radio" name={group.clone()} value={word} checked={choice == block.choice} />
                        <span>{ label }</span>
                    </label>
                }
            </div>
        </li>
    }
}
