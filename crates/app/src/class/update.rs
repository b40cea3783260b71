//! Where everything that happens on the class's screens goes through. Each page changes itself; what one page needs of
//! another is handed on here.

use super::{Class, Pages, Shown, context::Context, lens::Inputs, model::Model, msg::Msg, roll, view};
use crate::{
    codebook::{self, model::Editing},
    compare,
    decide::{self, model::Decide},
    discuss,
    effect::{Effect, Focus},
    env::Env,
    intent::Intent,
    lesson::{
        self,
        subpage::{self, SubPage},
    },
    report,
    screen::Screen,
    shared::Shared,
};
use postil_core::{
    base::id::{ClassId, ParagraphId},
    record::decision::{ClassEdit, DecisionEdit},
};
use std::sync::Arc;

/// How the rest of the program reaches these screens.
pub static CLASS: Class = Class { open: |shared| Box::new(Model::at(&shared.address)) };

/// Changes the model by what happened.
fn update(model: &mut Model, shared: &Shared, env: &Env<'_>, msg: Msg) -> Vec<Intent> {
    let Model {
        lens, compare, decide, discuss, report, codebook: editing, lesson: teaching, article, followed, ..
    } = model;
    let context = Context::of(shared, article, env);
    match msg {
        Msg::QuestionChosen(question) => {
            lens.ask(question);
            discuss::update::question_chosen(discuss, context.with(lens));
        }
        Msg::AnnotatorSwitched(annotator) => lens.switch(annotator),
        Msg::AllAnnotatorsChosen => lens.take_all_in(),
        Msg::NamesSwitched(shown) => lens.show_names(shown),
        Msg::ParagraphOpened(index) => {
            let elsewhere = SubPage::at(context.address) != Some(SubPage::Decide);
            if elsewhere {
                // The focus brings what it goes to into view; the head of the page is not wanted.
                followed.arrives_at(SubPage::Decide);
            }
            let visit = elsewhere.then(|| Intent::Visit(SubPage::Decide.route()));
            return decide::update::open(decide, context, index, visit);
        }
        Msg::Roll(msg) => {
            return roll::update::update(&mut compare.roll, context.with(lens), &shared.class_or_first(), msg, env);
        }
        Msg::Compare(msg) => return compare::update::update(compare, context.with(lens), msg),
        Msg::Decide(msg) => {
            let discussed = if context.screen == Screen::Discuss { discuss.current() } else { None };
            let index = discussed.unwrap_or(decide.index());
            return decide::update::update(decide, context.with(lens), index, msg);
        }
        Msg::Discuss(msg) => return discuss::update::update(discuss, context.with(lens), msg),
        Msg::Report(msg) => return report::update::update(report, context.with(lens), msg),
        Msg::Lesson(msg) => return lesson::update::update(teaching, context.with(lens), msg),
        Msg::Codebook(msg) => return codebook::update::update(editing, context, env, msg),
    }
    Vec::new()
}

/// Another article begins anew; the same one is described as it is now.
fn take_article(model: &mut Model, shared: &Shared) {
    if Arc::ptr_eq(&model.article, &shared.article) {
        return;
    }
    if model.article.id() != shared.article_id() {
        model.lens.reset();
        model.compare.reset();
        model.decide = Decide::default();
        model.discuss.reset();
        model.codebook = Editing::default();
        model.lesson.reset();
    }
    model.article = Arc::clone(&shared.article);
    model.followed.ledger = None;
}

impl Pages for Model {
    fn happened(&mut self, msg: Arc<Msg>, shared: &Shared, env: &Env<'_>) -> Vec<Intent> {
        update(self, shared, env, Arc::unwrap_or_clone(msg))
    }

    fn edits(&self, shared: &Shared, class: &ClassId, paragraph: &ParagraphId, edit: &DecisionEdit) -> Vec<ClassEdit> {
        shared.store().adjudication(shared.article_id(), class, paragraph).edits(edit, Some(&shared.version))
    }

    fn follow(&mut self, shared: &Shared, env: &Env<'_>) -> Vec<Intent> {
        take_article(self, shared);
        let Self {
            lens,
            compare,
            decide,
            discuss,
            report,
            codebook: editing,
            lesson: teaching,
            view,
            article,
            followed,
        } = self;
        // The same article may have been described otherwise: what is kept was drawn with the words of then.
        if followed.codebook.replace(Arc::clone(&shared.codebook)).as_ref() != Some(&shared.codebook) {
            followed.ledger = None;
        }
        // What is known of earlier versions and other codebooks decides what their codes are shown as.
        if std::mem::replace(&mut followed.versions, shared.versions.len()) != shared.versions.len() {
            followed.ledger = None;
        }
        let context = Context::of(shared, article, env);
        // Another class has other people, and decides anew.
        let class = shared.class_or_first();
        if followed.class.replace(class.clone()).is_some_and(|before| before != class) {
            followed.ledger = None;
            decide.leave();
            discuss.regroup();
        }
        if followed.ledger.replace(shared.ledger.revision()) != Some(shared.ledger.revision()) {
            lens.touch();
        }
        let mut intents = Vec::new();
        let before = std::mem::replace(&mut followed.screen, context.screen);
        let entered = before != context.screen;
        let addressed = std::mem::replace(&mut followed.addressed, shared.addressed) != shared.addressed;
        // Class has several pages, each with an address.
        let subpage = SubPage::at(context.address);
        let turned = std::mem::replace(&mut followed.subpage, subpage) != subpage;
        if entered || (turned && context.screen == Screen::Class) {
            intents.push(Intent::Do(Effect::ScrollUp));
        }
        if entered && context.screen == Screen::Report {
            report.from_class = before == Screen::Class;
        }
        // Discuss has nothing of the page around it: what had the focus is gone, on the way in and on the way out.
        let head = match context.screen {
            // What had it is only hidden and may have it a moment longer, so nobody asks whether it is lost.
            Screen::Discuss => Some(Focus::Element("discussed".into())),
            // Reading goes on at the step that comes next, and not at the head with its link for the class.
            Screen::Class if matches!(before, Screen::Discuss | Screen::Report) => {
                let next = if context.is_anything_decided() { "step-back" } else { "step-discuss" };
                Some(Focus::Lost(next.into()))
            }
            Screen::Compare if before == Screen::Discuss => Some(Focus::Lost("compare".into())),
            _ => None,
        };
        intents.extend(head.filter(|_| entered).map(|head| Intent::Do(Effect::Focus(head))));
        if addressed {
            discuss::update::readdressed(discuss);
            codebook::update::readdressed(editing);
        }
        // What takes several goes, goes on while it is shown.
        let inputs: Inputs<'_> = context.with(lens);
        if context.screen == Screen::Discuss {
            discuss::update::begin(discuss, inputs, entered);
        }
        intents.extend(discuss::update::show_address(discuss, context.screen));
        let deciding = match context.screen {
            Screen::Discuss => discuss.current(),
            Screen::Class => (subpage == Some(SubPage::Decide)).then(|| decide.index()),
            _ => None,
        };
        let before = std::mem::replace(&mut followed.deciding, deciding);
        let left = before.filter(|index| deciding != Some(*index));
        intents.extend(left.and_then(|index| decide::update::left(decide, index)));
        intents.extend(subpage::offer(teaching, inputs));
        intents.extend(compare::update::go_on(compare, inputs));
        intents.extend(report::update::go_on(report, inputs));
        intents.extend(codebook::update::go_on(editing, context));
        intents.extend(lesson::update::go_on(teaching, inputs));
        let pages = view::Pages { compare, decide, discuss, report, codebook: editing, lesson: teaching };
        view::refresh(view, &pages, inputs);
        intents
    }

    fn leave(&mut self) {
        if std::mem::take(&mut self.followed.screen) != Screen::default() {
            self.codebook = Editing::default();
        }
    }

    fn view(&self) -> Shown {
        Shown(Arc::new(self.view.clone()))
    }
}
