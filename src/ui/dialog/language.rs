//! The language of a text, chosen from a list: a voice that reads it aloud, and a font, are chosen by it.

use crate::{
    strings::dialog::language as strings,
    ui::kit::tag::{Act, Tag, tag},
};
use std::sync::Arc;
use web_sys::HtmlSelectElement;
use yew::{prelude::*, virtual_dom::ListenerKind};

/// Languages by their BCP 47 tags: all that the letters of a text can tell, and those most often taught in Latin letters.
const LANGUAGES: [(&str, &str); 60] = [
    ("", strings::not_known()),
    ("am", strings::amharic()),
    ("ar", strings::arabic()),
    ("hy", strings::armenian()),
    ("bn", strings::bengali()),
    ("bg", strings::bulgarian()),
    ("my", strings::burmese()),
    ("ca", strings::catalan()),
    ("zh", strings::chinese()),
    ("hr", strings::croatian()),
    ("cs", strings::czech()),
    ("da", strings::danish()),
    ("dv", strings::dhivehi()),
    ("nl", strings::dutch()),
    ("en", strings::english()),
    ("et", strings::estonian()),
    ("fi", strings::finnish()),
    ("fr", strings::french()),
    ("ka", strings::georgian()),
    ("de", strings::german()),
    ("el", strings::greek()),
    ("gu", strings::gujarati()),
    ("he", strings::hebrew()),
    ("hi", strings::hindi()),
    ("hu", strings::hungarian()),
    ("id", strings::indonesian()),
    ("it", strings::italian()),
    ("ja", strings::japanese()),
    ("kn", strings::kannada()),
    ("km", strings::khmer()),
    ("ko", strings::korean()),
    ("lo", strings::lao()),
    ("lv", strings::latvian()),
    ("lt", strings::lithuanian()),
    ("ml", strings::malayalam()),
    ("nqo", strings::nko()),
    ("nb", strings::norwegian()),
    ("fa", strings::persian()),
    ("pl", strings::polish()),
    ("pt", strings::portuguese()),
    ("pa", strings::punjabi()),
    ("ro", strings::romanian()),
    ("ru", strings::russian()),
    ("sr", strings::serbian()),
    ("si", strings::sinhala()),
    ("sk", strings::slovak()),
    ("sl", strings::slovenian()),
    ("es", strings::spanish()),
    ("sw", strings::swahili()),
    ("sv", strings::swedish()),
    ("syr", strings::syriac()),
    ("ta", strings::tamil()),
    ("te", strings::telugu()),
    ("th", strings::thai()),
    ("tr", strings::turkish()),
    ("uk", strings::ukrainian()),
    ("ur", strings::urdu()),
    ("uz", strings::uzbek()),
    ("vi", strings::vietnamese()),
    ("cy", strings::welsh()),
];

/// What was chosen in the list.
pub fn value(event: &Event) -> Option<Arc<str>> {
    Some(event.target_dyn_into::<HtmlSelectElement>()?.value().into())
}

/// The list, with what is chosen, and what to do when that is something else.
pub fn language(chosen: &str, change: Act) -> Tag {
    let entries = LANGUAGES
        .iter()
        .map(|&(code, name)| tag("option").key(code).set("value", code).flag("selected", code == chosen).text(name));
    let list = tag("select").set("id", "new-language").on(ListenerKind::onchange, change).all(entries);
    tag("div").kid(tag("label").set("class", "label").set("for", "new-language").text(strings::language())).kid(list)
}
