//! Reads a layer.

use super::{Reader, Stop, is_word};
use crate::{
    article::opening,
    exchange::bundle::Bundle,
    json::{extra::unknown, place::Step, tree::Json},
    record::{Layer, LayerKey, LayerKind},
    strings::exchange as strings,
};
use std::collections::BTreeMap;

/// What a layer has.
const LAYER: [&str; 5] = ["annotator", "kind", "round", "codebook", "records"];

impl<'a> Reader<'a> {
    pub(super) fn layer(&mut self, from: &'a Json<'a>, bundle: &mut Bundle) -> Result<(), Stop> {
        let Some(object) = from.as_object() else { return self.stop(strings::layer_not_object()) };
        let Some(annotator) = from.get("annotator").and_then(Json::as_str).filter(|id| is_word(id)) else {
            return self.field("annotator", |r| r.stop(strings::layer_of_nobody()));
        };
        let kind = match from.get("kind") {
            None => LayerKind::Reading,
            Some(kind) => match kind.as_str().filter(|kind| is_word(kind)) {
                Some(kind) => LayerKind::from_word(kind),
                None => return self.field("kind", |r| r.stop(strings::kind_not_word())),
            },
        };
        let round = match from.get("round") {
            None => 1,
            Some(round) => {
                match round.as_u64().and_then(|round| u32::try_from(round).ok()).filter(|round| *round > 0) {
                    Some(round) => round,
                    None => return self.field("round", |r| r.stop(strings::round_from_one())),
                }
            }
        };
        let usual = self.version(from);
        let key = LayerKey { annotator: annotator.into(), kind, round };
        let mut layer = Layer { records: BTreeMap::new(), extra: unknown(object, &LAYER) };
        self.field("records", |r| {
            let Some(records) = from.get("records").and_then(Json::as_list) else {
                return r.stop(strings::records_missing());
            };
            for (n, from) in records.iter().enumerate() {
                r.within(Step::Item(n), |r| {
                    let Some((paragraph, record)) = r.record(from, &bundle.article, usual.as_ref()) else { return };
                    if bundle.article.index_of(&paragraph).is_none() {
                        let quote = from.get("quote").and_then(Json::as_str).unwrap_or("");
                        bundle.unplaced.entry(paragraph.clone()).or_insert_with(|| opening(quote));
                    }
                    // A paragraph that stands twice is one, like a layer that does.
                    layer.records.entry(paragraph).or_default().join(&record);
                });
            }
            Ok(())
        })?;
        bundle.layers.entry(key).or_default().join(&layer);
        Ok(())
    }
}
