//! What is said of people and of classes, as gestures that undo takes back.

use super::{model::Roll, msg::Msg, view::belongs};
use crate::{
    class::{
        annotators::{self, everybody, names_shown},
        context::Context,
        lens::Inputs,
    },
    effect::{Effect, Focus},
    env::Env,
    intent::Intent,
    msg,
    notice::ActionView,
    shared::{PROGRAMS, shown_class},
    strings::class as strings,
    whose,
};
use postil_core::{
    base::id::{AnnotatorId, ClassId},
    exchange::bundle::read::clean_name,
    keep::{
        beside::Apart,
        rewrite::{Rewrite, Target},
    },
    record::{
        decision::RollEdit,
        person::{Kind, PersonEdit},
    },
};
use std::sync::Arc;

/// Asks for what was said, of the class that is shown or the first that this browser makes. Nothing is asked for while nothing
/// can be changed.
#[must_use]
pub(crate) fn update(page: &mut Roll, inputs: Inputs<'_>, class: &ClassId, msg: Msg, env: &Env<'_>) -> Vec<Intent> {
    if let Msg::Opened(id) = msg {
        page.opened = if page.opened.as_ref() == Some(&id) { None } else { Some(id) };
        return Vec::new();
    }
    let context = inputs.context;
    if context.locked {
        return Vec::new();
    }
    match msg {
        Msg::Opened(_) => Vec::new(),
        Msg::Joined(one, other) if one == other => Vec::new(),
        Msg::Joined(one, other) => {
            let words = if named(inputs) {
                strings::are_one_person(&name(inputs, &one), &name(inputs, &other))
            } else {
                strings::these_are_one_person().to_owned()
            };
            people(page, [PersonEdit::Same(one, other, true)], &words)
        }
        Msg::Parted(id) => {
            let words = strings::is_separate_person(&name(inputs, &id));
            let said = context.store.people.parting(&id).into_iter();
            people(page, said.map(|(one, other, same)| PersonEdit::Same(one, other, same)), &words)
        }
        Msg::ProgramSaid(id, program) => {
            let name = name(inputs, &id);
            let words = if program { strings::is_program(&name) } else { strings::is_person(&name) };
            let nothing = || Arc::from("");
            let machine = || Kind::Machine { maker: nothing(), model: nothing(), date: nothing() };
            // Whoever is one with it may be what had been said to be a program.
            let ids = context.store.people.ids(&id).into_iter().filter(|one| *one == id || !program);
            people(page, ids.map(|id| PersonEdit::Kind(id, if program { machine() } else { Kind::Person })), &words)
        }
        Msg::ProgramsCounted(counted) => vec![Intent::Set(PROGRAMS.into(), if counted { "yes" } else { "no" }.into())],
        Msg::ClassChosen(id) => vec![shown(context, &id)],
        Msg::ClassMade(name) => {
            let name = clean_name(&name);
            if name.is_empty() {
                return Vec::new();
            }
            let id = ClassId::new(env.id());
            let words = strings::class_created(&name);
            let mut intents = roll(&id, [RollEdit::Name(name)], &words);
            intents.push(shown(context, &id));
            intents.push(told(&words));
            intents
        }
        Msg::ClassRenamed(name) => {
            let name = clean_name(&name);
            if name.is_empty() || name == called(context) {
                return Vec::new();
            }
            let words = strings::class_renamed(&name);
            roll(class, [RollEdit::Name(name)], &words)
        }
        Msg::MemberSwitched(id, is) => {
            let mut edits = Vec::new();
            // Where nobody was chosen, everybody else stays in it.
            if !context.has_members() {
                let rest = context.everybody().filter(|(one, _)| **one != id && belongs(context, one));
                edits.extend(rest.map(|(one, _)| RollEdit::Member(one.clone(), true)));
            }
            let ids = if is { vec![id.clone()] } else { context.store.people.ids(&id) };
            edits.extend(ids.into_iter().map(|id| RollEdit::Member(id, is)));
            let name = name(inputs, &id);
            let words = if is { strings::is_in_class(&name) } else { strings::is_not_in_class(&name) };
            roll(class, edits, &words)
        }
        Msg::EverybodyChosen => {
            let members = context.decisions().into_iter().flat_map(|decisions| &decisions.members);
            let members: Vec<RollEdit> =
                members.filter(|(_, is)| is.value).map(|(id, _)| RollEdit::Member(id.clone(), false)).collect();
            roll(class, members, strings::everybody_is_in_class())
        }
        Msg::UnassignedTaken => {
            let loose = context.everybody().filter(|(id, _)| context.apart(id) == Some(Apart::Unassigned));
            let members: Vec<RollEdit> = loose.map(|(id, _)| RollEdit::Member(id.clone(), true)).collect();
            roll(class, members, strings::added_to_class())
        }
    }
}

/// What the class that is shown is called; empty where nobody said.
fn called(context: Context<'_>) -> Arc<str> {
    context.decisions().map_or_else(|| "".into(), postil_core::record::decision::Decisions::called)
}

/// What somebody is called in a sentence that may stand on a wall.
fn name(inputs: Inputs<'_>, id: &AnnotatorId) -> String {
    if named(inputs) { whose::shown(&annotators::name(inputs.context, id)) } else { strings::somebody().to_owned() }
}

fn named(inputs: Inputs<'_>) -> bool {
    names_shown(inputs, everybody(inputs).iter().filter(|one| one.has_coded).count())
}

/// What is said of people. Their rows may be gone then, and the focus goes to what they stand in.
fn people(page: &mut Roll, edits: impl IntoIterator<Item = PersonEdit>, word: &str) -> Vec<Intent> {
    page.opened = None;
    let mut intents = rewrite(Target::People, edits.into_iter().map(Rewrite::Person).collect(), word);
    intents.push(told(word));
    intents.push(Intent::Do(Effect::Focus(Focus::Element("people-shown".into()))));
    // The steps of a lesson have no such list: what was pressed stood above the table of who handed in.
    intents.push(Intent::Do(Effect::Focus(Focus::Lost("handed-in".into()))));
    intents
}

/// Says what was done, and offers to take it back.
fn told(word: &str) -> Intent {
    let undo = ActionView { label: strings::undo().into(), msg: Arc::new(msg::Msg::UndoAsked) };
    Intent::Toast(strings::as_sentence(word).into(), Some(undo))
}

fn roll(class: &ClassId, edits: impl IntoIterator<Item = RollEdit>, word: &str) -> Vec<Intent> {
    rewrite(Target::Roll(class.clone()), edits.into_iter().map(Rewrite::Roll).collect(), word)
}

fn rewrite(target: Target, rewrites: Vec<Rewrite>, word: &str) -> Vec<Intent> {
    if rewrites.is_empty() {
        return Vec::new();
    }
    vec![Intent::Rewrite { target, rewrites, word: word.into() }]
}

/// The class is shown from now on, in this browser.
fn shown(context: Context<'_>, class: &ClassId) -> Intent {
    Intent::Set(shown_class(context.article.id()).into(), class.to_shared())
}
