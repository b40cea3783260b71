//! Problems and offers above the page, and the short message at its bottom.

use crate::{
    strings::page as strings,
    ui::{
        desk::{Desk, sends},
        kit::{
            icon,
            tag::{Tag, button, div, tag},
        },
    },
};
use gloo::timers::callback::Timeout;
use postil_app::{
    msg::Msg,
    notice::{BannerView, ToastView},
};
use std::{rc::Rc, sync::Arc};
use yew::{prelude::*, virtual_dom::ListenerKind};

/// How long a toast stays, in milliseconds, unless the pointer or the focus is on it.
const TOAST_MS: u32 = 6000;

/// Problems and offers that stay until somebody deals with them, oldest first.
pub fn banners(desk: &Desk, banners: &[BannerView]) -> Tag {
    div("banners").all(banners.iter().map(|each| banner(desk, each)))
}

fn banner(desk: &Desk, banner: &BannerView) -> Tag {
    let (role, sign) = if banner.alert { ("alert", "alert") } else { ("status", "info") };
    let actions = banner.actions.iter().map(|action| {
        let act = sends(desk, (*action.msg).clone());
        button("btn btn-line btn-small").key(&action.label).click(act).words(&action.label)
    });
    let close = button("btn btn-icon btn-small")
        .label(strings::close_message())
        .hidden(!banner.closable)
        .click(sends(desk, Msg::BannerClosed(Arc::clone(&banner.id))))
        .kid(icon("close"));
    div("banner")
        .key(&banner.id)
        .set("role", role)
        .kid(icon(sign))
        .kid(tag("p").verbatim().words(&banner.sentence))
        .kid(div("actions").all(actions))
        .kid(close)
}

/// The toast of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct ToastProps {
    /// Where it sends what happened.
    pub desk: Desk,
    /// What it says, if anything.
    pub toast: Option<Arc<ToastView>>,
}

/// A short message that goes by itself; not while somebody points at it or is in it.
#[derive(Default)]
pub struct Toast {
    pointed: bool,
    focused: bool,
    /// The toast whose time is running, and its end.
    running: Option<(Arc<str>, Timeout)>,
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
            let (desk, key) = (ctx.props().desk.clone(), Arc::clone(&toast.key));
            let end = Timeout::new(TOAST_MS, move || desk.send(Msg::ToastClosed(key)));
            (Arc::clone(&toast.key), end)
        });
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let ToastProps { desk, toast } = ctx.props();
        let action = toast.as_ref().and_then(|toast| toast.action.as_ref());
        let label = action.map(|action| Arc::clone(&action.label)).unwrap_or_default();
        let act = {
            let (desk, toast) = (desk.clone(), toast.clone());
            Rc::new(move |_| {
                if let Some(toast) = &toast
                    && let Some(action) = &toast.action
                {
                    desk.send(Msg::ToastClosed(Arc::clone(&toast.key)));
                    desk.send((*action.msg).clone());
                }
            })
        };
        let sentence = toast.as_ref().map(|toast| Arc::clone(&toast.sentence)).unwrap_or_default();
        let touched = |touched: Touched| {
            let link = ctx.link().clone();
            Rc::new(move |_| link.send_message(touched))
        };
        div("toast")
            .set("role", "status")
            .set("data-shown", if toast.is_some() { "true" } else { "false" })
            .on(ListenerKind::onpointerenter, touched((false, true)))
            .on(ListenerKind::onpointerleave, touched((false, false)))
            .on(ListenerKind::onfocusin, touched((true, true)))
            .on(ListenerKind::onfocusout, touched((true, false)))
            .kid(tag("span").verbatim().words(&sentence))
            .kid(button("btn").verbatim().hidden(label.is_empty()).click(act).words(&label))
            .html()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::kit::drawn::drawn;
    use postil_app::notice::ActionView;

    fn shown(alert: bool, closable: bool) -> String {
        let desk = Desk { dispatch: Callback::noop(), files: Callback::noop() };
        let action = ActionView { label: "Keep it".into(), msg: Arc::new(Msg::RawAsked) };
        let banner =
            BannerView { id: "b".into(), alert, sentence: "It <happened>.".into(), actions: vec![action], closable };
        drawn(&banners(&desk, &[banner]).html())
    }

    #[test]
    fn a_problem_interrupts_and_an_offer_waits() {
        assert!(shown(true, true).contains("role=\"alert\"") && shown(true, true).contains("#i-alert"));
        assert!(shown(false, true).contains("role=\"status\"") && shown(false, true).contains("#i-info"));
    }

    #[test]
    fn a_banner_says_its_sentence_and_has_its_buttons() {
        let (open, fixed) = (shown(false, true), shown(false, false));
        assert!(open.contains("<p translate=\"no\">It <happened>.</p>"));
        assert!(open.contains("<button class=\"btn btn-line btn-small\" type=\"button\">Keep it</button>"));
        assert!(!open.contains("hidden=\"hidden\"") && fixed.contains("aria-label=\"Close this message\""));
        assert_eq!(fixed.matches("hidden=\"hidden\"").count(), 1, "what cannot be closed shows no way to");
    }
}
