//! A picture drawn into pixels.

use crate::web::file::{js_text, offer_blob};
use js_sys::{Array, Promise};
use postil_core::output::picture::MIME;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

/// Some browsers draw no canvas of more pixels.
const MOST_PIXELS: u64 = 16_000_000;

/// Draws a picture into a file and lets the person save it. False when the browser cannot.
pub async fn save(name: &str, svg: &str, width: u32, height: u32) -> bool {
    let drawn = draw(svg, width, height).await;
    drawn.inspect(|blob| offer_blob(name, blob)).is_some()
}

/// Draws a picture at twice its size, as fine as most screens are; at its own size where that would be too much. `None` if
/// the browser cannot.
pub async fn draw(svg: &str, width: u32, height: u32) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(MIME);
    let source = Blob::new_with_str_sequence_and_options(&Array::of1(&js_text(svg)), &options).ok()?;
    let url = Url::create_object_url_with_blob(&source).ok()?;
    let drawn = draw_url(&url, width, height).await;
    let _ = Url::revoke_object_url(&url);
    drawn.ok()
}

async fn draw_url(url: &str, width: u32, height: u32) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    let loaded = Promise::new(&mut |resolve, reject| {
        image.set_onload(Some(&resolve));
        image.set_onerror(Some(&reject));
    });
    image.set_src(url);
    JsFuture::from(loaded).await?;
    let finer = 4 * u64::from(width) * u64::from(height) <= MOST_PIXELS;
    let (width, height) = if finer { (2 * width, 2 * height) } else { (width, height) };
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, f64::from(width), f64::from(height))?;
    let pixels = Promise::new(&mut |resolve, reject| {
        if let Err(why) = canvas.to_blob(&resolve) {
            let _ = reject.call1(&JsValue::NULL, &why);
        }
    });
    // A canvas that is too large has no blob.
    JsFuture::from(pixels).await?.dyn_into()
}
