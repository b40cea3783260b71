//! Readers: what people open becomes a draft of an article. One module a format.

pub mod text;
