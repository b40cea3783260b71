//! "Give to the class": the open article with its questions and what is asked, as a file or as a link.

use super::{
    export::hand_out,
    msg::GivingField,
    rules::{Giving, Link},
    view::{AskedQuestionView, GivingView, LinkView},
};
use crate::{
    APP,
    effect::Effect,
    env::Env,
    files::model::Files,
    link,
    shared::{Shared, assignment, note},
};
use postil_core::{
    base::{id::QuestionId, script::isolated},
    codebook::StanceQuestion,
    exchange::bundle::{
        self, Bundle, Kind,
        assignment::{Assignment, MAX_MINIMUM, Named},
        read::{clean_message, clean_name},
    },
};
use std::sync::Arc;

/// The form is wanted: it begins with what was asked last.
pub(crate) fn begun(files: &mut Files, shared: &Shared) {
    let last = assignment::given(shared.store(), shared.article_id())
        .unwrap_or_else(|| Assignment { round: shared.round(), ..Assignment::default() });
    let left_out = shared.codebook.asked().iter().map(|question| &question.id).filter(|id| !last.asks(id));
    files.giving = Some(Giving {
        left_out: left_out.cloned().collect(),
        message: last.message,
        due: last.due,
        round: last.round.to_string().into(),
        minimum: last.minimum.map_or_else(|| "".into(), |least| least.to_string().into()),
        named: last.named,
        link: Link::None,
    });
}

/// Something was typed into the form.
pub(crate) fn typed(files: &mut Files, field: GivingField, text: Arc<str>) {
    let Some(giving) = &mut files.giving else { return };
    // A link says what was asked when it was made.
    giving.link = Link::None;
    *match field {
        GivingField::Message => &mut giving.message,
        GivingField::Due => &mut giving.due,
        GivingField::Round => &mut giving.round,
        GivingField::Minimum => &mut giving.minimum,
    } = text;
}

/// Names or codes were chosen.
pub(crate) fn named(files: &mut Files, named: Named) {
    if let Some(giving) = &mut files.giving {
        giving.link = Link::None;
        giving.named = named;
    }
}

/// A question is to be asked, or not this time.
pub(crate) fn question_switched(files: &mut Files, question: QuestionId, asked: bool) {
    if let Some(giving) = &mut files.giving {
        giving.link = Link::None;
        giving.left_out.retain(|id| *id != question);
        if !asked {
            giving.left_out.push(question);
        }
    }
}

/// The questions of which some can be left out: where there is one, there is nothing to choose.
fn questions(giving: &Giving, shared: &Shared) -> Vec<AskedQuestionView> {
    let all = shared.codebook.asked();
    let is_asked = |question: &StanceQuestion| !giving.left_out.contains(&question.id);
    let themes = shared.codebook.offered().next().is_some();
    // Something has to be asked.
    let last = !themes && all.iter().filter(|question| is_asked(question)).count() == 1;
    let view = |question: &StanceQuestion| AskedQuestionView {
        id: question.id.clone(),
        prompt: Arc::clone(&question.prompt),
        asked: is_asked(question),
        stays: last && is_asked(question),
    };
    if all.len() > 1 { all.iter().map(view).collect() } else { Vec::new() }
}

/// What is asked, as the form says it. What is no number counts as not said.
fn rules(giving: &Giving, shared: &Shared) -> Assignment {
    let number = |text: &str| text.trim().parse().ok().filter(|number| *number > 0);
    let questions = questions(giving, shared);
    let class = shared.class_id().map(|id| {
        let class = shared.store().class(shared.article_id(), id);
        let name = class.and_then(|class| class.name.as_ref()).map(|name| Arc::clone(&name.value));
        (id.clone(), name.unwrap_or_else(|| "".into()))
    });
    Assignment {
        message: clean_message(&giving.message),
        round: number(&giving.round).unwrap_or(1),
        due: clean_name(&giving.due),
        named: giving.named,
        questions: questions.iter().any(|question| !question.asked).then(|| {
            let asked = questions.into_iter().filter(|question| question.asked);
            asked.map(|question| question.id).collect()
        }),
        minimum: number(&giving.minimum).map(|least| least.min(MAX_MINIMUM)),
        class,
        ..Assignment::default()
    }
}

/// The file for the class, of which nothing was said yet; remembers what is asked.
fn bundle(files: &Files, shared: &mut Shared, env: &Env<'_>) -> Option<Bundle> {
    let rules = rules(files.giving.as_ref()?, shared);
    note::keep(shared, env);
    assignment::give(shared, &rules, env);
    let bare = Bundle::bare((*shared.article).clone(), (*shared.book).clone());
    Some(Bundle { kind: Kind::Assignment, assignment: Some(rules), ..bare })
}

/// It goes out as a file.
pub(crate) fn file_wanted(files: &mut Files, shared: &mut Shared, env: &Env<'_>) {
    let Some(bundle) = bundle(files, shared, env) else { return };
    let name = hand_out(shared, &bundle, "", bundle::write(&bundle, APP));
    files.giving = None;
    files.open = None;
    shared.toast(format!("“{}” is on its way to your downloads: give it to everybody.", isolated(&name)), None);
}

/// It is to be a link.
pub(crate) fn link_wanted(files: &mut Files, shared: &mut Shared, env: &Env<'_>) {
    let Some(bundle) = bundle(files, shared, env) else { return };
    shared.effects.push(Effect::Pack(bundle::write_line(&bundle, APP).into()));
    if let Some(giving) = &mut files.giving {
        giving.link = Link::Making;
    }
}

/// The browser has packed it: behind this address. `None` where it cannot.
pub(crate) fn packed(files: &mut Files, shared: &mut Shared, address: Option<&str>) {
    let Some(giving) = files.giving.as_mut().filter(|giving| giving.link == Link::Making) else { return };
    giving.link = match address {
        None => Link::Failed,
        Some(address) if address.len() > link::LONGEST => Link::TooLong,
        Some(address) => Link::Made(address.into(), None),
    };
    if matches!(giving.link, Link::Made(..)) {
        shared.effects.push(Effect::Focus(crate::effect::Focus::Field("class-link".into())));
    }
}

/// The link is to be copied.
pub(crate) fn copy_wanted(files: &Files, shared: &mut Shared) {
    if let Some(Giving { link: Link::Made(address, _), .. }) = &files.giving {
        shared.effects.push(Effect::Copy(Arc::clone(address)));
    }
}

/// It was copied, or could not be. True when that was about a link.
pub(crate) fn copied(files: &mut Files, worked: bool) -> bool {
    match &mut files.giving {
        Some(Giving { link: Link::Made(_, copied), .. }) => {
            *copied = Some(worked);
            true
        }
        _ => false,
    }
}

/// The form as it is shown.
pub(crate) fn view(files: &Files, shared: &Shared) -> Option<GivingView> {
    let giving = files.giving.as_ref()?;
    let (address, sentence) = match &giving.link {
        Link::None => (None, ""),
        Link::Making => (None, "One moment…"),
        Link::Made(address, copied) => {
            let sentence = match copied {
                None => {
                    "Whoever follows it sees the article and opens it. What is in it stays in the link: no server gets it."
                }
                Some(true) => "Copied.",
                Some(false) => "The browser does not let Postil copy. Select the link and copy it yourself.",
            };
            (Some(Arc::clone(address)), sentence)
        }
        Link::TooLong => (None, "The article is too long for a link. Give out the file instead."),
        Link::Failed => (None, "This browser cannot make such a link. Give out the file instead."),
    };
    Some(GivingView {
        message: Arc::clone(&giving.message),
        due: Arc::clone(&giving.due),
        round: Arc::clone(&giving.round),
        minimum: Arc::clone(&giving.minimum),
        paragraphs: shared.article.paragraphs().len(),
        questions: questions(giving, shared),
        named: giving.named,
        link: LinkView { address, sentence },
    })
}
