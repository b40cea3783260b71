//! The dialogs: here what several of them say, and in a table each what one of them says.

pub mod annotators;
pub mod export;
pub mod help;
pub mod import;
pub mod language;
pub mod open;
pub mod room;

// The ways out of them.
postil_core::strings! {
    close = "Close";
    cancel = "Cancel";
    done = "Done";
    back = "Back";
    open_it = "Open";
}

// What several of them name.
postil_core::strings! {
    rename = "Rename";
    rename_it(name: &str) = ["Rename ", name];
    storage_here = "Storage in this browser";
}
