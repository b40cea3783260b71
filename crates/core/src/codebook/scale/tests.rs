use super::*;
use crate::codebook::sample;

fn asked(senses: &[Option<Sense>]) -> StanceQuestion {
    let mut question = sample::codebook().questions.swap_remove(0);
    let option = question.options[0].clone();
    let each = senses.iter().enumerate();
    question.options = each
        .map(|(at, sense)| StanceOption { id: ["a", "b", "c", "d", "e"][at].into(), sense: *sense, ..option.clone() })
        .collect();
    question
}

fn order(senses: &[Option<Sense>]) -> Vec<Option<u16>> {
    let question = asked(senses);
    question.options.iter().map(|option| on_scale(&option.id, Some(&question))).collect()
}

#[test]
fn sides_stand_on_a_scale_whatever_their_options_are_called() {
    let senses = [Sense::For, Sense::Against, Sense::Both, Sense::Neutral, Sense::None].map(Some);
    assert_eq!(order(&senses), [Some(2), Some(0), Some(1), Some(1), None]);
    assert_eq!(order(&[Some(Sense::For), None]), [Some(2), None]);
}

#[test]
fn places_stand_in_their_own_order_and_the_rest_nowhere() {
    let senses = [Some(Sense::Place(7)), Some(Sense::Place(1)), None, Some(Sense::None), Some(Sense::Place(4))];
    assert_eq!(order(&senses), [Some(7), Some(1), None, None, Some(4)]);
    // Two scales in one question have no order together, so the sides keep theirs.
    assert_eq!(order(&[Some(Sense::Place(7)), Some(Sense::For), Some(Sense::Against)]), [None, Some(2), Some(0)]);
}

#[test]
fn what_the_question_does_not_offer_means_what_its_id_tells() {
    let sides = asked(&[Some(Sense::For)]);
    let places = asked(&[Some(Sense::Place(1))]);
    let opposes = Sense::of_id(&"opposes".into());
    assert_eq!(sense(&"opposes".into(), Some(&sides)), opposes);
    assert_eq!(on_scale(&"opposes".into(), Some(&sides)), Some(0));
    assert_eq!(on_scale(&"opposes".into(), None), Some(0));
    // It has no place among those of another scale.
    assert_eq!(on_scale(&"opposes".into(), Some(&places)), None);
    assert_eq!(sense(&"perhaps".into(), Some(&sides)), None);
}

#[test]
fn the_order_of_places_is_that_of_their_numbers() {
    // Every way to give three options one of four places.
    for case in 0..64_u8 {
        let places = [case % 4, case / 4 % 4, case / 16];
        let found = order(&places.map(|place| Some(Sense::Place(place))));
        for (one, first) in places.iter().zip(&found) {
            for (other, second) in places.iter().zip(&found) {
                assert_eq!(one.cmp(other), first.cmp(second), "{places:?}");
            }
        }
    }
}

#[test]
fn the_least_and_the_most_of_a_scale_look_like_its_ends() {
    let question = asked(&[Some(Sense::Place(9)), Some(Sense::Place(2)), Some(Sense::Place(4))]);
    let tones = [9, 2, 4].map(|place| tone(Some(Sense::Place(place)), Some(&question)).name);
    assert_eq!(tones, ["place-8", "place-1", "place-4"]);
}
