//! The themes: native check boxes, each with its definition at hand.

use crate::{
    strings::inspector as strings,
    ui::{
        desk::{Desk, sends},
        inspector::{finder::finder, held::hold, latest::latest, own::Own},
        kit::{
            dom, field, icon,
            kbd::{kbd, shortcut},
            tag::{Tag, button, classed, div, input, span, tag},
        },
        part::{Part, View},
    },
};
use postil_app::read::{
    self,
    view::{
        article::ThemeMark,
        inspector::{InspectorView, ThemeSection, ThemeView},
    },
};
use postil_core::{article::search::fold, base::id::ThemeId, codebook::code::Code};
use std::{rc::Rc, sync::Arc};
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// The name of the box "No theme applies"; themes have another, and their ids for values.
pub const NONE: &str = "none";
/// The name of the boxes of themes.
pub const THEME: &str = "theme";

/// All themes, "No theme applies", and the finder with the words typed into it. What was `clicked` last is drawn again
/// whenever there are more `clicks`.
pub fn themes(
    desk: &Desk,
    view: &InspectorView,
    typed: &Arc<str>,
    own: &Callback<Own>,
    (clicked, clicks): (&str, u32),
) -> Tag {
    let best = best(view, typed);
    let words: Arc<str> = fold(typed).into();
    let known = view.themes.iter().enumerate().map(|(at, section)| {
        let is_here = |theme: &&ThemeId| section.iter().any(|other| other.id == **theme);
        let shown = Section {
            themes: Arc::clone(section),
            words: Arc::clone(&words),
            best: best.filter(is_here).cloned(),
            locked: view.read_only,
            redrawn: section.iter().find(|theme| theme.id.as_str() == clicked).map(|theme| (theme.id.clone(), clicks)),
            desk: desk.clone(),
        };
        html! { <Part key={at} view={View::new(shown, Section::draw)} /> }
    });
    let none = input("checkbox")
        .set("name", NONE)
        .maybe("aria-keyshortcuts", shortcut(&view.none_key))
        .checked(view.none_applies)
        .flag("disabled", view.read_only);
    let none = theme_label(none).kid(tag("span").text(strings::no_theme())).kid(kbd(&view.none_key));
    let head = div("themes-head").kid(span("label").unheard().text(strings::themes())).kid(finder(&view.find_key, own));
    div("themes")
        .set("role", "group")
        .label(strings::themes())
        .kid(head)
        .kid(div("theme-list").when("data-finding", !words.is_empty()).node(known.collect()))
        .kid(make(desk, view, typed, best.is_some(), own))
        .kid(div("theme-list").hidden(view.unknown_themes.is_empty()).all(view.unknown_themes.iter().map(unknown)))
        .kid(div("theme-none").kid(none))
}

/// Makes a theme of the words in the finder, where none fits. Without any theme it says how one is made.
fn make(desk: &Desk, view: &InspectorView, typed: &Arc<str>, fits: bool, own: &Callback<Own>) -> Tag {
    let (to, name, own) = (desk.clone(), Arc::clone(typed), own.clone());
    let make = Rc::new(move |event: Event| {
        to.send(read::Msg::ThemeMade(Arc::clone(&name)));
        // As after Enter, the words have done what they were typed for.
        let field = dom::closest(&event, ".themes").and_then(|themes| themes.query_selector("input").ok()?);
        if let Some(field) = field.and_then(|field| field.dyn_into().ok()) {
            field::write(&field, "");
        }
        own.emit(Own::Finding(Arc::from("")));
    });
    let hint = tag("p").text(strings::no_themes_yet());
    let hint = hint.set("class", "hint").hidden(!typed.is_empty() || !view.themes.is_empty() || view.read_only);
    let made = button("btn btn-small theme-make")
        .hidden(typed.is_empty() || fits || view.read_only)
        .click(make)
        .saying(strings::create_theme(typed));
    tag("div").kid(hint).kid(made)
}

fn theme_label(check_box: Tag) -> Tag {
    classed("label", "theme").kid(check_box)
}

/// How well a theme fits what was typed, 0 best; `None` when it does not.
fn fit(theme: &ThemeView, words: &str) -> Option<usize> {
    let label = fold(&theme.label);
    if label.starts_with(words) {
        return Some(0);
    }
    label.find(words).map(|at| if label[..at].ends_with(char::is_alphanumeric) { 2 } else { 1 })
}

/// The theme that Enter switches: the first of those that fit best.
pub fn best<'a>(view: &'a InspectorView, typed: &str) -> Option<&'a ThemeId> {
    let words = &*fold(typed);
    if words.is_empty() {
        return None;
    }
    let fitting = view.all_themes().filter_map(|theme| Some((fit(theme, words)?, &theme.id)));
    fitting.min_by_key(|(fit, _)| *fit).map(|(_, id)| id)
}

/// Some themes, as they are drawn and laid out together.
#[derive(PartialEq)]
struct Section {
    themes: ThemeSection,
    /// What was typed into the finder, for comparing.
    words: Arc<str>,
    /// The one that Enter in the finder switches.
    best: Option<ThemeId>,
    locked: bool,
    /// The one that was clicked last, and how many clicks there were.
    redrawn: Option<(ThemeId, u32)>,
    desk: Desk,
}

impl Section {
    fn draw(&self) -> Html {
        let mut any = false;
        let rows = self.themes.iter().map(|theme| {
            let fits = self.words.is_empty() || fit(theme, &self.words).is_some();
            any |= fits;
            let shown = Shown {
                fits,
                best: self.best.as_ref() == Some(&theme.id),
                locked: self.locked,
                redrawn: self.redrawn.as_ref().filter(|(id, _)| *id == theme.id).map_or(0, |(_, clicks)| *clicks),
            };
            html! { <Part key={theme.id.as_str()} view={View::new((Arc::clone(theme), shown, self.desk.clone()), |(theme, shown, desk)| row(theme, shown, desk).html())} /> }
        });
        let rows: Html = rows.collect();
        div("theme-section").hidden(!any).node(rows).html()
    }
}

/// How a theme is shown, beside what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// False when other words were typed into the finder.
    fits: bool,
    /// True when Enter in the finder switches it.
    best: bool,
    /// True while nothing can be written.
    locked: bool,
    /// Changes when it is to be drawn again although nothing else changed.
    redrawn: u32,
}

/// A theme and its definition.
pub fn row(theme: &ThemeView, shown: &Shown, desk: &Desk) -> Tag {
    let key = theme.key.clone().unwrap_or_default();
    let definition = ["def-", theme.id.as_str()].concat();
    let applies = input("checkbox")
        .set("name", THEME)
        .put("value", theme.id.shared())
        .maybe("aria-keyshortcuts", shortcut(&key))
        .checked(theme.applies)
        .flag("disabled", shown.locked);
    let about = button("btn btn-icon btn-small")
        .put("id", &theme.button)
        .made("aria-label", strings::about(&theme.label))
        .made("popovertarget", definition.clone())
        .click(sends(desk, read::Msg::MeaningShown(Code::Theme(theme.id.clone()))))
        .kid(icon("info"));
    let name = tag("h3").kid(span("swatch").unheard()).kid(tag("span").words(&theme.label)).kid(kbd(&key));
    let meaning = div("pop def")
        .made("id", definition)
        .set("popover", "auto")
        .kid(name)
        .kid(meaning(theme))
        .kid(latest(&theme.latest, strings::it()))
        .kid(hold(desk, theme))
        .kid(offer(theme, desk));
    div("theme-row")
        .key(theme.id.as_str())
        .hue(theme.hue)
        .when("data-match", shown.best)
        .hidden(!shown.fits)
        .kid(theme_label(applies).kid(tag("span").words(&theme.label)).kid(kbd(&key)))
        .kid(about)
        .kid(meaning)
}

/// Takes words of the article as an example. The card is closed then, so that the focus goes back to where it came from.
fn offer(theme: &ThemeView, desk: &Desk) -> Tag {
    let (desk, id) = (desk.clone(), theme.id.clone());
    let take = Rc::new(move |event: Event| {
        if let Some(card) = dom::closest(&event, "[popover]") {
            dom::close_popover(&card);
        }
        desk.send(read::Msg::ExampleTaken(id.clone()));
    });
    let (label, whole) =
        theme.offer.as_ref().map_or_else(Default::default, |offer| (Arc::clone(&offer.label), offer.whole));
    div("offer")
        .hidden(theme.offer.is_none())
        .kid(button("btn btn-small btn-line").click(take).kid(tag("span").set("dir", "auto").words(&label)))
        .kid(classed("p", "hint").hidden(!whole).text(strings::select_words()))
}

/// What a theme means, as its card says it: the definition, and then what helps to decide.
fn meaning(theme: &ThemeView) -> Tag {
    let texts = [
        ("definition", strings::definition(), &theme.definition),
        ("include", strings::include(), &theme.include),
        ("exclude", strings::exclude(), &theme.exclude),
        ("example", strings::example(), &theme.example),
    ];
    let unsaid = texts.iter().all(|(_, _, text)| text.is_empty());
    let each = texts.into_iter().map(|(part, name, text)| {
        let (heading, words) = (tag("dt").text(name), tag("dd").set("dir", "auto").words(text));
        // The name above says what the first one is.
        let (heading, words) = match part {
            "definition" => (heading.set("class", "vh"), words.set("class", "definition")),
            "example" => (heading, words.set("class", "example")),
            _ => (heading, words),
        };
        tag("div").key(part).hidden(text.is_empty()).kid(heading).kid(words)
    });
    let none = tag("div").key("none").hidden(!unsaid);
    let none = none
        .kid(tag("dt").set("class", "vh").text(strings::definition()))
        .kid(classed("dd", "hint").text(strings::nothing_written()));
    classed("dl", "use").all(each.chain([none]))
}

/// A theme that the record names and the codebook does not know: it can still be taken back.
fn unknown(theme: &ThemeMark) -> Tag {
    let applies = input("checkbox").set("name", THEME).put("value", &theme.id).checked(true);
    let label = theme_label(applies).kid(tag("span").verbatim().words(&theme.label));
    div("theme-row theme-new").key(&theme.id).set("title", strings::not_in_codebook()).kid(label)
}
