use super::*;
use crate::{
    article::{Article, Block, BlockKind, Masthead},
    codebook::{Codebook, sample},
    measure::comparison::testing::{article, layer},
    record::Layer,
};
use expect_test::expect;

fn class(codebook: &Codebook, look: impl FnOnce(&Comparison<'_>)) {
    let article = article(3);
    let ann = layer(&article, &[("supports", &["rivalry", "image"]), ("opposes", &["none"]), ("supports", &[])]);
    let ben = layer(&article, &[("supports", &["rivalry", "alien"]), ("", &["image"])]);
    let cem = Layer::default();
    look(&Comparison::new(&article, codebook, vec![&ann, &ben, &cem]));
}

fn short() -> Codebook {
    let mut codebook = sample::codebook();
    codebook.themes.retain(|theme| ["rivalry", "espionage", "image"].contains(&theme.id.as_str()));
    codebook.themes[1].archived = true;
    codebook
}

#[test]
fn themes_are_those_of_the_codebook_then_the_unknown_and_none_and_not_coded_are_apart() {
    class(&short(), |all| {
        let found = ThemeFrequency::new(all);
        let of = |f: Frequency| (f.judgements, f.paragraphs, f.annotators);
        let themes: Vec<_> = found.themes.iter().map(|(id, f)| (id.as_str(), of(*f))).collect();
        assert_eq!(themes, [("rivalry", (2, 1, 2)), ("image", (2, 2, 2)), ("alien", (1, 1, 1))]);
        assert_eq!((of(found.none_applies), of(found.not_coded)), ((1, 1, 1), (5, 3, 3)));
        assert_eq!(found.judgements, 9);
    });
    let mut used = short();
    used.themes[2].archived = true;
    class(&used, |all| assert_eq!(all.themes().len(), 3, "an archived theme that was used stays"));
}

#[test]
fn pairs_are_counted_both_ways() {
    class(&short(), |all| {
        let found = CoOccurrence::new(all);
        assert_eq!(found.counts, [2, 1, 1, 1, 2, 0, 1, 0, 1]);
        assert_eq!((found.both(0, 1), found.both(0, 3)), (1, 0));
    });
}

#[test]
fn stances_by_theme_leave_nothing_out_unsaid() {
    class(&short(), |all| {
        let found = StanceByTheme::new(all, &"stance".into());
        let rows: Vec<String> = (0..found.counts.len())
            .map(|row| {
                let name = found.options.get(row).map_or("not answered", OptionId::as_str);
                let (cells, total, out) = (&found.counts[row], found.row_totals[row], found.themes_not_coded[row]);
                format!("{name} {cells:?} {total} {out}\n")
            })
            .collect();
        expect![[r#"
            supports [2, 1, 1, 0] 2 1
            opposes [0, 0, 0, 1] 1 0
            mixed [0, 0, 0, 0] 0 0
            neutral [0, 0, 0, 0] 0 0
            no-stance [0, 0, 0, 0] 0 0
            not answered [0, 1, 0, 0] 1 4
        "#]]
        .assert_eq(&rows.concat());
        assert_eq!(found.column_totals, [2, 2, 1, 1]);
        let judgements: u32 = found.row_totals.iter().chain(&found.themes_not_coded).sum();
        assert_eq!(judgements, 9, "each judgement stands in one row");
    });
}

#[test]
fn a_file_that_names_thousands_of_themes_fits_into_memory() {
    let article = article(1);
    let themes: Vec<String> = (0..3000).map(|at| format!("t{at:04}")).collect();
    let themes: Vec<&str> = themes.iter().map(String::as_str).collect();
    let ann = layer(&article, &[("supports", &themes)]);
    let codebook = Codebook { themes: Vec::new(), ..sample::codebook() };
    let alone = Comparison::new(&article, &codebook, vec![&ann]);
    let pairs = CoOccurrence::new(&alone);
    assert_eq!((pairs.themes.len(), pairs.left_out, pairs.both(0, 199)), (200, 2800, 1));
    let crossed = StanceByTheme::new(&alone, &"stance".into());
    assert_eq!((crossed.left_out, crossed.row_totals[0], crossed.column_totals[200]), (2800, 1, 0));
    assert_eq!(ThemeFrequency::new(&alone).themes.len(), 3000);
}

#[test]
fn nothing_to_count_is_no_trouble() {
    let article = Article::new(Masthead::titled("T"), vec![Block::new(BlockKind::Heading(2), "Only a heading")]);
    let codebook = Codebook { themes: Vec::new(), questions: Vec::new(), ..sample::codebook() };
    let nobody = Comparison::new(&article, &codebook, Vec::new());
    assert_eq!(ThemeFrequency::new(&nobody), ThemeFrequency::default());
    assert_eq!(CoOccurrence::new(&nobody), CoOccurrence::default());
    assert_eq!(StanceByTheme::new(&nobody, &"stance".into()).counts, [[0]]);
}
