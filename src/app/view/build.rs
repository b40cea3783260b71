//! Builds the view models from the model. What did not change keeps its pointer, so that Yew passes over it.

use std::{collections::HashMap, rc::Rc};

use super::{
    View,
    article::{ArticleView, Marks, ParagraphText, ParagraphView, RowView, SECTION, SectionView, StanceMark, TICKS, ThemeMark, Tick},
    bar::{BarView, SearchView},
    codebook::{CodebookView, LayerRow, OptionEntry, QuestionEntry},
    dialog::DialogView,
    glyph,
    inspector::{InspectorView, NoteView, OptionView, QuestionView, ThemeView},
};
use crate::{
    app::{
        boot::count,
        keymap::Action,
        model::{Env, Model, Opened},
        msg::{DialogKind, Screen},
        tagging, transfer,
    },
    core::{
        annotation::{Record, Themes},
        article::{Article, BlockKind},
        codebook::{Codebook, Theme},
        id::ThemeId,
    },
};

/// The colours of themes, for `data-hue`; past the eighth they repeat with a pattern.
const HUES: [&str; 16] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16"];

impl Opened {
    /// Derives what never changes about an article.
    #[must_use]
    pub fn new(article: Rc<Article>, codebook: Rc<Codebook>) -> Self {
        let count = article.paragraphs().len();
        let (mut texts, mut places) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for (index, paragraph) in article.paragraphs().iter().enumerate() {
            let Some(block) = article.blocks().get(paragraph.block) else { continue };
            let number = index + 1;
            texts.push(Rc::new(ParagraphText {
                index,
                index_text: index.to_string().into(),
                number: number.to_string().into(),
                dom_id: format!("p{number}").into(),
                label: format!("Paragraph {number}").into(),
                kind: block.kind.word(),
                text: Rc::clone(&block.text),
            }));
            let (section, row) = (paragraph.block / SECTION, paragraph.block % SECTION);
            places.push((u32::try_from(section).unwrap_or(0), u32::try_from(row).unwrap_or(0)));
        }
        let silent = Rc::new(Marks::default());
        Self { marks: vec![silent; count], coded: 0, article, codebook, texts, places }
    }
}

impl View {
    /// A view of nothing, replaced by the first [`refresh`].
    #[must_use]
    pub fn empty() -> Self {
        let text = || Rc::<str>::from("");
        let note = NoteView { key: text(), text: text(), conflict: Vec::new() };
        Self {
            screen: Screen::default(),
            busy: true,
            bar: Rc::new(BarView {
                title: text(),
                coded: 0,
                total: 0,
                progress: text(),
                save: super::bar::SaveState::Saved,
                save_sentence: text(),
                unexported: None,
                annotator: text(),
                undo: None,
                redo: None,
                search: SearchView::default(),
                undo_key: text(),
                redo_key: text(),
                search_key: text(),
                help_key: text(),
            }),
            article: Rc::new(ArticleView {
                id: text(),
                title: text(),
                byline: Vec::new(),
                lang: text(),
                dir: "auto",
                sections: Rc::new([]),
                drawn: 0,
            }),
            overview: Rc::new([]),
            current: 0,
            inspector: Rc::new(InspectorView {
                index: 0,
                label: text(),
                has_previous: false,
                has_next: false,
                questions: Vec::new(),
                themes: Vec::new(),
                unknown_themes: Vec::new(),
                none_applies: false,
                none_key: text(),
                confidence_key: text(),
                note_key: text(),
                find_key: text(),
                note,
                read_only: false,
            }),
            banners: Rc::new([]),
            toast: None,
            dialog: None,
            codebook: Rc::new(CodebookView { title: text(), version: text(), questions: Vec::new(), themes: Vec::new() }),
            layers: Rc::new([]),
        }
    }
}

impl Model {
    /// The open article's title, as renamed.
    #[must_use]
    pub fn view_title(&self) -> Rc<str> {
        let facts = self.store().articles.get(self.article_id());
        let renamed = facts.and_then(|f| f.title.as_ref()).map(|r| Rc::clone(&r.value));
        renamed.unwrap_or_else(|| Rc::clone(&self.opened.article.masthead.title))
    }
}

/// Brings the view up to date with the model.
pub fn refresh(model: &mut Model, env: &Env<'_>) {
    let touched = std::mem::take(&mut model.touched);
    if touched.all || model.view.article.id != model.article_id().to_shared() {
        all_rows(model);
    } else {
        rows(model, touched.rows);
    }
    head(model);
    keep(&mut model.view.bar.clone(), bar(model, env), |new| model.view.bar = new);
    keep(&mut model.view.inspector.clone(), inspector(model), |new| model.view.inspector = new);
    if touched.all || model.view.codebook.questions.is_empty() {
        keep(&mut model.view.codebook.clone(), codebook(model), |new| model.view.codebook = new);
    }
    model.view.screen = model.screen;
    model.view.busy = model.is_busy();
    model.view.current = model.current;
    if model.screen == Screen::Compare {
        let layers = layers(model);
        if *model.view.layers != *layers {
            model.view.layers = layers.into();
        }
    }
    if *model.view.banners != *model.banners {
        model.view.banners = model.banners.clone().into();
    }
    if model.view.toast.as_deref() != model.toast.as_ref() {
        model.view.toast = model.toast.clone().map(Rc::new);
    }
    model.view.dialog = dialog(model);
}

fn keep<T: PartialEq>(old: &mut Rc<T>, new: T, put: impl FnOnce(Rc<T>)) {
    if **old != new {
        put(Rc::new(new));
    }
}

/// What the active annotator's record says, for the margin.
fn marks(model: &Model, index: usize) -> Option<Marks> {
    let paragraph = model.paragraph_id(index)?;
    let record = model.store().record(model.article_id(), &model.annotator, paragraph)?;
    Some(record_marks(record, &model.opened.codebook))
}

fn record_marks(record: &Record, codebook: &Codebook) -> Marks {
    let mut marks = Marks { note: record.note.spoken().next().is_some(), coded: record.is_coded(), ..Marks::default() };
    for (at, question) in codebook.questions.iter().enumerate() {
        let Some(stance) = record.stance(&question.id) else { continue };
        let option = question.options.iter().find(|o| o.id == stance.option);
        let id = stance.option.to_shared();
        let label = option.map_or_else(|| Rc::clone(&id), |o| Rc::clone(&o.label));
        if at == 0 {
            marks.stance_id = Some(Rc::clone(&id));
        }
        marks.stances.push(StanceMark { glyph: glyph(&id), id, label });
    }
    match record.themes() {
        Themes::NotCoded => {}
        Themes::NoneApplies => {
            marks.none_applies = true;
            marks.theme_ids = Some("".into());
        }
        Themes::Set(set) => {
            let mut ordered: Vec<(usize, &ThemeId)> = set.iter().map(|id| (place(codebook, id), id)).collect();
            ordered.sort();
            let ids: Vec<&str> = ordered.iter().map(|(_, id)| id.as_str()).collect();
            marks.theme_ids = Some(ids.join(" ").into());
            marks.themes = ordered.iter().map(|(at, id)| mark(codebook, *at, id)).collect();
        }
    }
    marks
}

fn place(codebook: &Codebook, id: &ThemeId) -> usize {
    codebook.themes.iter().position(|t| t.id == *id).unwrap_or(usize::MAX)
}

fn mark(codebook: &Codebook, at: usize, id: &ThemeId) -> ThemeMark {
    let label = codebook.themes.get(at).map_or_else(|| id.to_shared(), |t| Rc::clone(&t.label));
    ThemeMark { id: id.to_shared(), label, hue: HUES[at % HUES.len()] }
}

fn row(model: &Model, index: usize) -> Rc<ParagraphView> {
    Rc::new(ParagraphView {
        text: Rc::clone(&model.opened.texts[index]),
        marks: Rc::clone(&model.opened.marks[index]),
        current: index == model.current,
        found: model.search.found.binary_search(&index).is_ok(),
    })
}

fn all_rows(model: &mut Model) {
    let count = model.opened.texts.len();
    for index in 0..count {
        let fresh = marks(model, index).unwrap_or_default();
        if *model.opened.marks[index] != fresh {
            model.opened.marks[index] = Rc::new(fresh);
        }
    }
    model.opened.coded = model.opened.marks.iter().filter(|m| m.coded).count();
    let article = Rc::clone(&model.opened.article);
    let same_article = model.view.article.id == article.id().to_shared();
    let old: HashMap<usize, Rc<SectionView>> = if same_article {
        model.view.article.sections.iter().cloned().enumerate().collect()
    } else {
        HashMap::new()
    };
    let mut index = 0;
    let blocks: Vec<RowView> = article
        .blocks()
        .iter()
        .enumerate()
        .map(|(at, block)| match block.kind {
            BlockKind::Heading(level) => RowView::Heading(format!("h{at}").into(), level, Rc::clone(&block.text)),
            _ => {
                index += 1;
                RowView::Paragraph(row(model, index - 1))
            }
        })
        .collect();
    let mut sections: Vec<Rc<SectionView>> = Vec::with_capacity(blocks.len() / SECTION + 1);
    for (at, rows) in blocks.chunks(SECTION).enumerate() {
        let mut section = SectionView { key: format!("s{at}").into(), rows: rows.to_vec() };
        let before = old.get(&at);
        if let Some(before) = before {
            reuse(&mut section, before);
        }
        match before.filter(|before| ***before == section) {
            Some(before) => sections.push(Rc::clone(before)),
            None => sections.push(Rc::new(section)),
        }
    }
    let mut view = (*model.view.article).clone();
    view.id = article.id().to_shared();
    view.sections = sections.into();
    model.view.article = Rc::new(view);
    let ticks: Vec<Tick> = (0..tick_count(count)).map(|at| tick(model, at)).collect();
    if *model.view.overview != *ticks {
        model.view.overview = ticks.into();
    }
}

/// Rows that say the same keep their pointers.
fn reuse(section: &mut SectionView, before: &SectionView) {
    for (new, old) in section.rows.iter_mut().zip(&before.rows) {
        if new == old {
            *new = old.clone();
        }
    }
}

/// Brings single rows up to date: each costs one row, one section, and a list of pointers.
fn rows(model: &mut Model, mut touched: Vec<usize>) {
    touched.sort_unstable();
    touched.dedup();
    touched.retain(|index| *index < model.opened.texts.len());
    let mut sections: HashMap<usize, SectionView> = HashMap::new();
    let mut ticks: Vec<usize> = Vec::new();
    for index in touched {
        let fresh = marks(model, index).unwrap_or_default();
        let old = &model.opened.marks[index];
        if **old != fresh {
            model.opened.coded = model.opened.coded + usize::from(fresh.coded) - usize::from(old.coded);
            model.opened.marks[index] = Rc::new(fresh);
        }
        let (section, at) = model.opened.places[index];
        let Some(here) = model.view.article.sections.get(section as usize) else { continue };
        let view = row(model, index);
        if here.rows.get(at as usize) != Some(&RowView::Paragraph(Rc::clone(&view))) {
            let edited = sections.entry(section as usize).or_insert_with(|| (**here).clone());
            if let Some(place) = edited.rows.get_mut(at as usize) {
                *place = RowView::Paragraph(view);
            }
        }
        ticks.push(tick_of(model.opened.texts.len(), index));
    }
    if !sections.is_empty() {
        let mut all: Vec<Rc<SectionView>> = model.view.article.sections.to_vec();
        for (at, section) in sections {
            all[at] = Rc::new(section);
        }
        let mut view = (*model.view.article).clone();
        view.sections = all.into();
        model.view.article = Rc::new(view);
    }
    ticks.dedup();
    let fresh: Vec<(usize, Tick)> = ticks.into_iter().map(|at| (at, tick(model, at))).collect();
    if fresh.iter().any(|(at, tick)| model.view.overview.get(*at) != Some(tick)) {
        let mut all = model.view.overview.to_vec();
        for (at, tick) in fresh {
            if let Some(place) = all.get_mut(at) {
                *place = tick;
            }
        }
        model.view.overview = all.into();
    }
}

fn tick_count(paragraphs: usize) -> usize {
    paragraphs.min(TICKS)
}

/// The tick that stands for a paragraph.
fn tick_of(paragraphs: usize, index: usize) -> usize {
    index * tick_count(paragraphs) / paragraphs.max(1)
}

fn tick(model: &Model, at: usize) -> Tick {
    let total = model.opened.texts.len();
    let count = tick_count(total).max(1);
    // The paragraphs whose tick is `at`: from the first index that maps to it up to the next one's first.
    let first_of = |at: usize| (at * total).div_ceil(count);
    let range = first_of(at)..first_of(at + 1).min(total);
    let mut counts: Vec<(Rc<str>, usize)> = Vec::new();
    for marks in &model.opened.marks[range.clone()] {
        let Some(id) = &marks.stance_id else { continue };
        match counts.iter_mut().find(|(other, _)| other == id) {
            Some((_, n)) => *n += 1,
            None => counts.push((Rc::clone(id), 1)),
        }
    }
    let stance = counts.into_iter().rev().max_by_key(|(_, n)| *n).map(|(id, _)| id);
    Tick {
        first: range.start,
        stance,
        coded: model.opened.marks[range.clone()].iter().all(|m| m.coded),
        current: range.contains(&model.current),
    }
}

fn provenance(masthead: &crate::core::article::Masthead) -> Vec<Rc<str>> {
    [&masthead.byline, &masthead.source, &masthead.date].into_iter().flatten().cloned().collect()
}

/// Title and provenance, and how much is drawn.
fn head(model: &mut Model) {
    let masthead = &model.opened.article.masthead;
    let view = &model.view.article;
    // While another article is awaited, the sample is not shown in its place.
    let waiting = model.drawn == 0;
    let title = if waiting { "".into() } else { model.view_title() };
    let byline: Vec<Rc<str>> = if waiting { Vec::new() } else { provenance(masthead) };
    let dir = masthead.direction.word();
    let same = view.title == title && view.byline == byline && view.dir == dir && view.lang == masthead.language;
    if !same || view.drawn != model.drawn {
        let mut view = (**view).clone();
        view.title = title;
        view.byline = byline;
        view.lang = Rc::clone(&masthead.language);
        view.dir = dir;
        view.drawn = model.drawn;
        model.view.article = Rc::new(view);
    }
}

fn bar(model: &Model, env: &Env<'_>) -> BarView {
    let total = model.opened.texts.len();
    let history = model.history.get(model.article_id());
    let hint = |action| model.keymap.hint(action);
    let found = model.search.found.len();
    let result: Rc<str> = match (model.search.words.trim().is_empty(), found, model.search.at) {
        (true, ..) => "".into(),
        (_, 0, _) => "Not found".into(),
        (_, n, Some(at)) => format!("{} of {n}", at + 1).into(),
        (_, n, None) => count(n, "paragraph", "paragraphs").into(),
    };
    BarView {
        title: Rc::clone(&model.view.article.title),
        coded: model.opened.coded,
        total,
        progress: format!("{} of {total} coded", model.opened.coded).into(),
        save: model.saving.state(),
        save_sentence: model.saving.sentence(|at| env.clock(at)),
        unexported: (model.unexported > 0)
            .then(|| format!("Not exported since {}", count(model.unexported, "change", "changes")).into()),
        annotator: model.display_name(&model.annotator),
        undo: history.and_then(|h| h.next_undo()).map(|s| Rc::clone(&s.label)),
        redo: history.and_then(|h| h.next_redo()).map(|s| Rc::clone(&s.label)),
        search: SearchView { open: model.search.open, words: Rc::clone(&model.search.words), result },
        undo_key: hint(&Action::Undo),
        redo_key: hint(&Action::Redo),
        search_key: hint(&Action::Search),
        help_key: hint(&Action::Help),
    }
}

fn theme_view(model: &Model, at: usize, theme: &Theme, applies: bool) -> ThemeView {
    let hint = model.keymap.hint(&Action::Theme(theme.id.clone()));
    ThemeView {
        id: theme.id.clone(),
        label: Rc::clone(&theme.label),
        hue: HUES[at % HUES.len()],
        key: (!hint.is_empty()).then_some(hint),
        definition: Rc::clone(&theme.definition),
        include: Rc::clone(&theme.include),
        exclude: Rc::clone(&theme.exclude),
        example: Rc::clone(&theme.example),
        applies,
    }
}

fn inspector(model: &Model) -> InspectorView {
    let record = tagging::current_record(model);
    let codebook = &model.opened.codebook;
    let questions = codebook.questions.iter().enumerate().map(|(at, question)| {
        let stance = record.stance(&question.id);
        let options = question.options.iter().map(|option| {
            let hint = model.keymap.hint(&Action::Stance(option.id.clone()));
            OptionView {
                id: option.id.clone(),
                label: Rc::clone(&option.label),
                glyph: glyph(option.id.as_str()),
                key: (!hint.is_empty() && at == model.question).then_some(hint),
                definition: Rc::clone(&option.definition),
                chosen: stance.is_some_and(|s| s.option == option.id),
            }
        });
        QuestionView {
            id: question.id.clone(),
            prompt: Rc::clone(&question.prompt),
            options: options.collect(),
            answered: stance.is_some(),
            confidence: stance.and_then(|s| s.confidence),
            current: at == model.question,
        }
    });
    let themes = codebook.themes.iter().enumerate().filter(|(_, t)| !t.archived || record.has_theme(&t.id));
    let unknown = record.themes.iter().map(|(id, _)| id).filter(|id| record.has_theme(id) && codebook.theme(id).is_none());
    let paragraph = model.paragraph_id(model.current);
    let draft = model.note.as_ref().filter(|n| Some(&n.paragraph) == paragraph && n.annotator == model.annotator);
    let spoken: Vec<Rc<str>> = record.note.spoken().cloned().collect();
    let label = model.opened.texts.get(model.current).map_or_else(|| "".into(), |t| Rc::clone(&t.label));
    InspectorView {
        index: model.current,
        label,
        has_previous: model.current > 0,
        has_next: model.current + 1 < model.opened.texts.len(),
        questions: questions.collect(),
        themes: themes.map(|(at, t)| theme_view(model, at, t, record.has_theme(&t.id))).collect(),
        unknown_themes: unknown.map(ThemeId::to_shared).collect(),
        none_applies: record.themes() == Themes::NoneApplies,
        none_key: model.keymap.hint(&Action::NoneApplies),
        confidence_key: model.keymap.hint(&Action::Confidence),
        note_key: model.keymap.hint(&Action::Note),
        find_key: model.keymap.hint(&Action::FindTheme),
        note: NoteView {
            key: format!("{}/{}/{}", model.article_id(), model.annotator, model.current).into(),
            text: draft.map_or_else(|| tagging::note_text(&record), |n| Rc::clone(&n.text)),
            conflict: if spoken.len() > 1 { spoken } else { Vec::new() },
        },
        read_only: model.read_only,
    }
}

fn codebook(model: &Model) -> CodebookView {
    let codebook = &model.opened.codebook;
    let questions = codebook.questions.iter().map(|question| QuestionEntry {
        id: question.id.to_shared(),
        prompt: Rc::clone(&question.prompt),
        holder: Rc::clone(&question.holder),
        target: Rc::clone(&question.target),
        options: question
            .options
            .iter()
            .map(|option| {
                let hint = model.keymap.hint(&Action::Stance(option.id.clone()));
                OptionEntry {
                    id: option.id.to_shared(),
                    label: Rc::clone(&option.label),
                    glyph: glyph(option.id.as_str()),
                    key: (!hint.is_empty()).then_some(hint),
                    definition: Rc::clone(&option.definition),
                }
            })
            .collect(),
    });
    CodebookView {
        title: Rc::clone(&codebook.title),
        version: codebook.version().into(),
        questions: questions.collect(),
        themes: codebook.themes.iter().enumerate().map(|(at, t)| theme_view(model, at, t, false)).collect(),
    }
}

fn layers(model: &Model) -> Vec<LayerRow> {
    let total = model.opened.texts.len();
    let article = &model.opened.article;
    let layers = model.store().layers.get(model.article_id()).into_iter().flatten();
    let rows = layers.filter(|(id, layer)| **id == model.annotator || !layer.is_silent()).map(|(id, layer)| {
        let coded = transfer::coded(model, id);
        LayerRow {
            id: id.to_shared(),
            name: model.display_name(id),
            active: *id == model.annotator,
            coded,
            total,
            progress: format!("{coded} of {total} coded").into(),
            notes: layer.records.values().filter(|r| r.note.spoken().next().is_some()).count(),
            unplaced: layer.records.iter().filter(|(p, r)| !r.is_silent() && article.index_of(p).is_none()).count(),
        }
    });
    let mut rows: Vec<LayerRow> = rows.collect();
    rows.sort_by(|a, b| (!a.active, &a.name, &a.id).cmp(&(!b.active, &b.name, &b.id)));
    rows
}

fn dialog(model: &Model) -> Option<DialogView> {
    use super::dialogs;
    Some(match model.dialogs.open? {
        DialogKind::Open => DialogView::Open(dialogs::open(model)),
        DialogKind::Import => DialogView::Import(Rc::new(transfer::import_view(model))),
        DialogKind::Export => DialogView::Export(Rc::new(dialogs::export(model))),
        DialogKind::Keys => DialogView::Keys(Rc::new(dialogs::keys(model))),
        DialogKind::Annotators => DialogView::Annotators(Rc::new(dialogs::annotators(model))),
    })
}
