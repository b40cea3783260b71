//! The keyboard's one owner: one table says what a key stands for, and here is what that means.

use crate::{
    class::msg as class,
    discuss, files,
    keymap::{Action, KeyPress},
    model::Model,
    msg::Msg,
    read::{self, msg::Step},
    screen::DialogKind,
};

/// What happens when a key is pressed, if anything does.
pub(crate) fn pressed(model: &mut Model, press: &KeyPress) -> Option<Msg> {
    if model.files.awaiting.is_some() {
        return Some(files::Msg::KeyPressed(press.clone()).into());
    }
    let head = model.key_head.take();
    let (action, open) = model.shared.keymap.action(press, head.as_deref(), model.shared.screen);
    model.key_head = open;
    meaning(action?)
}

fn meaning(action: Action) -> Option<Msg> {
    let went = |step| Some(read::Msg::Went(step).into());
    match action {
        Action::Next => went(Step::Next),
        Action::Previous => went(Step::Previous),
        Action::NextOpen => went(Step::NextOpen),
        Action::PreviousOpen => went(Step::PreviousOpen),
        Action::First => went(Step::First),
        Action::Last => went(Step::Last),
        Action::Stance(option) => Some(read::Msg::OptionKeyed(option).into()),
        Action::NextQuestion => Some(read::Msg::NextQuestionAsked.into()),
        Action::Theme(theme) => Some(read::Msg::ThemeToggled(theme).into()),
        Action::Hold => Some(read::Msg::HoldAsked.into()),
        Action::ApplyHeld => Some(read::Msg::HeldApplied.into()),
        Action::NoneApplies => Some(read::Msg::NoneToggled.into()),
        Action::FindTheme => Some(read::Msg::ThemeFinderAsked.into()),
        Action::Meaning => Some(read::Msg::MeaningAsked.into()),
        Action::Note => Some(read::Msg::NoteAsked.into()),
        Action::Confidence => Some(read::Msg::NextConfidenceAsked.into()),
        Action::StillRight => Some(read::Msg::StillRight.into()),
        Action::Search => Some(read::Msg::SearchOpened(true).into()),
        Action::Undo => Some(Msg::UndoAsked),
        Action::Redo => Some(Msg::RedoAsked),
        Action::Help => Some(Msg::DialogOpened(DialogKind::Help)),
        Action::Turn(on) => Some(class::Msg::from(discuss::msg::Msg::Stepped(on)).into()),
        Action::FullScreen => Some(class::Msg::from(discuss::msg::Msg::FullScreenAsked).into()),
        Action::Leave => Some(class::Msg::from(discuss::msg::Msg::Escaped).into()),
        // Whatever has the focus does it.
        Action::Inside => None,
    }
}
