//! How many entries lists move to make room, close a gap or be sorted. Only tests count it: where one entry after another
//! moves all the others, a file of a few megabytes takes minutes, on a fast machine too.

#[cfg(test)]
thread_local! {
    static MOVES: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// So many entries are moved.
#[cfg(test)]
pub(super) fn moved(entries: usize) {
    MOVES.set(MOVES.get() + entries);
}

/// Nobody counts.
#[cfg(not(test))]
pub(super) const fn moved(_: usize) {}

/// How many entries are moved while something is done.
#[cfg(test)]
pub(crate) fn moves<T>(act: impl FnOnce() -> T) -> (T, usize) {
    let before = MOVES.get();
    let done = act();
    (done, MOVES.get() - before)
}
