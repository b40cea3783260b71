//! Fields of a file that this version does not know. They are kept and written back.

use std::collections::BTreeMap;

use serde_json::Value;

/// Unknown fields by name.
pub type Extra = BTreeMap<String, Value>;

/// Joins unknown fields. Where both sides have one, the greater text wins: any fixed rule keeps merging independent of
/// order. True when something changed.
pub fn join(here: &mut Extra, other: &Extra) -> bool {
    let mut changed = false;
    for (name, value) in other {
        match here.get_mut(name) {
            Some(place) if *place == *value => {}
            Some(place) => {
                if value.to_string() > place.to_string() {
                    *place = value.clone();
                    changed = true;
                }
            }
            None => {
                here.insert(name.clone(), value.clone());
                changed = true;
            }
        }
    }
    changed
}
