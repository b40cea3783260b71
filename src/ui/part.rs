//! The one component behind everything that is compared before it is drawn again. One type, since each type of component
//! costs two kilobytes and more of generated code; what it draws comes with what it is drawn from, so that it knows nobody.

use std::{any::Any, rc::Rc};
use yew::prelude::*;

/// What is drawn anew only when it changed: something equal to it is not drawn again.
#[derive(Clone)]
pub struct View(Rc<dyn Drawn>);

impl View {
    /// Something, and what draws it. What stands behind a pointer in it is compared by pointer.
    pub fn new<T: PartialEq + 'static>(of: T, draw: fn(&T) -> Html) -> Self {
        Self(Rc::new(Of { of, draw }))
    }
}

impl View {
    /// Draws it.
    pub fn draw(&self) -> Html {
        self.0.draw()
    }
}

impl PartialEq for View {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0.is_like(&*other.0)
    }
}

trait Drawn: Any {
    fn draw(&self) -> Html;
    fn is_like(&self, other: &dyn Drawn) -> bool;
}

struct Of<T> {
    of: T,
    draw: fn(&T) -> Html,
}

impl<T: PartialEq + 'static> Drawn for Of<T> {
    fn draw(&self) -> Html {
        (self.draw)(&self.of)
    }

    fn is_like(&self, other: &dyn Drawn) -> bool {
        let other: &dyn Any = other;
        other
            .downcast_ref::<Self>()
            .is_some_and(|other| std::ptr::fn_addr_eq(self.draw, other.draw) && self.of == other.of)
    }
}

/// Which part.
#[derive(Clone, PartialEq, Properties)]
pub struct PartProps {
    /// Its view.
    pub view: View,
}

/// A part of the page with no state of its own.
pub struct Part;

impl Component for Part {
    type Message = ();
    type Properties = PartProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().view.0.draw()
    }
}
