//! Canonical JSON (RFC 8785): one text for one value, so that what two programs write can be compared by its hash.

use super::{
    tree::{Json, Object},
    writer::Writer,
};
use crate::base::order;

/// The text of a value. A number that is not whole stands as it was written: whoever wrote canonical JSON wrote it so.
#[must_use]
pub(crate) fn text(value: &Json<'_>) -> String {
    let mut writer = Writer::compact();
    write(value, &mut writer);
    writer.finish()
}

fn write(value: &Json<'_>, to: &mut Writer) {
    match value {
        Json::List(items) => {
            to.list();
            for item in items {
                to.item();
                write(item, to);
            }
            to.end_list();
        }
        Json::Object(object) => {
            to.object();
            for (name, value) in in_order(object) {
                to.field(name);
                write(value, to);
            }
            to.end_object();
        }
        Json::Number(number) if **number == *"-0" => to.number(0),
        plain => to.value(plain),
    }
}

/// The fields in the order of their names' UTF-16 units, which is that of code points but beyond the first plane.
fn in_order<'a, 'b>(object: &'b Object<'a>) -> Vec<(&'b str, &'b Json<'a>)> {
    let mut fields: Vec<(&str, &Json<'a>)> = object.iter().collect();
    order::long(&mut fields, |a, b| a.0.encode_utf16().cmp(b.0.encode_utf16()));
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canonical(json: &str) -> String {
        text(&Json::parse(json).expect("is JSON"))
    }

    #[test]
    fn strings_and_literals_are_as_in_rfc_8785_section_3_2_2() {
        let json = r#"{
            "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
            "literals": [null, true, false]
        }"#;
        assert_eq!(canonical(json), r#"{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}"#);
    }

    #[test]
    fn names_are_in_the_order_of_rfc_8785_section_3_2_3() {
        let json = r#"{
            "\u20ac": "Euro Sign",
            "\r": "Carriage Return",
            "\ufb33": "Hebrew Letter Dalet With Dagesh",
            "1": "One",
            "\ud83d\ude00": "Emoji: Grinning Face",
            "\u0080": "Control",
            "\u00f6": "Latin Small Letter O With Diaeresis"
        }"#;
        let expected = "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\
            \"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\
            \"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}";
        assert_eq!(canonical(json), expected);
    }

    #[test]
    fn the_control_characters_are_escaped_as_ecmascript_does() {
        let json = r#""\u0000\u0007\b\t\n\u000b\f\r\u001b\u001f\u007f\u2028/""#;
        let expected = "\"\\u0000\\u0007\\b\\t\\n\\u000b\\f\\r\\u001b\\u001f\u{7f}\u{2028}/\"";
        assert_eq!(canonical(json), expected);
    }

    #[test]
    fn the_canonical_text_stays_as_it_is() {
        for json in ["[1,-5,0,9007199254740991]", "{\"a\":{\"b\":[{}]},\"c\":[]}"] {
            assert_eq!(canonical(json), json);
        }
        assert_eq!(canonical("[ -0 ]"), "[0]");
    }
}
