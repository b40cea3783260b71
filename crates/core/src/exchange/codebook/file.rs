//! Postil’s own codebook file: what a codebook says, and nothing of an article or of anybody.

use crate::{
    base::problem::{Place, Problem},
    codebook::{self, Codebook},
    json::{tree::Json, writer::Writer},
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
        Problem::fatal(place, "It is damaged here, or it was cut off: this is not JSON any more.")
    })?;
    match root.get("format").and_then(Json::as_str) {
        Some(FORMAT) => {}
        Some("postil") => {
            return Err(fatal("It holds an article and people’s answers. Use Import for it."));
        }
        _ => return Err(fatal("It does not say that it is a codebook of Postil.")),
    }
    match root.get("version").and_then(Json::as_u64) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => {
            return Err(fatal("A newer version of Postil made this file. Reload this page, then try again."));
        }
        _ => return Err(Problem::fatal(Place::Path("version".into(), None), "The version must be 1.")),
    }
    let from = root.get("codebook").ok_or_else(|| fatal("The codebook is missing."))?;
    let at = || Place::Path("codebook".into(), None);
    let codebook = codebook::json::read(from)
        .map_err(|error| Problem::fatal(at(), format!("The codebook cannot be read: {error}.")))?;
    match codebook.flaw() {
        Some(sentence) => Err(Problem::fatal(at(), sentence)),
        None => Ok(codebook),
    }
}
