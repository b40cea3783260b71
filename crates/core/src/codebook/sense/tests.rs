use super::*;

fn all() -> Vec<(&'static Tone, Sense)> {
    let places = (0..8).map(|at| (Sense::Place(at).tone(usize::from(at), 7), Sense::Place(at)));
    SENSES.iter().map(|Row(sense, _, _, tone)| (tone, *sense)).chain(places).collect()
}

#[test]
fn no_two_senses_share_a_name_a_glyph_or_a_colour() {
    let all = all();
    for (at, (tone, _)) in all.iter().enumerate() {
        assert!(!tone.name.is_empty() && !tone.glyph.is_empty() && tone != &&OWN);
        for (other, _) in &all[..at] {
            assert!(tone.name != other.name && tone.glyph != other.glyph && tone.colour != other.colour, "{tone:?}");
        }
    }
}

#[test]
fn every_sense_but_places_is_read_from_its_name_and_from_one_id() {
    for Row(sense, id, _, tone) in &SENSES {
        assert_eq!((Sense::named(tone.name), sense.name()), (Some(*sense), Some(tone.name)));
        assert_eq!(Sense::of_id(&(*id).into()), Some(*sense));
    }
    for name in ["", "own", "For", "supports", "place-1", "ambivalent"] {
        assert_eq!(Sense::named(name), None, "{name}");
    }
    assert_eq!((Sense::of_id(&"for".into()), Sense::Place(3).name()), (None, None));
}

#[test]
fn for_and_against_are_the_ends_of_the_scale_and_lie_even() {
    let [against, neutral, both, end] = [Sense::Against, Sense::Neutral, Sense::Both, Sense::For].map(Sense::side);
    assert_eq!((against, neutral, both, end), (Some(0), Some(1), Some(1), Some(2)));
    assert_eq!([Sense::None.side(), Sense::Place(1).side()], [None; 2]);
}

#[test]
fn a_scale_of_any_length_reaches_from_the_first_looks_to_the_last() {
    for last in 1..20 {
        let looks: Vec<&Tone> = (0..=last).map(|rank| Sense::Place(0).tone(rank, last)).collect();
        assert_eq!((looks[0].name, looks[last].name), ("place-1", "place-8"));
        assert!(looks.is_sorted_by_key(|tone| tone.name), "{last}");
        assert!(last > 7 || looks.windows(2).all(|two| two[0] != two[1]), "{last}");
    }
    assert_eq!(Sense::Place(9).tone(0, 0).name, "place-1");
}
