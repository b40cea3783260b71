//! What is written in the class’s screens, in fields that follow what is stored.

use super::desk::{Desk, sends, tells};
use crate::ui::kit::{field, tag::Tag};
use postil_app::{decide::msg::Msg as Decide, discuss::msg::Msg as Discuss, lesson::msg::Msg as Lesson};
use postil_core::base::id::OptionId;
use std::{ops::RangeInclusive, sync::Arc};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::{prelude::*, virtual_dom::ListenerKind};

/// More hands than this go up nowhere.
const MOST: u32 = 9999;

/// No lesson has more minutes.
const LONGEST: u32 = 999;

/// What is written in a field.
#[derive(Clone, PartialEq, Eq)]
pub enum What {
    /// The class’s sentence on the paragraph with this index.
    Sentence(usize),
    /// How many hands went up for an option.
    Hands(OptionId),
    /// How many minutes there are for a discussion.
    Time,
    /// How many minutes of them each paragraph gets.
    Each,
    /// Who is expected to hand in.
    Roster,
}

/// A field.
#[derive(Clone, PartialEq, Properties)]
pub struct FieldProps {
    /// Where to.
    pub desk: Desk,
    /// What is written.
    pub what: What,
    /// What is stored.
    pub text: Arc<str>,
    /// Its id.
    pub id: Arc<str>,
    /// Its name, where no label says it.
    #[prop_or_default]
    pub name: Option<Arc<str>>,
    /// What stands in it while it is empty.
    pub hint: AttrValue,
    /// True when nothing can be changed now.
    pub locked: bool,
}

/// A field with its own words.
pub struct Field {
    node: NodeRef,
}

impl Component for Field {
    type Message = ();
    type Properties = FieldProps;

    fn create(_: &Context<Self>) -> Self {
        Self { node: NodeRef::default() }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        field::follow(&self.node);
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let FieldProps { desk, what, text, id, name, hint, locked } = ctx.props();
        let field = match what {
            What::Sentence(index) => {
                let index = *index;
                let typed = tells(desk, move |event| {
                    let field = event.target_dyn_into::<HtmlTextAreaElement>()?;
                    Some(Decide::SentenceTyped(index, field.value().into()))
                });
                field::lines(text)
                    .set("rows", "2")
                    .set("dir", "auto")
                    .on(ListenerKind::oninput, typed)
                    .on(ListenerKind::onblur, sends(desk, Decide::SentenceLeft))
            }
            What::Roster => {
                let written = tells(desk, |event| {
                    let field = event.target_dyn_into::<HtmlTextAreaElement>()?;
                    Some(Lesson::RosterWritten(field.value().into()))
                });
                field::lines(text).set("rows", "6").set("dir", "auto").on(ListenerKind::onchange, written)
            }
            What::Hands(option) => {
                let option = option.clone();
                let counted = move |hands| Discuss::HandsCounted(option.clone(), hands);
                number(desk, text, 0..=MOST, counted, Discuss::HandsRefused)
            }
            What::Time => number(desk, text, 1..=LONGEST, Discuss::TimeTyped, Discuss::MinutesRefused),
            What::Each => number(desk, text, 1..=LONGEST, Discuss::EachTyped, Discuss::MinutesRefused),
        };
        let field = match name {
            Some(name) => field.put("aria-label", name),
            None => field,
        };
        field.at(&self.node).put("id", id).maybe("placeholder", Some(hint.clone())).flag("readonly", *locked).html()
    }
}

/// A whole number of a range, or none. What is neither is refused, and what is stored stays.
fn number(
    desk: &Desk,
    text: &Arc<str>,
    range: RangeInclusive<u32>,
    written: impl Fn(Option<u32>) -> Discuss + 'static,
    refused: Discuss,
) -> Tag {
    let stored = Arc::clone(text);
    let (least, most) = (range.start().to_string(), range.end().to_string());
    let changed = tells(desk, move |event| {
        let field = event.target_dyn_into::<HtmlInputElement>()?;
        let (value, whole) = (field.value(), field.check_validity());
        match value.trim().parse::<u32>() {
            Ok(number) if range.contains(&number) => Some(written(Some(number))),
            Err(_) if value.is_empty() && whole => Some(written(None)),
            _ => {
                field::write(&field, &stored);
                Some(refused.clone())
            }
        }
    });
    field::line("number", text)
        .made("min", least)
        .made("max", most)
        .set("step", "1")
        .set("inputmode", "numeric")
        .on(ListenerKind::onchange, changed)
}
