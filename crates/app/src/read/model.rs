//! What the Read page knows.

use super::{
    meaning::Meaning,
    search::Search,
    view::{
        View,
        article::{Marks, ParagraphText, SECTION},
    },
};
use crate::{
    effect::Effect,
    intent::Intent,
    keymap::Keymap,
    notice::ActionView,
    screen::Overlay,
    shared::{Shared, note},
    strings::read as strings,
};
use postil_core::{article::Article, base::id::ThemeId, codebook::Codebook, record::Record};
use std::{ops::Range, sync::Arc};

/// The Read page.
pub struct Read {
    /// What is derived from the open article once.
    pub(crate) opened: Opened,
    /// Which showing of an article that is: see [`Shared::showing`].
    pub(crate) showing: u64,
    /// The current paragraph, from 0.
    pub current: usize,
    /// The current question, from 0.
    pub question: usize,
    /// Whose marks stand in the margin.
    pub overlay: Overlay,
    /// The paragraphs, from 0, that show this while others still show what was chosen before; `None` once all do.
    pub(crate) margin: Option<Range<usize>>,
    /// The card of a code that was opened.
    pub(crate) meaning: Meaning,
    /// The search.
    pub search: Search,
    /// True while what was tagged under an earlier rule is looked at again.
    pub(crate) again: bool,
    /// How many sections are drawn.
    pub drawn: usize,
    /// The paragraph that the address named, while its article is still loading.
    pub link: Option<usize>,
    /// Paragraphs to be drawn anew, for what was done here.
    pub touched: Vec<usize>,
    /// True when all of them are.
    pub(crate) all_touched: bool,
    /// What is drawn.
    pub view: View,
    /// In what its themes were looked up.
    pub(crate) looked_up: LookedUp,
    /// Whether what is typed about this paragraph (by its number from 0) is for its writer alone, where that was said before
    /// there were any words.
    pub(crate) private: Option<(usize, bool)>,
    /// The theme that a tap on a paragraph switches there.
    pub(crate) held: Option<ThemeId>,
    /// True when the current paragraph is left as soon as nothing is missing of it: something was missing when it was tagged.
    pub(crate) goes_on: bool,
    /// What is asked for; taken by `update`.
    pub(crate) intents: Vec<Intent>,
}

impl Read {
    /// The page with an article that nothing was said of. It is not drawn while another one is awaited.
    #[must_use]
    pub fn new(article: &Article, awaited: bool) -> Self {
        Self {
            opened: Opened::new(article),
            showing: 0,
            current: 0,
            question: 0,
            overlay: Overlay::default(),
            margin: None,
            meaning: Meaning::default(),
            search: Search::default(),
            again: false,
            drawn: usize::from(!awaited),
            link: None,
            touched: Vec::new(),
            all_touched: false,
            view: View::empty(),
            looked_up: LookedUp::default(),
            private: None,
            held: None,
            goes_on: false,
            intents: Vec::new(),
        }
    }

    /// Asks for something to be done outside.
    pub fn act(&mut self, effect: Effect) {
        self.intents.push(Intent::Do(effect));
    }

    /// Says a short sentence to a screen reader.
    pub fn announce(&mut self, sentence: impl Into<Arc<str>>) {
        self.act(Effect::Announce(sentence.into()));
    }

    /// Asks for a toast.
    pub fn toast(&mut self, sentence: impl Into<Arc<str>>, action: Option<ActionView>) {
        self.intents.push(Intent::Toast(sentence.into(), action));
    }

    /// The number of the last paragraph, from 0.
    #[must_use]
    pub fn last(&self) -> usize {
        self.opened.texts.len().saturating_sub(1)
    }

    /// The same as it is stored, which is what a gesture changes.
    #[must_use]
    pub fn stored_record(&self, shared: &Shared) -> Record {
        let paragraph = shared.paragraph_id(self.current);
        let record = paragraph.and_then(|id| shared.stored_reading(&shared.annotator)?.records.get(id));
        record.cloned().unwrap_or_default()
    }

    /// Whether the note on the current paragraph is for its writer alone.
    #[must_use]
    pub(crate) fn is_private(&self, shared: &Shared) -> bool {
        let said = self.private.filter(|(index, _)| *index == self.current).map(|(_, private)| private);
        said.unwrap_or_else(|| note::is_private(&self.record(shared).note))
    }

    /// "Paragraph 3", of the current one; empty where there is none.
    #[must_use]
    pub fn label(&self) -> Arc<str> {
        self.opened.texts.get(self.current).map_or_else(|| "".into(), |text| Arc::clone(&text.label))
    }

    /// The active annotator's record of the current paragraph.
    #[must_use]
    pub fn record(&self, shared: &Shared) -> Record {
        let paragraph = shared.paragraph_id(self.current);
        let record = paragraph.and_then(|id| shared.reading(&shared.annotator)?.records.get(id));
        record.cloned().unwrap_or_default()
    }
}

/// In what was looked up what is shown of themes. That holds as long as it is the same.
#[derive(Default)]
pub(crate) struct LookedUp(Option<(Arc<Codebook>, Arc<Keymap>)>);

impl LookedUp {
    /// From now on it is what is read with now: true when it was that already.
    pub(crate) fn renew(&mut self, shared: &Shared) -> bool {
        let before = self.0.replace((Arc::clone(&shared.codebook), Arc::clone(&shared.keymap)));
        before.is_some_and(|then| Arc::ptr_eq(&then.0, &shared.codebook) && Arc::ptr_eq(&then.1, &shared.keymap))
    }
}

/// The open article and what is derived from it once.
#[derive(Clone, Debug)]
pub(crate) struct Opened {
    /// What never changes about its paragraphs.
    pub texts: Vec<Arc<ParagraphText>>,
    /// What the active annotator's records say, by paragraph.
    pub marks: Vec<Arc<Marks>>,
    /// How many paragraphs are answered.
    pub answered: usize,
    /// Each paragraph's place among the sections: section and row.
    pub places: Vec<(u32, u32)>,
}

impl Opened {
    /// Derives what never changes about an article.
    #[must_use]
    pub(crate) fn new(article: &Article) -> Self {
        let count = article.paragraphs().len();
        let (mut texts, mut places) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for (index, paragraph) in article.paragraphs().iter().enumerate() {
            let Some(block) = article.blocks().get(paragraph.block) else { continue };
            let number = index + 1;
            texts.push(Arc::new(ParagraphText {
                index,
                index_text: index.to_string().into(),
                number: number.to_string().into(),
                dom_id: format!("p{number}").into(),
                label: strings::paragraph(number).into(),
                kind: block.kind.word(),
                text: Arc::clone(&block.text),
            }));
            let (section, row) = (paragraph.block / SECTION, paragraph.block % SECTION);
            places.push((u32::try_from(section).unwrap_or(0), u32::try_from(row).unwrap_or(0)));
        }
        let silent = Arc::new(Marks::default());
        Self { marks: vec![silent; count], answered: 0, texts, places }
    }
}
