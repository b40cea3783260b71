//! Where everything that happens on Class goes through.

use super::{
    back, changed, feedback, give,
    handed::{NAMING, name_button},
    model::Lesson,
    msg::Msg,
    sheets,
};
use crate::{
    class::{
        annotators::{annotators, compare},
        lens::Inputs,
    },
    compare::update::EXAMPLE,
    effect::{Effect, Focus},
    files,
    intent::Intent,
    screen::{DialogKind, Screen},
    shared::collected,
    strings::lesson as strings,
};
use postil_core::{
    base::signs::in_a_sentence,
    exchange::collected::text,
    keep::rewrite::{Rewrite, Target},
    measure::{division::divisions, findings::findings},
    output::findings::{plain, sentence},
    record::readers,
};
use std::sync::Arc;

/// Changes the page by what happened.
#[must_use]
pub(crate) fn update(page: &mut Lesson, inputs: Inputs<'_>, msg: Msg) -> Vec<Intent> {
    match msg {
        Msg::GivingAsked => vec![Intent::Open(DialogKind::Export), Intent::Files(files::Msg::GivingBegun(true))],
        Msg::FileAsked => vec![Intent::Files(files::Msg::GivenAgain)],
        Msg::LinkCopied => vec![Intent::Files(files::Msg::LinkCopied)],
        Msg::RosterWritten(names) => vec![Intent::KeepRoster(names)],
        Msg::NamingBegun(who) => {
            let before = std::mem::replace(&mut page.naming, who);
            let focus = match (&page.naming, before) {
                (Some(_), _) => Focus::Field(NAMING.into()),
                (None, Some(id)) => Focus::Element(name_button(&id)),
                (None, None) => return Vec::new(),
            };
            vec![Intent::Do(Effect::Focus(focus))]
        }
        Msg::Named(id, name) => {
            page.naming = None;
            let back = Focus::Element(name_button(&id));
            vec![Intent::Files(files::Msg::AnnotatorAliased(id, name)), Intent::Do(Effect::Focus(back))]
        }
        Msg::FileDismissed(name) => dismiss(inputs, &name),
        Msg::VerdictsAsked => vec![Intent::Files(files::Msg::VerdictsShown)],
        Msg::GivingBackAsked => give_back(inputs),
        Msg::ChangesChosen(all) => {
            page.all_changes = Some(all);
            Vec::new()
        }
        Msg::ReplyChosen(index, chosen) => Vec::from_iter(changed::reply(inputs, index, chosen)),
        Msg::SheetAsked(sheet, way) => vec![sheets::save(page, inputs, sheet, way)],
        Msg::ExampleAsked => vec![Intent::BringExample(EXAMPLE), head()],
        Msg::ExampleLeft => vec![Intent::RemoveExample, head()],
    }
}

/// The focus goes to the head of the page: what was pressed is gone.
fn head() -> Intent {
    Intent::Do(Effect::Focus(Focus::Element("class".into())))
}

/// Takes a file off the list of those that came in: it was dealt with in some other way, as under another name.
fn dismiss(inputs: Inputs<'_>, name: &str) -> Vec<Intent> {
    let article = inputs.context.article.id();
    let mut files = collected::files(inputs.context.store, article);
    files.retain(|file| *file.name != *name);
    let list = Rewrite::Setting(collected::setting(article).into(), text(&files).into());
    let word = strings::off_list(&in_a_sentence(name)).into();
    vec![
        Intent::Rewrite { target: Target::Here, rewrites: vec![list], word },
        Intent::Do(Effect::Focus(Focus::Element("step-collect".into()))),
    ]
}

/// Saves the files of everybody, and remembers when.
fn give_back(inputs: Inputs<'_>) -> Vec<Intent> {
    let Some(saved) = feedback::save(inputs) else { return Vec::new() };
    let context = inputs.context;
    let people = readers::readers(context.article, context.readings()).count();
    vec![
        saved,
        Intent::Set(back::setting(context.article.id()), people.to_string().into()),
        Intent::Toast(strings::feedback_saved().into(), None),
    ]
}

/// Goes on with what follows from what is shown.
#[must_use]
pub(crate) fn go_on(page: &mut Lesson, inputs: Inputs<'_>) -> Option<Intent> {
    if inputs.context.screen == Screen::Compare {
        page.compared |= annotators(inputs).len() > 1;
    }
    if inputs.context.screen != Screen::Class {
        return None;
    }
    let revision = inputs.lens.revision;
    if page.divided.as_ref().is_none_or(|(then, _)| *then != revision) {
        page.divided = Some((revision, first_said(inputs)));
    }
    give::code(page, inputs);
    give::link(page, inputs)
}

/// What there is to say first of the class, as Compare says it.
fn first_said(inputs: Inputs<'_>) -> Arc<str> {
    let readers = annotators(inputs);
    let (comparison, question) = (compare(inputs, &readers), inputs.question_id());
    let found = findings(&comparison, &question, &divisions(&comparison, &question));
    found.first().map_or_else(|| "".into(), |first| plain(&sentence(first, inputs.context.codebook, &question)).into())
}
