//! What can be said of people and of classes.

use postil_core::base::id::{AnnotatorId, ClassId};
use std::sync::Arc;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Something is to be said of this one; the same again, and nothing is.
    Opened(AnnotatorId),
    /// These two are one person.
    Joined(AnnotatorId, AnnotatorId),
    /// This one is somebody else after all.
    Parted(AnnotatorId),
    /// This is a program (true), or a person.
    ProgramSaid(AnnotatorId, bool),
    /// Programs are counted too (true), or stand apart.
    ProgramsCounted(bool),
    /// Another class is to be shown.
    ClassChosen(ClassId),
    /// A new class with this name is to be made.
    ClassMade(Arc<str>),
    /// The class that is shown is called so.
    ClassRenamed(Arc<str>),
    /// Somebody belongs to the class that is shown (true), or does not.
    MemberSwitched(AnnotatorId, bool),
    /// Nobody is chosen for it any more.
    EverybodyChosen,
    /// Those who are in no class belong to the one that is shown.
    UnassignedTaken,
}
