//! Colours that somebody chose for themes.

use super::*;
use crate::{files, read};
use postil_core::{
    base::colour::Colour,
    codebook::{book::Book, hue::Hue, sample},
    exchange::bundle,
};

#[test]
fn a_theme_shows_the_colour_that_somebody_chose() {
    let mut tab = Browser::new().open();
    tab.send(files::Msg::ArticlePasted("A text of our own\n\nThe first paragraph of it.".into()));
    tab.send(files::Msg::PreviewOpened);
    let mut bundle = bundle::read::read(&tab.file(false)).unwrap().0;
    bundle.codebook.themes = sample::codebook().themes;
    bundle.codebook.themes[1].colour = Some("#C0FFEE".into());
    bundle.codebook.themes[2].colour = Some("red; background: url(evil)".into());
    bundle.book = Book::of(&bundle.codebook, &sample::stamp());
    let themes: Vec<_> = bundle.codebook.themes.iter().map(|theme| theme.id.clone()).collect();
    let text = bundle::write(&bundle, "test");
    let mut tab = Browser::new().open();
    let named = NamedFile { name: "a file.postil.json".into(), bytes: Ok(Arc::from(text.as_bytes())) };
    tab.send(files::Msg::ArticleFileRead(named));
    let chosen = Colour::read("#c0ffee").unwrap();
    assert!(tab.done.contains(&Effect::Colours(vec![chosen])), "{:?}", tab.done);
    for theme in &themes[..3] {
        tab.send(read::Msg::ThemeToggled(theme.clone()));
    }
    let hues = [Hue::Place(0), Hue::Chosen(chosen), Hue::Place(2)];
    let inspector: Vec<Hue> = tab.model.view.inspector.all_themes().take(3).map(|theme| theme.hue).collect();
    let marks: Vec<Hue> = tab.model.read.opened.marks[0].themes.iter().map(|mark| mark.hue).collect();
    assert_eq!((&inspector[..], &marks[..]), (&hues[..], &hues[..]));
}
