//! What a codebook says, without how it looks: no keys, colours and glyphs, and no order. As canonical JSON (RFC 8785) it is one
//! text, and the hash of that is the codebook's version. So a version is the same on every machine, it changes exactly when
//! something changes that answers may depend on, and whoever holds the text can see that it is the version it is kept as.

use super::{Codebook, StanceOption, StanceQuestion, Theme, json, sense::Sense};
use crate::{
    base::{
        digest,
        id::{ThemeId, VersionId},
        map::Map,
    },
    json::{
        canonical,
        extra::{Extra, unknown},
        tree::{Json, Object},
    },
    strings::codebook as strings,
};
use std::borrow::Cow;

impl VersionId {
    /// True for what may be a version: 32 hex digits.
    #[must_use]
    pub fn is_one(text: &str) -> bool {
        text.len() == 32 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    }

    /// The first twelve digits, for people.
    #[must_use]
    pub fn short(&self) -> &str {
        self.as_str().get(..12).unwrap_or(self.as_str())
    }
}

/// The version that a content has, whoever wrote it.
#[must_use]
pub(crate) fn version(content: &Json<'_>) -> VersionId {
    of_text(&canonical::text(content))
}

fn of_text(text: &str) -> VersionId {
    digest::hex(text, 16).as_str().into()
}

/// The fields of an object in the making.
#[derive(Default)]
struct Fields<'a>(Vec<(Cow<'a, str>, Json<'a>)>);

impl<'a> Fields<'a> {
    fn put(mut self, name: &'a str, value: Json<'a>) -> Self {
        self.0.push((name.into(), value));
        self
    }

    fn text(self, name: &'a str, text: &'a str) -> Self {
        self.put(name, Json::Text(text.into()))
    }

    /// A text that is left out where there is none.
    fn may(self, name: &'a str, text: &'a str) -> Self {
        if text.is_empty() { self } else { self.text(name, text) }
    }

    fn archived(self, archived: bool) -> Self {
        if archived { self.put("archived", Json::Bool(true)) } else { self }
    }

    fn end(mut self, extra: &'a Extra) -> Json<'a> {
        self.0.extend(extra.iter().map(|(name, value)| (Cow::Borrowed(&**name), value.clone())));
        self.object()
    }

    fn object(self) -> Json<'a> {
        Json::Object(self.0.into_iter().collect())
    }
}

fn all<'a, T>(list: &'a [T], one: impl Fn(&'a T) -> (&'a str, Json<'a>)) -> Json<'a> {
    list.iter().map(one).fold(Fields::default(), |all, (id, fields)| all.put(id, fields)).object()
}

fn option(option: &StanceOption) -> (&str, Json<'_>) {
    let fields =
        Fields::default().text("label", &option.label).may("definition", &option.definition).archived(option.archived);
    let fields = match option.sense {
        Some(Sense::Place(place)) => fields.put("sense", Json::Whole(place.into())),
        sense => fields.may("sense", sense.and_then(Sense::name).unwrap_or_default()),
    };
    (option.id.as_str(), fields.end(&option.extra))
}

fn question(question: &StanceQuestion) -> (&str, Json<'_>) {
    let fields = Fields::default()
        .text("holder", &question.holder)
        .text("target", &question.target)
        .text("prompt", &question.prompt)
        .put("options", all(&question.options, option))
        .archived(question.archived);
    (question.id.as_str(), fields.end(&question.extra))
}

fn linked(id: Option<&ThemeId>) -> &str {
    id.map_or("", ThemeId::as_str)
}

fn theme(theme: &Theme) -> (&str, Json<'_>) {
    let fields = Fields::default()
        .text("label", &theme.label)
        .may("parent", linked(theme.parent.as_ref()))
        .may("definition", &theme.definition)
        .may("include", &theme.include)
        .may("exclude", &theme.exclude)
        .may("example", &theme.example)
        .may("merged_into", linked(theme.merged_into.as_ref()))
        .may("split_from", linked(theme.split_from.as_ref()))
        .archived(theme.archived);
    (theme.id.as_str(), fields.end(&theme.extra))
}

impl Codebook {
    /// Its content as canonical JSON.
    #[must_use]
    pub fn content(&self) -> String {
        let fields = Fields::default()
            .text("id", self.id.as_str())
            .text("title", &self.title)
            .put("questions", all(&self.questions, question))
            .put("themes", all(&self.themes, theme));
        canonical::text(&fields.end(&self.extra))
    }

    /// Its version: 32 hex digits of the SHA-256 of its content.
    #[must_use]
    pub fn version(&self) -> VersionId {
        of_text(&self.content())
    }
}

/// Reads a content that is kept under its version. Everything stands in the order of ids.
///
/// # Errors
/// A sentence that says what is wrong with it. One that was changed has another version than the one it is kept under.
pub fn read(text: &str, kept_as: &VersionId) -> Result<Codebook, String> {
    let content = Json::parse(text).map_err(|_| strings::not_json().to_owned())?;
    read_json(&content, kept_as)
}

/// The same of what stands in a larger text.
pub(crate) fn read_json(content: &Json<'_>, kept_as: &VersionId) -> Result<Codebook, String> {
    if version(content) != *kept_as {
        return Err(strings::other_version().into());
    }
    let place = strings::the_codebook();
    let object = json::object(content, place)?;
    let codebook = Codebook {
        id: json::must(object, "id", place)?.into(),
        title: json::must(object, "title", place)?,
        questions: each(object, "questions", place, |id, object| {
            let options = each(object, "options", strings::a_question(), json::option_of)?;
            json::question_of(id, object, options)
        })?,
        themes: each(object, "themes", place, json::theme_of)?,
        elsewhere: Map::new(),
        extra: unknown(object, &json::CODEBOOK),
    };
    match codebook.flaw() {
        Some(flaw) => Err(flaw),
        None => Ok(codebook),
    }
}

fn each<T>(
    object: &Object<'_>,
    name: &str,
    place: &str,
    read: impl Fn(&str, &Object<'_>) -> Result<T, String>,
) -> Result<Vec<T>, String> {
    let items = object.get(name).and_then(Json::as_object).ok_or_else(|| strings::lacks(place, name))?;
    items.in_order().map(|(id, item)| read(id, json::object(item, id)?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codebook::sample;

    #[test]
    fn the_content_is_read_back_but_for_looks_and_order() {
        let mut codebook = sample::codebook();
        codebook.themes[1].parent = Some(codebook.themes[0].id.clone());
        codebook.themes[2].merged_into = Some(codebook.themes[0].id.clone());
        codebook.themes[3].archived = true;
        codebook.questions[0].options[0].sense = Some(Sense::Place(4));
        let unknown = Json::parse("{\"z\":[1.50,-2],\"é\":null}").expect("is JSON").keep();
        codebook.themes[3].extra.insert("weight".into(), unknown);
        let (text, version) = (codebook.content(), codebook.version());
        let read = read(&text, &version).expect("it can be read");
        assert_eq!((read.content(), read.version()), (text.clone(), version.clone()));
        assert!(codebook.compare(&read).is_empty() && read.themes.iter().all(|theme| theme.key.is_none()));
        let other = text.replacen("Visions", "Visiona", 1);
        assert!(super::read(&other, &version).is_err());
        // White space and the order of names are no part of it.
        let spaced = text.replacen("{\"id\":", "{ \"id\" : ", 1);
        assert!(super::read(&spaced, &version).is_ok());
    }

    #[test]
    fn looks_and_order_make_no_other_version() {
        let plain = sample::codebook();
        let mut other = plain.clone();
        other.themes.reverse();
        other.questions[0].options.reverse();
        other.themes[0].key = None;
        other.themes[0].colour = Some("#123456".into());
        other.questions[0].options[0].glyph = Some("★".into());
        assert_eq!(other.version(), plain.version());
        for change in [
            |codebook: &mut Codebook| codebook.themes[0].definition = "Another rule".into(),
            |codebook: &mut Codebook| codebook.themes[0].archived = true,
            |codebook: &mut Codebook| codebook.questions[0].archived = true,
            |codebook: &mut Codebook| codebook.questions[0].options[0].label = "Agrees".into(),
            |codebook: &mut Codebook| codebook.id = "other".into(),
        ] {
            let mut other = plain.clone();
            change(&mut other);
            assert_ne!(other.version(), plain.version());
        }
    }

    #[test]
    fn what_is_no_codebook_is_said() {
        let under = |text: &str| version(&Json::parse(text).expect("is JSON"));
        for text in [
            "[]",
            "{}",
            r#"{"id":"c","title":"","questions":{},"themes":[]}"#,
            r#"{"id":"c","title":"","questions":{},"themes":{"a:b":{"label":"x"}}}"#,
            r#"{"id":"c","title":"","questions":{},"themes":{"a":{"label":1}}}"#,
            r#"{"id":"c","title":"","questions":{"q":{}},"themes":{}}"#,
            r#"{"id":"c","title":"","questions":{},"themes":{"a":{"label":"x","merged_into":"a"}}}"#,
        ] {
            assert!(read(text, &under(text)).is_err(), "{text}");
        }
        let good = r#"{"id":"c","questions":{},"themes":{"a":{"label":"x"}},"title":""}"#;
        assert_eq!(read(good, &under(good)).map(|codebook| codebook.content()).as_deref(), Ok(good));
    }
}
