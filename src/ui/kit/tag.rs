//! Elements, built one call at a time.
//!
//! `html!` writes some 350 bytes of code into the program for each element; a chain of calls to one set of functions takes
//! a quarter of that. `html!` stays where its speed counts, in what there may be thousands of (the rows of the article, the
//! ticks of the strip, the blocks of a preview), and where a component is put into the page.
//!
//! None of these functions is inlined and none is generic without need: that is the whole point of them.

use postil_core::codebook::hue::Hue;
use std::{rc::Rc, sync::Arc};
use web_sys::Event;
use yew::{
    prelude::*,
    virtual_dom::{Listener, ListenerKind, VList, VNode, VTag, VText},
};

/// An element in the making.
pub struct Tag(Box<VTag>);

/// An element.
#[inline(never)]
#[must_use]
pub fn tag(name: &'static str) -> Tag {
    Tag(Box::new(VTag::new(name)))
}

/// An element with a class.
#[inline(never)]
#[must_use]
pub fn classed(name: &'static str, class: &'static str) -> Tag {
    tag(name).set("class", class)
}

/// A `<div>` with a class.
#[inline(never)]
#[must_use]
pub fn div(class: &'static str) -> Tag {
    classed("div", class)
}

/// A `<span>` with a class.
#[inline(never)]
#[must_use]
pub fn span(class: &'static str) -> Tag {
    classed("span", class)
}

/// A `<button>` that submits nothing.
#[inline(never)]
#[must_use]
pub fn button(class: &'static str) -> Tag {
    classed("button", class).set("type", "button")
}

/// An `<input>` of a type; those for words are made by `field`.
#[inline(never)]
#[must_use]
pub fn input(kind: &'static str) -> Tag {
    tag("input").set("type", kind)
}

/// Elements side by side.
#[inline(never)]
pub fn together(tags: Vec<Tag>) -> Html {
    VNode::VList(Rc::new(VList::from(tags.into_iter().map(Tag::html).collect::<Vec<_>>())))
}

impl Tag {
    /// The finished element.
    #[inline(never)]
    pub fn html(self) -> Html {
        VNode::VTag(Rc::new(*self.0))
    }

    /// Tells it from its siblings across drawings.
    #[inline(never)]
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Where to find it in the page.
    #[inline(never)]
    #[must_use]
    pub fn at(mut self, place: &NodeRef) -> Self {
        self.0.node_ref = place.clone();
        self
    }

    /// An attribute.
    #[inline(never)]
    #[must_use]
    pub fn set(mut self, name: &'static str, value: &'static str) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    /// An attribute with a shared text.
    #[inline(never)]
    #[must_use]
    pub fn put(mut self, name: &'static str, value: &Arc<str>) -> Self {
        self.0.add_attribute(name, shared(value));
        self
    }

    /// An attribute with a text made for it.
    #[inline(never)]
    #[must_use]
    pub fn made(mut self, name: &'static str, value: String) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    /// An attribute that may be missing.
    #[inline(never)]
    #[must_use]
    pub fn maybe(mut self, name: &'static str, value: Option<AttrValue>) -> Self {
        if let Some(value) = value {
            self.0.add_attribute(name, value);
        }
        self
    }

    /// The colour of a theme.
    #[inline(never)]
    #[must_use]
    pub fn hue(self, hue: Hue) -> Self {
        self.maybe("data-hue", Some(hue.name().into()))
    }

    /// The colour of an answer, by its sense; nothing where there is no answer.
    #[inline(never)]
    #[must_use]
    pub fn sense(self, sense: Option<&'static str>) -> Self {
        self.maybe("data-sense", sense.map(AttrValue::Static))
    }

    /// An attribute that is there or not: `hidden`, `disabled`.
    #[inline(never)]
    #[must_use]
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        if on { self.set(name, name) } else { self }
    }

    /// An attribute that says `true` or is missing.
    #[inline(never)]
    #[must_use]
    pub fn when(self, name: &'static str, on: bool) -> Self {
        if on { self.set(name, "true") } else { self }
    }

    /// Its name for screen readers.
    #[inline(never)]
    #[must_use]
    pub fn label(self, name: &'static str) -> Self {
        self.set("aria-label", name)
    }

    /// For eyes only.
    #[inline(never)]
    #[must_use]
    pub fn unheard(self) -> Self {
        self.set("aria-hidden", "true")
    }

    /// Holds somebody's words, which a browser must not translate.
    #[inline(never)]
    #[must_use]
    pub fn verbatim(self) -> Self {
        self.set("translate", "no")
    }

    /// Left out of sight and of the accessibility tree.
    #[inline(never)]
    #[must_use]
    pub fn hidden(self, hidden: bool) -> Self {
        self.flag("hidden", hidden)
    }

    /// Whether a radio or a check box is chosen, whatever the browser made of a click.
    #[inline(never)]
    #[must_use]
    pub fn checked(mut self, checked: bool) -> Self {
        self.0.set_checked(checked);
        self
    }

    /// A child.
    #[inline(never)]
    #[must_use]
    pub fn kid(self, kid: Tag) -> Self {
        self.node(kid.html())
    }

    /// A child of another kind: a component, a list.
    #[inline(never)]
    #[must_use]
    pub fn node(mut self, node: Html) -> Self {
        self.0.add_child(node);
        self
    }

    /// A list of children. It stays one list among its siblings, however long it gets.
    #[must_use]
    pub fn all(self, kids: impl Iterator<Item = Tag>) -> Self {
        self.node(together(kids.collect()))
    }

    /// Words.
    #[inline(never)]
    #[must_use]
    pub fn text(self, words: &'static str) -> Self {
        self.node(VNode::VText(VText::new(words)))
    }

    /// Words that are shared.
    #[inline(never)]
    #[must_use]
    pub fn words(self, words: &Arc<str>) -> Self {
        self.node(VNode::VText(VText::new(shared(words))))
    }

    /// Words made for it.
    #[inline(never)]
    #[must_use]
    pub fn saying(self, words: String) -> Self {
        self.node(VNode::VText(VText::new(words)))
    }

    /// What happens on an event.
    #[inline(never)]
    #[must_use]
    pub fn on(mut self, kind: ListenerKind, act: Act) -> Self {
        self.0.add_listener(Rc::new(On { kind, act }));
        self
    }

    /// What happens on a click.
    #[inline(never)]
    #[must_use]
    pub fn click(self, act: Act) -> Self {
        self.on(ListenerKind::onclick, act)
    }
}

/// A text of the app for Yew, whose own is an `Rc`.
#[must_use]
pub fn shared(text: &Arc<str>) -> AttrValue {
    AttrValue::Rc(Rc::from(&**text))
}

/// What is done with an event: one type for all kinds of events, since each type costs code.
pub type Act = Rc<dyn Fn(Event)>;

/// A listener as Yew wants it.
struct On {
    kind: ListenerKind,
    act: Act,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }
    fn handle(&self, event: Event) {
        (self.act)(event);
    }
    fn passive(&self) -> bool {
        // As `html!` decides: only these may not hold up scrolling.
        matches!(self.kind, ListenerKind::ontouchmove | ListenerKind::ontouchstart | ListenerKind::onwheel)
    }
}

#[cfg(test)]
mod tests;
