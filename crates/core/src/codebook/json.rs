//! The codebook in JSON: inside bundles, and the sample's own file.

use super::{Codebook, StanceOption, StanceQuestion, Theme, code, sense::Sense};
use crate::base::{id::ThemeId, map::Map};
use crate::json::{
    extra::{beside, unknown},
    tree::{Json, Object},
    writer::Writer,
};
use crate::strings::codebook as strings;
use std::sync::Arc;

pub(crate) const CODEBOOK: [&str; 5] = ["version", "id", "title", "questions", "themes"];
pub(crate) const QUESTION: [&str; 6] = ["id", "holder", "target", "prompt", "options", "archived"];
/// The sense comes last: what is not known of it is kept.
pub(crate) const OPTION: [&str; 7] = ["id", "label", "key", "definition", "glyph", "archived", "sense"];
pub(crate) const THEME: [&str; 12] = [
    "id",
    "label",
    "parent",
    "colour",
    "key",
    "definition",
    "include",
    "exclude",
    "example",
    "archived",
    "merged_into",
    "split_from",
];

/// Reads a codebook.
///
/// # Errors
/// A sentence that says what is missing, and where.
pub(crate) fn read(from: &Json<'_>) -> Result<Codebook, String> {
    let place = strings::the_codebook();
    let object = object(from, place)?;
    Ok(Codebook {
        id: must(object, "id", place)?.into(),
        title: must(object, "title", place)?,
        questions: each(object, "questions", place, question)?,
        themes: each(object, "themes", place, theme)?,
        elsewhere: Map::new(),
        extra: unknown(object, &CODEBOOK),
    })
}

fn question(from: &Json<'_>) -> Result<StanceQuestion, String> {
    let place = strings::a_question();
    let object = object(from, place)?;
    question_of(&id(object, place)?, object, each(object, "options", place, option)?)
}

/// A question of this id with these options.
pub(super) fn question_of(id: &str, object: &Object<'_>, options: Vec<StanceOption>) -> Result<StanceQuestion, String> {
    let place = strings::a_question();
    Ok(StanceQuestion {
        id: id.into(),
        holder: must(object, "holder", place)?,
        target: must(object, "target", place)?,
        prompt: must(object, "prompt", place)?,
        options,
        archived: archived(object, place)?,
        extra: unknown(object, &QUESTION),
    })
}

fn option(from: &Json<'_>) -> Result<StanceOption, String> {
    let object = object(from, strings::an_option())?;
    option_of(&id(object, strings::an_option())?, object)
}

/// An option of this id.
pub(super) fn option_of(id: &str, object: &Object<'_>) -> Result<StanceOption, String> {
    let (id, place) = (id.into(), strings::an_option());
    let said = object.get("sense").and_then(sense);
    // A sense that this version does not know is kept as it stands, like any field of a newer one.
    let known = if said.is_some() { &OPTION[..] } else { &OPTION[..6] };
    Ok(StanceOption {
        // What the id tells is not said twice, so that a codebook has one version however it is written.
        sense: said.filter(|said| Sense::of_id(&id) != Some(*said)),
        id,
        label: must(object, "label", place)?,
        key: may(object, "key", place)?,
        definition: may(object, "definition", place)?.unwrap_or_default(),
        glyph: may(object, "glyph", place)?,
        archived: archived(object, place)?,
        extra: unknown(object, known),
    })
}

fn sense(from: &Json<'_>) -> Option<Sense> {
    match from {
        Json::Text(name) => Sense::named(name),
        Json::Whole(place) => u8::try_from(*place).ok().map(Sense::Place),
        _ => None,
    }
}

fn theme(from: &Json<'_>) -> Result<Theme, String> {
    let object = object(from, strings::a_theme())?;
    theme_of(&id(object, strings::a_theme())?, object)
}

/// A theme of this id.
pub(super) fn theme_of(id: &str, object: &Object<'_>) -> Result<Theme, String> {
    let place = strings::a_theme();
    let text = |name: &str| Ok::<_, String>(may(object, name, place)?.unwrap_or_default());
    Ok(Theme {
        id: id.into(),
        label: must(object, "label", place)?,
        parent: may(object, "parent", place)?.map(Into::into),
        colour: may(object, "colour", place)?,
        key: may(object, "key", place)?,
        definition: text("definition")?,
        include: text("include")?,
        exclude: text("exclude")?,
        example: text("example")?,
        archived: archived(object, place)?,
        merged_into: may(object, "merged_into", place)?.map(Into::into),
        split_from: may(object, "split_from", place)?.map(Into::into),
        extra: unknown(object, &THEME),
    })
}

pub(super) fn object<'a, 'b>(from: &'b Json<'a>, place: &str) -> Result<&'b Object<'a>, String> {
    from.as_object().ok_or_else(|| strings::must_be_object(place))
}

fn may(object: &Object<'_>, name: &str, place: &str) -> Result<Option<Arc<str>>, String> {
    match object.get(name) {
        None | Some(Json::Null) => Ok(None),
        Some(Json::Text(text)) => Ok(Some(text.as_ref().into())),
        Some(_) => Err(strings::must_be_text(name, place)),
    }
}

pub(super) fn must(object: &Object<'_>, name: &str, place: &str) -> Result<Arc<str>, String> {
    may(object, name, place)?.ok_or_else(|| strings::lacks(place, name))
}

fn archived(object: &Object<'_>, place: &str) -> Result<bool, String> {
    match object.get("archived") {
        None => Ok(false),
        Some(Json::Bool(archived)) => Ok(*archived),
        Some(_) => Err(strings::archived_must_be_flag(place)),
    }
}

fn id(object: &Object<'_>, place: &str) -> Result<Arc<str>, String> {
    let id = must(object, "id", place)?;
    if code::is_id(&id) { Ok(id) } else { Err(strings::has_no_id_of_code(place)) }
}

fn each<T>(
    object: &Object<'_>,
    name: &str,
    place: &str,
    read: fn(&Json<'_>) -> Result<T, String>,
) -> Result<Vec<T>, String> {
    let list = object.get(name).and_then(Json::as_list).ok_or_else(|| strings::lacks(place, name))?;
    list.iter().map(read).collect()
}

/// Writes a codebook with its version; without one where the version is what is being computed.
pub(crate) fn write(codebook: &Codebook, version: Option<&str>, to: &mut Writer) {
    to.object();
    to.text_field_if("version", version);
    to.text_field("id", codebook.id.as_str());
    to.text_field("title", &codebook.title);
    to.field("questions");
    to.list();
    for question in &codebook.questions {
        to.item();
        to.object();
        to.text_field("id", question.id.as_str());
        to.text_field("holder", &question.holder);
        to.text_field("target", &question.target);
        to.text_field("prompt", &question.prompt);
        to.field("options");
        to.list();
        for option in &question.options {
            to.item();
            to.object();
            to.text_field("id", option.id.as_str());
            to.text_field("label", &option.label);
            to.text_field_if("key", option.key.as_deref());
            to.text_field("definition", &option.definition);
            match option.sense {
                Some(Sense::Place(place)) => {
                    to.field("sense");
                    to.number(place.into());
                }
                sense => to.text_field_if("sense", sense.and_then(Sense::name)),
            }
            to.text_field_if("glyph", option.glyph.as_deref());
            flag_if(option.archived, to);
            beside(&option.extra, to);
            to.end_object();
        }
        to.end_list();
        flag_if(question.archived, to);
        beside(&question.extra, to);
        to.end_object();
    }
    to.end_list();
    to.field("themes");
    to.list();
    for theme in &codebook.themes {
        to.item();
        to.object();
        to.text_field("id", theme.id.as_str());
        to.text_field("label", &theme.label);
        to.text_field_if("parent", theme.parent.as_ref().map(|p| p.as_str()));
        to.text_field_if("colour", theme.colour.as_deref());
        to.text_field_if("key", theme.key.as_deref());
        to.text_field("definition", &theme.definition);
        to.text_field("include", &theme.include);
        to.text_field("exclude", &theme.exclude);
        to.text_field("example", &theme.example);
        flag_if(theme.archived, to);
        to.text_field_if("merged_into", theme.merged_into.as_ref().map(ThemeId::as_str));
        to.text_field_if("split_from", theme.split_from.as_ref().map(ThemeId::as_str));
        beside(&theme.extra, to);
        to.end_object();
    }
    to.end_list();
    beside(&codebook.extra, to);
    to.end_object();
}

fn flag_if(archived: bool, to: &mut Writer) {
    if archived {
        to.field("archived");
        to.flag(true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{base::id::OptionId, codebook::sample};

    /// The option as it is read, and the codebook's text with it as it is written again.
    fn around(field: &str) -> (StanceOption, String) {
        let mut codebook = sample::codebook();
        codebook.questions[0].options.truncate(1);
        codebook.questions[0].options[0].id = OptionId::from("praise");
        let text = |codebook: &Codebook| {
            let mut writer = Writer::compact();
            write(codebook, None, &mut writer);
            writer.finish()
        };
        let put = text(&codebook).replacen("\"id\":\"praise\"", &format!("\"id\":\"praise\"{field}"), 1);
        let put = Json::parse(&put).ok().and_then(|json| read(&json).ok()).expect("a codebook");
        (put.questions[0].options[0].clone(), text(&put))
    }

    #[test]
    fn a_sense_leaves_as_it_came() {
        let senses = [
            ("\"for\"", Some(Sense::For)),
            ("\"none\"", Some(Sense::None)),
            ("0", Some(Sense::Place(0))),
            ("255", Some(Sense::Place(255))),
            // What a newer version may say.
            ("\"place-1\"", None),
            ("\"ambivalent\"", None),
            ("256", None),
            ("1.5", None),
            ("null", None),
            ("{\"of\":2}", None),
        ];
        for (value, sense) in senses {
            let (option, text) = around(&format!(",\"sense\":{value}"));
            assert_eq!(option.sense, sense, "{value}");
            assert!(text.contains(&format!("\"sense\":{value}")), "{text}");
        }
        let (option, text) = around("");
        assert_eq!((option.means(), text.contains("sense")), (None, false));
    }

    #[test]
    fn what_an_id_tells_is_not_said_twice_and_makes_no_other_version() {
        let plain = sample::codebook();
        let mut text = Writer::compact();
        write(&plain, None, &mut text);
        let said = text.finish().replacen("\"id\":\"supports\"", "\"id\":\"supports\",\"sense\":\"for\"", 1);
        let said = Json::parse(&said).ok().and_then(|json| read(&json).ok()).expect("a codebook");
        assert_eq!((&said, said.version()), (&plain, plain.version()));
        let mut other = plain.clone();
        other.questions[0].options[0].sense = Some(Sense::Against);
        assert_ne!(other.version(), plain.version());
        assert_eq!(plain.differences(&other), ["answer “supports” has a different description"]);
    }
}
