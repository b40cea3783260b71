//! What was said under a codebook that was replaced: it is shown as that, by its name, and can be taken back.

use super::{Browser, Tab};
use crate::{
    file::NamedFile,
    files,
    intent::Intent,
    msg::Msg,
    read::{self, view::article::RowView},
    shared::gesture::Gesture,
};
use postil_core::codebook::{code::Code, mapping::To};
use std::sync::Arc;

/// A codebook of one's own with ids that the sample has too, and other things meant by them.
const OTHER: &str = "kind,id,question,label,prompt,parent,key,definition\n\
    question,stance,,,What does the writer think of bees?,,,\n\
    answer,supports,stance,Likes them,,,l,\n\
    answer,opposes,stance,Fears them,,,f,\n\
    theme,sovereignty,,The queen,,,1,Who rules the hive\n\
    theme,image,,Image and leadership,,,2,\n";

/// A tab in which something was said with the sample’s codebook, which another one replaced then.
fn replaced(keys: &[&str]) -> Tab {
    let mut tab = Browser::new().open();
    keys.iter().for_each(|key| tab.press(key));
    tab.send(files::Msg::CodebookRead(NamedFile { name: "bees.csv".into(), bytes: Ok(OTHER.as_bytes().into()) }));
    assert_eq!(&*tab.model.shared.codebook.questions[0].prompt, "What does the writer think of bees?");
    tab
}

/// The labels of the themes in the margin beside the first paragraph.
fn margin(tab: &Tab) -> Vec<String> {
    let sections = &tab.model.view.article.sections;
    let row = sections.iter().flat_map(|section| &section.rows).find_map(|row| match row {
        RowView::Paragraph(paragraph) => Some(paragraph),
        RowView::Heading(..) => None,
    });
    let marks = &row.expect("is shown").marks.themes;
    marks.iter().map(|theme| theme.label.to_string()).collect()
}

fn map(tab: &mut Tab, theirs: Code, ours: Code) {
    let codebook = "postil-sample".into();
    tab.ask(Intent::Codebook(Gesture::Map {
        maps: vec![(codebook, theirs, Some(To::Ours(ours)))],
        word: "Matched".into(),
    }));
}

#[test]
fn a_theme_of_another_codebook_goes_by_its_name_there() {
    let tab = replaced(&["1", "9"]);
    let labels: Vec<Arc<str>> = ["sovereignty", "image"]
        .map(|id| {
            let themes = postil_core::codebook::sample::codebook().themes;
            themes.iter().find(|theme| theme.id.as_str() == id).expect("is there").label.clone()
        })
        .into();
    assert_eq!(margin(&tab), [labels[1].to_string() + " (Visions of cyberspace)", labels[0].to_string()]);
}

#[test]
fn what_was_said_under_another_codebook_is_said_beside_the_paragraph() {
    let tab = replaced(&["s", "1"]);
    let view = &tab.model.view.inspector;
    let said: Vec<String> =
        view.elsewhere.iter().map(|said| format!("{}: {}", said.title, said.said.join("; "))).collect();
    assert_eq!(said, ["Visions of cyberspace: supports; Cyber sovereignty"]);
}

#[test]
fn a_theme_with_the_id_of_another_is_chosen_and_not_taken_away() {
    let mut tab = replaced(&["1"]);
    tab.press("1");
    assert!(margin(&tab).contains(&"The queen".to_owned()), "{:?}", margin(&tab));
    tab.send(Msg::UndoAsked);
    assert!(!margin(&tab).contains(&"The queen".to_owned()), "{:?}", margin(&tab));
    assert_eq!(margin(&tab).len(), 1, "and what was said before is back");
}

#[test]
fn a_theme_of_another_codebook_can_be_taken_back() {
    let mut tab = replaced(&["1"]);
    let id = tab.model.read.record(&tab.model.shared).themes.keys().next().expect("is there").clone();
    tab.send(read::Msg::ThemeToggled(id));
    assert!(margin(&tab).is_empty(), "{:?}", margin(&tab));
    tab.send(Msg::UndoAsked);
    assert_eq!(margin(&tab).len(), 1);
}

#[test]
fn an_answer_that_is_ours_by_a_map_can_be_taken_back() {
    let mut tab = replaced(&["s"]);
    let option = |id: &str| Code::Option("stance".into(), id.into());
    map(&mut tab, option("supports"), option("supports"));
    assert_eq!(tab.data(0), "supports [-]");
    tab.press("l");
    assert_eq!(tab.data(0), "- [-]");
    tab.send(Msg::UndoAsked);
    assert_eq!(tab.data(0), "supports [-]");
    tab.send(Msg::UndoAsked);
    assert_eq!(tab.data(0), "- [-]", "nothing is matched any more");
    tab.send(Msg::RedoAsked);
    assert_eq!(tab.data(0), "supports [-]");
}
