//! The dialogs, and what people do in them with articles, files, names and keys. A reader who tags needs none of it, so it is
//! no part of the first load, but fetched when it is first needed.
//!
//! It is reached through one table, [`update::DIALOGS`], which comes with it. What nothing else leads to is split off by the
//! build (`scripts/program.mjs`): a direct call from elsewhere compiles as well, and costs every reader the weight of what it
//! calls.

pub(crate) mod arrival;
pub mod articles;
pub(crate) mod asked;
pub(crate) mod codebooks;
pub(crate) mod collecting;
pub(crate) mod compaction;
pub mod dialogs;
pub mod export;
pub(crate) mod fates;
pub mod giving;
pub(crate) mod hand_in;
pub mod import;
pub mod imported;
pub mod model;
pub mod msg;
pub(crate) mod nameless;
pub mod people;
pub mod preview;
pub(crate) mod removal;
pub mod rescue;
pub(crate) mod restorable;
pub(crate) mod rules;
pub mod table;
pub mod update;
pub mod verdicts;
pub mod view;
pub(crate) mod zipped;

pub use self::msg::Msg;
