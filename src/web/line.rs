//! What the browser says of the line to the network.

use crate::web::js;
use wasm_bindgen::JsValue;

/// True where people may pay for every byte, as far as the browser says so; most do not.
pub fn is_metered() -> bool {
    let connection = js::get(&js_sys::global(), "navigator").and_then(|navigator| js::get(&navigator, "connection"));
    connection.is_some_and(|connection| {
        let said = |name: &str| js::get(&connection, name);
        let word = |name| said(name).and_then(|value: JsValue| value.as_string()).unwrap_or_default();
        costs(said("saveData").is_some_and(|saves| saves.is_truthy()), &word("type"), &word("effectiveType"))
    })
}

/// Whether a line costs: somebody wants to save data, it is a phone's, or it is as slow as one of long ago.
fn costs(saves: bool, kind: &str, speed: &str) -> bool {
    saves || kind == "cellular" || speed.ends_with("2g")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_costs_when_somebody_saves_data_or_it_is_a_phones_or_slow() {
        assert!(costs(true, "wifi", "4g") && costs(false, "cellular", "4g") && costs(false, "", "slow-2g"));
        assert!(!costs(false, "wifi", "4g") && !costs(false, "", "3g") && !costs(false, "", ""));
    }
}
