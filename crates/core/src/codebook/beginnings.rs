//! Codebooks to begin with, for any article. They are there to be changed: nobody has to choose one before reading.

use super::{Codebook, StanceOption, StanceQuestion, Theme, sense::Sense};

/// A codebook to begin with, and what it is for.
pub struct Beginning {
    /// The id of its codebook, the same everywhere: whoever begins alike has the same codes.
    pub id: &'static str,
    /// Its name, which is also the codebook’s title.
    pub name: &'static str,
    /// What it is for, in one line.
    pub purpose: &'static str,
    pub(super) questions: &'static [Question],
    pub(super) themes: &'static [Words],
}

/// Holder, target, prompt and options of a question.
pub(super) struct Question(
    pub(super) &'static str,
    pub(super) &'static str,
    pub(super) &'static str,
    pub(super) Options,
);

/// Id, key, label, sense and definition of an option.
pub(super) struct Answer(&'static str, &'static str, &'static str, Sense, &'static str);

/// Id, label, definition, include, exclude and example of a theme. Its key is its place.
pub(super) struct Words(
    pub(super) &'static str,
    pub(super) &'static str,
    pub(super) &'static str,
    pub(super) &'static str,
    pub(super) &'static str,
    pub(super) &'static str,
);

/// The options of a question.
pub(super) enum Options {
    /// The five stances: key, sense and definition of each. Its id follows from its sense, and its label from that.
    Stances(&'static [(&'static str, Sense, &'static str); 5]),
    /// Others.
    Own(&'static [Answer]),
}

/// The five stances, with the ids and keys that they have in the sample.
const STANCES: [(&str, Sense, &str); 5] = [
    ("s", Sense::For, "The author speaks for it, openly or between the lines."),
    ("o", Sense::Against, "The author speaks against it, openly or between the lines."),
    ("m", Sense::Both, "The author speaks both for and against it in this paragraph."),
    ("n", Sense::Neutral, "The author only reports or explains it and takes no side."),
    ("x", Sense::None, "The paragraph is about something else."),
];

const SIDES: &[Answer] = &[
    Answer("for", "f", "for", Sense::For, "The paragraph gives a reason for it, or simply speaks for it."),
    Answer(
        "against",
        "a",
        "against",
        Sense::Against,
        "The paragraph gives a reason against it, or simply speaks against it.",
    ),
    Answer("both", "b", "both", Sense::Both, "The paragraph has something for it and something against it."),
    Answer("neither", "n", "neither", Sense::None, "The paragraph says nothing for it or against it."),
];

const REASONS: &[Words] = &[
    Words(
        "facts",
        "Facts and numbers",
        "Something that can be checked is given as a reason.",
        "Numbers, dates, results of studies, events that happened.",
        "Numbers that are only mentioned and support nothing.",
        "Two out of three pupils slept longer once school began at nine.",
    ),
    Words(
        "experience",
        "An experience",
        "Somebody’s own life, or one single case, is given as a reason.",
        "Stories, memories, “I know somebody who …”.",
        "Many cases that were counted: those are facts and numbers.",
        "My sister could finally eat breakfast before she left.",
    ),
    Words(
        "authority",
        "Somebody who should know",
        "It is said to be right because of who says it.",
        "Experts, books, laws, famous people.",
        "People who are quoted only to be answered.",
        "Doctors have asked for this for years.",
    ),
    Words(
        "consequences",
        "What follows",
        "It is said to be right or wrong because of what it leads to.",
        "Hopes, warnings, costs, benefits.",
        "What has already happened: that is a fact.",
        "If lessons begin later, buses will be needed twice.",
    ),
    Words(
        "values",
        "What is fair or right",
        "It is measured by what people owe each other.",
        "Fairness, freedom, duty, respect, rights.",
        "What is merely useful: that is about what follows.",
        "Nobody should be punished for being tired.",
    ),
    Words(
        "feelings",
        "Feelings",
        "The reader is to feel something, and that is to convince.",
        "Fear, pity, pride, anger, jokes at somebody’s cost.",
        "Feelings that are only reported.",
        "Picture your child at the bus stop, alone in the dark.",
    ),
];

const CONVINCING: &[Answer] = &[
    Answer("well", "w", "well", Sense::Place(2), "What is claimed here is backed up, and you could check it."),
    Answer("partly", "p", "partly", Sense::Place(1), "Something backs it up, but not all of it, or not well."),
    Answer("not-at-all", "n", "not at all", Sense::Place(0), "It is only said, and nothing backs it up."),
    Answer(
        "nothing",
        "x",
        "nothing is claimed",
        Sense::None,
        "The paragraph claims nothing: it asks, tells or describes.",
    ),
];

const LOOKS: &[Words] = &[
    Words(
        "claimed",
        "Claimed",
        "The text says that something is so, or should be so.",
        "Opinions, demands, predictions, judgements.",
        "What the text says that others claim, unless it agrees.",
        "The new road will make the town poorer.",
    ),
    Words(
        "shown",
        "Shown",
        "The text backs up what it claims.",
        "Evidence, examples, sources, steps of reasoning.",
        "Strong words and repetition: they show nothing.",
        "Since the last road was built, nine shops have closed.",
    ),
    Words(
        "left-out",
        "Left out",
        "Something is missing that a fair reader would want to know.",
        "The other side, a source, a number to compare with, who pays.",
        "What has nothing to do with the claim.",
        "It does not say how many shops have opened.",
    ),
];

const AUTHOR: &str = "the author";

/// All of them, the one that every article begins with first.
pub static BEGINNINGS: [Beginning; 5] = [
    Beginning {
        id: "postil-neutral",
        name: "Toward the main claim",
        purpose: "Start reading and tagging right away. What the main claim is, you can fill in later.",
        questions: &[Question(
            AUTHOR,
            "the main claim",
            "What stance does the author take toward the main claim?",
            Options::Stances(&STANCES),
        )],
        themes: &[],
    },
    Beginning {
        id: "postil-claim",
        name: "A claim and five stances",
        purpose: "For one sentence that you choose: does the author agree with it or not?",
        questions: &[Question(
            AUTHOR,
            "the claim “…”",
            "What stance does the author take toward the claim “…”?",
            Options::Stances(&STANCES),
        )],
        themes: &[],
    },
    Beginning {
        id: "postil-reasons",
        name: "For and against, with reasons",
        purpose: "For texts that argue: which side a paragraph helps, and what kind of reason it gives.",
        questions: &[Question(
            AUTHOR,
            "what is argued about",
            "Does this paragraph speak for or against what is argued about?",
            Options::Own(SIDES),
        )],
        themes: REASONS,
    },
    Beginning {
        id: "postil-questions",
        name: "What is claimed, shown, left out",
        purpose: "For reading with care: what a text says, how well it shows it, and what you miss.",
        questions: &[Question(
            AUTHOR,
            "its own claims",
            "How well does the text show what it claims here?",
            Options::Own(CONVINCING),
        )],
        themes: LOOKS,
    },
    Beginning {
        id: "postil-empty",
        name: "Empty",
        purpose: "For questions and themes that are all your own.",
        questions: &[],
        themes: &[],
    },
];

impl Beginning {
    /// The codebook.
    #[must_use]
    pub fn codebook(&self) -> Codebook {
        let mut codebook = Codebook::blank(self.id, self.name);
        for (at, Question(holder, target, prompt, options)) in self.questions.iter().enumerate() {
            let id = if at == 0 { "stance".to_owned() } else { format!("stance-{}", at + 1) };
            codebook.questions.push(StanceQuestion {
                holder: (*holder).into(),
                target: (*target).into(),
                prompt: (*prompt).into(),
                options: match options {
                    Options::Stances(stances) => stances.iter().map(stance).collect(),
                    Options::Own(own) => own.iter().map(option).collect(),
                },
                ..StanceQuestion::blank(&id)
            });
        }
        codebook.themes.extend(self.themes.iter().enumerate().map(|(at, words)| theme(at, words)));
        codebook
    }
}

fn stance((key, sense, definition): &(&str, Sense, &str)) -> StanceOption {
    let id = sense.id().unwrap_or_default();
    let blank = StanceOption::blank(id, &id.replace('-', " "));
    StanceOption { key: Some((*key).into()), definition: (*definition).into(), ..blank }
}

fn option(Answer(id, key, label, sense, definition): &Answer) -> StanceOption {
    let (key, definition) = (Some((*key).into()), (*definition).into());
    StanceOption { key, definition, sense: Some(*sense), ..StanceOption::blank(id, label) }
}

fn theme(at: usize, Words(id, label, definition, include, exclude, example): &Words) -> Theme {
    Theme {
        key: Some((at + 1).to_string().into()),
        definition: (*definition).into(),
        include: (*include).into(),
        exclude: (*exclude).into(),
        example: (*example).into(),
        ..Theme::blank(id, label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codebook::{book::Book, sample};

    #[test]
    fn what_is_made_of_one_does_not_go_by_its_name() {
        for beginning in &BEGINNINGS {
            let own = Book::of(&beginning.codebook(), &sample::stamp()).copied("mine".into()).settle();
            assert_eq!((&*own.title, &own.questions), ("", &beginning.codebook().questions), "{}", beginning.id);
        }
        assert_eq!(sample::book().copied("mine".into()).settle().title, sample::codebook().title);
        let named = Codebook { title: "Ours".into(), ..Codebook::blank("1234", "") };
        assert_eq!(&*Book::of(&named, &sample::stamp()).copied("mine".into()).settle().title, "Ours");
    }

    #[test]
    fn each_is_sound_and_goes_by_an_id_of_its_own() {
        for (at, beginning) in BEGINNINGS.iter().enumerate() {
            let codebook = beginning.codebook();
            assert_eq!(codebook.flaw(), None, "{}", beginning.id);
            assert!(codebook.id.as_str() == beginning.id && beginning.id.starts_with("postil-"));
            assert!(BEGINNINGS[..at].iter().all(|other| other.id != beginning.id && other.name != beginning.name));
            assert!(beginning.purpose.ends_with(['.', '?']) && beginning.purpose.len() <= 100, "{}", beginning.purpose);
        }
    }

    #[test]
    fn every_answer_has_a_sense_and_every_text_is_there_and_short() {
        for codebook in BEGINNINGS.iter().map(Beginning::codebook) {
            for question in &codebook.questions {
                assert!(question.prompt.ends_with('?'), "{}", question.prompt);
                for option in &question.options {
                    assert!(option.means().is_some(), "{}", option.id);
                    assert!((20..90).contains(&option.definition.len()), "{}", option.definition);
                }
            }
            for theme in &codebook.themes {
                for text in [&theme.definition, &theme.include, &theme.exclude, &theme.example] {
                    assert!((20..90).contains(&text.len()) && text.ends_with('.'), "{text}");
                }
            }
        }
    }

    #[test]
    fn the_first_is_one_question_with_the_stances_and_keys_of_the_sample() {
        let (first, sample) = (BEGINNINGS[0].codebook(), sample::codebook());
        let keys = |codebook: &Codebook| -> Vec<_> {
            codebook.questions[0]
                .options
                .iter()
                .map(|o| (o.id.clone(), o.label.clone(), o.key.clone(), o.sense))
                .collect()
        };
        assert_eq!(keys(&first), keys(&sample));
        assert!(first.themes.is_empty() && first.questions.len() == 1);
    }
}
