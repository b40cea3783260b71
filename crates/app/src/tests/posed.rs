//! A class is asked some of the questions of a codebook: whoever reads meets only these.

use super::{class::Room, own_file, *};
use crate::{
    class::view::Page,
    codebook::msg::Msg as Edit,
    files::{
        self,
        view::{AskedQuestionView, DialogView},
    },
    read,
    screen::DialogKind,
};
use postil_core::{base::id::QuestionId, exchange::bundle::read::read};

const TEXT: &str = "Of bees and keepers\n\nBees fly.\n\nKeepers wait.\n\nBoth eat honey.";

/// A teacher whose article asks two questions and has no themes, at the form of what is asked.
fn teacher() -> Room {
    let mut room = Room { tab: own_file::elsewhere(3).open() };
    room.host(files::Msg::ArticlePasted(TEXT.into()));
    room.host(files::Msg::PreviewOpened);
    room.host(Msg::RouteChanged("#/codebook".into()));
    room.send(Edit::QuestionAdded);
    room.host(Msg::RouteChanged("#/read".into()));
    form(&mut room.tab);
    room
}

fn form(tab: &mut Tab) {
    tab.send(Msg::DialogOpened(DialogKind::Export));
    tab.send(files::Msg::GivingBegun(true));
}

fn questions(tab: &Tab) -> Vec<AskedQuestionView> {
    let Some(DialogView::Export(view)) = tab.model.view.dialog.clone() else { panic!("no dialog") };
    view.giving.clone().unwrap().questions
}

fn second(tab: &Tab) -> QuestionId {
    tab.model.shared.codebook.asked()[1].id.clone()
}

/// The file for the class.
fn given(tab: &mut Tab) -> String {
    tab.send(files::Msg::Given);
    let gone = tab.done.iter().rev().find_map(|effect| match effect {
        Effect::Download { text, .. } => Some(text.to_string()),
        _ => None,
    });
    gone.unwrap()
}

/// The file for a class that is asked the second question alone.
fn file() -> (Room, String) {
    let mut room = teacher();
    let first = room.tab.model.shared.codebook.asked()[0].id.clone();
    room.host(files::Msg::GivingAsked(first, false));
    let file = given(&mut room.tab);
    (room, file)
}

fn student(file: &str) -> Tab {
    let mut tab = own_file::elsewhere(8).open();
    let bytes = Ok(Arc::from(file.as_bytes()));
    tab.send(files::Msg::ArticleFileRead(NamedFile { name: "Of bees.postil.json".into(), bytes }));
    tab
}

fn asked(tab: &Tab) -> Vec<QuestionId> {
    tab.model.read.view.inspector.questions.iter().map(|question| question.id.clone()).collect()
}

#[test]
fn which_questions_is_chosen_where_there_are_several_and_all_are_asked_unless_somebody_says_so() {
    let mut one = own_file::elsewhere(4).open();
    form(&mut one);
    assert!(questions(&one).is_empty(), "of one question there is nothing to choose");
    let mut room = teacher();
    assert!(questions(&room.tab).iter().all(|question| question.asked && !question.stays));
    assert_eq!(read(&given(&mut room.tab)).unwrap().0.asked().unwrap().questions, None);
    form(&mut room.tab);
    let second = second(&room.tab);
    room.host(files::Msg::GivingAsked(second.clone(), false));
    let view = questions(&room.tab);
    assert_eq!((view[0].stays, view[1].asked), (true, false), "something has to be asked");
    let first = view[0].id.clone();
    assert_eq!(read(&given(&mut room.tab)).unwrap().0.asked().unwrap().questions, Some(vec![first]));
    // The next time the form begins with what was asked last.
    form(&mut room.tab);
    assert!(!questions(&room.tab)[1].asked);
    room.host(files::Msg::GivingAsked(second, true));
    assert_eq!(read(&given(&mut room.tab)).unwrap().0.asked().unwrap().questions, None);
}

#[test]
fn whoever_reads_meets_only_what_is_asked_in_the_panel_by_key_and_in_every_count() {
    let (room, file) = file();
    let second = second(&room.tab);
    assert_eq!(asked(&room.tab).len(), 2, "whoever gives it out sees all");
    let mut tab = student(&file);
    assert_eq!(asked(&tab), std::slice::from_ref(&second));
    tab.press("s");
    let stance = |tab: &Tab, id: &QuestionId| tab.model.read.record(&tab.model.shared).stance(id).cloned();
    assert!(stance(&tab, &second).is_some(), "keys answer it");
    assert_eq!(tab.data(0), "supports [-]");
    assert_eq!(tab.model.read.opened.answered, 1, "and that is all");
    tab.press("q");
    assert!(tab.announced().contains(&"There is only one question."));
    let reloaded = tab.browser.open();
    assert_eq!((asked(&reloaded), reloaded.data(0)), (vec![second], "supports [-]".into()), "also after a reload");
    let key = |tab: &Tab| tab.model.shared.keymap.hint(&crate::keymap::Action::Stance("opposes".into()));
    assert_eq!(&*key(&tab), "o");
}

#[test]
fn answers_to_other_questions_are_kept_and_do_not_count() {
    let (_, file) = file();
    let mut tab = student(&file);
    let first = tab.model.shared.codebook.asked()[0].id.clone();
    tab.send(read::Msg::StanceChosen(first.clone(), "opposes".into()));
    assert!(tab.model.read.record(&tab.model.shared).stance(&first).is_some());
    assert_eq!((tab.data(0), tab.model.read.opened.answered), ("- [-]".into(), 0));
    tab.send(Msg::DialogOpened(DialogKind::Export));
    let facts = |tab: &Tab| {
        let Some(DialogView::Export(view)) = tab.model.view.dialog.clone() else { panic!("no dialog") };
        view.hand_in.clone().unwrap().facts.to_string()
    };
    assert!(facts(&tab).starts_with("0 of 3 paragraphs answered"), "{}", facts(&tab));
    tab.send(Msg::DialogClosed);
    tab.press("s");
    tab.send(Msg::DialogOpened(DialogKind::Export));
    assert!(facts(&tab).starts_with("1 of 3 paragraphs answered"), "{}", facts(&tab));
    let handed = tab.file(false);
    let (bundle, _) = read(&handed).unwrap();
    let id = tab.model.shared.annotator.clone();
    let record = bundle.reading(id.as_str()).unwrap().records.values().next().unwrap();
    assert!(record.stance(&first).is_some(), "it travels like any other");
}

#[test]
fn who_has_handed_in_is_measured_by_what_was_asked() {
    let (mut room, file) = file();
    let mut tab = student(&file);
    for _ in 0..3 {
        tab.press("s");
        tab.press("j");
    }
    let handed = tab.file(false);
    room.tab.import(&[&handed]);
    room.host(Msg::DialogClosed);
    room.host(Msg::RouteChanged("#/class".into()));
    let Page::Lesson(view) = &room.pages().view.page else { panic!("Class is shown") };
    assert_eq!(&*view.collect.rows[0].answered, "3 of 3");
}
