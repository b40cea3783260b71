//! Where everything that happens on the group's screens goes through.

use super::{
    changed, decide, discuss, feedback,
    model::{Board, Model},
    msg::{Msg, Tab},
    numbers, pictures, report, view,
};
use crate::{
    class::{Pages, Shown},
    effect::{Effect, Focus},
    env::Env,
    group::model::Context,
    intent::Intent,
    screen::{DialogKind, Screen},
    shared::Shared,
    timer::Timer,
};
use std::sync::Arc;

/// The made-up class for the sample article.
pub(super) const CLASS: &str = include_str!("../../../../static/class/example.postil.json");

/// Changes the model by what happened.
pub fn happened(model: &mut Model, context: Context<'_>, msg: Msg) {
    match msg {
        Msg::TimePassed(Timer::Numbers) => numbers::work(model, context),
        Msg::TimePassed(Timer::Report) => report::work(model, context),
        Msg::PictureFailed => pictures::failed(model),
        Msg::PictureAsked(drawing, png) => pictures::save(model, context, drawing, png),
        Msg::TabChosen(tab) => model.tab = tab,
        Msg::QuestionChosen(question) => {
            model.question = question;
            model.revision += 1;
            discuss::question_chosen(model, context);
        }
        Msg::CompleteChosen(complete) => {
            model.numbers.complete = complete;
            model.revision += 1;
        }
        Msg::NumberOpened(measure) => numbers::open(model, context, measure),
        Msg::ParagraphOpened(index) => {
            model.tab = Tab::Decide;
            show_to_decide(model, context, index);
        }
        Msg::ParagraphStepped(forward) => {
            let to = if forward { model.deciding + 1 } else { model.deciding.saturating_sub(1) };
            show_to_decide(model, context, to);
        }
        Msg::SentenceTyped(index, text) => {
            if let Some(paragraph) = context.article.paragraphs().get(index).map(|p| p.id.clone()) {
                model.intents.push(Intent::SentenceTyped(paragraph, text));
            }
        }
        Msg::FullScreenAsked => model.act(Effect::FullScreen),
        Msg::SentenceLeft => model.intents.push(Intent::KeepWords),
        Msg::AnswerTaken(_)
        | Msg::AgreedStance(..)
        | Msg::AgreedTheme(_)
        | Msg::AgreedNone
        | Msg::OutcomeChosen(_)
        | Msg::ReasonChosen(_)
        | Msg::DecisionRecorded
        | Msg::DecisionTakenBack => {
            let discussed =
                (context.screen == Screen::Discuss).then(|| discuss::current(context.with(model))).flatten();
            decide::happened(model, context, discussed.unwrap_or(model.deciding), msg);
        }
        Msg::Stepped(_)
        | Msg::StepChosen(_)
        | Msg::AgendaChosen(_)
        | Msg::AgendaSwitched(_)
        | Msg::AgendaPlace(_)
        | Msg::AgendaOpened(_)
        | Msg::AgendaReset
        | Msg::HandsCounted(..)
        | Msg::HandsRefused
        | Msg::TimerSet(_)
        | Msg::TimePassed(_) => discuss::happened(model, context, msg),
        Msg::AnnotatorSwitched(id) => {
            let before = model.left_out.len();
            model.left_out.retain(|left_out| *left_out != id);
            if model.left_out.len() == before {
                model.left_out.push(id);
            }
            model.revision += 1;
        }
        Msg::AllAnnotatorsChosen => {
            model.left_out.clear();
            model.revision += 1;
        }
        Msg::NamesSwitched(shown) => {
            model.names = Some(shown);
            // With names people stand in another order, and everything that goes by their places with them.
            model.revision += 1;
        }
        Msg::ChangesChosen(all) => model.changed.all = Some(all),
        Msg::ReplyChosen(index, chosen) => changed::reply(model, context, index, chosen),
        Msg::FeedbackAsked => feedback::save(model, context),
        Msg::PrintAsked => model.act(Effect::Print),
        Msg::ReportAsked => report::save(model, context),
        Msg::ImportAsked => model.intents.push(Intent::Open(DialogKind::Import)),
        Msg::ExampleAsked => {
            model.intents.push(Intent::BringExample(CLASS));
            model.act(Effect::Focus(Focus::Element("compare".into())));
        }
        Msg::ExampleLeft => {
            model.intents.push(Intent::RemoveExample);
            model.act(Effect::Focus(Focus::Element("compare".into())));
        }
        msg => board(model, msg),
    }
}

/// What follows from whatever happened here or elsewhere.
fn go_on(model: &mut Model, context: Context<'_>) {
    if context.screen == Screen::Discuss {
        discuss::begin(model, context);
    }
    discuss::show_address(model, context);
    if context.screen == Screen::Compare && model.tab == Tab::Numbers {
        numbers::go_on(model, context);
    }
    if context.screen == Screen::Report {
        report::go_on(model, context);
    }
    view::refresh(model, context);
}

impl Model {
    /// The screens as they open, before they were shown anything.
    #[must_use]
    pub fn open(shared: &Shared) -> Self {
        Self { address: Arc::clone(&shared.address), ..Self::default() }
    }

    /// Another article begins anew; the same one goes by the title that it has now.
    fn take_article(&mut self, shared: &Shared) {
        let title = shared.view_title();
        if self.article.id() == shared.article_id() && self.article.masthead.title == title {
            return;
        }
        if self.article.id() != shared.article_id() {
            let Self { left_out, names, board, question, discuss, .. } = Self::default();
            (self.left_out, self.names, self.board, self.question) = (left_out, names, board, question);
            (self.deciding, self.draft, self.discuss) = (0, None, discuss);
        }
        self.article = if shared.article.masthead.title == title {
            Arc::clone(&shared.article)
        } else {
            let mut article = (*shared.article).clone();
            article.masthead.title = title;
            Arc::new(article)
        };
        self.seen = None;
    }
}

impl Pages for Model {
    fn happened(&mut self, msg: Arc<Msg>, shared: &Shared, env: &Env<'_>) -> Vec<Intent> {
        let article = Arc::clone(&self.article);
        happened(self, Context::of(shared, &article, env), Arc::unwrap_or_clone(msg));
        std::mem::take(&mut self.intents)
    }

    fn follow(&mut self, shared: &Shared, env: &Env<'_>) -> Vec<Intent> {
        self.take_article(shared);
        // The same article may have been described otherwise: what is kept was drawn with the words of then.
        if self.codebook.replace(Arc::clone(&shared.codebook)).as_ref() != Some(&shared.codebook) {
            self.seen = None;
        }
        let article = Arc::clone(&self.article);
        let context = Context::of(shared, &article, env);
        if self.seen.replace(shared.ledger.revision()) != Some(shared.ledger.revision()) {
            self.revision += 1;
            changed::offer(self, context);
        }
        if std::mem::replace(&mut self.shown, context.screen) != context.screen {
            self.act(Effect::ScrollUp);
        }
        if std::mem::replace(&mut self.addressed, shared.addressed) != shared.addressed {
            discuss::readdressed(self);
        }
        go_on(self, context);
        std::mem::take(&mut self.intents)
    }

    fn view(&self) -> Shown {
        Shown(Arc::new(self.view.clone()))
    }
}

fn show_to_decide(model: &mut Model, context: Context<'_>, index: usize) {
    model.intents.push(Intent::KeepWords);
    model.deciding = index.min(context.article.paragraphs().len().saturating_sub(1));
    model.act(Effect::Focus(Focus::Element("deciding".into())));
}

fn board(model: &mut Model, msg: Msg) {
    let board = &mut model.board;
    match msg {
        Msg::Sorted(by_disagreement) => board.by_disagreement = by_disagreement,
        Msg::OnlyChosen(only) => board.only = only,
        Msg::ThemeChosen(theme) => board.theme = theme,
        Msg::StanceChosen(stance) => board.stance = stance,
        Msg::EndSeen => {
            board.drawn += 1;
            return;
        }
        _ => return,
    }
    // What was scrolled to is somewhere else now.
    model.board = Board { drawn: 1, ..std::mem::take(board) };
}
