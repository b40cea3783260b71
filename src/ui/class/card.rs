//! A part of a screen with fields in it: drawn anew only when it changed, and then its fields follow what is stored.

use crate::ui::{kit::field, part::View};
use web_sys::Element;
use yew::prelude::*;

/// Which part.
#[derive(Clone, PartialEq, Properties)]
pub struct CardProps {
    /// Its view.
    pub view: View,
}

/// A part with fields.
pub struct Card {
    node: NodeRef,
}

impl Component for Card {
    type Message = ();
    type Properties = CardProps;

    fn create(_: &Context<Self>) -> Self {
        Self { node: NodeRef::default() }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let Some(element) = self.node.cast::<Element>() {
            field::follow_within(&element);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        html! { <div class="card-slot" ref={self.node.clone()}>{ ctx.props().view.draw() }</div> }
    }
}
