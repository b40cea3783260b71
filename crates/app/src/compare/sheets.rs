//! The tables of Compare as cells of text, to be saved as CSV or copied into a spreadsheet. They say what is on the screen, with
//! all digits, and with names only where names are shown.

use super::{
    head::Head,
    kinds::kinds,
    model::Compare,
    msg::{Drawing, Sheet, Way},
    numbers::figures::{Figure, NumbersView, numbers},
    overview::overview,
    themes::themes,
};
use crate::{
    class::{
        annotators::{annotators, compare},
        cells::Words,
        lens::Inputs,
        people::Annotator,
        sheets::{Rows, hand_over, named, number},
    },
    intent::Intent,
    strings::class as say,
};
use postil_core::output::file_name::file_name;
use std::sync::Arc;

/// Hands a table over.
#[must_use]
pub(crate) fn save(page: &Compare, inputs: Inputs<'_>, sheet: Sheet, way: Way) -> Intent {
    hand_over(inputs, &rows(page, inputs, sheet), sheet.file(), way)
}

/// Hands over a table of the open explanation, by its place in it; nothing when it has none there.
#[must_use]
pub(crate) fn save_cells(page: &Compare, inputs: Inputs<'_>, place: usize, way: Way) -> Option<Intent> {
    let view = numbers(&page.numbers, inputs, &annotators(inputs));
    let explanation = every_figure(&view).find_map(|figure| figure.explanation.as_ref())?;
    let cells = explanation.tables.get(place)?;
    let rows = std::iter::once(&cells.head).chain(&cells.rows).cloned().collect();
    Some(hand_over(inputs, &rows, &file_name(cells.title), way))
}

fn rows(page: &Compare, inputs: Inputs<'_>, sheet: Sheet) -> Rows {
    let readers = annotators(inputs);
    match sheet {
        Sheet::Overview => answers(inputs, &readers),
        Sheet::Board => board(inputs, &readers),
        Sheet::Frequency => counts(inputs, &readers, Drawing::Frequency),
        Sheet::StanceByTheme => counts(inputs, &readers, Drawing::StanceByTheme),
        Sheet::Together => counts(inputs, &readers, Drawing::Together),
        Sheet::Numbers => figures(page, inputs, &readers),
        Sheet::Pairs => pairs(page, &readers),
        Sheet::Kinds => differences(inputs, &readers),
    }
}

/// A paragraph a row, an answer a column: how many gave it.
fn answers(inputs: Inputs<'_>, readers: &[Annotator]) -> Rows {
    let view = overview(inputs, readers);
    let mut head = named(&["paragraph", "text"]);
    head.extend(view.signs.iter().map(|sign| Arc::clone(&sign.label)));
    head.push(say::not_answered().into());
    let row = |row: &super::overview::Row| {
        let mut cells = vec![Arc::clone(&row.number), Arc::clone(&row.words)];
        let gave =
            |sign: Option<usize>| row.pieces.iter().find(|piece| piece.sign == sign).map_or(0, |piece| piece.count);
        cells.extend((0..view.signs.len()).map(Some).chain([None]).map(|sign| number(&gave(sign))));
        cells
    };
    std::iter::once(head).chain(view.rows.iter().map(row)).collect()
}

/// A paragraph a row, a person a column: what they said.
fn board(inputs: Inputs<'_>, readers: &[Annotator]) -> Rows {
    let comparison = compare(inputs, readers);
    let mut words = Words::new(inputs.context.codebook, &inputs.question_id());
    let mut head = named(&["paragraph", "text"]);
    head.extend(readers.iter().filter(|one| !one.left_out).map(|one| Arc::clone(&one.name)));
    let row = |at: usize| {
        let mut cells = vec![number(&(at + 1)), Arc::from(&*inputs.context.article.text(at))];
        cells.extend(comparison.records(at).map(|record| Arc::clone(&words.cell(record).words)));
        cells
    };
    std::iter::once(head).chain((0..comparison.paragraphs()).map(row)).collect()
}

fn counts(inputs: Inputs<'_>, readers: &[Annotator], drawing: Drawing) -> Rows {
    let view = themes(inputs, readers);
    let Some(table) = view.tables.iter().find(|table| table.drawing == drawing) else { return Vec::new() };
    let label = |head: &Head| Arc::clone(&head.label);
    let head = std::iter::once("theme".into()).chain(table.columns.iter().map(label)).collect();
    let row = |row: &super::themes::Row| {
        std::iter::once(label(&row.head)).chain(row.cells.iter().map(|cell| Arc::clone(&cell.count))).collect()
    };
    std::iter::once(head).chain(table.rows.iter().chain(&table.foot).map(row)).collect()
}

fn figures(page: &Compare, inputs: Inputs<'_>, readers: &[Annotator]) -> Rows {
    let view = numbers(&page.numbers, inputs, readers);
    let head = named(&["coefficient", "value", "interval_low", "interval_high", "paragraphs", "remark"]);
    let row = |figure: &Figure| {
        let items = figure.items.split(' ').next().unwrap_or_default();
        let remark = if figure.undefined { Arc::clone(&figure.value) } else { Arc::clone(&figure.conclusion) };
        let exact = &figure.exact;
        let [value, low, high] = [&exact.value, &exact.low, &exact.high].map(Arc::clone);
        vec![Arc::clone(&figure.label), value, low, high, items.into(), remark]
    };
    std::iter::once(head).chain(every_figure(&view).map(row)).collect()
}

/// All coefficients that are shown, in their order on the screen.
fn every_figure(view: &NumbersView) -> impl Iterator<Item = &Figure> {
    view.pairs.figures.iter().chain(&view.answers).chain(&view.themes).chain(&view.each_of_two).chain(&view.each)
}

fn pairs(page: &Compare, readers: &[Annotator]) -> Rows {
    let head = named(&["one", "other", "cohens_kappa", "interval_low", "interval_high", "paragraphs"]);
    let taken_in: Vec<&Annotator> = readers.iter().filter(|one| !one.left_out).collect();
    let digits = |value: Option<f64>| value.map_or_else(|| "".into(), |value| number(&value));
    let row = |pair: &super::numbers::PairValue| {
        let (one, other) = (taken_in.get(pair.places.0)?, taken_in.get(pair.places.1)?);
        Some(vec![
            Arc::clone(&one.name),
            Arc::clone(&other.name),
            digits(pair.coefficient.ok()),
            digits(pair.interval.map(|interval| interval.low)),
            digits(pair.interval.map(|interval| interval.high)),
            number(&pair.both),
        ])
    };
    std::iter::once(head).chain(page.numbers.pairs.iter().filter_map(row)).collect()
}

fn differences(inputs: Inputs<'_>, readers: &[Annotator]) -> Rows {
    let view = kinds(inputs, readers);
    let head = named(&["kind", "pairs", "share", "most_in_paragraphs"]);
    let rows = view.rows.iter().map(|row| {
        let places = row.paragraphs.iter().map(|(at, _)| (at + 1).to_string()).collect::<Vec<_>>().join(" ");
        vec![row.name.into(), number(&row.count), Arc::clone(&row.share), places.into()]
    });
    std::iter::once(head).chain(rows).collect()
}

#[cfg(test)]
mod tests {
    use crate::{
        class::testing::{Seat, class},
        compare::msg::{Msg, Sheet, Way},
        effect::Effect,
    };
    use postil_core::exchange::csv::MARK;

    fn saved(model: &mut Seat, sheet: Sheet) -> (String, String) {
        match model.effects(Msg::SheetAsked(sheet, Way::Csv)).pop() {
            Some(Effect::Download { name, mime: "text/csv", text }) => (name.to_string(), text.to_string()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_table_is_saved_with_its_head_and_as_many_cells_in_each_row() {
        let mut model = class();
        for sheet in Sheet::ALL {
            let (name, text) = saved(&mut model, sheet);
            assert!(name.starts_with("Whose shared future - ") && name.ends_with(".csv"), "{name}");
            assert!(text.starts_with(MARK) && text.ends_with("\r\n"), "{name}");
        }
        let (_, text) = saved(&mut model, Sheet::Overview);
        let lines: Vec<&str> = text.trim_start_matches(MARK).lines().collect();
        assert_eq!(lines[0], "paragraph,text,supports,opposes,mixed,neutral,no stance,not answered");
        assert_eq!(lines.len(), 11);
        assert!(lines[1].ends_with(",0,0,0,10,2,0"), "{}", lines[1]);
    }

    #[test]
    fn names_are_hidden_in_tables_while_they_are_on_the_screen() {
        let mut model = class();
        let (_, text) = saved(&mut model, Sheet::Board);
        assert!(text.contains("Person 12") && !text.contains("(example)"));
        model.send(crate::class::msg::Msg::NamesSwitched(true));
        assert!(saved(&mut model, Sheet::Board).1.contains("(example)"));
    }

    #[test]
    fn what_is_copied_can_be_pasted_into_cells() {
        let mut model = class();
        let Some(Effect::Copy(text)) = model.effects(Msg::SheetAsked(Sheet::Board, Way::Copy)).pop() else {
            panic!("it is copied")
        };
        assert!(text.lines().count() == 11 && text.lines().all(|line| line.split('\t').count() == 14));
    }
}
