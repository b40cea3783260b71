//! Reads the codebook, its other versions, and how codes of others are read with it.

use super::{
    Reader, Stop,
    record::{Beside, keep},
};
use crate::{
    base::{
        id::{CodebookId, VersionId},
        map::Map,
        problem::Severity,
        register::Register,
    },
    codebook::{
        Codebook,
        book::{self, Book},
        code::{self, Code},
        content,
        flaw::is_id_of_codebook,
        mapping::{self, Maps, To},
        sample,
    },
    json::{
        canonical,
        extra::Extra,
        place::Step,
        tree::{Json, Object},
    },
    strings::exchange as strings,
};
use std::sync::Arc;

/// The most versions of one file.
const MAX_VERSIONS: usize = 1000;
/// The most codes of other codebooks that are told in one file.
const MAX_MAPPED: usize = 100_000;

impl<'a> Reader<'a> {
    /// The codebook as it is edited.
    pub(super) fn book(&mut self, from: Option<&'a Json<'a>>) -> Result<Book, Stop> {
        let Some(from) = from else { return self.stop(strings::codebook_missing()) };
        if from.get("questions").is_some_and(|questions| questions.as_list().is_some()) {
            return self.listed(from);
        }
        match book::json::read::read(from, self.now) {
            Ok((book, findings)) => {
                for finding in findings {
                    self.along(finding.path, |r| r.report(finding.severity, finding.sentence));
                }
                Ok(book)
            }
            Err(finding) => self.along(finding.path, |r| r.stop(finding.sentence)),
        }
    }

    fn along<T>(&mut self, path: Vec<Step<'a>>, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.path.len();
        self.path.extend(path);
        let result = read(self);
        self.path.truncate(before);
        result
    }

    /// A codebook as a list, as a file of a codebook has it. It has no stamps, so it counts as never edited.
    fn listed(&mut self, from: &Json<'_>) -> Result<Book, Stop> {
        let codebook: Codebook = match crate::codebook::json::read(from) {
            Ok(codebook) => codebook,
            Err(error) => return self.stop(&strings::codebook_unreadable(&error)),
        };
        if let Some(sentence) = codebook.flaw() {
            return self.stop(&sentence);
        }
        let book = Book::of(&codebook, &sample::stamp());
        match book::json::read::excess(&book) {
            Some(sentence) => self.stop(sentence),
            None => Ok(book),
        }
    }

    /// Other versions, by id. One that is not what its id says is left out.
    pub(super) fn codebooks(&mut self, root: &'a Object<'a>) -> Map<VersionId, Arc<str>> {
        let mut versions = Map::new();
        let Some(all) = root.get("codebooks") else { return versions };
        let Some(all) = all.as_object() else {
            self.report(Severity::Skipped, strings::versions_not_object());
            return versions;
        };
        for (id, from) in all.in_order() {
            if versions.len() == MAX_VERSIONS {
                self.report(Severity::Skipped, strings::too_many_versions());
                break;
            }
            self.field(id, |r| {
                let version = VersionId::from(id);
                match content::read_json(from, &version) {
                    Ok(_) => _ = versions.insert(version, canonical::text(from).into()),
                    Err(sentence) => {
                        let sentence = sentence.trim_end_matches('.');
                        r.report(Severity::Skipped, &strings::version_left_out(sentence));
                    }
                }
            });
        }
        versions
    }

    /// How codes of other codebooks are read. Two of one code are joined.
    pub(super) fn maps(&mut self, root: &'a Object<'a>, extra: &mut Extra) -> Maps {
        let mut maps = Maps::new();
        let Some(all) = root.get("maps") else { return maps };
        let Some(all) = all.as_object() else {
            self.report(Severity::Skipped, strings::maps_not_object());
            return maps;
        };
        let beside = &mut Beside::new();
        for (id, from) in all.in_order() {
            self.field(id, |r| {
                let Some(items) = from.as_list().filter(|_| is_id_of_codebook(id)) else {
                    return r.report(Severity::Skipped, strings::must_list_under_codebook());
                };
                let codebook = CodebookId::from(id);
                for (n, from) in items.iter().enumerate() {
                    if maps.len() == MAX_MAPPED {
                        let sentence = strings::too_many_mapped();
                        return r.report(Severity::Skipped, sentence);
                    }
                    if let Some((code, register)) = r.within(Step::Item(n), |r| r.map(from)) {
                        let name = || mapping::bound(&codebook, &code, &register.stamp);
                        keep(beside, from, &["from", "to", "stamp"], name);
                        maps.entry((codebook.clone(), code)).or_insert(register.clone()).join(&register);
                    }
                }
            });
        }
        extra.extend(std::mem::take(beside));
        maps
    }

    fn map(&mut self, from: &'a Json<'a>) -> Option<(Code, Register<Option<To>>)> {
        let Some(code) = from.get("from").and_then(code) else {
            return self.skip(strings::says_no_code_about());
        };
        let to = match from.get("to") {
            Some(Json::Null) => None,
            Some(Json::Bool(false)) => Some(To::LeaveAlone),
            Some(to) => match self::code(to) {
                Some(code) => Some(To::Ours(code)),
                None => return self.skip(strings::says_no_code_here()),
            },
            None => return self.skip(strings::says_no_code_here()),
        };
        Some((code, Register::new(to, self.stamp_or_skip(from)?)))
    }
}

fn code(from: &Json<'_>) -> Option<Code> {
    let id = |name: &str| from.get(name).and_then(Json::as_str).filter(|id| code::is_id(id));
    match (id("question"), id("option"), id("theme")) {
        (Some(question), Some(option), None) => Some(Code::Option(question.into(), option.into())),
        (Some(question), None, None) => Some(Code::Question(question.into())),
        (None, None, Some(theme)) => Some(Code::Theme(theme.into())),
        _ => None,
    }
}
