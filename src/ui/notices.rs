//! Problems and offers above the page, and the short message at its bottom.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{
    desk::{Desk, sends},
    kit::icon,
};
use crate::app::{
    msg::Msg,
    view::bar::{BannerView, ToastView},
};

/// How long a toast stays, in milliseconds, unless the pointer or the focus is on it.
const TOAST_MS: u32 = 6000;

/// Problems and offers that stay until somebody deals with them, oldest first.
pub fn banners(desk: &Desk, banners: &[BannerView]) -> Html {
    html! {
        <div class="banners">
            for each in banners {
                { banner(desk, each) }
            }
        </div>
    }
}

fn banner(desk: &Desk, banner: &BannerView) -> Html {
    html! {
        <div key={Rc::clone(&banner.id)} class="banner" role={if banner.alert { "alert" } else { "status" }}>
            { icon(if banner.alert { "alert" } else { "info" }) }
            <p translate="no">{ Rc::clone(&banner.sentence) }</p>
            <div class="actions">
                for action in banner.actions.iter() {
                    <button
                        key={Rc::clone(&action.label)}
                        type="button"
                        class="btn btn-line btn-small"
                        onclick={sends(desk, (*action.msg).clone())}
                    >
                        { Rc::clone(&action.label) }
                    </button>
                }
            </div>
            <button
                type="button"
                class="btn btn-icon btn-small"
                aria-label="Close this message"
                hidden={!banner.closable}
                onclick={sends(desk, Msg::BannerClosed(Rc::clone(&banner.id)))}
            >
                { icon("close") }
            </button>
        </div>
    }
}

/// The toast of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct ToastProps {
    /// Where it sends what happened.
    pub desk: Desk,
    /// What it says, if anything.
    pub toast: Option<Rc<ToastView>>,
}

/// A short message that goes by itself; not while somebody points at it or is in it.
#[derive(Default)]
pub struct Toast {
    pointed: bool,
    focused: bool,
    /// The toast whose time is running, and its end.
    running: Option<(Rc<str>, Timeout)>,
}

/// The pointer (false) or the focus (true) came or went.
pub type Touched = (bool, bool);

impl Component for Toast {
    type Message = Touched;
    type Properties = ToastProps;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn update(&mut self, _: &Context<Self>, (focus, on): Touched) -> bool {
        *(if focus { &mut self.focused } else { &mut self.pointed }) = on;
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let toast = ctx.props().toast.as_ref().filter(|_| !self.pointed && !self.focused);
        if toast.map(|toast| &toast.key) == self.running.as_ref().map(|(key, _)| key) {
            return;
        }
        self.running = toast.map(|toast| {
            let (desk, key) = (ctx.props().desk.clone(), Rc::clone(&toast.key));
            let end = Timeout::new(TOAST_MS, move || desk.send(Msg::ToastClosed(key)));
            (Rc::clone(&toast.key), end)
        });
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let ToastProps { desk, toast } = ctx.props();
        let action = toast.as_ref().and_then(|toast| toast.action.as_ref());
        let label = action.map(|action| Rc::clone(&action.label)).unwrap_or_default();
        let act = {
            let (desk, toast) = (desk.clone(), toast.clone());
            move |_: MouseEvent| {
                if let Some(toast) = &toast
                    && let Some(action) = &toast.action
                {
                    desk.send(Msg::ToastClosed(Rc::clone(&toast.key)));
                    desk.send((*action.msg).clone());
                }
            }
        };
        html! {
            <div
                class="toast"
                role="status"
                data-shown={if toast.is_some() { "true" } else { "false" }}
                onpointerenter={touched_by_pointer(ctx, true)}
                onpointerleave={touched_by_pointer(ctx, false)}
                onfocusin={touched_by_focus(ctx, true)}
                onfocusout={touched_by_focus(ctx, false)}
            >
                <span translate="no">{ toast.as_ref().map(|toast| Rc::clone(&toast.sentence)).unwrap_or_default() }</span>
                <button type="button" class="btn" translate="no" hidden={label.is_empty()} onclick={act}>{ label }</button>
            </div>
        }
    }
}

fn touched_by_pointer(ctx: &Context<Toast>, on: bool) -> Callback<PointerEvent> {
    ctx.link().callback(move |_| (false, on))
}

fn touched_by_focus(ctx: &Context<Toast>, on: bool) -> Callback<FocusEvent> {
    ctx.link().callback(move |_| (true, on))
}
