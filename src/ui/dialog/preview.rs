//! The second step of "Open article": what becomes of each block of the text.

use crate::{
    strings::dialog::open as strings,
    ui::{
        desk::{Desk, tells},
        dialog::language::{language, value},
        kit::{
            choice::choice,
            field,
            tag::{Tag, classed, div, tag},
        },
        part::{Part, View},
    },
};
use postil_app::files::{
    self,
    view::{PreviewBlock, PreviewView},
};
use postil_core::{article::read::text::Choice, base::script::Direction};
use std::sync::Arc;
use web_sys::{Element, HtmlInputElement};
use yew::{prelude::*, virtual_dom::ListenerKind};

/// Sections drawn at first; whoever scrolls to their end gets as many again, and so on.
pub const SLICE: usize = 4;

const CHOICES: [(Choice, &str, &str); 3] = [
    (Choice::Heading, "heading", strings::heading()),
    (Choice::Paragraph, "paragraph", strings::paragraph()),
    (Choice::LeaveOut, "leave-out", strings::leave_out()),
];

/// The two ways in which texts run.
pub const DIRECTIONS: &[(&str, &str)] = &[("ltr", strings::left_to_right()), ("rtl", strings::right_to_left())];

/// Title, language, direction, summary and the first sections of the blocks, with one listener for the choices.
pub fn preview(desk: &Desk, view: &PreviewView, drawn: usize) -> Tag {
    let titled = tells(desk, |event| {
        let input = event.target_dyn_into::<HtmlInputElement>()?;
        Some(files::Msg::PreviewTitled(input.value().into()))
    });
    let field = field::line("text", &view.title)
        .set("id", "new-title")
        .set("autocomplete", "off")
        .set("dir", view.direction)
        .on(ListenerKind::oninput, titled);
    let spoken = tells(desk, |event| Some(files::Msg::PreviewLanguage(value(event)?)));
    let direction = choice(desk, strings::direction(), "direction", DIRECTIONS, view.direction, |word| {
        files::Msg::PreviewDirected(Direction::from_word(word).unwrap_or(Direction::Auto)).into()
    });
    let sections = html! {
        for (at, section) in view.sections.iter().take(drawn).enumerate() {
            <Part key={at} view={View::new(Arc::clone(section), |section| blocks(section))} />
        }
    };
    div("preview")
        .key(&view.key)
        .kid(div("field").kid(tag("label").set("for", "new-title").text(strings::title())).kid(field))
        .kid(div("look").kid(language(&view.language, spoken)).kid(direction))
        .kid(classed("p", "hint").set("role", "status").verbatim().words(&view.summary))
        .kid(
            tag("div")
                .set("dir", view.direction)
                .put("lang", &view.language)
                .on(ListenerKind::onchange, tells(desk, switched))
                .node(sections),
        )
}

fn switched(event: &Event) -> Option<files::Msg> {
    let input = event.target_dyn_into::<HtmlInputElement>()?;
    let (index, value) = (block_of(&input)?, input.value());
    let (choice, ..) = CHOICES.into_iter().find(|(_, word, _)| *word == value)?;
    Some(files::Msg::PreviewSwitched(index, choice))
}

fn block_of(element: &Element) -> Option<usize> {
    element.closest("[data-block]").ok()??.get_attribute("data-block")?.parse().ok()
}

/// Some fifty blocks, drawn again only when one of them changed.
pub fn blocks(blocks: &[Arc<PreviewBlock>]) -> Html {
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
    let name = format!("block-{place}");
    html! {
        <li key={block.index} data-block={block.index.to_string()} data-as={kind}>
            <span class="label" aria-hidden="true" translate="no">{ block.number.as_deref().unwrap_or_default() }</span>
            <p translate="no">{ Arc::clone(&block.text) }</p>
            <div class="seg" lang="en" dir="ltr" role="radiogroup" aria-label={strings::part(place)}>
                for (choice, word, label) in CHOICES {
                    <label key={word}>
                        <input type="radio" name={name.clone()} value={word} checked={choice == block.choice} />
                        <span>{ label }</span>
                    </label>
                }
            </div>
        </li>
    }
}
