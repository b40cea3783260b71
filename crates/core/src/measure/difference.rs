//! How two annotators differ on a paragraph: not only that they do.
//!
//! What the options of a question mean is told by their senses; those that have none are only known to differ.

use crate::{
    base::{
        id::{OptionId, QuestionId, ThemeId},
        map::Map,
    },
    codebook::{Codebook, StanceQuestion, scale::sense, sense::Sense},
    record::{Record, Themes},
    strings::measure as strings,
};

/// The way in which two annotators differ on one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// One supports, the other opposes.
    Opposite,
    /// One takes a side, the other is neutral.
    SideNeutral,
    /// One is mixed, the other takes one side.
    MixedSide,
    /// One sees a stance, the other none.
    StanceNone,
    /// Two answers of which no more is known than that they are not the same.
    OtherAnswers,
    /// No different answers, and different themes that one theme of the codebook holds.
    KindredThemes,
    /// No different answers, and different themes.
    OtherThemes,
}

impl Kind {
    /// All kinds, gravest first.
    pub const ALL: [Self; 7] = [
        Self::Opposite,
        Self::SideNeutral,
        Self::MixedSide,
        Self::StanceNone,
        Self::OtherAnswers,
        Self::KindredThemes,
        Self::OtherThemes,
    ];

    /// Its name, as people read it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Opposite => strings::opposite(),
            Self::SideNeutral => strings::side_neutral(),
            Self::MixedSide => strings::mixed_side(),
            Self::StanceNone => strings::stance_none(),
            Self::OtherAnswers => strings::different_answers(),
            Self::KindredThemes => strings::related_themes(),
            Self::OtherThemes => strings::different_themes(),
        }
    }
}

/// How two different answers differ.
#[must_use]
pub(crate) fn between_answers(one: &OptionId, other: &OptionId, question: Option<&StanceQuestion>) -> Kind {
    use Sense::{Against, Both, For, Neutral, None};
    let (Some(one), Some(other)) = (sense(one, question), sense(other, question)) else { return Kind::OtherAnswers };
    match (one, other) {
        (For, Against) | (Against, For) => Kind::Opposite,
        (For | Against, Neutral) | (Neutral, For | Against) => Kind::SideNeutral,
        (Both, For | Against) | (For | Against, Both) => Kind::MixedSide,
        (None, other) | (other, None) if other != None => Kind::StanceNone,
        _ => Kind::OtherAnswers,
    }
}

/// How two annotators differ on a paragraph, seen through one question; `None` when they do not. That one of them has not
/// coded it is no difference of reading.
#[must_use]
pub fn between(one: &Record, other: &Record, question: &QuestionId, codebook: &Codebook) -> Option<Kind> {
    match (one.stance(question), other.stance(question)) {
        (Some(one), Some(other)) if one.option != other.option => {
            return Some(between_answers(&one.option, &other.option, codebook.question(question)));
        }
        // A question that one of them has left open is no disagreement about its answer.
        _ => {}
    }
    let (only_one, only_other) = apart(&one.themes(), &other.themes())?;
    let parent = |id: &ThemeId| codebook.theme(id).and_then(|theme| theme.parent.as_ref());
    let kindred = |id: &ThemeId, among: &[ThemeId]| {
        parent(id).is_some_and(|holder| among.iter().any(|other| parent(other) == Some(holder) || other == holder))
            || among.iter().any(|other| parent(other) == Some(id))
    };
    let related = !only_one.is_empty()
        && !only_other.is_empty()
        && only_one.iter().all(|id| kindred(id, &only_other))
        && only_other.iter().all(|id| kindred(id, &only_one));
    Some(if related { Kind::KindredThemes } else { Kind::OtherThemes })
}

/// The themes that only one of two has, on either side; `None` when they say the same of themes or one says nothing.
fn apart(one: &Themes, other: &Themes) -> Option<(Vec<ThemeId>, Vec<ThemeId>)> {
    let list = |themes: &Themes| match themes {
        Themes::NotCoded => None,
        Themes::NoneApplies => Some(Vec::new()),
        Themes::Set(set) => Some(set.clone()),
    };
    let (one, other) = (list(one)?, list(other)?);
    let without = |these: &[ThemeId], those: &[ThemeId]| -> Vec<ThemeId> {
        these.iter().filter(|id| !those.contains(id)).cloned().collect()
    };
    let apart = (without(&one, &other), without(&other, &one));
    (!apart.0.is_empty() || !apart.1.is_empty()).then_some(apart)
}

/// All differences of some paragraphs, counted by pairs of annotators.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// How many pairs have both coded the paragraph: those that could differ.
    pub comparable: usize,
    /// How many have not: they differ in nothing.
    pub not_coded: usize,
    /// How many pairs differ in each way.
    pub kinds: Map<Kind, usize>,
    /// How often two answers stood against each other; the lesser id first.
    pub answers: Map<(OptionId, OptionId), usize>,
    /// How often one used the one theme where another used the other, and they agreed on all others; the lesser id first. Of
    /// three themes against one nobody can say which of them stands for it.
    pub themes: Map<(ThemeId, ThemeId), usize>,
}

impl Differences {
    /// Counts what the annotators of one paragraph differ in, each pair once.
    pub fn count(&mut self, records: &[&Record], question: &QuestionId, codebook: &Codebook) {
        let coded: Vec<&Record> = records.iter().copied().filter(|record| record.is_coded_for(question)).collect();
        let pairs = |of: usize| of * of.saturating_sub(1) / 2;
        self.comparable += pairs(coded.len());
        self.not_coded += pairs(records.len()) - pairs(coded.len());
        for (at, one) in coded.iter().enumerate() {
            for other in &coded[at + 1..] {
                let Some(kind) = between(one, other, question, codebook) else { continue };
                *self.kinds.entry(kind).or_default() += 1;
                if let (Some(one), Some(other)) = (one.stance(question), other.stance(question))
                    && one.option != other.option
                {
                    *self.answers.entry(in_order(&one.option, &other.option)).or_default() += 1;
                }
                if let Some((only_one, only_other)) = apart(&one.themes(), &other.themes())
                    && let ([one], [other]) = (&*only_one, &*only_other)
                {
                    *self.themes.entry(in_order(one, other)).or_default() += 1;
                }
            }
        }
    }
}

fn in_order<T: Clone + Ord>(one: &T, other: &T) -> (T, T) {
    (one.min(other).clone(), one.max(other).clone())
}

#[cfg(test)]
mod tests {
    use crate::{
        base::{register::Register, stamp::Stamp},
        codebook::{StanceOption, sample},
        measure::difference::*,
        record::Stance,
    };

    const STANCE: &str = "stance";

    fn record(stance: &str, themes: &[&str]) -> Record {
        let stamp = Stamp { wall: 1, counter: 0, replica: "r".into() };
        let mut record = Record::default();
        if !stance.is_empty() {
            let stance = Stance { option: stance.into(), confidence: None };
            record.stances.insert(STANCE.into(), Register::new(Some(stance), stamp.clone()));
        }
        for theme in themes {
            if *theme == "none" {
                record.none_applies = Some(Register::new(true, stamp.clone()));
            } else {
                record.themes.insert((*theme).into(), Register::new(true, stamp.clone()));
            }
        }
        record
    }

    /// The sample's codebook, in which `espionage` holds two themes.
    fn codebook() -> Codebook {
        let mut codebook = sample::codebook();
        for theme in &mut codebook.themes {
            theme.parent = ["rivalry", "data-security"].contains(&theme.id.as_str()).then(|| "espionage".into());
        }
        codebook
    }

    #[test]
    fn every_kind_has_its_case_from_either_side() {
        let codebook = codebook();
        let cases = [
            (("supports", &["openness"][..]), ("opposes", &["openness"][..]), Some(Kind::Opposite)),
            (("supports", &[]), ("neutral", &["image"]), Some(Kind::SideNeutral)),
            (("mixed", &[]), ("opposes", &[]), Some(Kind::MixedSide)),
            (("no-stance", &[]), ("mixed", &[]), Some(Kind::StanceNone)),
            (("no-stance", &[]), ("supports", &[]), Some(Kind::StanceNone)),
            (("mixed", &[]), ("neutral", &[]), Some(Kind::OtherAnswers)),
            (("perhaps", &[]), ("supports", &[]), Some(Kind::OtherAnswers)),
            (("supports", &["rivalry"]), ("supports", &["data-security"]), Some(Kind::KindredThemes)),
            (("supports", &["rivalry"]), ("supports", &["espionage"]), Some(Kind::KindredThemes)),
            (("supports", &["rivalry"]), ("supports", &["openness"]), Some(Kind::OtherThemes)),
            (("supports", &["rivalry"]), ("supports", &["none"]), Some(Kind::OtherThemes)),
            (("supports", &["rivalry", "image"]), ("supports", &["rivalry"]), Some(Kind::OtherThemes)),
            (("supports", &[]), ("", &[]), None),
            (("supports", &["rivalry"]), ("supports", &["rivalry"]), None),
            (("supports", &["rivalry"]), ("supports", &[]), None),
            (("", &["rivalry"]), ("supports", &["rivalry"]), None),
            (("", &[]), ("", &[]), None),
        ];
        for (one, other, kind) in cases {
            let (one, other) = (record(one.0, one.1), record(other.0, other.1));
            assert_eq!(between(&one, &other, &STANCE.into(), &codebook), kind, "{one:?} {other:?}");
            assert_eq!(between(&other, &one, &STANCE.into(), &codebook), kind, "{other:?} {one:?}");
        }
    }

    #[test]
    fn options_of_ones_own_differ_by_what_they_say_of_themselves() {
        let mut codebook = codebook();
        let senses = [Sense::For, Sense::Against, Sense::Place(1), Sense::Place(5), Sense::None, Sense::Neutral];
        let ids = ["praise", "blame", "little", "much", "nothing", "supports"];
        let option = codebook.questions[0].options[0].clone();
        let options = ids.into_iter().zip(senses);
        codebook.questions[0].options =
            options.map(|(id, sense)| StanceOption { id: id.into(), sense: Some(sense), ..option.clone() }).collect();
        let cases = [
            ("praise", "blame", Kind::Opposite),
            ("praise", "supports", Kind::SideNeutral),
            ("nothing", "much", Kind::StanceNone),
            ("little", "much", Kind::OtherAnswers),
            ("praise", "much", Kind::OtherAnswers),
            // What the question does not offer means what its id tells.
            ("praise", "opposes", Kind::Opposite),
            ("praise", "made-up", Kind::OtherAnswers),
        ];
        for (one, other, kind) in cases {
            let found = between(&record(one, &[]), &record(other, &[]), &STANCE.into(), &codebook);
            assert_eq!(found, Some(kind), "{one} {other}");
        }
    }

    #[test]
    fn pairs_are_counted_once() {
        let readers = [
            record("supports", &["rivalry"]),
            record("opposes", &["openness"]),
            record("supports", &["openness"]),
            record("", &[]),
        ];
        let mut found = Differences::default();
        found.count(&readers.each_ref(), &STANCE.into(), &codebook());
        let kinds = [(Kind::Opposite, 2), (Kind::OtherThemes, 1)];
        assert_eq!((found.comparable, found.not_coded), (3, 3));
        assert_eq!(found.kinds, Map::from(kinds));
        assert_eq!(found.answers, Map::from([(("opposes".into(), "supports".into()), 2)]));
        assert_eq!(found.themes, Map::from([(("openness".into(), "rivalry".into()), 2)]));
    }
}
