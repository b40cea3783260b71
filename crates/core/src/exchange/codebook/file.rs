//! Postil’s own codebook file: what a codebook says, and nothing of an article or of anybody.

use crate::{
    base::problem::{Place, Problem},
    codebook::{self, Codebook},
    json::{tree::Json, writer::Writer},
    strings::exchange as strings,
};

const FORMAT: &str = "postil-codebook";
const VERSION: u64 = 1;

/// Writes the file.
pub(super) fn write(codebook: &Codebook) -> String {
    let mut to = Writer::outline();
    to.object();
    to.text_field("format", FORMAT);
    to.field("version");
    to.number(VERSION);
    to.field("codebook");
    codebook::json::write(codebook, None, &mut to);
    to.end_object();
    to.finish() + "\n"
}

/// Reads the file.
pub(super) fn read(text: &str) -> Result<Codebook, Problem> {
    let fatal = |sentence: &str| Problem::fatal(Place::File, sentence);
    let root = Json::parse(text).map_err(|error| {
        let place = Place::Line(error.line(), error.column());
        Problem::fatal(place, strings::json_damaged())
    })?;
    match root.get("format").and_then(Json::as_str) {
        Some(FORMAT) => {}
        Some("postil") => {
            return Err(fatal(strings::is_a_bundle()));
        }
        _ => return Err(fatal(strings::no_mark_of_codebook())),
    }
    match root.get("version").and_then(Json::as_u64) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => {
            return Err(fatal(strings::newer()));
        }
        _ => return Err(Problem::fatal(Place::Path("version".into(), None), strings::version_not_one())),
    }
    let from = root.get("codebook").ok_or_else(|| fatal(strings::codebook_missing()))?;
    let at = || Place::Path("codebook".into(), None);
    let codebook =
        codebook::json::read(from).map_err(|error| Problem::fatal(at(), strings::codebook_unreadable(&error)))?;
    match codebook.flaw() {
        Some(sentence) => Err(Problem::fatal(at(), sentence)),
        None => Ok(codebook),
    }
}
