//! The strings of restoring what a rescue file holds.

// Said elsewhere in the same words.
pub use postil_core::strings::exchange::newer;

postil_core::strings! {
    needs_room(needed: usize, free: usize) = "Nothing was restored: this would need {needed} KB, and only {free} KB \
                                              are free. Use another browser.";
    cannot(name: &str, why: &str) = "“{name}” cannot be restored. {why} Nothing changed.";
    stored_changes(n: usize) = "{n} stored change" | "{n} stored changes";
    held(changes: &str, articles: &str) = "{changes} and {articles}";
    holds_nothing(name: &str) = "“{name}” holds nothing that can be restored. Nothing changed.";
    restored(held: &str) = "Restored: {held}.";
    holds(name: &str, held: &str) = "“{name}” holds all data of a browser: {held}. You can restore it here.";
    damaged(n: usize, named: &str, more: &str) =
        "1 entry is damaged and stays in the file, so keep it: {named}{more}."
        | "Some entries are damaged and stay in the file, so keep it: {named}{more}.";
}
