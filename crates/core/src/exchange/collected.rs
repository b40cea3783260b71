//! What became of the files that came in, as a browser remembers it: who collects has to know it after a reload too.

use crate::{
    base::id::AnnotatorId,
    json::{
        tree::{Json, Object},
        writer::Writer,
    },
};
use std::sync::Arc;

/// So many bytes are remembered at most: of some thousands of files, or of few with endless names.
const MOST: usize = 256 * 1024;

/// What became of a file, as far as whoever collects has to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// What is in it is here.
    In,
    /// It is here, and so is something later of the same person.
    Older,
    /// A part of it waits for an answer.
    Asks,
    /// It is about another article, of this title.
    OtherArticle(Arc<str>),
    /// It was left out, as somebody chose.
    LeftOut,
    /// It holds nobody’s answers.
    Empty,
    /// It is none of our files.
    NotOurs,
    /// A newer Postil wrote it.
    Newer,
    /// It is cut off, or damaged.
    Damaged,
    /// There was no room for it.
    NoRoom,
    /// The same people are here under other names.
    Twice,
}

/// A file that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collected {
    /// Its name.
    pub name: Arc<str>,
    /// Whose answers are in it: by their ids and names in the file.
    pub people: Vec<(AnnotatorId, Arc<str>)>,
    /// What became of it.
    pub fate: Fate,
    /// True when it was made with another version of the codebook.
    pub other_version: bool,
}

/// Adds files to those that came in before, the latest last. One that comes once more stands for the one that it mends.
pub fn add(before: &mut Vec<Collected>, files: Vec<Collected>) {
    before.retain(|file| files.iter().all(|other| other.name != file.name));
    before.extend(files);
}

/// The files as they are remembered: a list in JSON, the latest last. Where they are too many, the earliest are not.
#[must_use]
pub fn text(files: &[Collected]) -> String {
    let mut room = MOST;
    let mut written: Vec<String> = Vec::new();
    for file in files.iter().rev().map(one) {
        let Some(left) = room.checked_sub(file.len()) else { break };
        room = left;
        written.push(file);
    }
    written.reverse();
    ["[", &written.join(","), "]"].concat()
}

/// What was remembered, without what cannot be read.
#[must_use]
pub fn recalled(text: &str) -> Vec<Collected> {
    let root = Json::parse(text).ok();
    let list = root.as_ref().and_then(Json::as_list).unwrap_or_default();
    list.iter().filter_map(|file| read(file.as_object()?)).collect()
}

fn one(file: &Collected) -> String {
    let mut to = Writer::compact();
    to.object();
    to.text_field("name", &file.name);
    to.text_field("fate", word(&file.fate));
    if let Fate::OtherArticle(title) = &file.fate {
        to.text_field("article", title);
    }
    to.field("people");
    to.list();
    for (id, name) in &file.people {
        to.item();
        to.object();
        to.text_field("id", id.as_str());
        to.text_field("name", name);
        to.end_object();
    }
    to.end_list();
    if file.other_version {
        to.field("otherVersion");
        to.flag(true);
    }
    to.end_object();
    to.finish()
}

fn read(file: &Object<'_>) -> Option<Collected> {
    let text = |object: &Object<'_>, name: &str| Some(Arc::from(object.get(name)?.as_str()?));
    let person = |person: &Json<'_>| {
        let person = person.as_object()?;
        Some((AnnotatorId::new(text(person, "id")?), text(person, "name")?))
    };
    let people = file.get("people").and_then(Json::as_list).unwrap_or_default();
    Some(Collected {
        name: text(file, "name")?,
        people: people.iter().filter_map(person).collect(),
        fate: fate(file.get("fate")?.as_str()?, text(file, "article"))?,
        other_version: file.get("otherVersion").and_then(Json::as_bool).unwrap_or_default(),
    })
}

fn word(fate: &Fate) -> &'static str {
    match fate {
        Fate::In => "in",
        Fate::Older => "older",
        Fate::Asks => "asks",
        Fate::OtherArticle(_) => "otherArticle",
        Fate::LeftOut => "leftOut",
        Fate::Empty => "empty",
        Fate::NotOurs => "notOurs",
        Fate::Newer => "newer",
        Fate::Damaged => "damaged",
        Fate::NoRoom => "noRoom",
        Fate::Twice => "twice",
    }
}

fn fate(word: &str, article: Option<Arc<str>>) -> Option<Fate> {
    Some(match word {
        "in" => Fate::In,
        "older" => Fate::Older,
        "asks" => Fate::Asks,
        "otherArticle" => Fate::OtherArticle(article.unwrap_or_default()),
        "leftOut" => Fate::LeftOut,
        "empty" => Fate::Empty,
        "notOurs" => Fate::NotOurs,
        "newer" => Fate::Newer,
        "damaged" => Fate::Damaged,
        "noRoom" => Fate::NoRoom,
        "twice" => Fate::Twice,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, fate: Fate) -> Collected {
        Collected { name: name.into(), people: Vec::new(), fate, other_version: false }
    }

    #[test]
    fn what_is_remembered_is_what_was_known() {
        let fates = [
            Fate::In,
            Fate::Older,
            Fate::Asks,
            Fate::OtherArticle("Bees, “again”".into()),
            Fate::LeftOut,
            Fate::Empty,
            Fate::NotOurs,
            Fate::Newer,
            Fate::Damaged,
            Fate::NoRoom,
            Fate::Twice,
        ];
        let people = vec![("a1".into(), "Mia \"M\"\n[x]".into()), ("b2".into(), "".into())];
        let mut files: Vec<Collected> = fates.into_iter().map(|fate| file("mia, 3\t.json", fate)).collect();
        files.push(Collected { people, other_version: true, ..file("الف.json", Fate::In) });
        assert_eq!(recalled(&text(&files)), files);
        assert_eq!(recalled(&text(&[])), []);
    }

    #[test]
    fn what_cannot_be_read_is_left_out_and_the_rest_is_not() {
        for nothing in ["", "{}", "[1, null, {}]", "[{\"name\":\"a\",\"fate\":\"eaten\"}]"] {
            assert_eq!(recalled(nothing), [], "{nothing}");
        }
        let some = "[{\"name\":1},{\"name\":\"a\",\"fate\":\"in\",\"people\":[7,{\"id\":\"a\"}]}]";
        assert_eq!(recalled(some), [file("a", Fate::In)]);
    }

    #[test]
    fn the_latest_are_remembered_where_there_are_too_many() {
        let files: Vec<Collected> = (0..10).map(|n| file(&n.to_string().repeat(MOST / 4), Fate::In)).collect();
        let text = text(&files);
        assert!(text.len() < MOST + 100);
        assert_eq!(recalled(&text), files[7..]);
    }

    #[test]
    fn a_file_that_comes_again_stands_for_the_one_that_it_mends() {
        let mut files = Vec::new();
        add(&mut files, vec![file("mia", Fate::Damaged), file("ben", Fate::In)]);
        add(&mut files, vec![file("mia", Fate::In), file("mia", Fate::Older)]);
        assert_eq!(files, [file("ben", Fate::In), file("mia", Fate::In), file("mia", Fate::Older)]);
        // An answer changes what the last files are and adds none.
        add(&mut files, vec![file("mia", Fate::In), file("mia", Fate::In)]);
        assert_eq!(files.len(), 3);
    }
}
