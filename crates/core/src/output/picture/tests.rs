use super::*;
use crate::{
    article::Article,
    codebook::{StanceOption, sample, sense::Sense},
    measure::{
        agreement::{
            Coefficient,
            cohen::{self, cohen},
            spread::{Spread, spread},
        },
        comparison::{
            Comparison,
            testing::{article, layer},
        },
        crosstab::{CoOccurrence, StanceByTheme, ThemeFrequency},
        division::{Division, divisions},
        portrait::Portrait,
    },
    record::Layer,
};
use expect_test::expect;
use proptest::prelude::*;
use roxmltree::{Document, Node};

fn draw(comparison: &Comparison<'_>, words: &Words<'_>) -> [Picture; 6] {
    [
        stance_by_theme(&StanceByTheme::new(comparison, words.question), words),
        theme_frequency(&ThemeFrequency::new(comparison), words),
        co_occurrence(&CoOccurrence::new(comparison), words),
        portrait(&Portrait::new(comparison, words.question), words),
        answers(&bars(comparison, words), words),
        pairs(&kappas(comparison, words), false, words),
    ]
}

/// The kappas of each two.
fn kappas(comparison: &Comparison<'_>, words: &Words<'_>) -> Spread {
    let (ratings, _) = comparison.answers(words.question);
    let people = comparison.annotators();
    let each = (0..people).flat_map(|one| (one + 1..people).map(move |other| (one, other)));
    let pairs: Vec<(Coefficient, usize)> = each
        .map(|(one, other)| {
            let both = cohen::pairs(ratings.items(), one, other);
            (cohen(&both), both.iter().flatten().count())
        })
        .collect();
    spread(&pairs).unwrap_or_default()
}

/// The paragraphs, each of which begins with the title of the article.
fn bars(comparison: &Comparison<'_>, words: &Words<'_>) -> Vec<Bar> {
    let bar = |division: Division| {
        let share = (division.differing * 1000 + division.pairs / 2).checked_div(division.pairs);
        let differing = share.map_or_else(|| "–".into(), |share| format!("{share} ‰ differ").into());
        Bar { words: words.article.into(), differing, division }
    };
    divisions(comparison, words.question).into_iter().map(bar).collect()
}

/// A codebook of so many themes, whose words are all the same.
fn codebook(themes: usize, word: &str) -> Codebook {
    let mut codebook = sample::codebook();
    let theme = codebook.themes[0].clone();
    codebook.themes = vec![theme; themes];
    for (at, theme) in codebook.themes.iter_mut().enumerate() {
        (theme.id, theme.label) = (format!("t{at}").as_str().into(), word.into());
    }
    codebook.questions[0].prompt = word.into();
    codebook.questions[0].options.iter_mut().for_each(|option| option.label = word.into());
    codebook
}

/// A class in which everything occurs: all options, every theme, none, and gaps.
fn class(article: &Article, themes: usize, annotators: usize) -> Vec<Layer> {
    let options = ["supports", "opposes", "mixed", "neutral", "no-stance", "made-up", ""];
    let ids: Vec<String> = (0..themes).map(|at| format!("t{at}")).collect();
    let one = |who: usize| {
        let said: Vec<(&str, Vec<&str>)> = (0..article.paragraphs().len())
            .map(|at| {
                let set = ids.iter().enumerate().filter(|(theme, _)| (at * 7 + who * 3 + theme * 5) % 11 < 3);
                let mut set: Vec<&str> = set.map(|(_, id)| id.as_str()).collect();
                if (at + who).is_multiple_of(9) {
                    set = vec!["none"];
                }
                (options[(at * 5 + who * (1 + at % 3)) % options.len()], set)
            })
            .collect();
        let said: Vec<(&str, &[&str])> = said.iter().map(|(stance, set)| (*stance, &set[..])).collect();
        layer(article, &said)
    };
    (0..annotators).map(one).collect()
}

fn pictures(themes: usize, annotators: usize, paragraphs: usize, word: &str) -> [Picture; 6] {
    let (article, codebook) = (article(paragraphs), codebook(themes, word));
    let layers = class(&article, themes, annotators);
    let names: Vec<Arc<str>> = vec![word.into(); annotators];
    let words = Words { article: word, codebook: &codebook, question: &"stance".into(), annotators: &names };
    draw(&Comparison::new(&article, &codebook, layers.iter().collect()), &words)
}

#[test]
fn options_and_themes_look_as_the_codebook_says() {
    let article = article(4);
    let mut codebook = codebook(2, "word");
    codebook.themes[1].colour = Some("#336699".into());
    let option = codebook.questions[0].options[0].clone();
    let own = [("praise", Sense::For), ("little", Sense::Place(1)), ("much", Sense::Place(2)), ("torn", Sense::Both)];
    codebook.questions[0].options =
        own.map(|(id, sense)| StanceOption { id: id.into(), sense: Some(sense), ..option.clone() }).to_vec();
    let said = own.map(|(id, _)| (id, &["t0", "t1"][..]));
    let layers = [layer(&article, &said)];
    let names = ["Ann".into()];
    let words = Words { article: "", codebook: &codebook, question: &"stance".into(), annotators: &names };
    let [table, frequency, _, strip, bars, _] =
        draw(&Comparison::new(&article, &codebook, layers.iter().collect()), &words);
    for picture in [&frequency, &table, &strip] {
        assert!(picture.svg.contains("fill=\"#336699\"") && picture.svg.contains("#014593"), "{}", picture.name);
    }
    for colour in ["#216bb3", "#357478", "#162647"] {
        assert!(strip.svg.contains(&format!("fill=\"{colour}\"")), "{colour}");
        assert!(bars.svg.contains(&format!("fill=\"{colour}\"")), "{colour}");
    }
    assert!([strip, bars].iter().all(|picture| picture.svg.contains("stroke=\"#652983\"")), "stripes");
}

fn number(node: Node<'_, '_>, name: &str) -> i64 {
    node.attribute(name).and_then(|value| value.parse().ok()).unwrap_or(0)
}

/// The words that are drawn in a text element, not those of its title.
fn drawn<'a>(node: Node<'a, '_>) -> &'a str {
    node.children().filter(Node::is_text).filter_map(|text| text.text()).next_back().unwrap_or("")
}

/// Panics unless the picture is XML that draws nothing beyond its edges and no text over another.
fn check(picture: &Picture) {
    let document = Document::parse(&picture.svg).expect("is XML");
    let root = document.root_element();
    let (width, height) = (i64::from(picture.width), i64::from(picture.height));
    assert_eq!((number(root, "width"), number(root, "height")), (width, height));
    assert_eq!(root.attribute("viewBox"), Some(&*format!("0 0 {width} {height}")));
    assert_eq!(
        (root.attribute("role"), root.first_element_child().map(|e| e.tag_name().name())),
        (Some("img"), Some("title"))
    );

    let mut texts: Vec<(i64, i64, i64, &str)> = Vec::new();
    for node in root.descendants().filter(Node::is_element) {
        let allowed = ["svg", "title", "desc", "defs", "pattern", "g", "rect", "path", "text"];
        assert!(allowed.contains(&node.tag_name().name()) && node.attribute("style").is_none(), "{node:?}");
        let (x, y) = (number(node, "x"), number(node, "y"));
        if node.has_tag_name("rect") {
            let inside = x + number(node, "width") <= width && y + number(node, "height") <= height;
            assert!(inside && x >= 0 && y >= 0, "{} lies outside: {node:?}", picture.name);
        } else if node.has_tag_name("text") {
            let size = u32::try_from(number(node, "font-size")).expect("is small");
            let wide = i64::from(words::width(drawn(node), size));
            let start = match node.attribute("text-anchor") {
                Some("middle") => x - wide / 2,
                Some("end") => x - wide,
                _ => x,
            };
            assert!(start >= 0 && start + wide <= width + 8 && y <= height, "{}: {}", picture.name, drawn(node));
            texts.push((y, start, start + wide, drawn(node)));
        }
    }
    texts.sort_unstable();
    for pair in texts.windows(2) {
        let ((y, _, end, left), (below, start, _, right)) = (pair[0], pair[1]);
        assert!(y != below || end <= start, "{}: {left:?} and {right:?} overlap", picture.name);
    }
}

#[test]
fn a_lecture_hall_and_a_long_article_fit() {
    for picture in pictures(25, 30, 200, "Sovereignty over information networks") {
        check(&picture);
        // Bars stand below each other, so theirs is as long as the article.
        let most = if picture.name == "answers" { [1200, 4000] } else { [3200, 1600] };
        let size = [picture.width, picture.height];
        assert!(size[0] <= most[0] && size[1] <= most[1], "{}: {size:?}", picture.name);
    }
}

#[test]
fn what_is_too_much_is_left_out_and_said() {
    for picture in pictures(90, 110, 3, "w") {
        check(&picture);
        let is_of_answers = ["answers", "pairs"].contains(&picture.name);
        assert_eq!(picture.svg.contains("Not drawn: 30 more themes."), !is_of_answers, "{}", picture.name);
        assert_eq!(picture.svg.contains("Not drawn: 10 more people."), picture.name == "portrait");
    }
    for picture in pictures(1, 2, 450, "w") {
        check(&picture);
        let is_long = ["portrait", "answers"].contains(&picture.name);
        assert_eq!(picture.svg.contains("Not drawn: 50 more paragraphs."), is_long, "{}", picture.name);
    }
}

#[test]
fn parts_of_a_bar_have_their_signs_and_numbers_as_long_as_there_is_room() {
    let (article, codebook) = (article(1), sample::codebook());
    let said = |answer| layer(&article, &[(answer, &[])]);
    let two = [said("supports"), said("supports"), said("mixed"), said("")];
    let many: Vec<Layer> = (0..200).map(|at| said(if at == 0 { "opposes" } else { "supports" })).collect();
    let words = Words { article: "", codebook: &codebook, question: &"stance".into(), annotators: &[] };
    let row = |layers: &[Layer]| {
        let comparison = Comparison::new(&article, &codebook, layers.iter().collect());
        let picture = answers(&bars(&comparison, &words), &words);
        check(&picture);
        let document = Document::parse(&picture.svg).expect("is XML");
        let bar = document.descendants().find(|node| node.has_tag_name("g")).expect("there is a row");
        let texts = bar.descendants().filter(|node| node.has_tag_name("text"));
        let paths = bar.descendants().filter(|node| node.has_tag_name("path")).count();
        (texts.map(|text| drawn(text).to_owned()).collect::<Vec<_>>(), paths)
    };
    // Parts and glyphs, of which that on stripes has a ground, and a frame for whoever gave no answer.
    assert_eq!(
        row(&two),
        (vec!["1".into(), String::new(), "2".into(), "1".into(), "1".into(), "667 ‰ differ".into()], 6)
    );
    // One of two hundred is too narrow for a sign, and is still there.
    assert_eq!(row(&many), (vec!["1".into(), String::new(), "199".into(), "10 ‰ differ".into()], 3));
}

#[test]
fn a_column_says_how_many_pairs_share_too_few_paragraphs() {
    let codebook = sample::codebook();
    let words = Words { article: "Nets", codebook: &codebook, question: &"stance".into(), annotators: &[] };
    let mut some: Vec<(Coefficient, usize)> = vec![(Ok(-0.24), 9); 3];
    some.extend([(Ok(0.41), 10); 40]);
    some.extend([(Ok(0.45), 3); 20]);
    let spread = spread(&some).expect("there are pairs");
    let picture = pairs(&spread, true, &words);
    check(&picture);
    let document = Document::parse(&picture.svg).expect("is XML");
    let columns = document.descendants().filter(|node| node.has_tag_name("g"));
    let numbers = columns.map(|column| column.children().filter(|node| node.has_tag_name("text")).map(drawn).collect());
    assert_eq!(numbers.collect::<Vec<Vec<&str>>>(), [vec!["3"], vec!["60", "40", "20"]]);
    let desc = document.descendants().find(|node| node.has_tag_name("desc"));
    expect![[r#"
        Nets — What stance does the author take toward the white paper’s vision of cyberspace?
        A column is a tenth of kappa, and a number how many pairs of people are in it. Half of 43 pairs have a kappa below 0.41; the middle half lies between 0.41 and 0.41. Pale: 20 pairs over fewer than 5 paragraphs, which the sentence leaves out. Only paragraphs that everybody answered count.
        −0.3 to −0.2: 3 pairs. 0.4 to 0.5: 60 pairs, 20 of them over fewer than 5 paragraphs."#]].assert_eq(desc.and_then(|node| node.text()).unwrap_or(""));
}

#[test]
fn nothing_at_all_can_be_drawn() {
    for counts in [(0, 0, 0), (0, 0, 4), (0, 3, 0), (3, 0, 0), (1, 1, 1)] {
        pictures(counts.0, counts.1, counts.2, "").iter().for_each(check);
    }
}

#[test]
fn a_label_that_is_too_long_is_whole_in_its_title() {
    let long = "A theme whose name goes on for longer than anybody would want to read on a slide";
    for picture in pictures(2, 1, 3, long) {
        let document = Document::parse(&picture.svg).expect("is XML");
        let short = document.descendants().filter(|node| node.has_tag_name("text") && drawn(*node).ends_with('…'));
        let titles: Vec<Option<&str>> = short.map(|node| node.first_element_child().and_then(|t| t.text())).collect();
        assert!(!titles.is_empty() && titles.iter().all(|title| *title == Some(long)), "{titles:?}");
    }
}

#[test]
fn words_that_run_from_right_to_left_keep_to_themselves() {
    for picture in pictures(2, 2, 3, "حاکمیت") {
        assert!(picture.svg.contains("\u{2068}حاکمیت\u{2069}"), "{}", picture.name);
        check(&picture);
    }
}

#[test]
fn the_description_says_all_numbers() {
    let (article, mut codebook) = (article(3), sample::codebook());
    codebook.themes.truncate(2);
    let ann = layer(&article, &[("supports", &["sovereignty"]), ("opposes", &["none"])]);
    let ben = layer(&article, &[("supports", &["sovereignty", "governance"])]);
    let names = ["Ann".into(), "Ben".into()];
    let words = Words { article: "Nets", codebook: &codebook, question: &"stance".into(), annotators: &names };
    let said: Vec<String> = draw(&Comparison::new(&article, &codebook, vec![&ann, &ben]), &words)
        .iter()
        .map(|picture| {
            let document = Document::parse(&picture.svg).expect("is XML");
            let desc = document.descendants().find(|node| node.has_tag_name("desc"));
            format!("{}\n", desc.and_then(|node| node.text()).unwrap_or("").split('\n').next_back().unwrap_or(""))
        })
        .collect();
    expect![[r#"
        Cyber sovereignty: supports 2. Internet governance: supports 1. No theme applies: opposes 1. Judgements: supports 2, opposes 1.
        Cyber sovereignty: judgements 2, paragraphs 1, people 2. Internet governance: judgements 1, paragraphs 1, people 1. No theme applies: judgements 1, paragraphs 1, people 1. Themes not answered: judgements 3, paragraphs 2, people 2.
        Cyber sovereignty: in all 2, Internet governance 1. Internet governance: in all 1, Cyber sovereignty 1.
        Ann: supports 1, opposes 1, not answered 1. Ben: supports 1, not answered 2. Cyber sovereignty: in paragraph 1 2. Internet governance: in paragraph 1 1. No theme applies: in paragraph 2 1. Themes not answered: in paragraph 2 1, in paragraph 3 2.
        Paragraph 1: supports 2. 0 ‰ differ. Paragraph 2: opposes 1, not answered 1. Paragraph 3: not answered 2.
        No pair has a kappa.
    "#]].assert_eq(&said.concat());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_things_are_called_it_is_xml(word in "\\PC{0,60}|[\\x00-\\x{2FF}<>&\"'\\x{200B}-\\x{2069}\\x{FFFE}\\x{FFFF}]{0,40}|.{0,40}") {
        pictures(3, 2, 3, &word).iter().for_each(check);
    }
}
