//! Pictures of what is shown, to put into a paper or on a slide.

use super::{
    msg::{Drawing, Format},
    numbers::{Numbers, finish_pairs},
    overview,
};
use crate::{
    class::{
        annotators::{annotators, compare},
        lens::Inputs,
    },
    effect::Effect,
    intent::Intent,
    strings::compare as strings,
};
use postil_core::{
    measure::{
        crosstab::{CoOccurrence, StanceByTheme, ThemeFrequency},
        portrait::Portrait,
    },
    output::{
        file_name::file_name,
        picture::{self, MIME, Picture, Words},
    },
};
use std::sync::Arc;

/// Which picture was asked for as PNG, and which could not be made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pictures {
    asked: Option<Drawing>,
    /// The one that could not be made.
    pub failed: Option<Drawing>,
}

/// What is said of a picture that could not be made.
pub const SORRY: &str = strings::no_png();

/// Draws it.
#[must_use]
pub(crate) fn draw(numbers: &mut Numbers, inputs: Inputs<'_>, drawing: Drawing) -> Picture {
    let everybody = annotators(inputs);
    let comparison = compare(inputs, &everybody);
    let taken_in = everybody.iter().filter(|annotator| !annotator.left_out);
    let names: Vec<Arc<str>> = taken_in.map(|annotator| Arc::clone(&annotator.name)).collect();
    let question = inputs.question_id();
    let article = &inputs.context.article.masthead.title;
    let words = Words { article, codebook: inputs.context.codebook, question: &question, annotators: &names };
    match drawing {
        Drawing::Answers => overview::drawn(inputs, &comparison, &words),
        Drawing::Frequency => picture::theme_frequency(&ThemeFrequency::new(&comparison), &words),
        Drawing::StanceByTheme => picture::stance_by_theme(&StanceByTheme::new(&comparison, &question), &words),
        Drawing::Together => picture::co_occurrence(&CoOccurrence::new(&comparison), &words),
        Drawing::Portrait => picture::portrait(&Portrait::new(&comparison, &question), &words),
        Drawing::Pairs => {
            finish_pairs(numbers, inputs);
            picture::pairs(&numbers.spread().unwrap_or_default(), numbers.complete, &words)
        }
    }
}

/// Hands a picture over, as it is or as PNG.
#[must_use]
pub(crate) fn save(
    pictures: &mut Pictures,
    numbers: &mut Numbers,
    inputs: Inputs<'_>,
    drawing: Drawing,
    format: Format,
) -> Intent {
    let picture = draw(numbers, inputs, drawing);
    let name = [&file_name(&inputs.context.article.masthead.title), " - ", picture.name].concat();
    *pictures = Pictures { asked: (format == Format::Png).then_some(drawing), failed: None };
    Intent::Do(match format {
        Format::Png => Effect::SavePng {
            name: [&name, ".png"].concat().into(),
            svg: picture.svg.into(),
            width: picture.width,
            height: picture.height,
        },
        Format::Svg => Effect::DownloadBytes {
            name: [&name, ".svg"].concat().into(),
            mime: MIME,
            bytes: picture.svg.into_bytes().into(),
        },
    })
}

/// The one asked for last could not be made.
#[must_use]
pub(crate) fn failed(pictures: &mut Pictures) -> Intent {
    pictures.failed = pictures.asked.take();
    Intent::Do(Effect::Announce(SORRY.into()))
}

#[cfg(test)]
mod tests {
    use crate::{
        class::testing::class,
        compare::{msg::Msg, pictures::*},
    };

    #[test]
    fn a_picture_is_named_after_the_article_and_what_it_shows() {
        let mut model = class();
        let names: Vec<String> = Drawing::ALL
            .into_iter()
            .map(|drawing| match model.effects(Msg::PictureAsked(drawing, Format::Svg)).pop() {
                Some(Effect::DownloadBytes { name, mime: "image/svg+xml", bytes }) => {
                    assert!(bytes.starts_with(b"<svg"));
                    name.to_string()
                }
                other => panic!("{other:?}"),
            })
            .collect();
        expect_test::expect![[r#"
            Whose shared future - answers.svg
            Whose shared future - theme-frequency.svg
            Whose shared future - stance-by-theme.svg
            Whose shared future - theme-co-occurrence.svg
            Whose shared future - portrait.svg
            Whose shared future - pairs.svg"#]]
        .assert_eq(&names.join("\n"));
    }

    #[test]
    fn pairs_are_drawn_of_everybody_also_before_they_were_looked_at() {
        let Some(Effect::DownloadBytes { bytes, .. }) =
            class().effects(Msg::PictureAsked(Drawing::Pairs, Format::Svg)).pop()
        else {
            panic!("it is saved")
        };
        let svg = String::from_utf8(bytes.to_vec()).expect("is text");
        // Eleven more share too few paragraphs: twelve people are 66 pairs.
        assert!(svg.contains("Half of 55 pairs have a kappa below") && svg.contains("Pale: 11 pairs"), "{svg}");
    }

    #[test]
    fn a_png_that_could_not_be_made_is_said_where_it_was_asked_for() {
        let mut model = class();
        let asked = model.effects(Msg::PictureAsked(Drawing::Portrait, Format::Png)).pop();
        assert!(matches!(asked, Some(Effect::SavePng { ref name, .. }) if name.ends_with("portrait.png")));
        assert_eq!(model.effects(Msg::PictureFailed), [Effect::Announce(SORRY.into())]);
        assert_eq!(model.compare.pictures.failed, Some(Drawing::Portrait));
        model.send(Msg::PictureAsked(Drawing::Together, Format::Svg));
        assert_eq!(model.compare.pictures, Pictures::default());
    }
}
