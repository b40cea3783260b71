//! The browser as the runtime's host: tasks, timers, other tabs, and what is done on the page.

use crate::web::{dom, file, frame, hand_over, journal::Journal, js, line, link, lock, png, raw, storage};
use gloo::timers::callback::Timeout;
use postil_app::{compare, effect::Effect, files, msg::Msg, part::Part, runtime, storage::Msg as Stored};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    sync::Arc,
};
use yew::Callback;

/// What may soon be needed is fetched this long after the first change, in milliseconds: what that needs itself goes first.
const LEISURE_MS: u32 = 3000;

/// Where answers go, and what the page remembers between effects.
pub struct Host {
    answer: Callback<Msg>,
    fetch: Callback<(Part, Callback<Msg>)>,
    journal: RefCell<Option<Rc<Journal>>>,
    guard: Cell<bool>,
    idle: Rc<Cell<bool>>,
}

impl Host {
    /// A host that sends answers to `answer` and has parts of the program fetched by `fetch`.
    pub fn new(answer: Callback<Msg>, fetch: Callback<(Part, Callback<Msg>)>) -> Self {
        Self { answer, fetch, journal: RefCell::default(), guard: Cell::new(false), idle: Rc::default() }
    }

    /// True when leaving the page is to ask first.
    pub fn guards_leaving(&self) -> bool {
        self.guard.get()
    }

    /// Opens the database.
    pub async fn open(&self) -> Rc<Journal> {
        let newer = self.answer.clone();
        let journal = Journal::open(move || newer.emit(Stored::NewerSeen.into())).await;
        self.journal.replace(Some(Rc::clone(&journal)));
        journal
    }
}

impl runtime::host::Host for Host {
    type Timer = Timeout;

    fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        wasm_bindgen_futures::spawn_local(task);
    }

    fn after(&self, ms: u32, then: impl FnOnce() + 'static) -> Timeout {
        Timeout::new(ms, then)
    }

    fn pause(&self) -> impl Future<Output = ()> + 'static {
        js::pause()
    }

    fn answer(&self, msg: impl Into<Msg>) {
        self.answer.emit(msg.into());
    }

    fn perform(&self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Fetch(part) => self.fetch.emit((part, self.answer.clone())),
            Effect::Download { name, mime, text } => file::offer(&name, mime, &file::js_text(&text)),
            Effect::DownloadBytes { name, mime, bytes } => file::offer_bytes(&name, mime, &bytes),
            Effect::HandOver { name, mime, text } => {
                let answer = self.answer.clone();
                let handed = hand_over::hand_over(&name, mime, &text);
                wasm_bindgen_futures::spawn_local(async move {
                    answer.emit(files::Msg::HandedIn(handed.await).into());
                });
            }
            Effect::Pack(text) => {
                let answer = self.answer.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    answer.emit(files::Msg::LinkPacked(link::pack(&text).await.map(Into::into)).into());
                });
            }
            Effect::Unpack(packed) => {
                let answer = self.answer.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    answer.emit(files::Msg::LinkUnpacked(link::unpack(&packed).await.map(Into::into)).into());
                });
            }
            Effect::Inflate(packed) => {
                let answer = self.answer.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    let mut unpacked = Vec::with_capacity(packed.len());
                    for (bytes, most) in packed {
                        unpacked.push(link::inflate(&bytes, most).await.map(Into::into));
                    }
                    answer.emit(files::Msg::Inflated(unpacked).into());
                });
            }
            Effect::SavePng { name, svg, width, height } => {
                let answer = self.answer.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    if !png::save(&name, &svg, width, height).await {
                        answer.emit(Msg::Class(Arc::new(compare::msg::Msg::PictureFailed.into())));
                    }
                });
            }
            Effect::Readdress(hash) => dom::readdress(&hash),
            Effect::FullScreen => dom::full_screen(),
            Effect::Print => dom::print(),
            Effect::Copy(text) => copy(&text, self.answer.clone()),
            Effect::DownloadRaw => {
                if let Some(journal) = self.journal.borrow().clone() {
                    wasm_bindgen_futures::spawn_local(async move { raw::download(&journal).await });
                }
            }
            Effect::Title(title) => dom::title(&title),
            Effect::AskToPersist => ask_to_persist(),
            Effect::Wait(ticket, ms) => {
                let answer = self.answer.clone();
                Timeout::new(ms, move || answer.emit(Msg::TimePassed(ticket))).forget();
            }
            Effect::AwaitIdle => {
                if !self.idle.replace(true) {
                    let (waits, answer) = (Rc::clone(&self.idle), self.answer.clone());
                    frame::idle(move || {
                        waits.set(false);
                        answer.emit(Msg::IdleCame);
                    });
                }
            }
            Effect::AwaitLeisure => {
                if !line::is_metered() {
                    let answer = self.answer.clone();
                    Timeout::new(LEISURE_MS, move || frame::idle(move || answer.emit(Msg::LeisureCame))).forget();
                }
            }
            Effect::GuardLeaving(guard) => self.guard.set(guard),
            Effect::KeepSteps(text) => storage::keep_steps(text.as_deref()),
            Effect::Appearance(look, chosen) => dom::appearance(look, chosen),
            Effect::Colours(chosen) => dom::colours(&chosen),
            // Done by the runtime.
            Effect::Persist { .. }
            | Effect::Heal { .. }
            | Effect::StoreArticle(..)
            | Effect::LoadArticle(..)
            | Effect::KeepVersion(..)
            | Effect::LoadVersions(_)
            | Effect::DeleteArticle(_)
            | Effect::KeepDraft(_)
            | Effect::RemoveDraft(_)
            | Effect::Hint(_)
            | Effect::AwaitCompaction(_)
            | Effect::Compact { .. }
            // Done by the engine, once the page is drawn.
            | Effect::Announce(_)
            | Effect::Focus(_)
            | Effect::Press(_)
            | Effect::Navigate(_)
            | Effect::ScrollUp
            | Effect::Reveal(..)
            | Effect::RevealIfLost(_) => {}
        }
        None
    }

    fn stay_alive(&self, session: &str) {
        lock::stay_alive(session);
    }

    fn alive(&self) -> impl Future<Output = Vec<String>> {
        lock::alive()
    }

    fn alone(&self, patient: bool, work: impl Future<Output = ()> + 'static) {
        lock::alone(patient, work);
    }

    fn in_turn(&self, work: impl FnOnce() + 'static) -> impl Future<Output = ()> {
        lock::in_turn(work)
    }

    fn steps(&self) -> Option<Arc<str>> {
        storage::steps()
    }

    fn hash(&self) -> Arc<str> {
        dom::hash().into()
    }

    fn is_mac(&self) -> bool {
        let platform = web_sys::window().and_then(|w| w.navigator().platform().ok()).unwrap_or_default();
        is_apple(&platform)
    }
}

fn is_apple(platform: &str) -> bool {
    ["Mac", "iPhone", "iPad"].iter().any(|name| platform.starts_with(name))
}

fn copy(text: &str, answer: Callback<Msg>) {
    let clipboard = js::get(&js_sys::global(), "navigator").and_then(|navigator| js::get(&navigator, "clipboard"));
    let promise = clipboard.map(|clipboard| js::call(&clipboard, "writeText", &[file::js_text(text).into()]));
    wasm_bindgen_futures::spawn_local(async move {
        let copied = match promise {
            Some(Ok(promise)) => js::settled(promise).await.is_ok(),
            _ => false,
        };
        answer.emit(files::Msg::TextCopied(copied).into());
    });
}

fn ask_to_persist() {
    let navigator = js::get(&js_sys::global(), "navigator");
    if let Some(storage) = navigator.and_then(|n| js::get(&n, "storage"))
        && let Ok(promise) = js::call(&storage, "persist", &[])
    {
        // The browser decides; whatever it says, nothing changes here.
        wasm_bindgen_futures::spawn_local(async move {
            let _ = js::settled(promise).await;
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_held_with_another_key_on_what_apple_makes() {
        let all = ["MacIntel", "iPhone", "iPad", "Win32", "Linux x86_64", "Linux armv81", ""].map(is_apple);
        assert_eq!(all, [true, true, true, false, false, false, false]);
    }
}
