//! A file without names: what everybody said, under “Reader 1” and so on.

use crate::{env::Env, shared::Shared};
use postil_core::{
    base::id::{AnnotatorId, ArticleId},
    exchange::{bundle::Bundle, pseudonym::pseudonymous},
};

/// The setting of this browser from which new ids are made. Whoever has it could tell who is who; it is in no file.
const SECRET: &str = "pseudonyms";

/// The setting that says who has which number in an article, so that everybody keeps theirs.
fn numbers(article: &ArticleId) -> String {
    ["pseudonyms:", article.as_str()].concat()
}

/// A bundle of the open article without names; `None` while nothing can be kept here, since the next file would have other ids.
pub(crate) fn nameless(shared: &mut Shared, bundle: &Bundle, env: &Env<'_>) -> Option<Bundle> {
    if shared.store().setting(SECRET).is_none() {
        shared.set(SECRET, &env.id(), env);
    }
    let secret = shared.store().setting(SECRET)?.clone();
    let setting = numbers(shared.article_id());
    let lines = shared.store().setting(&setting).map_or("", |lines| &**lines).lines();
    let mut known: Vec<AnnotatorId> = lines.map(AnnotatorId::from).collect();
    let bundle = pseudonymous(bundle, &shared.store().people, &secret, &mut known);
    let known: Vec<&str> = known.iter().map(AnnotatorId::as_str).collect();
    shared.set(&setting, &known.join("\n"), env);
    Some(bundle)
}
