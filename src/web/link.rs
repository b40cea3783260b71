//! Links that hold an article: packed as raw DEFLATE by the browser, and written in base64url.

use crate::web::{file, js};
use js_sys::{Array, Function, Reflect, Uint8Array};
use postil_app::link::{DO, MOST};
use wasm_bindgen::{JsCast, JsValue};

/// The letters of base64url, each at the place of what it stands for.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The address of this page with a text packed into it, if the browser can do that.
pub async fn pack(text: &str) -> Option<String> {
    let bytes = through("CompressionStream", &file::js_text(text).into(), usize::MAX).await?;
    let here = web_sys::window()?.location().href().ok()?;
    let page = here.split('#').next().unwrap_or_default();
    Some([page, "#", DO, &letters(&bytes)].concat())
}

/// The text that is packed in an address, if there is one.
pub async fn unpack(packed: &str) -> Option<String> {
    let bytes = bytes(packed).filter(|bytes| !bytes.is_empty())?;
    String::from_utf8(inflate(&bytes, MOST).await?).ok()
}

/// What was packed as raw DEFLATE, if it is whole and no more than `most` bytes.
pub async fn inflate(packed: &[u8], most: usize) -> Option<Vec<u8>> {
    through("DecompressionStream", &Uint8Array::from(packed).into(), most).await
}

/// What comes out of one of the browser's streams when this goes in; `None` when that is no whole one, or more than `most`.
async fn through(stream: &str, content: &JsValue, most: usize) -> Option<Vec<u8>> {
    let make = |class: &str, arguments: &Array| {
        let class = js::get(&js_sys::global(), class)?.dyn_into::<Function>().ok()?;
        Reflect::construct(&class, arguments).ok()
    };
    let blob = make("Blob", &Array::of1(&Array::of1(content)))?;
    let passing = make(stream, &Array::of1(&"deflate-raw".into()))?;
    let source = js::call(&blob, "stream", &[]).ok()?;
    let reader = js::call(&js::call(&source, "pipeThrough", &[passing]).ok()?, "getReader", &[]).ok()?;
    let mut bytes = Vec::new();
    loop {
        let read = js::settled(js::call(&reader, "read", &[]).ok()?).await.ok()?;
        let Some(chunk) = js::get(&read, "value") else { return Some(bytes) };
        bytes.extend(chunk.dyn_into::<Uint8Array>().ok()?.to_vec());
        if bytes.len() > most {
            // Whoever made it so large wanted to fill the page.
            let _ = js::call(&reader, "cancel", &[]);
            return None;
        }
    }
}

/// Bytes in base64url, without the signs that fill up.
fn letters(bytes: &[u8]) -> String {
    let mut letters = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let at = |n: usize| u32::from(three.get(n).copied().unwrap_or_default());
        let all = at(0) << 16 | at(1) << 8 | at(2);
        let places = [18, 12, 6, 0].into_iter().take(three.len() + 1);
        letters.extend(places.map(|shift| char::from(LETTERS[(all >> shift & 63) as usize])));
    }
    letters
}

/// The bytes that base64url stands for; `None` for what is none.
fn bytes(letters: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(letters.len() / 4 * 3 + 2);
    for four in letters.as_bytes().chunks(4) {
        let mut all = 0;
        for letter in four {
            all = all << 6 | u32::try_from(LETTERS.iter().position(|known| known == letter)?).ok()?;
        }
        all <<= 6 * (4 - four.len());
        let whole = all.to_be_bytes();
        bytes.extend(whole.get(1..four.len()).filter(|bytes| !bytes.is_empty())?);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_in_letters_that_an_address_keeps_and_read_again() {
        for (content, expected) in [
            (&b""[..], ""),
            (b"f", "Zg"),
            (b"fo", "Zm8"),
            (b"foo", "Zm9v"),
            (b"foob", "Zm9vYg"),
            (b"\xfb\xff\xfe", "-__-"),
        ] {
            assert_eq!((letters(content).as_str(), bytes(expected).as_deref()), (expected, Some(content)));
        }
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(bytes(&letters(&all)), Some(all));
    }

    #[test]
    fn what_is_no_base64url_is_none() {
        for letters in ["a", "ab=", "a+b/", "Zm9vY", "ä", "a b"] {
            assert_eq!(bytes(letters), None, "{letters}");
        }
    }
}
