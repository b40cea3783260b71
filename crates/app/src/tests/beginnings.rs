//! The codebooks to begin with, on the Read page.

use crate::keymap::{Action, Keymap};
use postil_core::{
    codebook::beginnings::{BEGINNINGS, Beginning},
    keep::store::Store,
};

#[test]
fn every_answer_and_theme_of_a_beginning_has_its_key() {
    let check = |beginning: &Beginning| {
        let codebook = beginning.codebook();
        let map = Keymap::new(&codebook, &Store::default(), false);
        let answers = codebook.questions.iter().take(1).flat_map(|question| &question.options);
        let answers = answers.map(|option| (Action::Stance(option.id.clone()), option.key.clone()));
        let themes = codebook.themes.iter().map(|theme| (Action::Theme(theme.id.clone()), theme.key.clone()));
        for (action, key) in answers.chain(themes) {
            let binding = map.bindings.iter().find(|binding| binding.action == action).expect("is bound");
            assert_eq!(binding.keys.first(), key.as_ref(), "{}: {action:?}", beginning.id);
        }
        assert!(!beginning.name.is_empty() && !beginning.purpose.is_empty());
    };
    BEGINNINGS.iter().for_each(check);
}
