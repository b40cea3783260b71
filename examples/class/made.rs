//! A class of twelve for the sample article. Nobody in it exists: what each of them says is drawn from a fixed seed, from
//! what a reader may plausibly say of each paragraph.

use postil_core::{
    base::{
        digest,
        id::AnnotatorId,
        register::Register,
        stamp::{Clock, Stamp},
    },
    codebook::sample,
    exchange::bundle::{Bundle, write},
    keep::store::Store,
    record::{
        Confidence, LayerKey, Stance,
        edit::{Edit, delta_under},
        person::Person,
    },
};
use std::sync::Arc;

const OPTIONS: [&str; 5] = ["supports", "opposes", "mixed", "neutral", "no-stance"];
const ADDED: &str = "postil example class";
/// 2 March 2026, nine o'clock UTC, in milliseconds since 1970.
const LESSON: u64 = 1_772_442_000_000;

/// What readers make of a paragraph: how many of a hundred choose each option, and how many name each theme.
struct Paragraph {
    stances: [u32; 5],
    themes: &'static [(&'static str, u32)],
}

const fn paragraph(stances: [u32; 5], themes: &'static [(&'static str, u32)]) -> Paragraph {
    Paragraph { stances, themes }
}

const PARAGRAPHS: [Paragraph; 10] = [
    paragraph([0, 0, 8, 60, 32], &[("openness", 45), ("rivalry", 70), ("governance", 40)]),
    paragraph([14, 0, 6, 64, 16], &[("sovereignty", 96), ("governance", 60), ("data-security", 25)]),
    paragraph([8, 0, 0, 30, 62], &[("cooperation", 45), ("image", 25)]),
    paragraph([80, 0, 16, 4, 0], &[("digital-economy", 90), ("cooperation", 70)]),
    paragraph([48, 2, 42, 8, 0], &[("governance", 90), ("rivalry", 35), ("sovereignty", 30), ("openness", 15)]),
    paragraph([0, 82, 16, 2, 0], &[("sovereignty", 80), ("openness", 80)]),
    paragraph([0, 52, 34, 14, 0], &[("data-security", 96), ("openness", 30), ("sovereignty", 25)]),
    paragraph([0, 14, 10, 58, 18], &[("espionage", 96), ("rivalry", 80)]),
    paragraph([0, 70, 24, 6, 0], &[("image", 90), ("rivalry", 50), ("cooperation", 10)]),
    paragraph([18, 18, 58, 6, 0], &[("governance", 80), ("cooperation", 55), ("openness", 30)]),
];

/// A reader: a name, how much more readily than others they see support and opposition and name themes (in percent), how
/// many paragraphs they have come through, and notes by paragraph.
struct Reader {
    name: &'static str,
    supports: u32,
    opposes: u32,
    themes: u32,
    until: usize,
    notes: &'static [(usize, &'static str)],
}

const fn reader(
    name: &'static str,
    [supports, opposes, themes]: [u32; 3],
    until: usize,
    notes: &'static [(usize, &'static str)],
) -> Reader {
    Reader { name, supports, opposes, themes, until, notes }
}

const READERS: [Reader; 12] = [
    reader(
        "Amina (example)",
        [100, 100, 100],
        10,
        &[(5, "He grants the complaint before he turns to the small states.")],
    ),
    reader("Bela (example)", [150, 70, 100], 10, &[(3, "A title cannot take a side, can it?")]),
    reader("Chidi (example)", [100, 130, 90], 10, &[(7, "“They have the better of the argument” is a verdict.")]),
    reader("Dana (example)", [100, 100, 70], 6, &[]),
    reader("Emre (example)", [180, 60, 100], 10, &[(4, "The clinic is his own picture, not the paper’s.")]),
    reader("Farah (example)", [100, 100, 110], 10, &[(10, "Both halves of the sentence count: mixed.")]),
    reader("Goran (example)", [60, 180, 100], 10, &[(9, "The self-portrait is what he distrusts, not the ambition.")]),
    reader("Hana (example)", [100, 100, 60], 10, &[]),
    reader("Imani (example)", [90, 110, 130], 10, &[(6, "“May be” and “can”: how strong is this?")]),
    reader("Jonas (example)", [120, 90, 100], 4, &[]),
    reader("Keiko (example)", [100, 100, 100], 10, &[(8, "Reports what each side says and judges neither.")]),
    reader(
        "Luis (example)",
        [70, 140, 80],
        10,
        &[(5, "“A fair one” is support for the complaint, not for the paper.")],
    ),
];

/// The class as a Postil file.
#[must_use]
pub(crate) fn file() -> String {
    let (article, codebook) = (sample::article(), sample::codebook());
    let version = codebook.version();
    let mut bundle = Bundle::bare(article.clone(), sample::book());
    let mut draws = Draws(20_260_302);
    for (place, reader) in READERS.iter().enumerate() {
        let id = AnnotatorId::new(digest::hex(&format!("{ADDED}: {}", reader.name), 16));
        let key = LayerKey::reading(id.clone(), 1);
        let replica = digest::hex(&format!("{ADDED}, a tab of {}", reader.name), 16);
        let mut clock = Clock::new(replica.as_str().into());
        let mut now = LESSON + place as u64 * 7_000;
        let named = Stamp { wall: now, counter: 0, replica: replica.as_str().into() };
        let mut store = Store::default();
        for (number, (paragraph, said)) in article.paragraphs().iter().zip(&PARAGRAPHS).take(reader.until).enumerate() {
            let mut gestures = vec![draws.stance(reader, said)];
            gestures.extend(draws.themes(reader, said));
            let note = reader.notes.iter().find(|(at, _)| *at == number + 1);
            gestures.extend(note.map(|(_, words)| Edit::Note(vec![(*words).into()])));
            for gesture in gestures {
                now += 4_000 + u64::from(draws.below(9_000));
                let nothing = Default::default();
                let record = store.record(article.id(), &key, &paragraph.id).unwrap_or(&nothing);
                let change = delta_under(record, &[gesture], &|_| Some(&version), &mut clock, now);
                let mut one = Store::default();
                one.put_record(article.id(), &key, &paragraph.id, &change);
                store.join(&one);
            }
            now += 15_000 + u64::from(draws.below(30_000));
        }
        let replicas = [(named.replica.clone(), ())].into();
        let name = Some(Register::new(Arc::from(reader.name), named));
        bundle.people.insert(id, Person { name, replicas, ..Person::default() });
        let layer = store.layer(article.id(), &key).cloned().unwrap_or_default();
        bundle.layers.insert(key, layer);
    }
    write(&bundle, ADDED)
}

/// Numbers from a fixed seed (Knuth's MMIX generator).
struct Draws(u64);

impl Draws {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(bound)).unwrap_or_default()
    }

    fn stance(&mut self, reader: &Reader, said: &Paragraph) -> Edit {
        let lean = [reader.supports, reader.opposes, 100, 100, 100];
        let weights = said.stances.iter().zip(lean).map(|(weight, lean)| weight * lean);
        let mut left = self.below(weights.clone().sum());
        let mut chosen = OPTIONS[0];
        for (option, weight) in OPTIONS.iter().zip(weights) {
            chosen = option;
            if left < weight {
                break;
            }
            left -= weight;
        }
        let confidence = match self.below(10) {
            0..3 => None,
            3 => Some(Confidence::Low),
            4..7 => Some(Confidence::Medium),
            _ => Some(Confidence::High),
        };
        Edit::Stance("stance".into(), Some(Stance { option: chosen.into(), confidence }))
    }

    fn themes(&mut self, reader: &Reader, said: &Paragraph) -> Vec<Edit> {
        let named: Vec<Edit> = said
            .themes
            .iter()
            .filter(|(_, of_a_hundred)| self.below(100) * 100 < of_a_hundred * reader.themes)
            .map(|(theme, _)| Edit::Theme((*theme).into(), true))
            .collect();
        if named.is_empty() { vec![Edit::NoneApplies(true)] } else { named }
    }
}
