//! Codebooks as files: what is written is read again, what others wrote is read or named by its place, and nothing panics.

use postil_core::{
    base::problem::{Place, Problem, Severity},
    codebook::{Codebook, sample, sense::Sense},
    exchange::codebook::{Format, read, write},
    json::tree::Json,
};
use proptest::{collection::vec, prelude::*};

fn written(codebook: &Codebook, format: Format) -> String {
    write(codebook, format).expect("can be written")
}

fn reread(codebook: &Codebook, format: Format) -> (Codebook, Vec<Problem>) {
    read("A codebook", &written(codebook, format)).expect("is read")
}

fn lines(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// The sample with everything that a codebook can say somewhere in it.
fn full() -> Codebook {
    let mut codebook = sample::codebook();
    let question = &mut codebook.questions[0];
    question.options[3].sense = Some(Sense::Place(3));
    question.options[3].glyph = Some("☂".into());
    question.options[4].archived = true;
    let mut second = question.clone();
    second.id = "second".into();
    second.prompt = "=What, “exactly”?".into();
    second.archived = true;
    codebook.questions.push(second);
    let newer = Json::parse(r#"{"stars": [1, 2.50, {"of": "five, or \"six\""}]}"#).expect("is JSON").keep();
    let newer = || newer.clone();
    codebook.extra.insert("newer".into(), newer());
    codebook.questions[1].extra.insert("newer".into(), newer());
    codebook.questions[0].options[0].extra.insert("sense".into(), newer());
    codebook.themes[2].extra.insert("newer".into(), newer());
    codebook.themes[1].parent = Some("sovereignty".into());
    codebook.themes[1].colour = Some("#336699".into());
    codebook.themes[2].label = "-minus, \"quoted\"; and\ta tab".into();
    codebook.themes[2].definition = "Two\nlines\r\nand more".into();
    codebook.themes[3].label = "'=guarded by hand".into();
    codebook.themes[4].archived = true;
    codebook.themes[5].merged_into = Some("openness".into());
    codebook.themes[6].split_from = Some("image".into());
    codebook.themes[6].parent = Some("governance".into());
    codebook
}

#[test]
fn our_own_file_and_the_full_table_lose_nothing() {
    let codebook = full();
    for format in [Format::Postil, Format::Table] {
        let (again, problems) = reread(&codebook, format);
        assert_eq!(again, codebook, "{format:?}");
        assert_eq!(problems, [], "{format:?}");
        assert_eq!(written(&again, format), written(&codebook, format), "the same bytes");
    }
}

#[test]
fn no_cell_of_a_table_begins_a_formula() {
    for format in [Format::Table, Format::Tags] {
        let text = written(&full(), format);
        let begins = |cell: &str| cell.trim_start_matches('"').starts_with(['=', '+', '-', '@']);
        assert!(!text.trim_start_matches('\u{FEFF}').lines().any(|line| line.split(',').any(begins)), "{text}");
    }
}

/// What is left when ids, keys and what is archived do not count.
fn gist(codebook: &Codebook) -> Vec<String> {
    let called = |codebook: &Codebook, id: &str| {
        codebook.themes.iter().find(|theme| theme.id.as_str() == id).map(|theme| theme.label.to_string())
    };
    let questions = codebook.questions.iter().filter(|question| !question.archived).flat_map(|question| {
        let options = question.options.iter().filter(|option| !option.archived);
        let options = options.map(|o| format!("{} {:?} {}", o.label, o.sense, o.definition));
        [format!("{} / {} / {}", question.prompt, question.holder, question.target)].into_iter().chain(options)
    });
    let themes = codebook.themes.iter().filter(|theme| !theme.archived).map(|t| {
        let parent = t.parent.as_ref().and_then(|id| called(codebook, id.as_str()));
        format!("{} < {parent:?}: {} + {} - {} e {}", t.label, t.definition, t.include, t.exclude, t.example)
    });
    questions.chain(themes).collect()
}

#[test]
fn what_goes_through_other_programs_keeps_words_senses_and_parents() {
    let mut codebook = sample::codebook();
    // Ids of the sample tell their senses; those of other programs do not.
    for option in &mut codebook.questions[0].options {
        option.id = format!("own-{}", option.id).as_str().into();
    }
    let senses = [Sense::For, Sense::Against, Sense::Both, Sense::Place(2), Sense::None];
    for (option, sense) in codebook.questions[0].options.iter_mut().zip(senses) {
        option.sense = Some(sense);
    }
    codebook.themes[1].parent = Some("sovereignty".into());
    codebook.themes[2].parent = Some("governance".into());
    codebook.themes.swap(3, 8);
    codebook.themes[3].archived = true;
    for format in [Format::Tags, Format::Refi] {
        let (again, problems) = reread(&codebook, format);
        assert_eq!(lines(&problems), [""; 0], "{format:?}");
        assert_eq!(gist(&again), gist(&codebook), "{format:?}");
        let (twice, _) = reread(&again, format);
        assert_eq!(twice, again, "{format:?}: what was read once keeps its ids");
        assert!(!Format::drops(format).is_empty());
    }
}

#[test]
fn what_taguette_writes_is_read() {
    let text = "tag,description,number of highlights,number of documents\r\ninteresting,Further review required,1,1\r\n\
                people,People of interest,2,2\r\ninteresting\\places,,1,1\r\nU.S. politics,,0,0\r\n";
    let (codebook, problems) = read("Interviews", text).expect("is read");
    assert_eq!(problems, []);
    assert_eq!((&*codebook.title, codebook.questions.len()), ("Interviews", 0));
    let themes: Vec<(&str, &str, bool)> =
        codebook.themes.iter().map(|t| (&*t.label, &*t.definition, t.parent.is_some())).collect();
    assert_eq!(
        themes,
        [
            ("interesting", "Further review required", false),
            ("places", "", true),
            ("people", "People of interest", false),
            ("U.S. politics", "", false)
        ]
    );
    let (again, _) = read("Interviews", text).expect("is read");
    assert_eq!(again, codebook, "two people who read one file have the same codes");
}

#[test]
fn a_table_of_tags_is_mended_where_it_can_be_and_says_so() {
    let text = "\u{FEFF}Description;Name;Parent;Colour\n\"one;\ntwo\";b;a;red\n;;;\n;c;nowhere;\n;a;;\n;a;;\nx;;;\n;d;e;\n;e;d;\n";
    let (codebook, problems) = read("x", text).expect("is read");
    let themes: Vec<_> = codebook
        .themes
        .iter()
        .map(|t| (t.label.to_string(), codebook.called(t.parent.as_ref().unwrap_or(&t.id)).to_string()))
        .collect();
    assert_eq!(
        themes,
        [("c", "c"), ("a", "a"), ("b", "a"), ("d", "d"), ("e", "d")].map(|(own, up)| (own.to_owned(), up.to_owned()))
    );
    assert_eq!(
        lines(&problems),
        [
            "Line 1, column 1: The column “colour” was left out.",
            "Line 7, column 1: This tag appears twice.",
            "Line 8, column 1: This tag has no name.",
            "Line 5, column 1: Its parent is not in the table.",
            "Some tags contain each other; the first of them is now at the top level.",
        ]
    );
}

#[test]
fn a_table_that_somebody_wrote_by_hand_needs_kinds_and_labels_only() {
    let text = "Kind,Label,Prompt,Sense,Parent,Archived\nquestion,,Is it so?,,,\nanswer,yes,,for,,\nanswer,no,,against,,\n\
                theme,Bees,,,,\ntheme,Honey,,,Bees,yes\ntheme,Wasps,,,Insects,perhaps\nanswer,,,,,\nanimal,x,,,,\n";
    let (codebook, problems) = read("Bees", text).expect("is read");
    let question = &codebook.questions[0];
    assert_eq!((&*codebook.title, &*question.prompt), ("Bees", "Is it so?"));
    assert!(question.options.iter().map(|o| o.sense).eq([Some(Sense::For), Some(Sense::Against)]));
    let [bees, honey, wasps] = &codebook.themes[..] else { panic!("three themes: {codebook:?}") };
    assert_eq!((honey.parent.as_ref(), honey.archived, wasps.parent.as_ref()), (Some(&bees.id), true, None));
    assert_eq!(
        lines(&problems),
        [
            "Line 7, column 1: What is archived says “true”; this says something else.",
            "Line 8, column 1: An answer needs a label.",
            "Line 9, column 1: A line is for a codebook (once), a question, an answer or a theme.",
            "The parent of “Wasps” is not in the table.",
        ]
    );
}

/// A REFI-QDA codebook as others write it.
fn refi(codes: &str, sets: &str) -> String {
    format!(
        "\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"x\">\n\
         <Codes>{codes}</Codes>\n{sets}</CodeBook>"
    )
}

#[test]
fn a_codebook_of_another_program_is_read_with_its_tree_colours_and_texts() {
    let text = refi(
        "<Code guid=\"{1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294}\" name=\"a &amp; b\" color=\"#46AA00\" isCodable=\"false\">\n\
         <Description>First.\n<![CDATA[<Second>]]></Description>\n\
         <Code guid=\"14C4E248-F726-42CB-B1CD-A65D6A86F296\" name=\"c\" color=\"#0f0\" isCodable=\"true\"/></Code>\n\
         <Code guid=\"14C4E248-F726-42CB-B1CD-A65D6A86F296\" name=\"twice\" isCodable=\"true\"/>",
        "<Sets><Set guid=\"ECA18D76-2B8B-4F26-BC1D-19ECA19FB3F0\" name=\"group\"/></Sets>",
    );
    let (codebook, problems) = read("x", &text).expect("is read");
    let [above, below] = &codebook.themes[..] else { panic!("two themes: {codebook:?}") };
    assert_eq!(above.id.as_str(), "1ff58b12-6f6f-4b0c-8be5-bbdc91f55294");
    assert_eq!((&*above.label, &*above.definition), ("a & b", "First.\n<Second>"));
    assert_eq!((above.colour.as_deref(), below.colour.as_deref()), (Some("#46aa00"), Some("#00ff00")));
    assert_eq!(below.parent.as_ref(), Some(&above.id));
    assert_eq!(
        lines(&problems),
        [
            "“a & b” is only a heading in that file; here it is a theme that can be chosen.",
            "Line 8, column 7: A group of codes was left out: here a theme may have a parent, and there are no groups.",
            "Line 7, column 1: “twice” has the id of another one and was left out.",
        ]
    );
    assert!(written(&codebook, Format::Refi).contains("guid=\"1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294\""));
}

#[test]
fn a_torn_or_hostile_file_is_refused_with_its_place() {
    let whole = refi("<Code guid=\"1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294\" name=\"a\" isCodable=\"true\"/>", "");
    let refused =
        |text: &str| read("x", text).map(|(codebook, _)| codebook.themes.len()).map_err(|problem| problem.to_string());
    assert_eq!(refused(&whole), Ok(1));
    let torn = &whole[..whole.find(" isCodable").expect("is there")];
    assert_eq!(refused(torn), Err("Line 3, column 66: The file ends too early here: part of it is missing.".into()));
    let dtd = whole.replacen("<CodeBook", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><CodeBook", 1);
    assert_eq!(
        refused(&dtd),
        Err("It brings definitions of its own (a DTD), which are not read: they can do harm.".into())
    );
    let code = "<Code guid=\"x\" name=\"a\" isCodable=\"true\">";
    let deep = refi(&format!("{}{}", code.repeat(70), "</Code>".repeat(70)), "");
    assert!(refused(&deep).is_err_and(|said| said.contains("64 levels")));
    assert!(refused(&refi(&"<Code/>".repeat(5001), "")).is_err_and(|said| said.contains("5,000")));
    assert_eq!(
        refused("<html></html>"),
        Err("Line 1, column 1: This is not a codebook: a REFI-QDA file begins with “CodeBook”.".into())
    );
    assert_eq!(refused(" \n"), Err("It is empty.".into()));
    assert!(refused("Dear all,\nthis is a letter.").is_err_and(|said| said.contains("“tag” and “description”")));
    assert!(refused(&"x".repeat(9_000_000)).is_err_and(|said| said.contains("8 MB")));
    assert_eq!(
        refused("{\"format\": \"postil-codebook\", \"version\": 2}"),
        Err("A newer version of Postil made this file. Reload this page, then try again.".into())
    );
    assert!(refused("{\"format\": \"postil\", \"version\": 1}").is_err_and(|said| said.contains("Use Import for it")));
    assert!(refused("{\"format\":\n  \"postil-codebook\", ").is_err_and(|said| said.starts_with("Line 2")));
    let ours = written(&sample::codebook(), Format::Postil);
    let twice = ours.replacen("\"governance\"", "\"sovereignty\"", 1);
    assert_eq!(refused(&twice), Err("At codebook: The id “sovereignty” appears twice in the codebook.".into()));
}

#[test]
fn a_codebook_of_nothing_has_no_refi_file_and_all_others() {
    let mut codebook = sample::codebook();
    codebook.questions.clear();
    codebook.themes.clear();
    assert!(write(&codebook, Format::Refi).is_err());
    for format in [Format::Postil, Format::Table, Format::Tags] {
        assert!(reread(&codebook, format).0.themes.is_empty(), "{format:?}");
    }
}

#[test]
fn every_format_says_what_it_is_and_what_it_drops() {
    for format in Format::ALL {
        assert!(!format.name().is_empty() && format.ending().starts_with('.'));
        assert!(!format.drops().is_empty() && format.drops().iter().all(|said| said.ends_with('.')), "{format:?}");
    }
}

proptest! {
    #[test]
    fn whatever_stands_in_a_table_is_read_without_panic(rows in vec(vec("[ -~\n\r\t\"',;é]{0,8}", 0..5), 0..8), head in 0..3_usize) {
        let heads = ["kind,label,id,parent,question", "tag,description", "tag;parent"];
        let rows: Vec<String> = rows.iter().map(|cells| cells.join(",")).collect();
        let text = format!("{}\n{}", heads[head], rows.join("\n"));
        if let Ok((codebook, _)) = read("x", &text) {
            for format in Format::ALL {
                if let Ok(text) = write(&codebook, format) {
                    prop_assert!(read("x", &text).is_ok(), "{format:?}: {text}");
                }
            }
        }
    }

    #[test]
    fn whatever_people_write_comes_back_from_the_full_table(texts in vec("\\PC{0,12}|['=+@\t\r\n\"-]{0,4}", 6), archived: bool) {
        let mut codebook = sample::codebook();
        let [label, definition, include, title, prompt, key] = &texts[..] else { unreachable!("six") };
        let theme = &mut codebook.themes[0];
        theme.label = label.as_str().into();
        theme.definition = definition.as_str().into();
        theme.include = include.as_str().into();
        theme.key = (!key.is_empty()).then_some(key.as_str().into());
        theme.archived = archived;
        codebook.title = title.as_str().into();
        codebook.questions[0].prompt = prompt.as_str().into();
        let (again, problems) = reread(&codebook, Format::Table);
        prop_assert_eq!(again, codebook);
        prop_assert!(problems.iter().all(|problem| problem.severity == Severity::Notice && problem.place == Place::File));
    }

    #[test]
    fn whatever_stands_in_a_file_is_read_without_panic(at in 0..10_000_usize, put in "[<>&\"/a\\[\\]!{}, \n]{0,3}", format in 0..4_usize) {
        let text = written(&full(), Format::ALL[format]);
        let at = (0..=at % text.len()).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        _ = read("x", &text[..at]);
        let end = (at..=text.len()).find(|end| *end > at && text.is_char_boundary(*end)).unwrap_or(text.len());
        _ = read("x", &[&text[..at], &put, &text[end..]].concat());
    }
}
