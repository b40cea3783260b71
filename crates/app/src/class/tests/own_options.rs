//! Options that somebody made have signs of their own, the same on every screen.

use super::{discussed, go};
use crate::{
    class::{
        msg::Msg,
        testing::{Seat, made},
    },
    compare::msg::{Msg as Compare, Tab},
    screen::Screen,
};
use postil_core::{
    codebook::{Codebook, sense::Sense, sign::MADE},
    measure::comparison::testing::{article, layer},
};

const OWN: [&str; 4] = ["economy", "safety", "rights", "trade"];

/// Options of one's own among which is one of ours.
fn ask(codebook: &mut Codebook) {
    let options = &mut codebook.questions[0].options;
    options.retain(|option| ["supports", "opposes", "mixed", "neutral", "no-stance"].contains(&option.id.as_str()));
    for (option, id) in options.iter_mut().zip(["economy", "safety", "neutral", "rights", "trade"]) {
        (option.id, option.label) = (id.into(), id.into());
    }
}

/// Each answers something else; the last what the codebook does not know.
fn class() -> Seat {
    let answers = [OWN[0], OWN[1], OWN[2], OWN[3], "neutral", "perhaps"];
    let said = answers.map(|option| (option, layer(&article(1), &[(option, &[])])));
    made(1, ask, &said)
}

/// What each answer's sign is to be.
fn signs() -> Vec<(&'static str, &'static str)> {
    let own = OWN.into_iter().zip(MADE);
    own.chain([("neutral", "●"), ("perhaps", "□")]).collect()
}

fn sorted<'a>(found: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<(&'a str, &'a str)> {
    let mut found: Vec<_> = found.collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[test]
fn cells_of_two_own_options_do_not_look_alike() {
    let mut model = class();
    model.send(Compare::TabChosen(Tab::Board));
    let row = &model.view.board().expect("the board is shown").sections[0][0];
    let cells = row.cells.iter().map(|cell| (cell.stance.as_deref().unwrap_or(""), cell.glyph));
    assert_eq!(sorted(cells), sorted(signs().into_iter()));
}

#[test]
fn an_option_has_one_sign_on_all_screens() {
    let mut model = class();
    let signs = signs();
    model.send(Compare::TabChosen(Tab::Portrait));
    let portrait = model.view.portrait().cloned().expect("the portrait is shown");
    assert_eq!(sorted(portrait.signs.iter().map(|head| (&*head.label, head.glyph))), sorted(signs.iter().copied()));
    model.send(Msg::ParagraphOpened(0));
    let decide = model.view.decide().cloned().expect("something is decided");
    let options = decide.view.questions[0].options.iter().map(|option| (&*option.label, option.glyph));
    assert_eq!(sorted(options), sorted(signs.iter().copied()));
    assert_eq!(sorted(decide.view.said.iter().map(|said| (&*said.name, said.glyph))), sorted(signs.iter().copied()));
    go(&mut model, Screen::Discuss);
    let discussed = discussed(&model);
    let answers = discussed.answers.iter().map(|answer| (&*answer.label, answer.glyph));
    assert_eq!(sorted(answers), sorted(signs.iter().copied()));
    go(&mut model, Screen::Report);
    let report = model.view.report().cloned().expect("the report is shown");
    let options = report.report.questions[0].options.iter().map(|answer| (&*answer.label, answer.glyph));
    assert_eq!(sorted(options), sorted(signs.iter().copied()));
}

#[test]
fn an_option_that_says_its_sense_is_coloured_by_it_on_all_screens() {
    let says = |codebook: &mut Codebook| {
        ask(codebook);
        let senses = [Sense::For, Sense::Against, Sense::Neutral, Sense::Place(1), Sense::Place(2)];
        codebook.questions[0].options.iter_mut().zip(senses).for_each(|(option, sense)| option.sense = Some(sense));
    };
    let names = [
        (OWN[0], "for"),
        (OWN[1], "against"),
        ("neutral", "neutral"),
        (OWN[2], "place-1"),
        (OWN[3], "place-8"),
        ("perhaps", "own"),
    ];
    let said = names.map(|(option, _)| (option, layer(&article(1), &[(option, &[])])));
    let mut model = made(1, says, &said);
    let row = &model.view.board().expect("the board is shown").sections[0][0];
    let cells = row.cells.iter().map(|cell| (cell.stance.as_deref().unwrap_or(""), cell.sense.unwrap_or("")));
    assert_eq!(sorted(cells), sorted(names.into_iter()));
    assert_eq!(row.bar.pieces.iter().filter_map(|piece| piece.sense).count(), names.len());
    model.send(Compare::TabChosen(Tab::Portrait));
    let portrait = model.view.portrait().cloned().expect("the portrait is shown");
    let heads = portrait.signs.iter().map(|head| (&*head.label, head.sense.unwrap_or("")));
    assert_eq!(sorted(heads), sorted(names.into_iter()));
    // Only what says nothing of itself takes a colour in turn.
    assert_eq!(portrait.signs.iter().filter_map(|head| head.hue).count(), 1);
    model.send(Msg::ParagraphOpened(0));
    let decide = model.view.decide().cloned().expect("something is decided");
    let options = decide.view.questions[0].options.iter().map(|option| (&*option.label, option.sense));
    assert_eq!(sorted(options), sorted(names.into_iter()));
    go(&mut model, Screen::Discuss);
    let discussed = discussed(&model);
    assert_eq!(
        sorted(discussed.answers.iter().map(|answer| (&*answer.label, answer.sense))),
        sorted(names.into_iter())
    );
}
