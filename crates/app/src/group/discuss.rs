//! Discussing paragraph by paragraph: first blind, then a show of hands, then what everybody had answered, a second show
//! of hands, and a decision.

use super::{
    annotators::{self, Annotator, annotators, compare},
    board::{Words, answered, differing},
    decide::{self, DecideView},
    edits::{self, adjudication},
    model::{Context, Inputs, Model},
    msg::Msg,
    place::Step,
};
use crate::{
    effect::{Effect, Focus},
    group::{msg::Agenda, place},
    intent::Intent,
    screen::Screen,
    timer::Timer,
    words::count,
};
use postil_core::{
    article::beginning,
    base::id::OptionId,
    codebook::{hue::Hue, sign::sign},
    measure::{
        comparison::Comparison,
        difference::Kind,
        division::{Division, divisions},
    },
    record::decision::{DecisionEdit, Hands, Outcome, Round},
};
use std::sync::Arc;

/// The discussion.
#[derive(Clone, Debug, Default)]
pub struct Discuss {
    /// The order.
    pub agenda: Agenda,
    /// The paragraphs, in the order of the agenda. It stays as it is while people talk, whatever they decide.
    pub order: Vec<usize>,
    /// Paragraphs that were left off the agenda.
    pub left_off: Vec<usize>,
    /// The place in the agenda.
    pub at: usize,
    /// The step.
    pub step: Step,
    /// When the time is over, in milliseconds since 1970.
    pub until: Option<u64>,
    /// What is left, in seconds; negative when the time is over.
    pub left: i64,
    /// True while the agenda is open.
    pub agenda_open: bool,
    /// The address that shows this place, once it is the page's.
    address: Arc<str>,
}

/// Puts the agenda in order, if there is none yet.
pub fn begin(model: &mut Model, context: Context<'_>) {
    if model.discuss.order.is_empty() && model.discuss.left_off.is_empty() {
        model.discuss.order = order(context.with(model));
        let wanted = place::read(&std::mem::take(&mut model.address));
        let found = wanted.and_then(|(index, step)| Some((position(context.with(model), index)?, step)));
        (model.discuss.at, model.discuss.step) = found.unwrap_or((0, Step::Blind));
    }
}

/// Keeps the page's address at the place that is shown, so that a reload goes on there. It is this browser's alone: no
/// file holds it. The beginning has the address of the screen.
pub fn show_address(model: &mut Model, context: Context<'_>) {
    let shown = context.screen == Screen::Discuss;
    let begins = (model.discuss.at, model.discuss.step) == (0, Step::Blind);
    let here = current(context.with(model)).filter(|_| shown).map(|index| match begins {
        true => Screen::Discuss.route().to_owned(),
        false => place::written(index, model.discuss.step),
    });
    let here: Arc<str> = here.unwrap_or_default().into();
    if here != model.discuss.address {
        if !here.is_empty() {
            model.act(Effect::Readdress(Arc::clone(&here)));
        }
        model.discuss.address = here;
    }
}

/// The page may have another address now.
pub fn readdressed(model: &mut Model) {
    model.discuss.address = "".into();
}

/// The place of a paragraph in the agenda.
fn position(model: Inputs<'_>, index: usize) -> Option<usize> {
    model.discuss.order.iter().position(|here| *here == index)
}

fn order(model: Inputs<'_>) -> Vec<usize> {
    let mut order = whole_order(model);
    order.retain(|index| !model.discuss.left_off.contains(index));
    order
}

/// All paragraphs in the order of the agenda, also those that were left off it.
fn whole_order(model: Inputs<'_>) -> Vec<usize> {
    let all = model.context.article.paragraphs().len();
    let mut order: Vec<usize> = (0..all).collect();
    if model.discuss.agenda == Agenda::ByDisagreement {
        let everybody = annotators(model);
        let found = divisions(&compare(model, &everybody), &model.question_id());
        order.sort_by(|a, b| (found[*b].rank(), a).cmp(&(found[*a].rank(), b)));
    }
    order
}

/// Another question was chosen: the agenda goes by how the answers to that one divide.
pub fn question_chosen(model: &mut Model, context: Context<'_>) {
    let Discuss { at, step, order, .. } = &model.discuss;
    if order.is_empty() {
        return;
    }
    // Once something is discussed it stays; a discussion that has not begun begins with what now divides most.
    let begun = context.screen == Screen::Discuss || *at > 0 || *step != Step::Blind;
    let here = if begun { current(context.with(model)) } else { None };
    reorder(model, context, here);
}

/// The paragraph that is discussed, by its index.
#[must_use]
pub fn current(model: Inputs<'_>) -> Option<usize> {
    model.discuss.order.get(model.discuss.at).copied()
}

/// Something was done on the Discuss screen. Other messages change nothing here.
pub fn happened(model: &mut Model, context: Context<'_>, msg: Msg) {
    match msg {
        // With nothing on the agenda there is nowhere to go.
        Msg::Stepped(forward) if current(context.with(model)).is_some() => step(model, context, forward),
        Msg::StepChosen(chosen) => show(model, context, model.discuss.at, chosen),
        Msg::AgendaChosen(agenda) => {
            let here = current(context.with(model));
            model.discuss.agenda = agenda;
            reorder(model, context, here);
        }
        Msg::AgendaSwitched(index) => {
            let here = current(context.with(model));
            let before = model.discuss.left_off.len();
            model.discuss.left_off.retain(|left_off| *left_off != index);
            if model.discuss.left_off.len() == before {
                model.discuss.left_off.push(index);
            }
            reorder(model, context, here);
        }
        Msg::AgendaPlace(at) => {
            model.discuss.agenda_open = false;
            model.act(Effect::Focus(Focus::Element("discussed".into())));
            show(model, context, at, Step::Blind);
        }
        Msg::AgendaReset => {
            model.discuss.left_off.clear();
            reorder(model, context, None);
        }
        Msg::AgendaOpened(open) => model.discuss.agenda_open = open,
        Msg::HandsCounted(option, hands) => {
            let round = if model.discuss.step == Step::Second { Round::Second } else { Round::First };
            if let Some(index) = current(context.with(model)) {
                let edit = DecisionEdit::Count { round, question: context.with(model).question_id(), option, hands };
                edits::decide(model, context, index, edit, "hands counted");
            }
        }
        Msg::TimerSet(minutes) => {
            model.discuss.until = minutes.map(|minutes| context.now + u64::from(minutes) * 60_000);
            tick(model, context);
            let next = if minutes.is_some() { "timer-stop" } else { "timer-2" };
            model.act(Effect::Focus(Focus::Element(next.into())));
        }
        Msg::HandsRefused => {
            model.act(Effect::Announce("Hands are counted in whole numbers, up to 9,999.".into()));
        }
        Msg::TimePassed(Timer::Discussion) => tick(model, context),
        _ => {}
    }
}

fn reorder(model: &mut Model, context: Context<'_>, here: Option<usize>) {
    model.discuss.order = order(context.with(model));
    let at = here.and_then(|index| position(context.with(model), index));
    if at.is_none() {
        model.discuss.step = Step::Blind;
    }
    model.discuss.at = at.unwrap_or(0);
}

fn step(model: &mut Model, context: Context<'_>, forward: bool) {
    let Discuss { at, step, order, .. } = &model.discuss;
    let last = order.len().saturating_sub(1);
    match (step.beside(forward), forward) {
        (Some(next), _) => show(model, context, *at, next),
        (None, true) if *at < last => show(model, context, at + 1, Step::Blind),
        (None, false) if *at > 0 => show(model, context, at - 1, Step::Decide),
        _ => {}
    }
}

fn show(model: &mut Model, context: Context<'_>, at: usize, step: Step) {
    // What stands in the box for the argument is kept before it goes out of sight.
    model.intents.push(Intent::KeepWords);
    let moved = at != model.discuss.at;
    (model.discuss.at, model.discuss.step) = (at, step);
    let number = current(context.with(model)).map_or(0, |index| index + 1);
    let sentence = if moved { format!("Paragraph {number}: {}", step.name()) } else { step.name().to_owned() };
    model.act(Effect::Announce(sentence.into()));
    model.act(Effect::ScrollUp);
}

fn tick(model: &mut Model, context: Context<'_>) {
    let Some(until) = model.discuss.until else { return };
    // Minutes, far within what fits.
    model.discuss.left = (until as i64 - context.now as i64).div_euclid(1000);
    // After an hour nobody looks at it any more.
    if model.discuss.left > -3600 {
        model.act(Effect::Wait(Timer::Discussion, 1000));
    }
}

/// An answer, with how many gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerView {
    /// Its id.
    pub id: OptionId,
    /// Its word.
    pub label: Arc<str>,
    /// Its sign.
    pub glyph: &'static str,
    /// The name of its sense, for `data-sense`.
    pub sense: &'static str,
    /// How many annotators gave it, in their own reading before.
    pub annotators: u32,
    /// Hands in the first vote.
    pub first: Option<u32>,
    /// Hands in the second vote.
    pub second: Option<u32>,
    /// "+2", "−1": what moved between the votes; empty where nothing did or one is missing.
    pub moved: Arc<str>,
}

/// A theme, with how many gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeCount {
    /// Its words.
    pub label: Arc<str>,
    /// Its colour.
    pub hue: Hue,
    /// How many gave it.
    pub count: usize,
}

/// An entry of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaEntry {
    /// The paragraph's index.
    pub index: usize,
    /// Its number.
    pub number: Arc<str>,
    /// Its first words.
    pub words: Arc<str>,
    /// "62 %": the pairs who differ.
    pub differing: Arc<str>,
    /// "12 answered": of how many people that is said.
    pub answered: Arc<str>,
    /// Its place; none when it is left off.
    pub place: Option<usize>,
    /// What became of it.
    pub outcome: Option<&'static str>,
    /// True for the one that is shown.
    pub current: bool,
}

/// The Discuss screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiscussView {
    /// The paragraph's index.
    pub index: usize,
    /// The step.
    pub step: Step,
    /// "Paragraph 3".
    pub label: Arc<str>,
    /// "2 of 10".
    pub place: Arc<str>,
    /// The text.
    pub text: Arc<str>,
    /// Its language.
    pub lang: Arc<str>,
    /// Its direction.
    pub dir: &'static str,
    /// The question.
    pub prompt: Arc<str>,
    /// Answers with their counts.
    pub answers: Vec<AnswerView>,
    /// How many annotators answered.
    pub answered: u32,
    /// The greatest count, for the bars.
    pub most: u32,
    /// Kinds of disagreement: "mixed against one side: 12 pairs".
    pub kinds: Vec<Arc<str>>,
    /// Themes with their counts, most first.
    pub themes: Vec<ThemeCount>,
    /// Notes, without names.
    pub notes: Vec<Arc<str>>,
    /// "5 hands moved."; empty before the second vote.
    pub moved: Arc<str>,
    /// What stands in the box for the argument, with a key for the paragraph.
    pub argument: (Arc<str>, Arc<str>),
    /// What is shown to decide it; only in that step.
    pub decide: Option<Arc<DecideView>>,
    /// "4:59"; empty while there is no timer.
    pub timer: Arc<str>,
    /// True when the time is over.
    pub over: bool,
    /// True while the agenda is open.
    pub agenda_open: bool,
    /// The order of the agenda.
    pub agenda: Agenda,
    /// The agenda.
    pub entries: Vec<AgendaEntry>,
    /// True at the very beginning and at the very end.
    pub ends: (bool, bool),
    /// True when nothing can be changed now.
    pub locked: bool,
}

/// The Discuss screen as it is now; none while there is nothing on the agenda.
#[must_use]
pub fn discuss(model: Inputs<'_>, everybody: &[Annotator]) -> Option<DiscussView> {
    let Discuss { at, step, .. } = &model.discuss;
    let index = current(model)?;
    let comparison = compare(model, everybody);
    let question = model.question_id();
    let found = divisions(&comparison, &question);
    let division = found.get(index)?;
    let said = adjudication(model, index);
    let (first, second) = (said.hands_in(Round::First, &question), said.hands_in(Round::Second, &question));
    let answers = answers(model, division, &first, &second);
    let most = answers.iter().map(|a| a.annotators.max(a.first.unwrap_or(0)).max(a.second.unwrap_or(0))).max();
    let differences = comparison.differences(std::iter::once(index), &question);
    let kinds = Kind::ALL.into_iter().filter_map(|kind| {
        let pairs = differences.kinds.get(&kind)?;
        Some(Arc::from(format!("{}: {}", kind.name(), count(*pairs, "pair", "pairs"))))
    });
    // A note may be by somebody who is no reader, and a decision answers all questions.
    let all = annotators::everybody(model);
    let notes = compare(model, &all);
    let decide = (*step == Step::Decide).then(|| Arc::new(decide::decide(model, &all, index)));
    let key =
        model.context.article.paragraphs().get(index).map(|paragraph| paragraph.id.to_shared()).unwrap_or_default();
    Some(DiscussView {
        index,
        step: *step,
        label: format!("Paragraph {}", index + 1).into(),
        place: format!("{} of {}", at + 1, model.discuss.order.len()).into(),
        text: model.context.article.text(index),
        lang: Arc::clone(model.context.article.language()),
        dir: model.context.article.direction().word(),
        prompt: model.prompt(),
        answered: division.answers.iter().map(|(_, n)| n).sum(),
        most: most.unwrap_or(0).max(1),
        kinds: kinds.collect(),
        themes: themes(model, &comparison, index),
        notes: notes.records(index).flatten().flat_map(|record| record.note.spoken().cloned()).collect(),
        moved: moved(&first, &second),
        argument: (key, said.sentence()),
        answers,
        decide,
        timer: if model.discuss.until.is_some() { clock(model.discuss.left) } else { "".into() },
        over: model.discuss.until.is_some() && model.discuss.left <= 0,
        agenda_open: model.discuss.agenda_open,
        agenda: model.discuss.agenda,
        entries: entries(model, &found),
        ends: (*at == 0 && *step == Step::Blind, at + 1 == model.discuss.order.len() && *step == Step::Decide),
        locked: model.context.locked,
    })
}

/// "4:59", or "0:12 over".
fn clock(left: i64) -> Arc<str> {
    let seconds = left.unsigned_abs();
    let over = if left < 0 { " over" } else { "" };
    format!("{}:{:02}{over}", seconds / 60, seconds % 60).into()
}

fn answers(model: Inputs<'_>, division: &Division, first: &Hands, second: &Hands) -> Vec<AnswerView> {
    let question = model.question_id();
    let words = Words::new(model, &question);
    let asked = model.context.codebook.question(&question);
    let known = asked.map_or(&[][..], |question| &question.options);
    let mut options: Vec<OptionId> = known.iter().map(|option| option.id.clone()).collect();
    let others = division.answers.iter().map(|(option, _)| option).chain(first.keys()).chain(second.keys());
    for option in others {
        if !options.contains(option) {
            options.push(option.clone());
        }
    }
    let both = !first.is_empty() && !second.is_empty();
    let answer = |id: OptionId| {
        let annotators = division.answers.iter().find(|(option, _)| *option == id).map_or(0, |(_, n)| *n);
        let (was, is) = (first.get(&id).copied(), second.get(&id).copied());
        let by = i64::from(is.unwrap_or(0)) - i64::from(was.unwrap_or(0));
        let moved = match (both, by) {
            (false, _) | (true, 0) => String::new(),
            (true, 1..) => format!("+{by}"),
            (true, _) => format!("−{}", by.abs()),
        };
        AnswerView {
            label: words.label(&id),
            glyph: sign(&id, asked).glyph,
            sense: sign(&id, asked).sense(),
            annotators,
            first: was,
            second: is,
            moved: moved.into(),
            id,
        }
    };
    options.into_iter().map(answer).collect()
}

/// How many hands went elsewhere: at least so many, since what comes and goes at one answer is not seen.
fn moved(first: &Hands, second: &Hands) -> Arc<str> {
    if first.is_empty() || second.is_empty() {
        return "".into();
    }
    let options = first.keys().chain(second.keys().filter(|option| !first.contains_key(*option)));
    let (mut came, mut went) = (0, 0);
    for option in options {
        let (was, is) = (first.get(option).copied().unwrap_or(0), second.get(option).copied().unwrap_or(0));
        came += is.saturating_sub(was);
        went += was.saturating_sub(is);
    }
    match came.max(went) {
        0 => "No hand moved.".into(),
        1 => "At least one hand moved.".into(),
        n => format!("At least {n} hands moved.").into(),
    }
}

fn themes(model: Inputs<'_>, comparison: &Comparison<'_>, index: usize) -> Vec<ThemeCount> {
    let codebook = &model.context.codebook;
    let view = |(id, count)| ThemeCount { label: codebook.called(&id), hue: codebook.hue(&id), count };
    comparison.named(index).into_iter().map(view).collect()
}

fn entries(model: Inputs<'_>, found: &[Division]) -> Vec<AgendaEntry> {
    if !model.discuss.agenda_open {
        return Vec::new();
    }
    // An entry stays where it is when it is left off, and with it the focus.
    whole_order(model)
        .into_iter()
        .map(|index| (index, position(model, index)))
        .map(|(index, place)| AgendaEntry {
            index,
            number: (index + 1).to_string().into(),
            words: beginning(&model.context.article.text(index)),
            differing: found.get(index).map_or_else(|| "".into(), differing),
            answered: found.get(index).map(answered).unwrap_or_default(),
            place,
            outcome: adjudication(model, index).outcome().map(Outcome::id),
            current: place == Some(model.discuss.at),
        })
        .collect()
}
