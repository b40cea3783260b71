//! The clock and chance, given to updates as arguments.

use crate::web::{js, reading, selection};
use js_sys::{Date, Math};
use postil_app::env::Env;
use wasm_bindgen::JsValue;

/// Milliseconds since 1970.
pub fn now() -> u64 {
    // Whole, positive and far below 2^53.
    Date::now() as u64
}

/// Minutes to add to UTC for the person's clock.
pub fn utc_offset() -> i32 {
    -(Date::new_0().get_timezone_offset() as i32)
}

/// The same at a time that the person's clock shows.
fn utc_offset_at(local: &str) -> Option<i32> {
    let date = Date::new(&JsValue::from_str(local));
    // A time that is none has no offset.
    let offset = date.get_timezone_offset();
    offset.is_finite().then_some(-(offset as i32))
}

/// 128 random bits from the browser's generator of keys.
pub fn entropy() -> u128 {
    let bytes = js_sys::Uint8Array::new_with_length(16);
    let crypto = js::get(&js_sys::global(), "crypto");
    let filled = crypto.is_some_and(|c| js::call(&c, "getRandomValues", &[JsValue::from(bytes.clone())]).is_ok());
    if filled {
        let mut buffer = [0_u8; 16];
        bytes.copy_to(&mut buffer);
        return u128::from_le_bytes(buffer);
    }
    // Every browser that runs wasm has the generator; ids only need to differ, so the lesser one will do.
    (0..4).fold(0, |all, _| (all << 32) | u128::from((Math::random() * f64::from(u32::MAX)) as u32))
}

/// What an update needs of the world now.
pub fn env() -> Env<'static> {
    Env {
        now: now(),
        utc_offset: utc_offset(),
        offset_at: &utc_offset_at,
        entropy: &entropy,
        in_sight: &reading::is_in_sight,
        selected: &selection::in_article,
    }
}
