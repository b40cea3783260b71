//! Key presses as the app understands them.

use postil_app::keymap::{KeyPress, Place};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

/// What was pressed, and where; `None` for what is none of our business: a key held with Alt, a composition, or one that
/// a control has already used.
pub fn read(event: &KeyboardEvent, mac: bool) -> Option<KeyPress> {
    if event.default_prevented() || event.is_composing() {
        return None;
    }
    let held = Held {
        alt: event.alt_key(),
        ctrl: event.ctrl_key(),
        meta: event.meta_key(),
        shift: event.shift_key(),
        alt_graph: event.get_modifier_state("AltGraph"),
        caps_lock: event.get_modifier_state("CapsLock"),
    };
    let key = event.key();
    let command = held.command(mac)?;
    let shift = held.shift || held.makes_capital(&key);
    Some(KeyPress { key: key.into(), code: event.code().into(), command, shift, place: place(event) })
}

/// The keys that are held while another is pressed, and the one that locks.
#[derive(Clone, Copy, Default)]
struct Held {
    alt: bool,
    ctrl: bool,
    meta: bool,
    shift: bool,
    alt_graph: bool,
    caps_lock: bool,
}

impl Held {
    /// Whether the key is a command; `None` for what belongs to the browser or the system.
    fn command(self, mac: bool) -> Option<bool> {
        let command = if mac { self.meta } else { self.ctrl };
        let of_system = (self.alt && !self.alt_graph) || ((self.meta || self.ctrl) && !command);
        (!of_system).then_some(command && !self.alt_graph)
    }

    /// True for a capital that Caps Lock did not make: on-screen keyboards send it without Shift.
    fn makes_capital(self, key: &str) -> bool {
        key.len() == 1 && key.chars().all(|c| c.is_ascii_uppercase()) && !self.caps_lock
    }
}

fn place(event: &KeyboardEvent) -> Place {
    let Some(target) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return Place::Content };
    let within = |selector: &str| target.closest(selector).ok().flatten().is_some();
    // For a moment after it was closed, the focus is still in a dialog that is gone.
    if within("dialog[open], [popover]") {
        return Place::Dialog;
    }
    let kind = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::type_);
    let name = target.tag_name().to_ascii_lowercase();
    place_of(&name, kind.as_deref(), &event.key(), within)
}

/// Where a key was pressed: in which element, of which kind if it is an input, and within what.
fn place_of(name: &str, kind: Option<&str>, key: &str, within: impl Fn(&str) -> bool) -> Place {
    match (name, kind) {
        ("textarea" | "select", _) => return Place::Text,
        ("input", Some("radio")) => return if within(".inspector") { Place::Radio } else { Place::Elsewhere },
        ("input", Some("checkbox")) => return if within(".inspector") { Place::Inspector } else { Place::Elsewhere },
        ("input", _) => return Place::Text,
        _ => {}
    }
    if within("[contenteditable]") {
        return Place::Text;
    }
    match name {
        _ if within(".inspector") => Place::Inspector,
        _ if within(".read") => Place::Content,
        // A link has no use for the space bar.
        "a" if key == " " => Place::Content,
        "a" | "button" | "summary" => Place::Button,
        // In a table that arrow keys move through, they have been used by now.
        _ => Place::Content,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_for_commands_is_another_one_on_a_mac() {
        let (ctrl, meta) = (Held { ctrl: true, ..Held::default() }, Held { meta: true, ..Held::default() });
        assert_eq!((ctrl.command(false), meta.command(true)), (Some(true), Some(true)));
        assert_eq!((ctrl.command(true), meta.command(false)), (None, None), "the other one is the system’s");
        assert_eq!(Held { ctrl: true, meta: true, ..Held::default() }.command(true), Some(true));
        assert_eq!(Held::default().command(false), Some(false));
    }

    #[test]
    fn what_is_held_with_alt_is_left_alone_but_signs_that_need_it_are_typed() {
        let alt = Held { alt: true, ..Held::default() };
        assert_eq!(alt.command(false), None);
        // Windows says AltGr as Ctrl and Alt at once.
        let alt_graph = Held { alt: true, ctrl: true, alt_graph: true, ..Held::default() };
        assert_eq!((alt_graph.command(false), alt_graph.command(true)), (Some(false), None));
        assert_eq!(Held { alt_graph: true, ..Held::default() }.command(true), Some(false));
    }

    #[test]
    fn a_capital_without_shift_counts_as_shift_unless_caps_lock_made_it() {
        let (free, locked) = (Held::default(), Held { caps_lock: true, ..Held::default() });
        for (key, capital) in [("S", true), ("s", false), ("1", false), ("Enter", false), ("Ä", false)] {
            assert_eq!((free.makes_capital(key), locked.makes_capital(key)), (capital, false), "{key}");
        }
    }

    #[test]
    fn where_a_key_was_pressed_decides_whose_it_is() {
        let at = |name: &str, kind: Option<&str>, key: &str, inside: &[&str]| {
            place_of(name, kind, key, |selector| inside.contains(&selector))
        };
        for (name, kind) in [("textarea", None), ("select", None), ("input", Some("text")), ("input", Some("search"))] {
            assert_eq!(at(name, kind, "a", &[".inspector"]), Place::Text, "{name} {kind:?}");
        }
        assert_eq!(at("input", Some("radio"), "a", &[".inspector"]), Place::Radio);
        assert_eq!(at("input", Some("checkbox"), "a", &[".inspector"]), Place::Inspector);
        assert_eq!(at("input", Some("radio"), "a", &[]), Place::Elsewhere);
        assert_eq!(at("input", Some("checkbox"), "a", &[]), Place::Elsewhere);
        assert_eq!(at("p", None, "a", &["[contenteditable]", ".read"]), Place::Text);
        assert_eq!(at("button", None, "a", &[".inspector"]), Place::Inspector);
        assert_eq!(at("a", None, "Enter", &[".read"]), Place::Content);
        assert_eq!(at("a", None, " ", &[]), Place::Content);
        assert_eq!(at("a", None, "Enter", &[]), Place::Button);
        assert_eq!((at("summary", None, " ", &[]), at("td", None, "j", &[])), (Place::Button, Place::Content));
    }
}
