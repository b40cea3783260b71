//! Files in and out.

use crate::web::js;
use js_sys::{Array, JsString, Uint8Array};
use postil_app::file::{FileError, NamedFile};
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, Url};

/// Reads files whole, one after the other; one larger than `cap` bytes is not read at all.
pub async fn read(list: &FileList, cap: usize) -> Vec<NamedFile> {
    let files: Vec<File> = (0..list.length()).filter_map(|at| list.get(at)).collect();
    read_all(files, cap).await
}

/// The same for files already taken out of their list, which empties when its input is reset.
pub async fn read_all(files: Vec<File>, cap: usize) -> Vec<NamedFile> {
    let mut read = Vec::with_capacity(files.len());
    for file in files {
        let bytes = if too_large(file.size(), cap) {
            Err(FileError::TooLarge)
        } else {
            match JsFuture::from(file.array_buffer()).await {
                Ok(buffer) => Ok(Arc::from(Uint8Array::new(&buffer).to_vec())),
                Err(_) => Err(FileError::Unreadable),
            }
        };
        // Of a folder that was chosen, the folders inside tell files of one name apart.
        let path = js::get(&file, "webkitRelativePath").and_then(|path| path.as_string());
        let name = path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name());
        read.push(NamedFile { name: name.into(), bytes });
    }
    read
}

/// True for a size in bytes, as browsers give it, of a file that is not to be read.
fn too_large(size: f64, cap: usize) -> bool {
    size > cap as f64
}

/// Lets the person save a text as a file.
pub fn offer(name: &str, mime: &str, text: &JsString) {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(text);
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) {
        offer_blob(name, &blob);
    }
}

/// Lets the person save bytes as a file.
pub fn offer_bytes(name: &str, mime: &str, bytes: &[u8]) {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    if let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts, &options) {
        offer_blob(name, &blob);
    }
}

/// Lets the person save what is in a blob as a file.
pub fn offer_blob(name: &str, blob: &Blob) {
    let Ok(url) = Url::create_object_url_with_blob(blob) else { return };
    let document = web_sys::window().and_then(|window| window.document());
    let anchor = document.and_then(|d| d.create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(anchor) = anchor {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
    }
    // The download has its own hold on the data after a moment.
    gloo::timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
}

/// A Rust text as a JavaScript one.
pub fn js_text(text: &str) -> JsString {
    JsValue::from_str(text).unchecked_into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_its_limit_and_not_a_byte_farther() {
        assert!(!too_large(0.0, 10) && !too_large(10.0, 10) && too_large(11.0, 10));
        // Larger than this computer could count in 32 bits, as wasm does.
        assert!(too_large(5e9, 10));
    }
}
