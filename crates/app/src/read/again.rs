//! Going through what was tagged under an earlier rule. What is still right is said again, with the same words and under the rule
//! of now; everything else is tagged as ever.

use super::{gesture, model::Read, msg::Step, place};
use crate::{
    effect::{Effect, Focus},
    env::Env,
    shared::{Shared, again},
    strings::read as strings,
};

/// Begins, with the current paragraph if it is one of them, or else with the next.
pub(crate) fn begin(read: &mut Read, shared: &Shared) {
    let Some(index) = shared.worklist.from(read.current) else {
        read.again = false;
        read.announce(strings::nothing_earlier());
        return;
    };
    read.again = true;
    place::go(read, index);
}

/// Stops.
pub(crate) fn end(read: &mut Read) {
    read.again = false;
    read.act(Effect::Focus(Focus::ArticleAt(read.current)));
}

/// Goes where a key goes: while something is looked at again, that is what is missing.
pub(crate) fn went(read: &mut Read, shared: &Shared, key: Step) {
    match key {
        Step::NextOpen if read.again => step(read, shared, true),
        Step::PreviousOpen if read.again => step(read, shared, false),
        _ => place::step(read, key),
    }
}

/// Goes to the next of them, or to the one before.
pub(crate) fn step(read: &mut Read, shared: &Shared, forward: bool) {
    match shared.worklist.beside(read.current, forward) {
        Some(index) => place::go(read, index),
        None => read.announce(strings::no_others()),
    }
}

/// What was tagged here under an earlier rule is still right. Nobody says so before both rules were shown.
pub(crate) fn still_right(read: &mut Read, shared: &Shared, env: &Env<'_>) {
    if !read.again {
        begin(read, shared);
        return;
    }
    let edits = again::said_again(shared, read.current);
    if edits.is_empty() {
        read.announce(strings::nothing_earlier_here());
        return;
    }
    if !gesture::is_seen(read, env) {
        return;
    }
    gesture::tag(read, shared, edits, strings::still_right());
    if shared.may_write()
        && let Some(next) = shared.worklist.beside(read.current, true)
    {
        place::go(read, next);
    }
}

/// Ends when nothing is left.
pub(crate) fn follow(read: &mut Read, shared: &Shared) {
    if read.again && shared.worklist.is_empty() {
        end(read);
        read.announce(strings::nothing_earlier_left());
    }
}
