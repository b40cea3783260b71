//! The second step of "Open article": what becomes of each block of the text.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::{
    app::{
        msg::Msg,
        view::dialog::{PreviewBlock, PreviewView},
    },
    core::text::Choice,
    ui::desk::use_desk,
};

/// Sections drawn at once; the rest of a long text follows in slices of as many.
const SLICE: usize = 4;

const CHOICES: [(Choice, &str, &str); 3] = [
    (Choice::Heading, "heading", "Heading"),
    (Choice::Paragraph, "paragraph", "Paragraph"),
    (Choice::LeaveOut, "leave-out", "Leave out"),
];

type Section = Rc<[Rc<PreviewBlock>]>;

/// The preview.
#[derive(Clone, PartialEq, Eq, Properties)]
pub struct PreviewProps {
    /// What it shows.
    pub view: PreviewView,
}

/// Title, summary and blocks.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let view = &props.view;
    html! {
        <div class="preview">
            <TitleField title={Rc::clone(&view.title)} />
            <p class="hint" role="status" translate="no">{ Rc::clone(&view.summary) }</p>
            <Blocks sections={Rc::clone(&view.sections)} />
        </div>
    }
}

#[derive(Clone, PartialEq, Eq, Properties)]
struct TitleProps {
    title: Rc<str>,
}

/// The title. The field starts with the one that was found and from then on keeps what is typed.
#[component]
fn TitleField(props: &TitleProps) -> Html {
    let desk = use_desk();
    let node = use_node_ref();
    {
        let node = node.clone();
        let title = Rc::clone(&props.title);
        use_effect_with((), move |()| {
            if let Some(input) = node.cast::<HtmlInputElement>() {
                input.set_value(&title);
            }
        });
    }
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            desk.send(Msg::PreviewTitled(input.value().into()));
        }
    });
    html! {
        <div class="field">
            <label for="new-title">{"Title"}</label>
            <input ref={node} id="new-title" autocomplete="off" dir="auto" {oninput} />
        </div>
    }
}

#[derive(Clone, PartialEq, Eq, Properties)]
struct BlocksProps {
    sections: Rc<[Section]>,
}

/// All blocks, with one listener for their choices.
#[component]
fn Blocks(props: &BlocksProps) -> Html {
    let desk = use_desk();
    let drawn = use_state(|| SLICE);
    let all = props.sections.len();
    {
        let drawn = drawn.clone();
        use_effect_with((*drawn, all), move |&(now, all)| {
            let next = (now < all).then(|| Timeout::new(0, move || drawn.set(now + SLICE)));
            move || drop(next)
        });
    }
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let Some(index) = block_of(&input) else { return };
        let value = input.value();
        if let Some((choice, ..)) = CHOICES.into_iter().find(|(_, word, _)| *word == value) {
            desk.send(Msg::PreviewSwitched(index, choice));
        }
    });
    html! {
        <div {onchange}>
            for (at, blocks) in props.sections.iter().take(*drawn).enumerate() {
                <BlockSection key={at} blocks={Rc::clone(blocks)} />
            }
        </div>
    }
}

fn block_of(element: &Element) -> Option<usize> {
    element.closest("[data-block]").ok()??.get_attribute("data-block")?.parse().ok()
}

#[derive(Clone, PartialEq, Eq, Properties)]
struct SectionProps {
    blocks: Section,
}

/// Some fifty blocks, drawn again only when one of them changed.
#[component]
fn BlockSection(props: &SectionProps) -> Html {
    html! {
        <ol class="blocks">
            for block in props.blocks.iter() {
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
