//! Pictures of what is shown, to put into a paper or on a slide.

use super::{
    annotators::{annotators, compare},
    model::{Context, Inputs, Model},
};
use crate::{effect::Effect, group::msg::Drawing};
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
pub struct Pictures {
    asked: Option<Drawing>,
    /// The one that could not be made.
    pub failed: Option<Drawing>,
}

/// What is said of a picture that could not be made.
pub const SORRY: &str = "This browser could not make the PNG. Saving as SVG works, and most programs read that too.";

/// Draws it.
#[must_use]
pub fn draw(model: Inputs<'_>, drawing: Drawing) -> Picture {
    let everybody = annotators(model);
    let comparison = compare(model, &everybody);
    let taken_in = everybody.iter().filter(|annotator| !annotator.left_out);
    let names: Vec<Arc<str>> = taken_in.map(|annotator| Arc::clone(&annotator.name)).collect();
    let question = model.question_id();
    let article = &model.context.article.masthead.title;
    let words = Words { article, codebook: model.context.codebook, question: &question, annotators: &names };
    match drawing {
        Drawing::Frequency => picture::theme_frequency(&ThemeFrequency::new(&comparison), &words),
        Drawing::StanceByTheme => picture::stance_by_theme(&StanceByTheme::new(&comparison, &question), &words),
        Drawing::Together => picture::co_occurrence(&CoOccurrence::new(&comparison), &words),
        Drawing::Portrait => picture::portrait(&Portrait::new(&comparison, &question), &words),
    }
}

/// Hands a picture over, as it is or as PNG.
pub fn save(model: &mut Model, context: Context<'_>, drawing: Drawing, png: bool) {
    let picture = draw(context.with(model), drawing);
    let name = [&file_name(&context.article.masthead.title), " - ", picture.name].concat();
    model.pictures = Pictures { asked: png.then_some(drawing), failed: None };
    model.act(if png {
        Effect::SavePng {
            name: [&name, ".png"].concat().into(),
            svg: picture.svg.into(),
            width: picture.width,
            height: picture.height,
        }
    } else {
        let bytes = picture.svg.into_bytes().into();
        Effect::DownloadBytes { name: [&name, ".svg"].concat().into(), mime: MIME, bytes }
    });
}

/// The one asked for last could not be made.
pub fn failed(model: &mut Model) {
    model.pictures.failed = model.pictures.asked.take();
    model.act(Effect::Announce(SORRY.into()));
}

#[cfg(test)]
mod tests {
    use crate::group::{msg::Msg, pictures::*, testing::class};

    #[test]
    fn a_picture_is_named_after_the_article_and_what_it_shows() {
        let mut model = class();
        let names: Vec<String> = Drawing::ALL
            .into_iter()
            .map(|drawing| match model.effects(Msg::PictureAsked(drawing, false)).pop() {
                Some(Effect::DownloadBytes { name, mime: "image/svg+xml", bytes }) => {
                    assert!(bytes.starts_with(b"<svg"));
                    name.to_string()
                }
                other => panic!("{other:?}"),
            })
            .collect();
        expect_test::expect![[r#"
            Whose shared future - theme-frequency.svg
            Whose shared future - stance-by-theme.svg
            Whose shared future - theme-co-occurrence.svg
            Whose shared future - portrait.svg"#]]
        .assert_eq(&names.join("\n"));
    }

    #[test]
    fn a_png_that_could_not_be_made_is_said_where_it_was_asked_for() {
        let mut model = class();
        let asked = model.effects(Msg::PictureAsked(Drawing::Portrait, true)).pop();
        assert!(matches!(asked, Some(Effect::SavePng { ref name, .. }) if name.ends_with("portrait.png")));
        assert_eq!(model.effects(Msg::PictureFailed), [Effect::Announce(SORRY.into())]);
        assert_eq!(model.pictures.failed, Some(Drawing::Portrait));
        model.send(Msg::PictureAsked(Drawing::Together, false));
        assert_eq!(model.pictures, Pictures::default());
    }
}
