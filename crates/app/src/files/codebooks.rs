//! Codebooks as files: the open article's is saved in one of several formats, and another one is taken from a file.

use crate::{
    effect::Effect,
    env::Env,
    file::{FileError, NamedFile},
    msg::Msg,
    notice::{BannerView, action},
    shared::{Shared, codebook, note},
    strings::files as strings,
};
use postil_core::{
    article::{read::text::decode, search::fold},
    base::{problem::Problem, signs::in_a_sentence},
    codebook::{Codebook, Theme, book::Book},
    exchange::codebook::{Format, read, write},
    output::file_name::file_name,
};
use std::sync::Arc;

/// The banner that says what became of a file.
const BANNER: &str = "codebook-file";
/// So many parts that were left out are named.
const NAMED: usize = 3;

/// Saves the codebook as a file.
pub(crate) fn save(shared: &mut Shared, format: Format) {
    shared.banners.retain(|banner| &*banner.id != BANNER);
    match write(&shared.codebook, format) {
        Ok(text) => {
            let title = if shared.codebook.title.trim().is_empty() {
                Arc::clone(shared.title())
            } else {
                Arc::clone(&shared.codebook.title)
            };
            let name = [&*file_name(&title), format.ending()].concat();
            shared.effects.push(Effect::Download { name: name.into(), mime: mime(format), text: text.into() });
        }
        Err(why) => said(shared, true, why.into(), false),
    }
}

fn mime(format: Format) -> &'static str {
    match format {
        Format::Postil => "application/json",
        Format::Table | Format::Tags => "text/csv",
        Format::Refi => "application/xml",
    }
}

/// A file was chosen: its codebook takes the place of the one that is here, as one step of undo, or its changes are taken over
/// where it is the same one. What was tagged stays.
pub(crate) fn taken(shared: &mut Shared, file: &NamedFile, env: &Env<'_>) {
    let name = in_a_sentence(&file.name);
    let bytes = match &file.bytes {
        Ok(bytes) => bytes,
        Err(FileError::Unreadable) => {
            said(shared, true, strings::unreadable(&name), false);
            return;
        }
        Err(FileError::TooLarge) => {
            said(shared, true, strings::codebooks::too_large(&name), false);
            return;
        }
    };
    let title = file.name.split('.').next().unwrap_or_default();
    let found = decode(bytes).map_err(|error| error.to_string());
    match found.and_then(|text| read(title, &text).map_err(|problem| problem.to_string())) {
        Ok((theirs, problems)) => {
            note::keep(shared, env);
            let (done, changed) = if theirs.questions.is_empty() && !theirs.themes.is_empty() {
                added(shared, &theirs, &name, env)
            } else {
                replaced(shared, &theirs, &name, env)
            };
            said(shared, false, [done, left_out(&problems)].concat(), changed);
        }
        Err(why) => {
            said(shared, true, strings::codebooks::not_imported(&name, &why), false);
        }
    }
}

/// A codebook takes the place of the one that is here. Says what was done, and whether it was anything.
fn replaced(shared: &mut Shared, theirs: &Codebook, name: &str, env: &Env<'_>) -> (String, bool) {
    if *shared.codebook == *theirs {
        return (strings::codebooks::had_it(name), false);
    }
    let book = book(shared, theirs, env);
    if book.id == shared.book.id {
        codebook::take_over(shared, &book, env);
    } else {
        codebook::choose(shared, &book, strings::codebooks::from_file(), env);
    }
    (strings::codebooks::replaced(name, &contents(theirs)), true)
}

/// What has no questions is a list of themes: those that are not here yet stand beside ours.
fn added(shared: &mut Shared, theirs: &Codebook, name: &str, env: &Env<'_>) -> (String, bool) {
    let mut all = (*shared.codebook).clone();
    let here = |all: &Codebook, theme: &Theme| {
        all.themes.iter().any(|other| other.id == theme.id || fold(&other.label) == fold(&theme.label))
    };
    let before = all.themes.len();
    for theme in &theirs.themes {
        if !here(&all, theme) {
            let key = theme.key.clone().filter(|key| !all.has_key(key)).or_else(|| all.free_key());
            all.themes.push(Theme { key, ..theme.clone() });
        }
    }
    let (new, known) = (all.themes.len() - before, theirs.themes.len() + before - all.themes.len());
    if new == 0 {
        return (strings::codebooks::had_themes(name), false);
    }
    let book = book(shared, &all, env);
    codebook::take_over(shared, &book, env);
    let mut done = strings::codebooks::added(new, name);
    if known > 0 {
        done += &strings::codebooks::had_more(known);
    }
    (done, true)
}

/// A codebook as an edited one, later than all that stands here.
fn book(shared: &mut Shared, codebook: &Codebook, env: &Env<'_>) -> Book {
    let over = shared.book.fields().map(|(_, register)| register.stamp.clone()).max();
    let stamp = shared.tick(env, over.as_ref());
    Book::of(codebook, &stamp)
}

/// “2 questions and 9 themes”.
fn contents(codebook: &Codebook) -> String {
    strings::and(&strings::questions(codebook.questions.len()), &strings::themes(codebook.themes.len()))
}

fn left_out(problems: &[Problem]) -> String {
    if problems.is_empty() {
        return String::new();
    }
    let named: Vec<String> = problems.iter().take(NAMED).map(ToString::to_string).collect();
    let rest = problems.len().saturating_sub(NAMED);
    let rest = if rest == 0 { String::new() } else { strings::codebooks::rest_left_out(rest) };
    strings::codebooks::left_out(problems.len(), &named.join(" "), &rest)
}

fn said(shared: &mut Shared, alert: bool, sentence: String, can_undo: bool) {
    shared.banner(BannerView {
        id: BANNER.into(),
        alert,
        sentence: sentence.into(),
        actions: if can_undo { vec![action(strings::undo(), Msg::UndoAsked)] } else { Vec::new() },
        closable: true,
    });
}
