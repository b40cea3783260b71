//! Codes of other programs, which know no questions: put together to a codebook.

use super::{description::Description, finding::Findings};
use crate::{
    base::{map::Map, problem::Place},
    codebook::{Codebook, StanceOption, StanceQuestion, Theme, sense::Sense},
    exchange::bundle::read::clean_title,
    strings::exchange as strings,
};
use std::sync::Arc;

/// The most questions, options and themes of one codebook.
pub(super) const MAX_CODES: usize = 5000;

/// A code as another program has it.
pub(super) struct Code {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) colour: Option<Arc<str>>,
    /// The place of the code that holds it in the list of all, which is before its own.
    pub(super) parent: Option<usize>,
    /// Where it stands.
    pub(super) place: Place,
}

/// What a code has become.
enum Became {
    Question(usize),
    Answer,
    Theme,
    Nothing,
}

/// Puts codes together. Those whose description says a holder and a target are questions, and the codes right below these
/// their answers; so what was written here comes back. All others are themes.
pub(super) fn assemble(mut codebook: Codebook, codes: &[Code], found: &mut Findings) -> Codebook {
    let mut became: Vec<Became> = Vec::new();
    let mut ids: Map<&str, ()> = Map::new();
    for code in codes {
        let label = match clean_title(&code.name) {
            label if label.is_empty() => {
                found.notice(code.place.clone(), strings::without_name());
                strings::named_without_name().into()
            }
            label => label,
        };
        if ids.insert(&code.id, ()).is_some() {
            found.skipped(code.place.clone(), strings::id_of_another(&label));
            became.push(Became::Nothing);
            continue;
        }
        let said = Description::read(&code.description);
        let next = match code.parent.and_then(|at| Some((at, became.get(at)?))) {
            None if said.is_question() => {
                let mut question = StanceQuestion::blank(&code.id);
                question.prompt = if said.definition.is_empty() { label } else { said.definition.into() };
                said.tell_question(&mut question);
                codebook.questions.push(question);
                Became::Question(codebook.questions.len() - 1)
            }
            Some((_, Became::Question(at))) => {
                let mut option = StanceOption::blank(&code.id, &label);
                said.tell_option(&mut option);
                option.sense = option.sense.filter(|sense| Sense::of_id(&option.id) != Some(*sense));
                codebook.questions[*at].options.push(option);
                Became::Answer
            }
            above => {
                let mut theme = Theme::blank(&code.id, &label);
                said.tell_theme(&mut theme);
                theme.colour.clone_from(&code.colour);
                match above {
                    Some((at, Became::Theme)) => theme.parent = Some(codes[at].id.as_str().into()),
                    Some(_) => found.notice(code.place.clone(), strings::parent_lost(&label)),
                    None => {}
                }
                codebook.themes.push(theme);
                Became::Theme
            }
        };
        became.push(next);
    }
    codebook
}
