//! What is written in the class’s screens, in fields that follow what is stored.

use super::desk::{Desk, sends, tells};
use crate::ui::kit::field;
use postil_app::{compare::msg::Msg as Compare, decide::msg::Msg as Decide, discuss::msg::Msg as Discuss};
use postil_core::base::id::OptionId;
use std::sync::Arc;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::{prelude::*, virtual_dom::ListenerKind};

/// More hands than this go up nowhere.
const MOST: u32 = 9999;

/// What is written in a field.
#[derive(Clone, PartialEq, Eq)]
pub enum What {
    /// The class’s sentence on the paragraph with this index.
    Sentence(usize),
    /// How many hands went up for an option.
    Hands(OptionId),
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
    pub hint: &'static str,
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
                    Some(Compare::RosterWritten(field.value().into()))
                });
                field::lines(text).set("rows", "6").set("dir", "auto").on(ListenerKind::onchange, written)
            }
            What::Hands(option) => {
                let option = option.clone();
                let stored = Arc::clone(text);
                let counted = tells(desk, move |event| {
                    let field = event.target_dyn_into::<HtmlInputElement>()?;
                    let (value, whole) = (field.value(), field.check_validity());
                    match value.trim().parse::<u32>() {
                        Ok(hands) if hands <= MOST => Some(Discuss::HandsCounted(option.clone(), Some(hands))),
                        Err(_) if value.is_empty() && whole => Some(Discuss::HandsCounted(option.clone(), None)),
                        _ => {
                            // What was counted stays.
                            field::write(&field, &stored);
                            Some(Discuss::HandsRefused)
                        }
                    }
                });
                field::line("number", text)
                    .set("min", "0")
                    .set("max", "9999")
                    .set("step", "1")
                    .set("inputmode", "numeric")
                    .on(ListenerKind::onchange, counted)
            }
        };
        let field = match name {
            Some(name) => field.put("aria-label", name),
            None => field,
        };
        field.at(&self.node).put("id", id).set("placeholder", hint).flag("readonly", *locked).html()
    }
}
