//! The themes: native check boxes, each with its definition at hand.

use std::rc::Rc;

use yew::{html::Scope, prelude::*};

use super::{Inspector, finder::finder};
use crate::{
    app::view::inspector::{InspectorView, ThemeView},
    core::id::ThemeId,
    ui::kit::{icon, kbd, kbd::shortcut},
};

/// The name of the box "No theme applies"; themes have another, and their ids for values.
pub const NONE: &str = "none";

/// All themes, "No theme applies", and the finder with the words typed into it.
pub fn themes(view: &InspectorView, words: &str, link: &Scope<Inspector>) -> Html {
    let best = best(view, words);
    html! {
        <div class="themes" role="group" aria-label="Themes">
            <div class="themes-head">
                <span class="label" aria-hidden="true">{"Themes"}</span>
                { finder(&view.find_key, link) }
            </div>
            <div class="theme-list">
                for theme in view.themes.iter() {
                    { row(theme, fit(theme, words).is_some(), best == Some(&theme.id), view.read_only) }
                }
            </div>
            <div class="theme-list" hidden={view.unknown_themes.is_empty()}>
                for id in view.unknown_themes.iter() {
                    { unknown(id) }
                }
            </div>
            <div class="theme-none">
                <label class="theme">
                    <input
                        type="checkbox"
                        name={NONE}
                        aria-keyshortcuts={shortcut(&view.none_key)}
                        checked={view.none_applies}
                        disabled={view.read_only}
                    />
                    <span>{"No theme applies"}</span>
                    { kbd(Rc::clone(&view.none_key)) }
                </label>
            </div>
        </div>
    }
}

/// How well a theme fits what was typed, 0 best; `None` when it does not.
fn fit(theme: &ThemeView, words: &str) -> Option<usize> {
    let label = theme.label.to_lowercase();
    if label.starts_with(words) {
        return Some(0);
    }
    label.find(words).map(|at| if label[..at].ends_with(char::is_alphanumeric) { 2 } else { 1 })
}

/// The theme that Enter switches: the first of those that fit best.
pub fn best<'a>(view: &'a InspectorView, words: &str) -> Option<&'a ThemeId> {
    if words.is_empty() {
        return None;
    }
    let fitting = view.themes.iter().filter_map(|theme| Some((fit(theme, words)?, &theme.id)));
    fitting.min_by_key(|(fit, _)| *fit).map(|(_, id)| id)
}

fn row(theme: &ThemeView, fits: bool, best: bool, locked: bool) -> Html {
    let key = theme.key.clone().unwrap_or_default();
    let definition = ["def-", theme.id.as_str()].concat();
    let uses = [("Include", &theme.include), ("Leave out", &theme.exclude), ("Example", &theme.example)];
    let said = !theme.definition.is_empty() || uses.iter().any(|(_, text)| !text.is_empty());
    html! {
        <div
            key={theme.id.to_shared()}
            class="theme-row"
            data-hue={theme.hue}
            data-match={best.then_some("true")}
            hidden={!fits}
        >
            <label class="theme">
                <input
                    type="checkbox"
                    name="theme"
                    value={theme.id.to_shared()}
                    aria-keyshortcuts={shortcut(&key)}
                    checked={theme.applies}
                    disabled={locked}
                />
                <span>{ Rc::clone(&theme.label) }</span>
                { kbd(key) }
            </label>
            <button
                type="button"
                class="btn btn-icon btn-small"
                aria-label={["About ", &theme.label].concat()}
                popovertarget={definition.clone()}
                hidden={!said}
            >
                { icon("info") }
            </button>
            <div class="pop def" id={definition} popover="auto">
                <h3><span class="swatch" aria-hidden="true"></span><span>{ Rc::clone(&theme.label) }</span></h3>
                <p hidden={theme.definition.is_empty()}>{ Rc::clone(&theme.definition) }</p>
                <dl class="use">
                    for (name, text) in uses {
                        <div key={name} hidden={text.is_empty()}>
                            <dt>{ name }</dt>
                            <dd class={(name == "Example").then_some("example")}>{ Rc::clone(text) }</dd>
                        </div>
                    }
                </dl>
            </div>
        </div>
    }
}

/// A theme that the record names and the codebook does not know: it can still be taken back.
fn unknown(id: &Rc<str>) -> Html {
    html! {
        <div key={Rc::clone(id)} class="theme-row theme-new" title="Not in this codebook">
            <label class="theme">
                <input type="checkbox" name="theme" value={Rc::clone(id)} checked=true />
                <span translate="no">{ Rc::clone(id) }</span>
            </label>
        </div>
    }
}
