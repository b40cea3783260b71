//! Builds the inspector's themes. A tag switches one or two of some hundred, and all others stay the values they were:
//! neither is their key looked for again, nor are they drawn.

use super::inspector::{OfferView, SECTION, ThemeSection, ThemeView};
use crate::{
    keymap::Action,
    read::{explain::theme_button, meaning::Offered, model::Read},
    shared::Shared,
    strings::read as strings,
};
use postil_core::{
    article::beginning,
    codebook::{Theme, code::Code},
    record::Record,
};
use std::sync::Arc;

/// The themes that are offered, and the archived ones that the record names.
pub(super) fn themes(read: &mut Read, shared: &Shared, record: &Record) -> Vec<ThemeSection> {
    let before = Arc::clone(&read.view.inspector);
    let holds = read.looked_up.renew(shared);
    let mut old = before.all_themes();
    let all = shared.codebook.themes.iter().enumerate().filter_map(|(at, theme)| {
        let applies = record.has_theme(&theme.id);
        if theme.archived && !applies {
            return None;
        }
        let code = Code::Theme(theme.id.clone());
        let latest = read.meaning.latest(&code);
        let offer = offer(read, shared, &code, theme);
        let known = if holds { next(&mut old, theme) } else { None };
        Some(match known {
            Some(known) if known.applies == applies && known.latest == *latest && known.offer == offer => {
                Arc::clone(known)
            }
            Some(known) => Arc::new(ThemeView { applies, latest: latest.to_vec(), offer, ..(**known).clone() }),
            None => Arc::new(ThemeView { applies, latest: latest.to_vec(), offer, ..theme_view(shared, at, theme) }),
        })
    });
    sections(&all.collect::<Vec<_>>(), &before.themes)
}

/// What of the article its card offers as an example, unless it is the one that it has.
fn offer(read: &Read, shared: &Shared, code: &Code, theme: &Theme) -> Option<OfferView> {
    let offered = read.meaning.example(code).filter(|offered| *offered.words != *theme.example);
    offered.filter(|_| !shared.read_only).map(|Offered { words, whole }| OfferView {
        label: if *whole { strings::use_paragraph().into() } else { strings::use_words(&beginning(words)).into() },
        whole: *whole,
    })
}

/// What is shown of this theme, which comes later than the one that was asked for before.
fn next<'a>(old: &mut (impl Iterator<Item = &'a Arc<ThemeView>> + Clone), theme: &Theme) -> Option<&'a Arc<ThemeView>> {
    let mut rest = old.clone();
    let found = rest.find(|view| view.id == theme.id)?;
    *old = rest;
    Some(found)
}

/// Sections that hold the same values keep their pointers.
fn sections(all: &[Arc<ThemeView>], before: &[ThemeSection]) -> Vec<ThemeSection> {
    let same = |section: &[Arc<ThemeView>], old: &ThemeSection| {
        section.len() == old.len() && section.iter().zip(&**old).all(|(new, old)| Arc::ptr_eq(new, old))
    };
    let mut old = before.iter();
    let kept = all.chunks(SECTION).map(|section| match old.next() {
        Some(old) if same(section, old) => Arc::clone(old),
        _ => section.into(),
    });
    kept.collect()
}

fn theme_view(shared: &Shared, at: usize, theme: &Theme) -> ThemeView {
    let hint = shared.keymap.hint(&Action::Theme(theme.id.clone()));
    ThemeView {
        id: theme.id.clone(),
        label: Arc::clone(&theme.label),
        hue: shared.codebook.hue_at(at),
        key: (!hint.is_empty()).then_some(hint),
        definition: Arc::clone(&theme.definition),
        include: Arc::clone(&theme.include),
        exclude: Arc::clone(&theme.exclude),
        example: Arc::clone(&theme.example),
        applies: false,
        button: theme_button(&theme.id).into(),
        latest: Vec::new(),
        offer: None,
    }
}
