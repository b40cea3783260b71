//! The keys: one table makes the handling, the hints on the controls, the help dialog and the collision test.

use crate::{screen::Screen, strings::keys as strings};
use postil_core::{
    base::{
        id::{OptionId, ThemeId},
        order,
    },
    codebook::Codebook,
    keep::store::Store,
};
use std::sync::Arc;

/// Where the focus was when a key was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the content of the screen, or nowhere.
    Content,
    /// In the inspector.
    Inspector,
    /// On a radio button of the inspector, where the arrow keys move between options.
    Radio,
    /// In a text field.
    Text,
    /// In a dialog.
    Dialog,
    /// On a button or a link outside the article and the inspector.
    Button,
    /// On any other control.
    Elsewhere,
}

/// A key as it was pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPress {
    /// `KeyboardEvent.key`.
    pub key: Arc<str>,
    /// `KeyboardEvent.code`: the key's place, for layouts without Latin letters.
    pub code: Arc<str>,
    /// Control, or ⌘ on a Mac.
    pub command: bool,
    /// Shift.
    pub shift: bool,
    /// Where the focus was.
    pub place: Place,
}

/// What a key does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Next paragraph.
    Next,
    /// Previous paragraph.
    Previous,
    /// Next paragraph not fully answered.
    NextOpen,
    /// Previous paragraph not fully answered.
    PreviousOpen,
    /// First paragraph.
    First,
    /// Last paragraph.
    Last,
    /// The option with this place in the current question.
    Stance(OptionId),
    /// Next stance question.
    NextQuestion,
    /// Switches a theme.
    Theme(ThemeId),
    /// Holds the theme chosen last, or lets go of the one that is held.
    Hold,
    /// Switches the theme that is held.
    ApplyHeld,
    /// Switches "No theme applies".
    NoneApplies,
    /// Goes to the theme finder.
    FindTheme,
    /// Opens the card that says what was chosen last means.
    Meaning,
    /// Goes to the note.
    Note,
    /// Goes to the confidence choices, or says the next one.
    Confidence,
    /// Says that what was tagged under an earlier rule is still right.
    StillRight,
    /// Goes to the search.
    Search,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// All keys.
    Help,
    /// In a discussion, the next step (true) or the one before.
    Turn(bool),
    /// Fills the screen with the discussion, or ends that.
    FullScreen,
    /// Goes from the discussion back to the rest of the app.
    Leave,
    /// What a table or a list that has the focus does itself: told, and left to it.
    Inside,
}

/// One action with its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// Names it in settings.
    pub id: Arc<str>,
    /// What it does, for people.
    pub label: Arc<str>,
    /// The heading it stands under in the help dialog.
    pub section: &'static str,
    /// The screens on which it acts.
    pub screens: &'static [Screen],
    /// What it does.
    pub action: Action,
    /// Its keys: `KeyboardEvent.key` values, two separated by a space for a sequence, `Ctrl+` before a command.
    pub keys: Vec<Arc<str>>,
    /// The key that a person chose instead of the first.
    pub changed: bool,
}

/// The headings of the help dialog in order.
pub(crate) const SECTIONS: [&str; 6] = [
    strings::moving(),
    strings::stance(),
    strings::themes(),
    strings::compare(),
    strings::discuss(),
    strings::everything_else(),
];
const SETTING: &str = "key:";

/// Where an action has something to act on: in the article, in what is compared, in a discussion, or wherever one is.
const READ: &[Screen] = &[Screen::Read];
const COMPARE: &[Screen] = &[Screen::Compare];
const DISCUSS: &[Screen] = &[Screen::Discuss];
const EVERYWHERE: &[Screen] = &Screen::ALL;

type Fixed = (&'static str, &'static str, &'static str, &'static [Screen], Action, &'static [&'static str]);

const MOVE: &[Fixed] = &[
    ("next", strings::next_paragraph(), SECTIONS[0], READ, Action::Next, &["j", "ArrowDown"]),
    ("previous", strings::previous_paragraph(), SECTIONS[0], READ, Action::Previous, &["k", "ArrowUp"]),
    ("next-open", strings::next_open(), SECTIONS[0], READ, Action::NextOpen, &["]"]),
    ("previous-open", strings::previous_open(), SECTIONS[0], READ, Action::PreviousOpen, &["["]),
    ("first", strings::first_paragraph(), SECTIONS[0], READ, Action::First, &["g g", "Home"]),
    ("last", strings::last_paragraph(), SECTIONS[0], READ, Action::Last, &["G", "End"]),
];

const REST: &[Fixed] = &[
    ("question", strings::next_question(), SECTIONS[1], READ, Action::NextQuestion, &["q"]),
    ("confidence", strings::confidence(), SECTIONS[1], READ, Action::Confidence, &["c"]),
    ("none", strings::no_theme_applies(), SECTIONS[2], READ, Action::NoneApplies, &["0"]),
    ("hold", strings::hold_theme(), SECTIONS[2], READ, Action::Hold, &["V"]),
    ("apply", strings::apply_held(), SECTIONS[2], READ, Action::ApplyHeld, &["v"]),
    ("find-theme", strings::find_theme(), SECTIONS[2], READ, Action::FindTheme, &["t"]),
    ("meaning", strings::meaning(), SECTIONS[2], READ, Action::Meaning, &["d"]),
    ("inside", strings::move_inside(), SECTIONS[3], COMPARE, Action::Inside, ARROWS),
    ("inside-ends", strings::move_to_ends(), SECTIONS[3], COMPARE, Action::Inside, &["Home", "End"]),
    (
        "turn-on",
        strings::next_step(),
        SECTIONS[4],
        DISCUSS,
        Action::Turn(true),
        &[" ", "ArrowRight", "ArrowDown", PAGE_DOWN],
    ),
    (
        "turn-back",
        strings::previous_step(),
        SECTIONS[4],
        DISCUSS,
        Action::Turn(false),
        &["ArrowLeft", "ArrowUp", PAGE_UP],
    ),
    ("full-screen", strings::full_screen(), SECTIONS[4], DISCUSS, Action::FullScreen, &["f"]),
    ("leave", strings::leave_discussion(), SECTIONS[4], DISCUSS, Action::Leave, &[ESCAPE]),
    ("still-right", strings::still_right(), SECTIONS[5], READ, Action::StillRight, &["r"]),
    ("note", strings::write_note(), SECTIONS[5], READ, Action::Note, &["e"]),
    ("search", strings::search(), SECTIONS[5], READ, Action::Search, &["/"]),
    ("undo", strings::undo(), SECTIONS[5], EVERYWHERE, Action::Undo, &["Ctrl+Z"]),
    ("redo", strings::redo(), SECTIONS[5], EVERYWHERE, Action::Redo, &["Ctrl+Shift+Z", "Ctrl+Y"]),
    ("help", strings::help(), SECTIONS[5], EVERYWHERE, Action::Help, &["?"]),
];

const ARROWS: &[&str] = &["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
/// What a presenter sends.
const PAGE_DOWN: &str = "PageDown";
const PAGE_UP: &str = "PageUp";
const ESCAPE: &str = "Escape";

/// The keys of a codebook and of the app, with a person's changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// All actions in the order of the help dialog.
    pub(crate) bindings: Vec<Binding>,
    /// True when single keys act.
    pub single_keys: bool,
    /// True on a Mac.
    pub mac: bool,
}

/// Why a key cannot be given to an action.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum KeyError {
    /// Another action has it.
    #[error("{}", strings::taken(.0, .1))]
    Taken(Arc<str>, Arc<str>),
    /// It is not a single character.
    #[error("{}", strings::not_single())]
    NotSingle,
}

impl Keymap {
    /// The keymap of a codebook with the changes found in the settings. A key of the codebook that the app itself uses,
    /// or that two codes share, stays with the first.
    #[must_use]
    pub fn new(codebook: &Codebook, settings: &Store, mac: bool) -> Self {
        let fixed = |f: &Fixed| Binding {
            id: f.0.into(),
            label: f.1.into(),
            section: f.2,
            screens: f.3,
            action: f.4.clone(),
            keys: f.5.iter().map(|k| Arc::from(*k)).collect(),
            changed: false,
        };
        let coded = |id: String, label: &Arc<str>, section, action, key: &Option<Arc<str>>| Binding {
            id: id.into(),
            label: Arc::clone(label),
            section,
            screens: READ,
            action,
            keys: key.iter().filter(|k| is_single(k)).cloned().collect(),
            changed: false,
        };
        let mut bindings: Vec<Binding> = MOVE.iter().map(fixed).collect();
        let own = MOVE.len();
        if let Some(question) = codebook.asked().first() {
            bindings.extend(question.offered().map(|o| {
                coded(format!("stance:{}", o.id), &o.label, SECTIONS[1], Action::Stance(o.id.clone()), &o.key)
            }));
        }
        bindings.extend(
            codebook
                .offered()
                .map(|t| coded(format!("theme:{}", t.id), &t.label, SECTIONS[2], Action::Theme(t.id.clone()), &t.key)),
        );
        let codes = own..bindings.len();
        bindings.extend(REST.iter().map(fixed));
        let mut map =
            Self { bindings, single_keys: settings.setting("single-keys").is_none_or(|v| &**v != "off"), mac };
        for at in codes {
            let key = map.bindings[at].keys.first().cloned();
            if key.is_some_and(|key| map.owner(&key, at).is_some()) {
                map.bindings[at].keys.clear();
            }
        }
        for at in 0..map.bindings.len() {
            let chosen = settings.setting(&format!("{SETTING}{}", map.bindings[at].id)).filter(|k| is_single(k));
            if let Some(key) = chosen.filter(|key| map.owner(key, at).is_none()) {
                let binding = &mut map.bindings[at];
                if binding.keys.is_empty() {
                    binding.keys.push(Arc::clone(key));
                } else {
                    binding.keys[0] = Arc::clone(key);
                }
                binding.changed = true;
            }
        }
        let place = |binding: &Binding| SECTIONS.iter().position(|g| *g == binding.section);
        order::short(&mut map.bindings, |a, b| place(a).cmp(&place(b)));
        map
    }

    /// The name of the setting that holds an action's changed key.
    #[must_use]
    pub fn setting(id: &str) -> String {
        format!("{SETTING}{id}")
    }

    /// Whether an action may be given another key.
    #[must_use]
    pub fn can_change(&self, binding: &Binding) -> bool {
        !matches!(binding.action, Action::Undo | Action::Redo | Action::Inside | Action::Leave)
    }

    /// Checks that `key` may become the key of the action `id`.
    ///
    /// # Errors
    /// When another action has it or it is no single character.
    pub(crate) fn may_bind(&self, id: &str, key: &str) -> Result<(), KeyError> {
        if !is_single(key) {
            return Err(KeyError::NotSingle);
        }
        let at = self.bindings.iter().position(|b| &*b.id == id).unwrap_or(usize::MAX);
        match self.owner(key, at) {
            Some(owner) => Err(KeyError::Taken(key.into(), Arc::clone(&owner.label))),
            None => Ok(()),
        }
    }

    /// Another binding than `except` that acts on `key` on one of its screens, also as the head of a sequence.
    fn owner(&self, key: &str, except: usize) -> Option<&Binding> {
        let screens = self.bindings.get(except).map_or(EVERYWHERE, |binding| binding.screens);
        let head = |k: &str| k.split(' ').next().unwrap_or(k).to_owned();
        let others = self.bindings.iter().enumerate().filter(|(at, _)| *at != except).map(|(_, b)| b);
        let mut rivals = others.filter(|b| b.screens.iter().any(|screen| screens.contains(screen)));
        rivals.find(|b| b.keys.iter().any(|k| head(k) == key))
    }

    /// The binding of an action.
    #[must_use]
    pub fn of(&self, action: &Action) -> Option<&Binding> {
        self.bindings.iter().find(|b| b.action == *action)
    }

    /// The hint for an action's first key, as people see it; empty when it has none.
    #[must_use]
    pub fn hint(&self, action: &Action) -> Arc<str> {
        self.of(action).and_then(|b| b.keys.first()).map_or_else(|| "".into(), |k| self.shown(k))
    }

    /// A key as people see it.
    #[must_use]
    pub fn shown(&self, key: &str) -> Arc<str> {
        let plain = match key {
            "ArrowDown" => "↓",
            "ArrowUp" => "↑",
            "ArrowLeft" => "←",
            "ArrowRight" => "→",
            " " => strings::space(),
            other => other,
        };
        if self.mac { plain.replace("Ctrl+", "⌘").replace("Shift+", "⇧").into() } else { plain.into() }
    }

    /// What a key press does on a screen. `before` is the key that began a sequence, if one is open; the second result is
    /// the key that begins one now.
    #[must_use]
    pub fn action(&self, press: &KeyPress, before: Option<&str>, screen: Screen) -> (Option<Action>, Option<Arc<str>>) {
        let key = latin(press);
        if press.command {
            let text = format!("Ctrl+{}{}", if press.shift { "Shift+" } else { "" }, key.to_ascii_uppercase());
            // In a text field and in a dialog, undo is the field's own.
            let free = !matches!(press.place, Place::Text | Place::Dialog);
            return (free.then(|| self.find(&text, screen)).flatten(), None);
        }
        if !self.hears(&key, press.place, screen) {
            return (None, None);
        }
        if let Some(action) = before.and_then(|before| self.find(&format!("{before} {key}"), screen)) {
            return (Some(action), None);
        }
        if let Some(action) = self.find(&key, screen) {
            return (Some(action), None);
        }
        let head = format!("{key} ");
        let begins = self.on(screen).any(|b| b.keys.iter().any(|k| k.starts_with(&head)));
        (None, begins.then_some(key))
    }

    /// Whether a key without Ctrl is the screen's: not the control's that has the focus, and not switched off.
    fn hears(&self, key: &str, place: Place, screen: Screen) -> bool {
        let arrow = key.starts_with("Arrow");
        match key {
            // A presenter sends these wherever the focus is.
            PAGE_DOWN | PAGE_UP if screen == Screen::Discuss => place != Place::Dialog,
            " " if screen == Screen::Discuss => place == Place::Content,
            ESCAPE if screen == Screen::Discuss => matches!(place, Place::Content | Place::Button | Place::Elsewhere),
            _ if arrow && screen == Screen::Discuss => matches!(place, Place::Content | Place::Button),
            // Whoever stands at a wall has just pressed a button there.
            _ if screen == Screen::Discuss => {
                self.single_keys && matches!(place, Place::Content | Place::Button | Place::Elsewhere)
            }
            _ => {
                self.single_keys
                    && (matches!(place, Place::Content | Place::Inspector) || place == Place::Radio && !arrow)
            }
        }
    }

    fn on(&self, screen: Screen) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().filter(move |binding| binding.screens.contains(&screen))
    }

    fn find(&self, key: &str, screen: Screen) -> Option<Action> {
        let mut ours = self.on(screen).filter(|b| b.action != Action::Inside);
        ours.find(|b| b.keys.iter().any(|k| &**k == key)).map(|b| b.action.clone())
    }
}

/// The key's Latin meaning: on layouts with other letters the key's place counts, and Caps Lock does not.
#[must_use]
pub(crate) fn latin(press: &KeyPress) -> Arc<str> {
    let mut chars = press.key.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else { return Arc::clone(&press.key) };
    if c.is_alphabetic()
        && !c.is_ascii()
        && let Some(letter) = press.code.strip_prefix("Key")
    {
        return if press.shift { letter.into() } else { letter.to_ascii_lowercase().into() };
    }
    if c.is_ascii_uppercase() && !press.shift {
        return press.key.to_ascii_lowercase().into();
    }
    Arc::clone(&press.key)
}

fn is_single(key: &str) -> bool {
    let mut chars = key.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if !c.is_control() && c != ' ')
}

#[cfg(test)]
mod tests;
