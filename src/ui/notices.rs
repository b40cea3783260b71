//! Problems and offers above the page, and the short message at its bottom.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{desk::use_desk, kit::Icon};
use crate::app::{
    msg::Msg,
    view::bar::{ActionView, BannerView, ToastView},
};

/// How long a toast stays, in milliseconds, unless the pointer or the focus is on it.
const TOAST_MS: u32 = 6000;

/// The banners of the page.
#[derive(Clone, PartialEq, Eq, Properties)]
pub struct BannersProps {
    /// Oldest first.
    pub banners: Rc<[BannerView]>,
}

/// Problems and offers that stay until somebody deals with them.
#[component]
pub fn Banners(props: &BannersProps) -> Html {
    html! {
        <div class="banners">
            for banner in props.banners.iter() {
                <Banner key={Rc::clone(&banner.id)} banner={banner.clone()} />
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Eq, Properties)]
struct BannerProps {
    banner: BannerView,
}

#[component]
fn Banner(props: &BannerProps) -> Html {
    let banner = &props.banner;
    let desk = use_desk();
    let act = |action: &ActionView| {
        let (desk, msg) = (desk.clone(), action.msg.clone());
        Callback::from(move |_: MouseEvent| desk.send((*msg).clone()))
    };
    let close = {
        let (desk, id) = (desk.clone(), Rc::clone(&banner.id));
        move |_: MouseEvent| desk.send(Msg::BannerClosed(Rc::clone(&id)))
    };
    html! {
        <div class="banner" role={if banner.alert { "alert" } else { "status" }}>
            <Icon name={if banner.alert { "alert" } else { "info" }} />
            <p translate="no">{ Rc::clone(&banner.sentence) }</p>
            <div class="actions">
                for action in banner.actions.iter() {
                    <button key={Rc::clone(&action.label)} type="button" class="btn btn-line btn-small" onclick={act(action)}>
                        { Rc::clone(&action.label) }
                    </button>
                }
            </div>
            <button
                type="button"
                class="btn btn-icon btn-small"
                aria-label="Close this message"
                hidden={!banner.closable}
                onclick={close}
            >
                <Icon name="close" />
            </button>
        </div>
    }
}

/// The toast of the page.
#[derive(Clone, PartialEq, Eq, Properties)]
pub struct ToastProps {
    /// What it says, if anything.
    pub toast: Option<Rc<ToastView>>,
}

/// A short message that goes by itself; not while somebody points at it or is in it.
#[component]
pub fn Toast(props: &ToastProps) -> Html {
    let desk = use_desk();
    let pointed = use_state_eq(|| false);
    let focused = use_state_eq(|| false);
    let key = props.toast.as_ref().map(|toast| Rc::clone(&toast.key));
    use_effect_with((key, *pointed || *focused), {
        let desk = desk.clone();
        move |(key, held)| {
            let running = key.clone().filter(|_| !held);
            let timer = running.map(|key| Timeout::new(TOAST_MS, move || desk.send(Msg::ToastClosed(key))));
            move || drop(timer)
        }
    });
    let hold = |state: &UseStateHandle<bool>, on: bool| {
        let state = state.clone();
        move || state.set(on)
    };
    let (enter, leave) = (hold(&pointed, true), hold(&pointed, false));
    let (focus, blur) = (hold(&focused, true), hold(&focused, false));
    let action = props.toast.as_ref().and_then(|toast| toast.action.clone());
    let label = action.as_ref().map(|action| Rc::clone(&action.label)).unwrap_or_default();
    let act = {
        let key = props.toast.as_ref().map(|toast| Rc::clone(&toast.key));
        move |_: MouseEvent| {
            if let (Some(action), Some(key)) = (&action, &key) {
                desk.send(Msg::ToastClosed(Rc::clone(key)));
                desk.send((*action.msg).clone());
            }
        }
    };
    html! {
        <div
            class="toast"
            role="status"
            data-shown={if props.toast.is_some() { "true" } else { "false" }}
            onpointerenter={move |_: PointerEvent| enter()}
            onpointerleave={move |_: PointerEvent| leave()}
            onfocusin={move |_: FocusEvent| focus()}
            onfocusout={move |_: FocusEvent| blur()}
        >
            <span translate="no">{ props.toast.as_ref().map(|toast| Rc::clone(&toast.sentence)).unwrap_or_default() }</span>
            <button type="button" class="btn" translate="no" hidden={label.is_empty()} onclick={act}>{ label }</button>
        </div>
    }
}
