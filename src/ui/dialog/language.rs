//! The language of a text, chosen from a list: a voice that reads it aloud, and a font, are chosen by it.

use crate::ui::kit::tag::{Act, Tag, tag};
use std::sync::Arc;
use web_sys::HtmlSelectElement;
use yew::{prelude::*, virtual_dom::ListenerKind};

/// Languages by their BCP 47 tags: all that the letters of a text can tell, and those most often taught in Latin letters.
const LANGUAGES: [(&str, &str); 60] = [
    ("", "Not known"),
    ("am", "Amharic"),
    ("ar", "Arabic"),
    ("hy", "Armenian"),
    ("bn", "Bengali"),
    ("bg", "Bulgarian"),
    ("my", "Burmese"),
    ("ca", "Catalan"),
    ("zh", "Chinese"),
    ("hr", "Croatian"),
    ("cs", "Czech"),
    ("da", "Danish"),
    ("dv", "Dhivehi"),
    ("nl", "Dutch"),
    ("en", "English"),
    ("et", "Estonian"),
    ("fi", "Finnish"),
    ("fr", "French"),
    ("ka", "Georgian"),
    ("de", "German"),
    ("el", "Greek"),
    ("gu", "Gujarati"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hu", "Hungarian"),
    ("id", "Indonesian"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("kn", "Kannada"),
    ("km", "Khmer"),
    ("ko", "Korean"),
    ("lo", "Lao"),
    ("lv", "Latvian"),
    ("lt", "Lithuanian"),
    ("ml", "Malayalam"),
    ("nqo", "N’Ko"),
    ("nb", "Norwegian"),
    ("fa", "Persian"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("pa", "Punjabi"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("sr", "Serbian"),
    ("si", "Sinhala"),
    ("sk", "Slovak"),
    ("sl", "Slovenian"),
    ("es", "Spanish"),
    ("sw", "Swahili"),
    ("sv", "Swedish"),
    ("syr", "Syriac"),
    ("ta", "Tamil"),
    ("te", "Telugu"),
    ("th", "Thai"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("uz", "Uzbek"),
    ("vi", "Vietnamese"),
    ("cy", "Welsh"),
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
    tag("div").kid(tag("label").set("class", "label").set("for", "new-language").text("Language")).kid(list)
}
