//! Where everything that happens on Class goes through.

use super::{
    back, feedback, give,
    handed::{NAMING, name_button},
    model::Lesson,
    msg::Msg,
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
};
use postil_core::{
    measure::division::{Division, divisions},
    record::readers,
};

/// So many paragraphs are named on which a class divides.
const MOST: usize = 2;

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
        Msg::VerdictsAsked => vec![Intent::Files(files::Msg::VerdictsShown)],
        Msg::GivingBackAsked => give_back(inputs),
        Msg::ExampleAsked => vec![Intent::BringExample(EXAMPLE), head()],
        Msg::ExampleLeft => vec![Intent::RemoveExample, head()],
    }
}

/// The focus goes to the head of the page: what was pressed is gone.
fn head() -> Intent {
    Intent::Do(Effect::Focus(Focus::Element("class".into())))
}

/// Saves the files of everybody, and remembers when.
fn give_back(inputs: Inputs<'_>) -> Vec<Intent> {
    let Some(saved) = feedback::save(inputs) else { return Vec::new() };
    let context = inputs.context;
    let people = readers::readers(context.article, context.readings()).count();
    let toast = "The feedback is on its way to your downloads: one zip with a folder for each person.";
    vec![
        saved,
        Intent::Set(back::setting(context.article.id()), people.to_string().into()),
        Intent::Toast(toast.into(), None),
    ]
}

/// Goes on with what follows from what is shown.
#[must_use]
pub(crate) fn go_on(page: &mut Lesson, inputs: Inputs<'_>) -> Option<Intent> {
    if inputs.context.screen != Screen::Class {
        return None;
    }
    let revision = inputs.lens.revision;
    if page.divided.as_ref().is_none_or(|(then, _)| *then != revision) {
        page.divided = Some((revision, most_divided(inputs)));
    }
    give::code(page, inputs);
    give::link(page, inputs)
}

/// The paragraphs that divide most, by their indexes, if the class differs on any.
fn most_divided(inputs: Inputs<'_>) -> Vec<usize> {
    let readers = annotators(inputs);
    let mut found: Vec<(usize, (u32, u32))> = divisions(&compare(inputs, &readers), &inputs.question_id())
        .iter()
        .map(Division::rank)
        .enumerate()
        .filter(|(_, (answers, _))| *answers > 0)
        .collect();
    found.sort_by(|(_, a), (_, b)| b.cmp(a));
    found.truncate(MOST);
    found.into_iter().map(|(at, _)| at).collect()
}
