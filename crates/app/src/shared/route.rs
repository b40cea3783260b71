//! The address after the `#`: which screen or paragraph it names.

use crate::{
    effect::Effect,
    env::Env,
    link,
    part::Presence,
    screen::Screen,
    shared::{Shared, note, seek::Seek},
};

/// Shows the screen or paragraph that the address names.
pub fn changed(shared: &mut Shared, hash: &str, env: &Env<'_>) {
    let name = hash.trim_start_matches('#');
    if let Some(index) = paragraph_of(name) {
        shared.screen = Screen::Read;
        shared.seeks.push(Seek::Link(index));
        return;
    }
    if let Some(packed) = link::packed(hash) {
        // It is shown before anything is opened.
        shared.effects.push(Effect::Unpack(packed.into()));
    }
    shared.address = hash.into();
    shared.addressed += 1;
    if shared.class == Presence::Failed {
        // What did not come is wanted once more.
        shared.class = Presence::Absent;
    }
    // What follows the screen is the screen's own business.
    let word = name.trim_start_matches('/').split('/').next().unwrap_or_default();
    let screen = Screen::ALL.into_iter().find(|screen| screen.word() == word).unwrap_or_default();
    note::keep(shared, env);
    if screen != shared.screen {
        shared.screen = screen;
        // Other screens begin at their head, wherever the article was.
        if screen == Screen::Read {
            shared.seeks.push(Seek::Back);
        } else {
            shared.effects.push(Effect::ScrollUp);
        }
    }
    if screen == Screen::Read {
        shared.effects.push(Effect::AwaitIdle);
    }
}

/// What a link holds was opened or given up: the address says no more what is to be opened, so it is not asked again.
pub(crate) fn leave_link(shared: &mut Shared) {
    let read = Screen::Read.route();
    shared.address = read.into();
    shared.effects.push(Effect::Readdress(read.into()));
}

/// The paragraph's index that an address like `p7` names.
fn paragraph_of(name: &str) -> Option<usize> {
    name.strip_prefix('p')?.parse::<usize>().ok()?.checked_sub(1)
}
