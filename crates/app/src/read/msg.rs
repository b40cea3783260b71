//! What can happen while an article is read and tagged.

use crate::screen::Overlay;
use postil_core::{
    base::id::{OptionId, QuestionId, ThemeId},
    codebook::code::Code,
    record::Confidence,
};
use std::sync::Arc;

/// Where a key goes in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the next paragraph.
    Next,
    /// To the one before.
    Previous,
    /// To the next with something missing.
    NextOpen,
    /// To the one before with something missing.
    PreviousOpen,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// Something that happened on the Read page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// A paragraph was chosen (index from 0).
    ParagraphChosen(usize),
    /// The next (1) or previous (-1) paragraph was asked for.
    Stepped(i32),
    /// A key went to another paragraph, and takes the focus there.
    Went(Step),
    /// The overview was clicked or moved: a paragraph's index.
    OverviewUsed(usize),
    /// The page was scrolled, and this paragraph (by its index) is at reading height now.
    ReadingMoved(usize),
    /// The sheet was opened, which may cover the paragraph that it is about.
    SheetOpened,
    /// A paragraph was gone to by its index, from wherever one was.
    ParagraphSought(usize),
    /// Whose marks are to stand in the margin.
    OverlayChosen(Overlay),
    /// Another question was chosen for them to answer, by its place.
    QuestionShown(usize),
    /// What is asked is put away (false), or wanted again.
    TaskShown(bool),
    /// The page is about to be printed: all of it has to be drawn.
    PrintBegun,
    /// An option was chosen; the same again takes it back.
    StanceChosen(QuestionId, OptionId),
    /// An option was chosen by its key, for the current question if that has it.
    OptionKeyed(OptionId),
    /// The next question was made the current one.
    NextQuestionAsked,
    /// What was tagged here under an earlier rule is still right; where that is not shown yet, it is to be.
    StillRight,
    /// What was tagged under an earlier rule is to be looked at again, or no more.
    AgainSwitched(bool),
    /// The next (`true`) or previous paragraph that was tagged under an earlier rule was asked for.
    AgainStepped(bool),
    /// The next paragraph is to come by itself, or not, when nothing is missing of one.
    GoingOn(bool),
    /// The next degree of confidence was asked for.
    NextConfidenceAsked,
    /// The field that finds a theme was asked for.
    ThemeFinderAsked,
    /// The note's field was asked for.
    NoteAsked,
    /// How sure the annotator is; the same again takes it back.
    ConfidenceChosen(QuestionId, Confidence),
    /// A theme was switched.
    ThemeToggled(ThemeId),
    /// A theme is to be held, so that a tap on a paragraph switches it there; the same again lets go of it.
    ThemeHeld(ThemeId),
    /// The theme chosen last is to be held, or the one that is held let go of.
    HoldAsked,
    /// The theme that is held is to be switched on the current paragraph.
    HeldApplied,
    /// A theme with this name is wanted, and chosen.
    ThemeMade(Arc<str>),
    /// Whether the note is for its writer alone.
    NotePrivate(bool),
    /// "No theme applies" was switched.
    NoneToggled,
    /// It was asked what the code chosen last means.
    MeaningAsked,
    /// The card that says what a code means was opened.
    MeaningShown(Code),
    /// What the card of this theme offers is to be its example.
    ExampleTaken(ThemeId),
    /// Words were typed into the note.
    NoteTyped(Arc<str>),
    /// The note is to be kept; `true` when the focus goes back to the article.
    NoteKept(bool),
    /// Of several texts that met, this one stays.
    NoteResolved(Arc<str>),
    /// The search field was opened or closed.
    SearchOpened(bool),
    /// Words to search were typed.
    SearchTyped(Arc<str>),
    /// The next (1) or previous (-1) finding was asked for.
    SearchStepped(i32),
    /// The finding at this place of the list was chosen.
    SearchChosen(usize),
}
