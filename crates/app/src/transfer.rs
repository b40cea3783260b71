//! Out and in: exporting the open article's bundle, importing the files of others, and whose they are.

pub mod export;
pub mod import;
pub mod people;
pub mod verdicts;

pub use export::{bundle, bundle_of, count_unexported, export, hand_out};
pub use import::{Imported, files_read, open_imported, refused};
pub use people::{
    annotator_added, annotator_aliased, annotator_chosen, annotator_renamed, asks_for_name, coded, go_on_as, is_here,
};
pub use verdicts::import_view;
