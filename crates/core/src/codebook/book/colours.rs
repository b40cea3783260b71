//! Colours that stay. Without more a theme has the colour of its place, so that whatever moves a theme would give others another
//! colour: whoever has learned which is which would be misled. What a gesture would recolour gets its colour for good.

use super::{Book, Item, Place, Value, edit::Edit, field};
use crate::{
    base::{id::ThemeId, map::Map, stamp::Clock},
    codebook::hue::Hue,
};

impl Book {
    /// What has to be written with these edits so that every theme keeps its colour, and a new one gets the first that none has.
    #[must_use]
    pub fn kept_colours(&self, edits: &[Edit]) -> Vec<Edit> {
        let before = self.settle();
        let mut with = self.clone();
        with.join(&with.delta(edits, &mut Clock::new("draft".into()), 0));
        let after = with.settle();
        let had: Map<&ThemeId, Hue> =
            before.themes.iter().enumerate().map(|(at, theme)| (&theme.id, before.hue_at(at))).collect();
        let mut taken: Vec<Hue> = after.offered().filter_map(|theme| had.get(&theme.id).copied()).collect();
        let mut kept = Vec::new();
        for (at, theme) in after.themes.iter().enumerate() {
            let place = Place::new(Item::Theme(theme.id.clone()), field::COLOUR);
            if edits.iter().any(|(edited, _)| *edited == place) {
                continue;
            }
            let wanted = had.get(&theme.id).copied().unwrap_or_else(|| {
                taken.push(Hue::free(&taken));
                taken[taken.len() - 1]
            });
            if wanted != after.hue_at(at) {
                kept.extend(wanted.word().map(|word| (place, Value::Text(word.into()))));
            }
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codebook::{book::gesture::Spot, sample};

    fn written(book: &mut Book, edits: &[Edit]) {
        let delta = book.delta(edits, &mut Clock::new("r".into()), 1 << 41);
        book.join(&delta);
    }

    fn kept(book: &mut Book, mut edits: Vec<Edit>) {
        edits.extend(book.kept_colours(&edits));
        written(book, &edits);
    }

    fn hue(book: &Book, theme: &str) -> String {
        book.settle().hue(&theme.into()).name().into_owned()
    }

    #[test]
    fn no_theme_that_nobody_touched_gets_another_colour() {
        let mut book = sample::book();
        let all: Vec<ThemeId> = book.settle().themes.iter().map(|theme| theme.id.clone()).collect();
        let hues = |book: &Book| all.iter().map(|id| hue(book, id.as_str())).collect::<Vec<_>>();
        let before = hues(&book);
        let item = |at: usize| Item::Theme(all[at].clone());
        type Gesture<'a> = &'a dyn Fn(&Book) -> Vec<Edit>;
        let gestures: [Gesture<'_>; 6] = [
            &|book| book.split(&all[1], &[("a".into(), "A".into()), ("b".into(), "B".into())]),
            &|book| book.put_at(&item(4), Spot::Before(&item(0))),
            &|book| book.nest(&all[6], Some(&all[0])),
            &|book| book.merge(&all[2], &all[3]),
            &|book| book.set_archived(&item(0), true),
            &|book| book.add_theme(&"new".into(), "New", Some(&all[5])),
        ];
        for gesture in gestures {
            let edits = gesture(&book);
            assert!(!edits.is_empty());
            kept(&mut book, edits);
            assert_eq!(hues(&book), before);
        }
        // Of nine themes three went away, so the new ones need no colour past the eighth.
        assert_eq!(["a", "b", "new"].map(|id| hue(&book, id)), ["2", "10", "1"]);
    }

    #[test]
    fn a_theme_that_is_added_behind_all_others_needs_nothing_written() {
        let mut book = Book::new("bees".into());
        for id in ["one", "two", "three"] {
            let edits = book.add_theme(&id.into(), id, None);
            assert_eq!(book.kept_colours(&edits), Vec::new());
            written(&mut book, &edits);
        }
        assert_eq!(["one", "two", "three"].map(|id| hue(&book, id)), ["1", "2", "3"]);
    }

    #[test]
    fn a_colour_that_somebody_chose_is_nobody_elses_affair() {
        let mut book = sample::book();
        let first = book.settle().themes[0].id.clone();
        let edits = book.set(&Item::Theme(first.clone()), field::COLOUR, Value::of("#123456"));
        assert_eq!(book.kept_colours(&edits), Vec::new());
        written(&mut book, &edits);
        let edits = book.set_archived(&Item::Theme(first.clone()), true);
        kept(&mut book, edits);
        assert_eq!(hue(&book, first.as_str()), "#123456");
    }
}
