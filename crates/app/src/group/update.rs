//! Where everything that happens on the group's screens goes through.

use super::{
    changed, decide, discuss,
    effect::Effect,
    feedback,
    model::{Board, Model},
    msg::{Msg, Tab},
    numbers, pictures, report, told, view,
};
use crate::msg::Screen;

/// The made-up class for the sample article.
pub(super) const CLASS: &str = include_str!("../../../../static/class/example.postil.json");

/// Changes the model by what happened and returns what is to be done. `now` is in milliseconds since 1970.
pub fn update(model: &mut Model, msg: Msg, now: u64) -> Vec<Effect> {
    match msg {
        Msg::Told(kind, text) => {
            told::told(model, &kind, &text);
            model.revision += 1;
            changed::offer(model);
        }
        Msg::Addressed(address) => model.address = address,
        Msg::TimePassed(numbers::WORK) => numbers::work(model),
        Msg::TimePassed(pictures::FAILED) => pictures::failed(model),
        Msg::PictureAsked(drawing, png) => pictures::save(model, drawing, png),
        Msg::TabChosen(tab) => model.tab = tab,
        Msg::QuestionChosen(question) => {
            model.question = question;
            model.revision += 1;
            discuss::question_chosen(model);
        }
        Msg::CompleteChosen(complete) => {
            model.numbers.complete = complete;
            model.revision += 1;
        }
        Msg::NumberOpened(measure) => numbers::open(model, measure),
        Msg::ParagraphOpened(index) => {
            model.tab = Tab::Decide;
            show_to_decide(model, index);
        }
        Msg::ParagraphStepped(forward) => {
            let to = if forward { model.deciding + 1 } else { model.deciding.saturating_sub(1) };
            show_to_decide(model, to);
        }
        Msg::SentenceTyped(index, text) => {
            if let Some(paragraph) = model.article.paragraphs().get(index).map(|p| p.id.to_shared()) {
                model.say("typing", paragraph, text);
            }
        }
        Msg::FullScreenAsked => model.effects.push(Effect::FullScreen),
        Msg::SentenceLeft => model.say("typed", "", ""),
        Msg::AnswerTaken(_)
        | Msg::AgreedStance(..)
        | Msg::AgreedTheme(_)
        | Msg::AgreedNone
        | Msg::OutcomeChosen(_)
        | Msg::ReasonChosen(_)
        | Msg::DecisionRecorded
        | Msg::DecisionTakenBack => {
            let discussed = (model.screen == Screen::Discuss).then(|| discuss::current(model)).flatten();
            decide::happened(model, discussed.unwrap_or(model.deciding), msg);
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
        | Msg::TimePassed(discuss::TICK) => discuss::happened(model, msg, now),
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
        Msg::ReplyChosen(index, chosen) => changed::reply(model, index, chosen),
        Msg::FeedbackAsked => feedback::save(model, now),
        Msg::PrintAsked => model.effects.push(Effect::Print),
        Msg::ReportAsked => report::save(model),
        Msg::TimePassed(report::WORK) => report::work(model),
        Msg::ImportAsked => model.say("import", "", ""),
        Msg::ExampleAsked => {
            model.say("example", "", CLASS);
            model.effects.push(Effect::Focus("compare".into()));
        }
        Msg::ExampleLeft => {
            model.say("without-example", "", "");
            model.effects.push(Effect::Focus("compare".into()));
        }
        msg => board(model, msg),
    }
    if model.ready && model.screen == Screen::Discuss {
        discuss::begin(model);
    }
    discuss::show_address(model);
    if model.ready && model.screen == Screen::Compare && model.tab == Tab::Numbers {
        numbers::go_on(model);
    }
    if model.ready && model.screen == Screen::Report {
        report::go_on(model);
    }
    view::refresh(model);
    std::mem::take(&mut model.effects)
}

fn show_to_decide(model: &mut Model, index: usize) {
    model.say("typed", "", "");
    model.deciding = index.min(model.article.paragraphs().len().saturating_sub(1));
    model.effects.push(Effect::Focus("deciding".into()));
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
