//! An article that somebody hands out: seen before it opens where it comes as a link, and remembered with what is asked.

use super::{arrival, view::AskedView};
use crate::{
    env::Env,
    files::model::Files,
    screen::DialogKind,
    shared::{Shared, assignment, route},
    strings::{files as strings, words::Counted},
};
use postil_core::{
    base::script,
    exchange::bundle::{Bundle, Kind, assignment::Assignment, read::read_at},
};
use std::sync::Arc;

/// What was packed in a link; `None` where that cannot be unpacked. It is shown, and nothing else is done yet.
pub(crate) fn unpacked(files: &mut Files, shared: &mut Shared, text: Option<&str>, env: &Env<'_>) {
    let bundle = text.and_then(|text| read_at(text, None, env.now).ok()).map(|(bundle, _)| bundle);
    files.open(DialogKind::Open);
    match bundle.filter(|bundle| bundle.kind == Kind::Assignment) {
        Some(bundle) => {
            let Bundle { kind, article, book, assignment, .. } = bundle;
            // A link hands an article out; what else somebody put into it does not come in.
            files.asked = Some(Arc::new(Bundle { kind, assignment, ..Bundle::bare(article, book) }));
        }
        None => {
            route::leave_link(shared);
            files.open_error = Some(strings::articles::link_incomplete().into());
        }
    }
}

/// It is to be opened.
pub(crate) fn opened(files: &mut Files, shared: &mut Shared, env: &Env<'_>) {
    let Some(bundle) = files.asked.take() else { return };
    route::leave_link(shared);
    let opening = (Arc::new(bundle.article.clone()), Arc::new(bundle.book.clone()));
    arrival::arrive(files, shared, opening, true, env);
    if let Some(asked) = bundle.asked() {
        assignment::remember(shared, asked, env);
    }
}

/// What is seen before it opens.
pub(crate) fn view(files: &Files) -> Option<AskedView> {
    let bundle = files.asked.as_ref()?;
    let Bundle { article, codebook, .. } = &**bundle;
    let title = Arc::clone(&article.masthead.title);
    let asked = bundle.asked().cloned().unwrap_or_default();
    let questions = codebook.asked().len();
    let themes = codebook.offered().count();
    let numbers: [(usize, Counted); 3] =
        [(article.paragraphs().len(), strings::paragraphs), (questions, strings::questions), (themes, strings::themes)];
    let facts = numbers.into_iter().filter(|(n, _)| *n > 0).map(|(n, said)| said(n));
    let facts: Vec<String> = facts.collect();
    Some(AskedView {
        key: ["asked ", article.id().as_str()].concat().into(),
        way: script::way(&title),
        title,
        message: Arc::clone(&asked.message),
        facts: [&facts.join(" · "), &*after(&asked, article.paragraphs().len())].concat().into(),
    })
}

/// How much is asked and by when: " · at least 5 of 10 paragraphs · due Fri 4 Dec, 08:00".
fn after(asked: &Assignment, paragraphs: usize) -> String {
    let words = assignment::facts(asked, paragraphs);
    if words.is_empty() { words } else { [" · ", &words].concat() }
}
