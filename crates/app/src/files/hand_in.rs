//! "Hand in": one's own work goes to whoever handed the article out, as a file that says whose it is.

use super::{
    export::{bundle, mark},
    msg::Handed,
    people,
    view::HandInView,
};
use crate::{
    APP,
    effect::{Effect, Focus},
    env::Env,
    file::named,
    files::{model::Files, msg::Scope},
    shared::{
        Shared,
        assignment::{self, Next},
        note,
    },
    strings::files::export as strings,
};
use postil_core::{
    base::script::isolated,
    exchange::bundle::{self, assignment::Named, read::clean_name},
};

/// The field for the name that files carry.
const NAME: &str = "own-name";

/// The work is to be handed in. Without a name nobody could tell whose it is, so that is asked for, once.
pub(crate) fn wanted(files: &mut Files, shared: &mut Shared, env: &Env<'_>) {
    note::keep(shared, env);
    files.nameless = people::asks_for_name(files, shared).is_some_and(|name| clean_name(&name).is_empty());
    if files.nameless {
        shared.effects.push(Effect::Focus(Focus::Field(NAME.into())));
        return;
    }
    people::name_for_file(files, shared, env);
    let bundle = bundle(shared, Scope::Own);
    let name = named(shared.title(), &shared.own_name(&shared.annotator)).into();
    shared.effects.push(Effect::HandOver { name, mime: bundle::MIME, text: bundle::write(&bundle, APP).into() });
}

/// It was handed over, or not after all.
pub(crate) fn done(files: &mut Files, shared: &mut Shared, handed: Handed, env: &Env<'_>) {
    let sentence = match handed {
        Handed::Saved(name) => strings::handed_in(&isolated(&name)),
        Handed::Shared => strings::passed_on().into(),
        Handed::GivenUp => {
            shared.toast(strings::not_handed_in(), None);
            return;
        }
    };
    mark(shared, env);
    files.open = None;
    shared.toast(sentence, None);
}

/// What the dialog says of it; `None` where it is not what comes next.
pub(crate) fn view(files: &Files, shared: &Shared) -> Option<HandInView> {
    let asked = assignment::asked(shared);
    if assignment::next(shared) != Some(Next::HandIn) {
        return None;
    }
    let typed = people::asks_for_name(files, shared).map(|name| clean_name(&name));
    let own = typed.filter(|name| !name.is_empty()).unwrap_or_else(|| shared.own_name(&shared.annotator));
    let (answered, begun) = people::progress(shared);
    let all = shared.article.paragraphs().len();
    let mut facts = vec![strings::answered(all, answered)];
    if begun > 0 {
        facts.push(strings::begun(begun));
    }
    let wanted = asked.map_or(all, |asked| asked.wanted(&shared.article));
    if answered < wanted && wanted < all {
        facts.push(strings::at_least(wanted));
    }
    let known = shared.store().here.articles.get(shared.article_id());
    let before = known.is_some_and(|known| known.exported.contains_key(&shared.annotator));
    facts.push(match (before, shared.unexported) {
        (false, _) => strings::not_yet().into(),
        (true, 0) => strings::no_changes().into(),
        (true, n) => strings::changes(n),
    });
    let code = asked.is_some_and(|asked| asked.named == Named::Codes);
    Some(HandInView {
        file: named(shared.title(), &own).into(),
        facts: facts.join(" · ").into(),
        code,
        problem: files.nameless.then(|| if code { strings::code_first() } else { strings::name_first() }.into()),
    })
}
