//! Giving an article out: what a class gets, and what it got.

use super::{
    model::Lesson,
    qr::{MOST, QrView, qr},
};
use crate::{
    class::lens::Inputs,
    files,
    intent::Intent,
    shared::{assignment, class_link::ClassLink},
    strings::lesson as strings,
    when::day,
};
use std::sync::Arc;

/// What a class gets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GiveView {
    /// "Given on 3 Nov: one question, due Fri 4 Dec, 08:00."; or that it was not given yet.
    pub state: Arc<str>,
    /// That the codebook is another one than was given; empty where it is not.
    pub changed: &'static str,
    /// What is in it: "7 paragraphs, one question and 9 themes".
    pub what: Arc<str>,
    /// True once it was given.
    pub given: bool,
    /// The link, once it is made.
    pub address: Option<Arc<str>>,
    /// What there is to be said of the link; empty for nothing.
    pub link: &'static str,
    /// The link as a QR code, where it is not too long for one.
    pub code: Option<Arc<QrView>>,
    /// Why there is none; empty where there is.
    pub uncoded: &'static str,
}

/// What a class gets, as it is now.
#[must_use]
pub(super) fn give(page: &Lesson, inputs: Inputs<'_>) -> GiveView {
    let context = inputs.context;
    let id = context.article.id();
    let asked = assignment::given_codebook(context.store, id, context.codebook);
    let questions = strings::questions(asked.asked().len());
    let themes = asked.offered().count();
    let themes = if themes > 0 { strings::and_themes(themes) } else { String::new() };
    let paragraphs = context.article.paragraphs().len();
    let what = strings::content(&strings::paragraphs(paragraphs), &questions, &themes);
    let given = assignment::given(context.store, id).zip(assignment::given_at(context.store, id));
    let state = match &given {
        None => strings::not_given_yet().to_owned(),
        Some((rules, at)) => {
            let facts = assignment::facts(rules, paragraphs).replace(" · ", ", ");
            let facts = if facts.is_empty() { facts } else { [", ", &facts].concat() };
            strings::given(&on(&day(context.clock(), *at)), &questions, &facts)
        }
    };
    let link = if given.is_some() { context.link } else { &ClassLink::None };
    let changed = given.is_some() && assignment::is_changed(context.store, id, context.version);
    GiveView {
        state: state.into(),
        changed: if changed { strings::changed_since_given() } else { "" },
        what: what.into(),
        given: given.is_some(),
        address: link.address().cloned(),
        link: link.sentence(),
        uncoded: if link.address().is_some_and(|address| address.len() > MOST) {
            strings::too_long_for_code()
        } else {
            ""
        },
        code: page.code.as_ref().filter(|(of, _)| link.address() == Some(of)).and_then(|(_, code)| code.clone()),
    }
}

/// Draws the link as a code, once there is another one.
pub(super) fn code(page: &mut Lesson, inputs: Inputs<'_>) {
    let address = inputs.context.link.address();
    if page.code.as_ref().map(|(of, _)| of) != address {
        page.code = address.map(|address| (Arc::clone(address), qr(address).map(Arc::new)));
    }
}

/// "on 3 Nov", "today".
pub(super) fn on(day: &str) -> String {
    if day.starts_with(char::is_numeric) { strings::on(day) } else { day.to_owned() }
}

/// Asks for the link of what was given, while it is shown and is another one than before.
#[must_use]
pub(super) fn link(page: &mut Lesson, inputs: Inputs<'_>) -> Option<Intent> {
    let context = inputs.context;
    let id = context.article.id();
    let asked = assignment::given_text(context.store, id)?;
    let wanted = Some((id.clone(), context.version.clone(), Arc::clone(asked)));
    if page.linked == wanted {
        return None;
    }
    page.linked = wanted;
    Some(Intent::Files(files::Msg::LinkAgain))
}
