//! How codes of other codebooks are read with ours. A map is what people decided, and can be decided anew at any time; what
//! somebody said keeps the code that it was said with.

use super::{Codebook, StanceOption, StanceQuestion, code::Code, likeness::plain, links};
use crate::{
    base::{id::CodebookId, map::Map, register::Registers, stamp::Stamp},
    json::extra,
};
use std::sync::Arc;

/// What a code of another codebook is with us.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum To {
    /// This code of ours.
    Ours(Code),
    /// Nothing: it was looked at and left alone.
    LeaveAlone,
}

/// Which codes of which codebooks are what with us. One that was taken back is nothing again.
pub type Maps = Registers<(CodebookId, Code), Option<To>>;

/// The name under which a bundle keeps the unknown fields of what it says of a code. No id of a code has a colon.
pub(crate) fn bound(codebook: &CodebookId, from: &Code, stamp: &Stamp) -> String {
    let code = match from {
        Code::Question(id) => format!("question:{id}"),
        Code::Option(question, id) => format!("option:{question}:{id}"),
        Code::Theme(id) => format!("theme:{id}"),
    };
    extra::bound("maps", &format!("{codebook} {code}"), stamp)
}

/// The pairs that are likely to mean the same, theirs before ours: those with the same id and name first, then those with the
/// same name, case, accents and spaces aside, then answers that alone have the same sense. Answers are looked for in the
/// question that theirs is by `maps`, or else is likely to be. Nothing that is archived, and nothing twice.
#[must_use]
pub fn suggestions(theirs: &Codebook, ours: &Codebook, maps: &Maps) -> Vec<(Code, Code)> {
    let themes = |codebook: &Codebook| -> Vec<Named> {
        let used = codebook.offered();
        used.map(|theme| (Code::Theme(theme.id.clone()), vec![plain(&theme.label)])).collect()
    };
    let mut found = pairs(&themes(theirs), &themes(ours));
    let said = |code: &Code| maps.get(&(theirs.id.clone(), code.clone()))?.value.clone();
    let (asked, mut matched) = (questions(theirs), pairs(&questions(theirs), &questions(ours)));
    matched.retain(|(their, _)| said(their).is_none());
    matched.extend(asked.into_iter().filter_map(|(their, _)| match said(&their)? {
        To::Ours(our) => Some((their, our)),
        To::LeaveAlone => None,
    }));
    for (their, our) in matched {
        let both = question(theirs, &their).zip(question(ours, &our));
        let options = both.map(|(their, our)| pairs(&options(their), &options(our)));
        found.push((their, our));
        found.extend(options.into_iter().flatten());
    }
    found
}

/// A code with the names by which it may be known again, the surest first.
type Named = (Code, Vec<String>);

fn questions(codebook: &Codebook) -> Vec<Named> {
    // One that is only known by what a version said has its questions by their ids: what is archived stands anywhere.
    let used = codebook.questions.iter().filter(|question| !question.archived);
    let names = |question: &StanceQuestion| {
        vec![plain(&question.prompt), [plain(&question.holder), plain(&question.target)].join("\n")]
    };
    used.map(|question| (Code::Question(question.id.clone()), names(question))).collect()
}

fn question<'a>(codebook: &'a Codebook, code: &Code) -> Option<&'a StanceQuestion> {
    if let Code::Question(id) = code { codebook.question(id) } else { None }
}

fn options(question: &StanceQuestion) -> Vec<Named> {
    let used: Vec<&StanceOption> = question.offered().collect();
    // A sense that several share tells none of them.
    let sense = |option: &StanceOption| {
        let sense = option.means()?;
        sense.name().filter(|_| used.iter().filter(|other| other.means() == Some(sense)).count() == 1)
    };
    let names = |option: &StanceOption| vec![plain(&option.label), sense(option).unwrap_or_default().to_owned()];
    used.iter().map(|option| (Code::Option(question.id.clone(), option.id.clone()), names(option))).collect()
}

/// True when the last parts of both ids are the same: an option's own id, whatever its question is called.
fn same_id(one: &Code, two: &Code) -> bool {
    match (one, two) {
        (Code::Option(_, one), Code::Option(_, two)) => one == two,
        _ => one == two,
    }
}

fn pairs(theirs: &[Named], ours: &[Named]) -> Vec<(Code, Code)> {
    let mut found: Vec<(Code, Code)> = Vec::new();
    let names = theirs.iter().map(|(_, names)| names.len()).max().unwrap_or_default();
    for at in 0..names {
        for with_id in [true, false] {
            for (their, their_names) in theirs {
                let alike = |(our, our_names): &&Named| {
                    (!with_id || same_id(their, our))
                        && their_names.get(at).is_some_and(|name| !name.is_empty() && our_names.get(at) == Some(name))
                        && !found.iter().any(|(_, taken)| taken == our)
                };
                if found.iter().any(|(known, _)| known == their) {
                    continue;
                }
                if let Some((our, _)) = ours.iter().find(alike) {
                    found.push((their.clone(), our.clone()));
                }
            }
        }
    }
    found
}

/// The codes that have each other's names in another version of the same codebook, each with the one whose name it has there.
/// A rule that is sharpened never does that: it is an attack or a mistake, and no update.
#[must_use]
pub fn swapped(here: &Codebook, there: &Codebook) -> Vec<(Code, Code)> {
    let mut found = Vec::new();
    let themes = |codebook: &Codebook| -> Vec<(Code, Arc<str>)> {
        codebook.themes.iter().map(|theme| (Code::Theme(theme.id.clone()), Arc::clone(&theme.label))).collect()
    };
    turned(&themes(here), &themes(there), &mut found);
    for question in &here.questions {
        let options = |question: &StanceQuestion| -> Vec<(Code, Arc<str>)> {
            let code = |id| Code::Option(question.id.clone(), id);
            question.options.iter().map(|option| (code(option.id.clone()), Arc::clone(&option.label))).collect()
        };
        if let Some(other) = there.question(&question.id) {
            turned(&options(question), &options(other), &mut found);
        }
    }
    found
}

/// Finds the circles in which names went from one to the next.
fn turned(here: &[(Code, Arc<str>)], there: &[(Code, Arc<str>)], found: &mut Vec<(Code, Code)>) {
    let mut owners: Map<String, &Code> = Map::new();
    for (code, label) in here {
        owners.entry(plain(label)).or_insert(code);
    }
    let before: Map<&Code, String> = here.iter().map(|(code, label)| (code, plain(label))).collect();
    let after: Map<&Code, String> = there.iter().map(|(code, label)| (code, plain(label))).collect();
    let mut links: Map<&Code, &Code> = Map::new();
    for (code, was) in &before {
        let now = after.get(code).filter(|now| *now != was);
        if let Some(owner) = now.and_then(|now| owners.get(now))
            && owner != code
        {
            links.insert(code, owner);
        }
    }
    for start in links::circles(&links) {
        let mut at = start;
        while let Some(owner) = links.get(&at) {
            found.push((at.clone(), (*owner).clone()));
            at = owner;
            if at == start {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codebook::sample;

    #[test]
    fn what_is_archived_hides_no_question_behind_it() {
        let ours = sample::codebook();
        let mut theirs = sample::codebook();
        theirs.id = "another".into();
        let mut archived = theirs.questions[0].clone();
        (archived.id, archived.prompt, archived.archived) = ("a-first".into(), "What else?".into(), true);
        theirs.questions.insert(0, archived);
        let found = suggestions(&theirs, &ours, &Maps::new());
        let stance = Code::Question("stance".into());
        assert!(found.contains(&(stance.clone(), stance)));
        assert!(!found.iter().any(|(their, _)| *their == Code::Question("a-first".into())));
    }
}
