//! The keyboard's one owner: what a key does is said by one table, and done by the page it belongs to.

use crate::{
    carry_out::open_dialog,
    discuss,
    env::Env,
    files,
    keymap::{Action, KeyPress},
    model::Model,
    parts,
    read::{
        self,
        msg::{Msg, Step},
    },
    screen::DialogKind,
    shared::undo,
};
use std::sync::Arc;

/// Does what a key stands for.
pub fn pressed(model: &mut Model, press: &KeyPress, env: &Env<'_>) {
    if model.files.awaiting.is_some() {
        parts::dialogs::tell(model, files::Msg::KeyPressed(press.clone()), env);
        return;
    }
    let head = model.key_head.take();
    let (action, open) = model.shared.keymap.action(press, head.as_deref(), model.shared.screen);
    model.key_head = open;
    let Some(action) = action else { return };
    let msg = match action {
        Action::Next => Msg::Went(Step::Next),
        Action::Previous => Msg::Went(Step::Previous),
        Action::NextOpen => Msg::Went(Step::NextOpen),
        Action::PreviousOpen => Msg::Went(Step::PreviousOpen),
        Action::First => Msg::Went(Step::First),
        Action::Last => Msg::Went(Step::Last),
        Action::Stance(option) => Msg::OptionKeyed(option),
        Action::NextQuestion => Msg::NextQuestionAsked,
        Action::Theme(theme) => Msg::ThemeToggled(theme),
        Action::NoneApplies => Msg::NoneToggled,
        Action::FindTheme => Msg::ThemeFinderAsked,
        Action::Note => Msg::NoteAsked,
        Action::Confidence => Msg::NextConfidenceAsked,
        Action::Search => Msg::SearchOpened(true),
        Action::Undo => return undo::step(&mut model.shared, false, env),
        Action::Redo => return undo::step(&mut model.shared, true, env),
        Action::Help => return open_dialog(model, DialogKind::Keys),
        Action::Turn(on) => return parts::class::tell(model, Arc::new(discuss::msg::Msg::Stepped(on).into()), env),
        // Whatever has the focus does it.
        Action::Inside => return,
    };
    let intents = read::update::update(&mut model.read, &model.shared, msg, env);
    crate::carry_out::carry_out(model, intents, env);
}
