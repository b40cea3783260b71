//! The first screen, which stands in the page before the program is there.

use crate::web::js;

/// True when the page holds what the program draws first, element by element (`static/takeover.js`).
#[must_use]
pub fn is_drawn() -> bool {
    let page = js::get(&js_sys::global(), "postil");
    page.and_then(|page| js::call(&page, "keeps", &[]).ok()?.as_bool()).unwrap_or_default()
}
