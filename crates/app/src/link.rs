//! An article that was handed out as a link: all of it stands in the address, behind the `#`, where no server gets it.

/// What the address of such a link has behind its `#`, before what is packed in it.
pub const DO: &str = "/do/";
/// The longest such link, in characters: what programs that pass links on are known to keep whole.
pub const LONGEST: usize = 8000;
/// The longest text that is unpacked from one, in bytes: a few characters can stand for very many.
pub const MOST: usize = 1_000_000;

/// What is packed in an address (from the `#` on), if it is such a link. One that is too long is read as an empty one.
#[must_use]
pub(crate) fn packed(hash: &str) -> Option<&str> {
    let packed = hash.trim_start_matches('#').strip_prefix(DO)?;
    Some(if hash.len() > LONGEST { "" } else { packed })
}
