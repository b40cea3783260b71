//! What the codebook's page shows.

use super::{
    foreign,
    ids::{field_id, merge_id, split_id},
    model::Editing,
    msg::Picking,
    update::MOST_QUESTIONS,
};
use crate::{
    class::{
        lens::{Inputs, Lens, Uses},
        shown::kept,
    },
    keymap::{Action, Keymap},
    shared::lent::Lent,
    strings::codebook as strings,
};
use postil_core::{
    base::id::{ArticleId, CodebookId, QuestionId, ThemeId},
    codebook::{
        Codebook, StanceOption, StanceQuestion, Theme,
        beginnings::BEGINNINGS,
        book::{Book, Item, Place, field},
        code::Code,
        hue::Hue,
        mapping::To,
        sense::Sense,
        sign::sign,
    },
};
use std::sync::Arc;

/// A field that one writes into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldView {
    /// What it belongs to.
    pub item: Item,
    /// Its name among the fields.
    pub field: &'static str,
    /// Its element's id.
    pub id: Arc<str>,
    /// What stands in it.
    pub text: Arc<str>,
    /// What stands there while it is empty.
    pub hint: Arc<str>,
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionCard {
    /// Which one.
    pub item: Item,
    /// Its word.
    pub label: FieldView,
    /// When to choose it.
    pub definition: FieldView,
    /// Its sign.
    pub glyph: Arc<str>,
    /// The name of what it means, for `data-sense`; a place on a scale is “place”.
    pub sense: &'static str,
    /// What it means, as its field holds it: a name, a number, or nothing.
    pub said: Arc<str>,
    /// Its key, as it is stored.
    pub key: FieldView,
    /// The key that works, which may be another one.
    pub works: Arc<str>,
    /// True when it is not offered any more.
    pub archived: bool,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionCard {
    /// Which one.
    pub id: QuestionId,
    /// Its number, from 1.
    pub number: usize,
    /// How it is put; empty in the field while it is made of the other two.
    pub prompt: FieldView,
    /// The words that people read.
    pub asks: Arc<str>,
    /// Whose stance.
    pub holder: FieldView,
    /// Toward what.
    pub target: FieldView,
    /// The answers.
    pub options: Vec<OptionCard>,
    /// True when it is not asked any more.
    pub archived: bool,
    /// True when something is before it, or after it.
    pub can_move: (bool, bool),
}

/// A theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeCard {
    /// Which one.
    pub id: ThemeId,
    /// Its colour.
    pub hue: Hue,
    /// The colour that it has, as `#rrggbb`: as somebody chose it, or that of its place on white.
    pub colour: Arc<str>,
    /// How many hold it, one in another.
    pub depth: usize,
    /// Which one holds it.
    pub parent: Option<ThemeId>,
    /// Its name.
    pub label: FieldView,
    /// Definition, include, exclude, example.
    pub texts: [FieldView; 4],
    /// Its key, as it is stored.
    pub key: FieldView,
    /// The key that works, which may be another one.
    pub works: Arc<str>,
    /// How often it was chosen, in words; empty where it never was.
    pub uses: Arc<str>,
    /// True when it is not offered any more.
    pub archived: bool,
    /// The name of the one that it went into.
    pub merged_into: Option<Arc<str>>,
    /// What is being said of it.
    pub picking: Option<Picking>,
    /// The element's ids for that: into which one, and into which ones.
    pub picking_ids: [Arc<str>; 2],
}

/// A code of ours that one of another codebook can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceView {
    /// Which one.
    pub code: Code,
    /// Its name.
    pub label: Arc<str>,
}

/// A code of another codebook, beside ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchView {
    /// Which one.
    pub code: Code,
    /// What it is called there.
    pub label: Arc<str>,
    /// What it can be with us.
    pub choices: Arc<[ChoiceView]>,
    /// What it is: the place among the choices.
    pub to: Option<usize>,
    /// True when it was left alone on purpose.
    pub left: bool,
    /// The name of what it is likely to be, while nobody has said.
    pub suggested: Arc<str>,
    /// How often somebody chose it, in words; empty where nobody did.
    pub uses: Arc<str>,
}

/// Another codebook that something here was tagged with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignView {
    /// Which one.
    pub id: CodebookId,
    /// Its name.
    pub title: Arc<str>,
    /// Its codes that somebody chose.
    pub codes: Vec<MatchView>,
    /// The others.
    pub unused: Vec<MatchView>,
    /// How many of which nobody has said anything look like one of ours.
    pub alike: usize,
}

/// A codebook to begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BeginningView {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// What it asks, as it will look.
    pub asks: Vec<Arc<str>>,
    /// Its themes.
    pub themes: Vec<Arc<str>>,
    /// True for the one that is used, as it was or edited since.
    pub chosen: bool,
}

/// The codebook of another article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LentView {
    /// Of which article.
    pub article: ArticleId,
    /// The title of that.
    pub title: Arc<str>,
    /// “1 question and 9 themes”.
    pub counts: Arc<str>,
    /// What it asks.
    pub asks: Vec<Arc<str>>,
    /// Its themes.
    pub themes: Vec<Arc<str>>,
    /// What taking it would do: `None` where nothing, since it is in use as it stands there.
    pub does: Option<&'static str>,
}

/// The codebook as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodebookView {
    /// Its title.
    pub title: FieldView,
    /// Its version.
    pub version: Arc<str>,
    /// “12 paragraphs were tagged under an earlier definition.” Empty where none were.
    pub again: Arc<str>,
    /// The questions.
    pub questions: Vec<Arc<QuestionCard>>,
    /// True while there may be another question.
    pub may_ask: bool,
    /// The themes that are offered, as far as they are drawn.
    pub themes: Vec<Arc<ThemeCard>>,
    /// How many are offered.
    pub offered: usize,
    /// Those that are not offered any more, as far as they are drawn: after all others.
    pub archived: Vec<Arc<ThemeCard>>,
    /// How many are not offered any more.
    pub put_away: usize,
    /// Names of all that are offered, by id: what a theme can go into.
    pub all: Arc<[(ThemeId, Arc<str>)]>,
    /// Other codebooks that something here was tagged with.
    pub foreign: Vec<ForeignView>,
    /// Codebooks to begin with.
    pub beginnings: Vec<BeginningView>,
    /// That of the article which was worked on last.
    pub last: Option<LentView>,
    /// Those of all other articles, once they were asked for.
    pub lent: Vec<LentView>,
    /// True when there is another article.
    pub has_others: bool,
    /// True while their texts are being read.
    pub reading: bool,
    /// True while nothing was made here yet, so that it matters most how to begin.
    pub is_new: bool,
    /// True when nothing can be changed now.
    pub locked: bool,
}

/// The codebook of the open article. What did not change since `before` keeps its pointers.
#[must_use]
pub(crate) fn codebook(page: &Editing, inputs: Inputs<'_>, before: Option<&CodebookView>) -> CodebookView {
    let (codebook, book) = (inputs.context.codebook, inputs.context.book);
    let keymap = Keymap::new(codebook, inputs.context.store, inputs.context.mac);
    let maker = Maker { book, codebook, keymap: &keymap, uses: uses(inputs), page };
    let asked = codebook.asked();
    let questions = codebook.questions.iter().enumerate().map(|(at, question)| {
        let card = maker.question(at, question, asked.len());
        let old = before.and_then(|before| before.questions.iter().find(|card| card.id == question.id));
        kept(old.cloned(), Arc::new(card))
    });
    let old = |id: &ThemeId| {
        let before = before?;
        before.themes.iter().chain(&before.archived).find(|card| card.id == *id).cloned()
    };
    let card = |at: usize, theme: &Theme| kept(old(&theme.id), Arc::new(maker.theme(at, theme)));
    let themes = || codebook.themes.iter().enumerate();
    let offered = themes().filter(|(_, theme)| !theme.archived);
    let archived = themes().filter(|(_, theme)| theme.archived);
    let count = offered.clone().count();
    let all: Arc<[(ThemeId, Arc<str>)]> =
        offered.clone().map(|(_, theme)| (theme.id.clone(), Arc::clone(&theme.label))).collect();
    CodebookView {
        title: maker.field(Item::Book, field::TITLE, strings::name_for_codebook()),
        version: inputs.context.version.to_shared(),
        again: inputs.context.worklist.words(),
        may_ask: asked.len() < MOST_QUESTIONS,
        questions: questions.collect(),
        themes: offered.clone().take(page.drawn).map(|(at, theme)| card(at, theme)).collect(),
        offered: count,
        put_away: codebook.themes.len() - count,
        archived: archived.take(page.drawn.saturating_sub(count)).map(|(at, theme)| card(at, theme)).collect(),
        all: kept(before.map(|before| Arc::clone(&before.all)), all),
        foreign: foreign::codebooks(inputs.context).iter().map(|(_, theirs)| other(inputs, theirs)).collect(),
        beginnings: BEGINNINGS.iter().map(|beginning| begin(beginning, book)).collect(),
        last: inputs.context.lent.last.as_deref().map(|lent| self::lent(lent, book)),
        lent: inputs.context.lent.all.iter().map(|lent| self::lent(lent, book)).collect(),
        has_others: inputs.context.lent.any,
        reading: inputs.context.lent.awaited.is_some(),
        is_new: codebook.themes.is_empty() && book.id.as_str().starts_with(postil_core::codebook::sample::OURS),
        locked: inputs.context.locked,
    }
}

/// Another codebook beside ours.
fn other(inputs: Inputs<'_>, theirs: &Codebook) -> ForeignView {
    let ours = inputs.context.codebook;
    let question = |question: &StanceQuestion| ChoiceView {
        code: Code::Question(question.id.clone()),
        label: Arc::clone(&question.prompt),
    };
    let questions: Arc<[ChoiceView]> = ours.questions.iter().map(question).collect();
    // An answer is one to the question that theirs is; while nobody has said which one that is, to any.
    let options = |of: Option<&QuestionId>| -> Arc<[ChoiceView]> {
        let asked = || ours.questions.iter().filter(|question| of.is_none_or(|of| question.id == *of));
        let several = asked().count() > 1;
        let choice = |question: &StanceQuestion, option: &StanceOption| ChoiceView {
            code: Code::Option(question.id.clone(), option.id.clone()),
            label: if several {
                strings::answer_to(&option.label, &question.prompt).into()
            } else {
                Arc::clone(&option.label)
            },
        };
        asked().flat_map(|question| question.options.iter().map(move |option| choice(question, option))).collect()
    };
    let rows = foreign::codes(inputs.context, theirs);
    let is_now = |question: &QuestionId| {
        let row = rows.iter().find(|row| row.code == Code::Question(question.clone()))?;
        if let Some(To::Ours(Code::Question(id))) = &row.to { Some(id.clone()) } else { None }
    };
    let of_questions: Vec<(QuestionId, Arc<[ChoiceView]>)> =
        theirs.questions.iter().map(|question| (question.id.clone(), options(is_now(&question.id).as_ref()))).collect();
    let options = |question: &QuestionId| {
        let found = of_questions.iter().find(|(id, _)| id == question);
        found.map(|(_, choices)| Arc::clone(choices)).unwrap_or_default()
    };
    let themes = ours.offered();
    let themes =
        themes.map(|theme| ChoiceView { code: Code::Theme(theme.id.clone()), label: Arc::clone(&theme.label) });
    let themes: Arc<[ChoiceView]> = themes.collect();
    let codes = rows.iter().cloned().map(|row| {
        let choices = match &row.code {
            Code::Question(_) => Arc::clone(&questions),
            Code::Option(question, _) => options(question),
            Code::Theme(_) => Arc::clone(&themes),
        };
        let place = |code: &Code| choices.iter().position(|choice| choice.code == *code);
        let to = if let Some(To::Ours(code)) = &row.to { place(code) } else { None };
        let likely = row.suggested.as_ref().filter(|_| row.to.is_none()).and_then(place);
        MatchView {
            suggested: likely.map_or_else(|| "".into(), |at| Arc::clone(&choices[at].label)),
            left: row.to == Some(To::LeaveAlone),
            uses: if row.uses == 0 { "".into() } else { strings::times(row.uses).into() },
            code: row.code,
            label: row.label,
            to,
            choices,
        }
    });
    let codes: Vec<MatchView> = codes.collect();
    let alike = codes.iter().filter(|code| !code.suggested.is_empty()).count();
    let (codes, unused) = codes.into_iter().partition(|code| !code.uses.is_empty());
    ForeignView { id: theirs.id.clone(), title: Arc::clone(&theirs.title), codes, unused, alike }
}

fn lent(lent: &Lent, book: &Book) -> LentView {
    let (questions, themes) = (&lent.codebook.questions, &lent.codebook.themes);
    let asks: Vec<Arc<str>> = questions.iter().filter(|q| !q.archived).map(|q| Arc::clone(&q.prompt)).collect();
    let themes: Vec<Arc<str>> = themes.iter().filter(|t| !t.archived).map(|t| Arc::clone(&t.label)).collect();
    let counts = strings::questions_and_themes(&strings::questions(asks.len()), &strings::themes(themes.len()));
    LentView {
        article: lent.article.clone(),
        title: Arc::clone(&lent.title),
        counts: counts.into(),
        asks,
        themes,
        does: if lent.book.id != book.id {
            Some(strings::use_this())
        } else if book.news(&lent.book).is_empty() {
            None
        } else {
            Some(strings::use_changes())
        },
    }
}

fn begin(beginning: &postil_core::codebook::beginnings::Beginning, book: &Book) -> BeginningView {
    let codebook = beginning.codebook();
    let is_from = book.id.as_str() == beginning.id || book.from().is_some_and(|from| from.as_str() == beginning.id);
    BeginningView {
        id: beginning.id,
        name: beginning.name,
        purpose: beginning.purpose,
        asks: codebook.questions.iter().map(|question| Arc::clone(&question.prompt)).collect(),
        themes: codebook.themes.iter().map(|theme| Arc::clone(&theme.label)).collect(),
        chosen: is_from,
    }
}

/// On how many paragraphs each theme was chosen, by whoever reads in this round: counted once, while nothing changes.
fn uses(inputs: Inputs<'_>) -> Arc<Uses> {
    let Lens { uses: counted, revision, .. } = inputs.lens;
    let known = counted.borrow().clone().filter(|(then, _)| then == revision);
    known.map_or_else(
        || {
            let found = Arc::new(count_uses(inputs));
            counted.replace(Some((*revision, Arc::clone(&found))));
            found
        },
        |(_, found)| found,
    )
}

fn count_uses(inputs: Inputs<'_>) -> Uses {
    let mut uses = Uses::new();
    for (_, layer) in inputs.context.readings() {
        for record in layer.records.values() {
            for theme in record.themes().set() {
                *uses.entry(theme.clone()).or_default() += 1;
            }
        }
    }
    uses
}

struct Maker<'a> {
    book: &'a Book,
    codebook: &'a Codebook,
    keymap: &'a Keymap,
    uses: Arc<Uses>,
    page: &'a Editing,
}

impl Maker<'_> {
    fn field(&self, item: Item, name: &'static str, hint: &str) -> FieldView {
        let place = Place::new(item, name);
        let text = self.book.value(&place).text().map_or_else(|| "".into(), Arc::clone);
        FieldView { id: field_id(&place.item, name), item: place.item, field: name, text, hint: hint.into() }
    }

    fn question(&self, at: usize, question: &StanceQuestion, all: usize) -> QuestionCard {
        let item = Item::Question(question.id.clone());
        let options = question.options.iter().map(|option| {
            let item = Item::Option(question.id.clone(), option.id.clone());
            let sign = sign(&option.id, Some(question));
            let said = match option.sense.or_else(|| Sense::of_id(&option.id)) {
                Some(Sense::Place(place)) => place.to_string().into(),
                sense => sense.and_then(Sense::name).unwrap_or("").into(),
            };
            OptionCard {
                label: FieldView {
                    text: Arc::clone(&option.label),
                    ..self.field(item.clone(), field::LABEL, strings::answer())
                },
                definition: self.field(item.clone(), field::DEFINITION, strings::when_to_choose()),
                glyph: sign.glyph.to_string().into(),
                sense: sign.sense(),
                said,
                key: self.field(item.clone(), field::KEY, ""),
                works: self.keymap.hint(&Action::Stance(option.id.clone())),
                archived: option.archived,
                item,
            }
        });
        QuestionCard {
            id: question.id.clone(),
            number: at + 1,
            prompt: self.field(item.clone(), field::PROMPT, &question.prompt),
            asks: Arc::clone(&question.prompt),
            holder: self.field(item.clone(), field::HOLDER, strings::the_author()),
            target: self.field(item, field::TARGET, strings::claim_or_matter()),
            options: options.collect(),
            archived: question.archived,
            can_move: (at > 0, at + 1 < all),
        }
    }

    fn theme(&self, at: usize, theme: &Theme) -> ThemeCard {
        let item = Item::Theme(theme.id.clone());
        let field = |name, hint: &str| self.field(item.clone(), name, hint);
        let mut depth = 0;
        let mut above = theme.parent.as_ref();
        while let Some(parent) = above.and_then(|id| self.codebook.theme(id)).filter(|_| depth < 8) {
            depth += 1;
            above = parent.parent.as_ref();
        }
        let uses = self.uses.get(&theme.id).copied().unwrap_or(0);
        let hue = self.codebook.hue_at(at);
        ThemeCard {
            hue,
            colour: theme.chosen_colour().map_or_else(|| hue.on_paper().0.into(), |chosen| chosen.to_string().into()),
            depth,
            parent: theme.parent.clone(),
            label: FieldView { text: Arc::clone(&theme.label), ..field(field::LABEL, strings::theme()) },
            texts: [
                field(field::DEFINITION, strings::what_theme_means()),
                field(field::INCLUDE, strings::what_counts()),
                field(field::EXCLUDE, strings::what_does_not_count()),
                field(field::EXAMPLE, strings::sentence_that_fits()),
            ],
            key: field(field::KEY, ""),
            works: self.keymap.hint(&Action::Theme(theme.id.clone())),
            uses: if uses == 0 { "".into() } else { strings::chosen(&strings::times(uses)).into() },
            archived: theme.archived,
            merged_into: theme.merged_into.as_ref().map(|into| self.codebook.called(into)),
            picking: self.page.picking.clone().filter(|picking| *picking.theme() == theme.id),
            picking_ids: [merge_id(&theme.id), split_id(&theme.id)],
            id: theme.id.clone(),
        }
    }
}
