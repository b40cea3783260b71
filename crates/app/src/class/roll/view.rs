//! Which class is shown, who belongs to it, and which programs stand apart, ready to render.

use super::model::Roll;
use crate::{
    class::{
        annotators::{everybody, name, names_shown, progress},
        context::Context,
        lens::Inputs,
    },
    shared::assignment,
    strings::class as strings,
};
use postil_core::{
    base::id::{AnnotatorId, ClassId},
    keep::beside::Apart,
    record::decision::Decisions,
};
use std::sync::Arc;

/// A class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassRow {
    /// Which one.
    pub id: ClassId,
    /// Its name, or what stands for one.
    pub name: Arc<str>,
    /// True for the one that is shown.
    pub shown: bool,
}

/// Somebody who may belong to the class that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRow {
    /// Who.
    pub id: AnnotatorId,
    /// Their name.
    pub name: Arc<str>,
    /// True when they belong to it.
    pub is: bool,
    /// True when nobody else does: without anybody there would be no class.
    pub last: bool,
    /// The other classes that they belong to, in words; empty where there is none.
    pub elsewhere: Arc<str>,
}

/// A program whose answers stand apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgramRow {
    /// Which one.
    pub id: AnnotatorId,
    /// Its name.
    pub name: Arc<str>,
    /// How far it has come.
    pub progress: Arc<str>,
}

/// Which class is shown, and who stands apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RollView {
    /// All classes of the article.
    pub classes: Vec<ClassRow>,
    /// What the one that is shown is called; empty where nobody said.
    pub called: Arc<str>,
    /// True where it has to be said which class is shown: there are several, or it has a name.
    pub told: bool,
    /// Everybody who has said anything of the article, whichever class they are in.
    pub members: Vec<MemberRow>,
    /// Whether names are shown.
    pub named: bool,
    /// True when some were chosen.
    pub chosen: bool,
    /// "Everybody", or "Everybody who is in no other class".
    pub everybody: &'static str,
    /// How many are in no class, while the one that is shown has members.
    pub unassigned: usize,
    /// The one of whom something is to be said.
    pub opened: Option<AnnotatorId>,
    /// Programs that stand apart.
    pub programs: Vec<ProgramRow>,
    /// True when programs are counted too.
    pub counted: bool,
    /// True when there is a program at all.
    pub any_program: bool,
    /// True when nothing can be changed now.
    pub locked: bool,
}

impl RollView {
    /// The class that is shown, in words: "Friday", or what stands for a name.
    #[must_use]
    pub fn name(&self) -> Arc<str> {
        if self.called.is_empty() { NAMELESS.into() } else { Arc::clone(&self.called) }
    }
}

/// "Class: Friday", where it has to be said which class is shown; otherwise empty.
#[must_use]
pub(crate) fn told(context: Context<'_>) -> Arc<str> {
    let there = context.store.classes_of(context.article.id()).filter(|(_, class)| class.is_there()).count();
    let called = context.decisions().map_or_else(|| NAMELESS.into(), title);
    let told = there > 1 || (there == 1 && &*called != NAMELESS);
    if told { strings::class_called(&called).into() } else { "".into() }
}

/// A class that nobody gave a name.
const NAMELESS: &str = strings::unnamed_class();

/// True for whoever belongs to the class that is shown.
pub(super) fn belongs(context: Context<'_>, id: &AnnotatorId) -> bool {
    !matches!(context.apart(id), Some(Apart::Elsewhere | Apart::Unassigned))
}

/// Which class is shown, and who stands apart, as it is now.
#[must_use]
pub(crate) fn roll(page: &Roll, inputs: Inputs<'_>) -> RollView {
    let context = inputs.context;
    let there = || context.store.classes_of(context.article.id()).filter(|(_, class)| class.is_there());
    let mut classes: Vec<ClassRow> = there()
        .map(|(id, class)| ClassRow { id: id.clone(), name: title(class), shown: context.class == Some(id) })
        .collect();
    classes.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    let called = context.decisions().map_or_else(|| "".into(), Decisions::called);
    let spoke = || context.everybody().filter(|(_, layer)| !layer.is_silent());
    let people = || spoke().filter(|(id, _)| !context.store.people.is_program(id));
    let inside = people().filter(|(id, _)| belongs(context, id)).count();
    let member = |id: &AnnotatorId| {
        let is = belongs(context, id);
        let ids = context.store.people.ids(id);
        let others = there().filter(|(class, _)| context.class != Some(class));
        let others = others.filter(|(_, class)| ids.iter().any(|id| class.has(id)));
        let elsewhere: Vec<Arc<str>> = others.map(|(_, class)| title(class)).collect();
        MemberRow {
            name: name(context, id),
            is,
            last: is && inside == 1,
            elsewhere: if elsewhere.is_empty() { "".into() } else { strings::in_classes(&elsewhere.join(", ")).into() },
            id: id.clone(),
        }
    };
    let mut members: Vec<MemberRow> = people().map(|(id, _)| member(id)).collect();
    members.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    let asked = assignment::given_codebook(context.store, context.article.id(), context.codebook);
    let programs = spoke().filter(|(id, _)| context.apart(id) == Some(Apart::Program));
    let readers = everybody(inputs).iter().filter(|one| one.has_coded).count();
    let named = names_shown(inputs, readers);
    let program = |id: &AnnotatorId| if named { name(context, id) } else { "".into() };
    RollView {
        named,
        told: !told(context).is_empty(),
        everybody: if members.iter().any(|row| !row.elsewhere.is_empty()) {
            strings::everybody_in_no_other()
        } else {
            strings::everybody()
        },
        opened: page.opened.clone(),
        chosen: context.has_members(),
        unassigned: people().filter(|(id, _)| context.apart(id) == Some(Apart::Unassigned)).count(),
        programs: programs
            .map(|(id, layer)| ProgramRow {
                id: id.clone(),
                name: program(id),
                progress: progress(inputs, &asked, layer),
            })
            .collect(),
        counted: context.programs,
        any_program: spoke().any(|(id, _)| context.store.people.is_program(id)),
        locked: context.locked,
        classes,
        called,
        members,
    }
}

fn title(class: &Decisions) -> Arc<str> {
    let called = class.called();
    if called.is_empty() { NAMELESS.into() } else { called }
}
