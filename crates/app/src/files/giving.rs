//! "Give to the class": the open article with its questions and what is asked, as a file or as a link.

use super::{
    export::hand_out,
    msg::GivingField,
    rules::Giving,
    view::{AskedQuestionView, GivingView, LinkView},
};
use crate::{
    APP,
    effect::Effect,
    env::Env,
    files::model::Files,
    link,
    shared::{
        Shared, assignment,
        class_link::{ClassLink, WHAT_A_LINK_IS},
        note,
    },
    strings::files as strings,
    when::until,
};
use postil_core::{
    base::{id::QuestionId, script::isolated, time::Local},
    codebook::StanceQuestion,
    exchange::bundle::{
        self, Bundle, Kind,
        assignment::{Assignment, MAX_MINIMUM, Named},
        read::clean_message,
    },
};
use std::sync::Arc;

/// The form is wanted: it begins with what was asked last.
pub(crate) fn begun(files: &mut Files, shared: &Shared, directly: bool) {
    let last = assignment::given(shared.store(), shared.article_id())
        .unwrap_or_else(|| Assignment { round: shared.round(), ..Assignment::default() });
    let left_out = shared.codebook.asked().iter().map(|question| &question.id).filter(|id| !last.asks(id));
    files.giving = Some(Giving {
        left_out: left_out.cloned().collect(),
        message: last.message,
        due: last.until.get(..Local::LENGTH).unwrap_or_default().into(),
        round: last.round.to_string().into(),
        minimum: last.minimum.map_or_else(|| "".into(), |least| least.to_string().into()),
        named: last.named,
        directly,
        linked: false,
        copied: None,
    });
}

/// It is left, for where it was wanted.
pub(crate) fn left(files: &mut Files) {
    if files.giving.take().is_some_and(|giving| giving.directly) {
        files.close();
    }
}

/// Something was typed into the form.
pub(crate) fn typed(files: &mut Files, field: GivingField, text: Arc<str>) {
    let Some(giving) = &mut files.giving else { return };
    // A link says what was asked when it was made.
    giving.linked = false;
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
        giving.linked = false;
        giving.named = named;
    }
}

/// A question is to be asked, or not this time.
pub(crate) fn question_switched(files: &mut Files, question: QuestionId, asked: bool) {
    if let Some(giving) = &mut files.giving {
        giving.linked = false;
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
fn rules(giving: &Giving, shared: &Shared, env: &Env<'_>) -> Assignment {
    let number = |text: &str| text.trim().parse().ok().filter(|number| *number > 0);
    let questions = questions(giving, shared);
    let class = shared.class_id().map(|id| {
        let class = shared.store().class(shared.article_id(), id);
        let name = class.and_then(|class| class.name.as_ref()).map(|name| Arc::clone(&name.value));
        (id.clone(), name.unwrap_or_else(|| "".into()))
    });
    let due = Local::read(&giving.due).and_then(|due| Some((due, (env.offset_at)(&giving.due)?)));
    Assignment {
        message: clean_message(&giving.message),
        round: number(&giving.round).unwrap_or(1),
        due: due.map_or_else(String::new, |(due, _)| until(env.clock(), due)).into(),
        until: due.map_or_else(String::new, |(due, offset)| due.with_offset(offset)).into(),
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
    let rules = rules(files.giving.as_ref()?, shared, env);
    note::keep(shared, env);
    assignment::give(shared, &rules, env);
    Some(asking(shared, rules))
}

/// The open article with what is asked, without anybody's answers.
fn asking(shared: &Shared, rules: Assignment) -> Bundle {
    let bare = Bundle::bare((*shared.article).clone(), (*shared.book).clone());
    Bundle { kind: Kind::Assignment, assignment: Some(rules), ..bare }
}

/// The same with what was asked last.
fn given(shared: &Shared) -> Option<Bundle> {
    Some(asking(shared, assignment::given(shared.store(), shared.article_id())?))
}

/// It goes out as a file.
pub(crate) fn file_wanted(files: &mut Files, shared: &mut Shared, env: &Env<'_>) {
    let Some(bundle) = bundle(files, shared, env) else { return };
    files.giving = None;
    files.open = None;
    save(shared, &bundle);
}

/// It goes out as a file once more, with the codebook as it is now.
pub(crate) fn file_again(shared: &mut Shared, env: &Env<'_>) {
    if let Some(bundle) = given(shared) {
        assignment::keep_version(shared, env);
        save(shared, &bundle);
    }
}

fn save(shared: &mut Shared, bundle: &Bundle) {
    let name = hand_out(shared, bundle, "", bundle::write(bundle, APP));
    shared.toast(strings::export::for_class(&isolated(&name)), None);
}

/// It is to be a link.
pub(crate) fn link_wanted(files: &mut Files, shared: &mut Shared, env: &Env<'_>) {
    let Some(bundle) = bundle(files, shared, env) else { return };
    pack(shared, &bundle);
    if let Some(giving) = &mut files.giving {
        (giving.linked, giving.copied) = (true, None);
    }
}

/// It is to be a link once more.
pub(crate) fn link_again(shared: &mut Shared) {
    if let Some(bundle) = given(shared) {
        pack(shared, &bundle);
    }
}

fn pack(shared: &mut Shared, bundle: &Bundle) {
    shared.effects.push(Effect::Pack(bundle::write_line(bundle, APP).into()));
    shared.link = ClassLink::Making;
}

/// The browser has packed it: behind this address. `None` where it cannot.
pub(crate) fn packed(files: &Files, shared: &mut Shared, address: Option<&str>) {
    if shared.link != ClassLink::Making {
        return;
    }
    shared.link = match address {
        None => ClassLink::Failed,
        Some(address) if address.len() > link::LONGEST => ClassLink::TooLong,
        Some(address) => ClassLink::Made(address.into()),
    };
    if matches!(shared.link, ClassLink::Made(_)) && is_linked(files) {
        shared.effects.push(Effect::Focus(crate::effect::Focus::Field("class-link".into())));
    }
}

/// True while the form shows the link.
fn is_linked(files: &Files) -> bool {
    files.open.is_some() && files.giving.as_ref().is_some_and(|giving| giving.linked)
}

/// The link is to be copied.
pub(crate) fn copy_wanted(files: &mut Files, shared: &mut Shared) {
    if let Some(address) = shared.link.address().cloned() {
        files.copying_link = true;
        shared.effects.push(Effect::Copy(address));
    }
}

/// It was copied, or could not be. True when that was about a link.
pub(crate) fn copied(files: &mut Files, shared: &mut Shared, worked: bool) -> bool {
    let ours = std::mem::take(&mut files.copying_link);
    match &mut files.giving {
        _ if !ours => {}
        Some(giving) if files.open.is_some() => giving.copied = Some(worked),
        _ => {
            let sentence = if worked { strings::export::link_copied() } else { strings::export::link_not_copied() };
            shared.toast(sentence, None);
        }
    }
    ours
}

/// The form as it is shown.
pub(crate) fn view(files: &Files, shared: &Shared) -> Option<GivingView> {
    let giving = files.giving.as_ref()?;
    let link = if giving.linked { &shared.link } else { &ClassLink::None };
    let sentence = match (link, giving.copied) {
        (ClassLink::Made(_), None) => WHAT_A_LINK_IS,
        (ClassLink::Made(_), Some(true)) => strings::copied(),
        (ClassLink::Made(_), Some(false)) => strings::export::link_not_copied(),
        (other, _) => other.sentence(),
    };
    Some(GivingView {
        message: Arc::clone(&giving.message),
        due: Arc::clone(&giving.due),
        round: Arc::clone(&giving.round),
        minimum: Arc::clone(&giving.minimum),
        paragraphs: shared.article.paragraphs().len(),
        questions: questions(giving, shared),
        named: giving.named,
        directly: giving.directly,
        link: LinkView { address: link.address().cloned(), sentence },
    })
}
