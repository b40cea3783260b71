//! Short SHA-256 digests: ids of texts and checksums of stored operations.

use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// The first `bytes` bytes (at most 32) of the SHA-256 of `text`, as lower-case hex: two digits a byte.
#[must_use]
pub fn hex(text: &str, bytes: usize) -> String {
    let hash = Sha256::digest(text.as_bytes());
    let mut out = String::with_capacity(bytes * 2);
    for byte in hash.iter().take(bytes) {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_the_head_of_sha256() {
        // FIPS 180-2, appendix B.1: SHA-256 of "abc".
        assert_eq!(hex("abc", 8), "ba7816bf8f01cfea");
        assert_eq!(hex("", 4), "e3b0c442");
    }
}
