//! An article is given to a class, read, and handed in.

use super::{class::Room, *};
use crate::{
    class::view::Page,
    files::{
        self,
        msg::{GivingField, Handed},
        view::{AskedView, DialogView, ExportView},
    },
    intent::Intent,
    lesson::{msg::Msg as Lesson, view::CollectView},
    link,
    read::{
        self,
        view::article::{EndView, Lead},
    },
    screen::DialogKind,
    shared::{assignment::Next, gesture::Gesture},
};
use postil_core::exchange::bundle::{Bundle, Kind, assignment::Named, read::read};

const TEXT: &str = "Of bees and keepers\n\nBees fly.\n\nKeepers wait.\n\nBoth eat honey.";

/// A teacher with an article of their own, at the form of what is asked.
fn teacher() -> Tab {
    let mut tab = own_file::elsewhere(3).open();
    tab.send(files::Msg::ArticlePasted(TEXT.into()));
    tab.send(files::Msg::PreviewOpened);
    tab.send(Msg::DialogOpened(DialogKind::Export));
    tab.send(files::Msg::GivingBegun(true));
    for (field, text) in [
        (GivingField::Message, "Read it.\nThen answer."),
        (GivingField::Due, "2023-11-17T08:00"),
        (GivingField::Minimum, "2"),
    ] {
        tab.send(files::Msg::GivingTyped(field, text.into()));
    }
    tab
}

impl Tab {
    /// The file that went out last.
    fn gone_out(&self) -> (String, String) {
        let gone = self.done.iter().rev().find_map(|effect| match effect {
            Effect::Download { name, text, .. } | Effect::HandOver { name, text, .. } => {
                Some((name.to_string(), text.to_string()))
            }
            _ => None,
        });
        gone.unwrap()
    }

    fn export(&mut self) -> Arc<ExportView> {
        self.send(Msg::DialogOpened(DialogKind::Export));
        let Some(DialogView::Export(view)) = self.model.view.dialog.clone() else { panic!("no dialog") };
        view
    }

    fn link_seen(&self) -> Option<AskedView> {
        match &self.model.view.dialog {
            Some(DialogView::Open(view)) => view.asked.clone(),
            _ => None,
        }
    }

    /// What is asked above the article.
    fn task(&self) -> Option<(String, String, bool)> {
        let task = self.model.view.article.task.as_ref()?;
        Some((task.message.to_string(), task.facts.to_string(), task.shown))
    }
}

fn assignment() -> String {
    let mut tab = teacher();
    tab.send(files::Msg::Given);
    tab.gone_out().1
}

fn student(file: &str) -> Tab {
    let mut tab = own_file::elsewhere(8).open();
    let bytes = Ok(Arc::from(file.as_bytes()));
    tab.send(files::Msg::ArticleFileRead(NamedFile { name: "Of bees.postil.json".into(), bytes }));
    tab
}

fn bundle(text: &str) -> Bundle {
    read(text).unwrap().0
}

#[test]
fn a_class_gets_the_article_with_what_is_asked_and_nobodys_answers() {
    let mut tab = teacher();
    tab.send(files::Msg::GivingNamed(Named::Codes));
    tab.send(Msg::DialogClosed);
    tab.press("s");
    tab.send(Msg::DialogOpened(DialogKind::Export));
    tab.send(files::Msg::GivingBegun(true));
    tab.send(files::Msg::GivingTyped(GivingField::Message, "Read.".into()));
    tab.send(files::Msg::Given);
    let (name, text) = tab.gone_out();
    let bundle = bundle(&text);
    assert_eq!((name.as_str(), &bundle.kind), ("Of bees and keepers.postil.json", &Kind::Assignment));
    assert!(bundle.is_bare() && bundle.people.is_empty() && bundle.maps.is_empty());
    assert_eq!(bundle.asked().map(|asked| &*asked.message), Some("Read."));
    // The next time the form begins with what was asked last.
    tab.send(Msg::DialogOpened(DialogKind::Export));
    tab.send(files::Msg::GivingBegun(true));
    let Some(DialogView::Export(view)) = tab.model.view.dialog.clone() else { panic!("no dialog") };
    assert_eq!(view.giving.as_ref().map(|form| &*form.message), Some("Read."));
}

#[test]
fn whoever_opens_the_file_sees_what_is_asked_puts_it_away_and_finds_it_again() {
    let mut tab = student(&assignment());
    let asked = |shown| {
        Some((
            "Read it.\nThen answer.".to_owned(),
            "at least 2 of 3 paragraphs · due \u{2068}Fri 17 Nov, 08:00\u{2069}".to_owned(),
            shown,
        ))
    };
    let plain =
        |task: Option<(String, String, bool)>| task.map(|(a, b, c)| (a, b.replace(['\u{2068}', '\u{2069}'], ""), c));
    assert_eq!(plain(tab.task()), plain(asked(true)));
    tab.send(read::Msg::TaskShown(false));
    assert_eq!(plain(tab.browser.open().task()), plain(asked(false)), "also after a reload");
    tab.send(read::Msg::TaskShown(true));
    assert_eq!(plain(tab.task()), plain(asked(true)));
    assert_eq!(tab.model.view.bar.next, None, "nothing was said yet");
}

#[test]
fn what_comes_next_is_to_give_an_article_out_and_then_to_collect() {
    let next = |tab: &Tab| tab.model.view.bar.next;
    let mut tab = Browser::new().open();
    assert_eq!(next(&tab), None, "a first visit knows no codebook");
    tab.press("s");
    assert_eq!(next(&tab), Some(Next::HandIn), "above the sample stands that one hands in");
    let edits = tab.model.shared.book.add_theme(&"honey".into(), "Honey", None);
    tab.ask(Intent::Codebook(Gesture::Edit { edits, word: "theme added".into() }));
    assert_eq!(next(&tab), Some(Next::HandIn), "also for who has looked round the codebook");
    tab.send(files::Msg::ArticlePasted("Bees\n\nThe first paragraph.\n\nThe second paragraph.".into()));
    tab.send(files::Msg::PreviewOpened);
    assert_eq!(next(&tab), None, "the question that everybody begins with is no codebook of one’s own");
    let edits = tab.model.shared.book.add_theme(&"honey".into(), "Honey", None);
    tab.ask(Intent::Codebook(Gesture::Edit { edits, word: "theme added".into() }));
    assert_eq!(next(&tab), Some(Next::Give));
    tab.send(Msg::DialogOpened(DialogKind::Export));
    tab.send(files::Msg::GivingBegun(true));
    let Some(DialogView::Export(view)) = tab.model.view.dialog.clone() else { panic!("no dialog") };
    assert!(view.giving.is_some());
    tab.send(files::Msg::Given);
    assert_eq!(next(&tab), Some(Next::Collect));
    assert_eq!(next(&tab.browser.open()), Some(Next::Collect), "also after a reload");
}

#[test]
fn handing_in_asks_for_a_name_once_and_names_the_file_by_it() {
    let mut tab = student(&assignment());
    tab.press("s");
    assert_eq!(tab.model.view.bar.next, Some(Next::HandIn));
    assert!(tab.model.view.bar.unexported.as_deref().is_some_and(|words| words.ends_with("not handed in")));
    let view = tab.export();
    assert_eq!(view.name.as_deref(), Some(""));
    tab.send(files::Msg::HandInWanted);
    assert!(!tab.done.iter().any(|effect| matches!(effect, Effect::HandOver { .. })), "nobody could tell whose it is");
    let Some(DialogView::Export(view)) = tab.model.view.dialog.clone() else { panic!("no dialog") };
    assert!(view.hand_in.as_ref().is_some_and(|work| work.problem.is_some()));
    tab.send(files::Msg::OwnNameTyped("Mia".into()));
    let Some(DialogView::Export(view)) = tab.model.view.dialog.clone() else { panic!("no dialog") };
    let work = view.hand_in.clone().unwrap();
    assert_eq!((&*work.file, work.problem), ("Of bees and keepers - Mia.postil.json", None));
    assert_eq!(&*work.facts, "1 of 3 paragraphs answered · at least 2 are asked for · not handed in yet");
    tab.send(files::Msg::HandInWanted);
    let (name, text) = tab.gone_out();
    assert_eq!((name.as_str(), bundle(&text).kind), ("Of bees and keepers - Mia.postil.json", Kind::Own));
    assert!(tab.toast().contains("downloads") && tab.model.view.bar.unexported.is_none(), "{}", tab.toast());
    let facts = |tab: &mut Tab| tab.export().hand_in.clone().unwrap().facts.to_string();
    assert_eq!(
        facts(&mut tab),
        "1 of 3 paragraphs answered · at least 2 are asked for · no changes since your last file"
    );
    tab.send(Msg::DialogClosed);
    tab.press("o");
    assert_eq!(
        facts(&mut tab),
        "1 of 3 paragraphs answered · at least 2 are asked for · 1 change since your last file"
    );
    assert_eq!(tab.export().name, None, "it is asked once");
}

#[test]
fn below_the_last_paragraph_stands_what_is_missing_what_comes_next_and_what_has_changed() {
    let end = |tab: &Tab| Arc::clone(&tab.model.view.article.end);
    let links = |leads: &[Lead]| leads.iter().map(|lead| (lead.index, lead.words.to_string())).collect::<Vec<_>>();
    let mut tab = student(&assignment());
    assert_eq!(*end(&tab), EndView::default(), "nobody who only reads is told anything");
    tab.press("s");
    assert_eq!(&*end(&tab).state, "Answered: 1 of 3 paragraphs. Not answered yet:");
    let open = links(&end(&tab).missing);
    assert_eq!(open, [(1, "Paragraph 2 has no answer".into()), (2, "Paragraph 3 has no answer".into())]);
    assert_eq!((end(&tab).act, &*end(&tab).since), (Some(Next::HandIn), ""));
    assert!(end(&tab).next.starts_with("Next: hand it in."), "{}", end(&tab).next);
    for keys in ["j", "o"] {
        tab.press(keys);
    }
    assert_eq!(&*end(&tab).state, "Answered: 2 of 3 paragraphs, as many as were asked for. Not answered yet:");
    for keys in ["j", "s"] {
        tab.press(keys);
    }
    assert_eq!((&*end(&tab).state, end(&tab).missing.len()), ("All 3 paragraphs are answered.", 0));
    tab.export();
    tab.send(files::Msg::OwnNameTyped("Mia".into()));
    tab.send(files::Msg::HandInWanted);
    let handed = end(&tab);
    assert!(handed.since.starts_with("File made today, ") && handed.since.contains("Give it to your teacher: “"));
    assert!(handed.since.contains("Of bees and keepers - Mia.postil.json") && handed.changed.is_empty());
    tab.press("o");
    tab.press("k");
    tab.press("s");
    let changed = end(&tab);
    assert_eq!(links(&changed.changed), [(1, "Paragraph 2".into()), (2, "Paragraph 3".into())]);
    assert!(changed.since.ends_with("Changed since then:") && changed.next.contains("once more"), "{changed:?}");
    assert_eq!(*end(&tab.browser.open()), *changed, "also after a reload");
}

#[test]
fn below_a_long_article_few_paragraphs_are_named() {
    let mut tab = Browser::new().open();
    tab.press("s");
    let end = Arc::clone(&tab.model.view.article.end);
    let first: Vec<usize> = end.missing.iter().map(|lead| lead.index).collect();
    assert_eq!(first, [0, 1, 2, 3, 4, 5, 6], "the first of them lacks a theme");
    assert_eq!(&*end.missing[6].words, "and 4 more");
    assert_eq!(&*end.missing[0].words, "Paragraph 1 has no theme yet");
}

#[test]
fn work_that_somebody_thought_better_of_is_not_handed_in() {
    let mut tab = student(&assignment());
    tab.press("s");
    tab.export();
    tab.send(files::Msg::HandedIn(Handed::GivenUp));
    assert!(tab.model.view.bar.unexported.is_some() && tab.model.view.dialog.is_some());
    tab.send(files::Msg::HandedIn(Handed::Shared));
    assert!(tab.model.view.bar.unexported.is_none() && tab.model.view.dialog.is_none());
}

#[test]
fn a_second_round_is_read_into_a_layer_of_its_own() {
    let mut tab = student(&assignment());
    tab.press("s");
    let second = assignment().replacen("\"round\": 1", "\"round\": 2", 1);
    let bytes = Ok(Arc::from(second.as_bytes()));
    tab.send(files::Msg::ArticleFileRead(NamedFile { name: "second.json".into(), bytes }));
    assert_eq!((tab.model.shared.round(), tab.data(0)), (2, "- [-]".into()));
    tab.press("o");
    let keys: Vec<u32> = bundle(&tab.file(false)).layers.keys().map(|key| key.round).collect();
    assert_eq!(keys, [1, 2]);
}

#[test]
fn one_file_that_is_imported_says_what_is_asked_and_a_whole_class_does_not() {
    let file = assignment();
    let mut tab = student(&file.replacen("\"kind\": \"assignment\"", "\"kind\": \"all\"", 1));
    assert_eq!(tab.task(), None, "only a file of that kind asks for something");
    let said = tab.import(&[&file, &file]);
    assert_eq!((tab.task(), said[0].contains("no answers")), (None, true));
    let said = tab.import(&[&file]);
    assert!(said[0].contains("now shown above the article"), "{said:?}");
    assert!(tab.task().is_some());
}

#[test]
fn a_link_is_made_of_the_same_file_unless_it_would_be_too_long() {
    let mut tab = teacher();
    tab.send(files::Msg::LinkWanted);
    let packed = tab.done.iter().rev().find_map(|effect| match effect {
        Effect::Pack(text) => Some(text.to_string()),
        _ => None,
    });
    assert_eq!(bundle(&packed.unwrap()), bundle(&assignment()));
    let link = |tab: &Tab| {
        let Some(DialogView::Export(view)) = tab.model.view.dialog.clone() else { panic!("no dialog") };
        view.giving.clone().unwrap().link
    };
    tab.send(files::Msg::LinkPacked(Some("x".repeat(link::LONGEST + 1).into())));
    assert!(link(&tab).address.is_none() && link(&tab).sentence.contains("too long"), "{:?}", link(&tab));
    tab.send(files::Msg::LinkWanted);
    tab.send(files::Msg::LinkPacked(Some("https://postil.example/#/do/abc".into())));
    assert_eq!(link(&tab).address.as_deref(), Some("https://postil.example/#/do/abc"));
    tab.send(files::Msg::LinkCopied);
    tab.send(files::Msg::TextCopied(true));
    assert_eq!(link(&tab).sentence, "Copied.");
    tab.send(files::Msg::GivingTyped(GivingField::Due, "2023-11-20T08:00".into()));
    assert_eq!(link(&tab).address, None, "it would say Friday");
}

#[test]
fn a_link_is_seen_before_it_opens_and_is_never_run_twice() {
    let browser = own_file::elsewhere(8);
    browser.hash.set("#/do/abc");
    let mut tab = browser.open();
    assert!(tab.done.contains(&Effect::Unpack("abc".into())), "{:?}", tab.done);
    let before = tab.model.view.article.title.clone();
    tab.send(files::Msg::LinkUnpacked(Some(assignment().into())));
    let seen = tab.link_seen().unwrap();
    assert_eq!((&*seen.title, &*seen.message), ("Of bees and keepers", "Read it.\nThen answer."));
    assert_eq!((tab.model.view.article.title.clone(), tab.browser.articles.borrow().len()), (before, 0), "only seen");
    tab.send(files::Msg::AskedOpened);
    assert_eq!(&*tab.model.view.article.title, "Of bees and keepers");
    assert!(tab.task().is_some() && tab.model.view.dialog.is_none());
    assert!(tab.done.contains(&Effect::Readdress("#/read".into())));
    // Once more it opens what is here, as it was left.
    tab.press("s");
    tab.send(Msg::RouteChanged("#/do/abc".into()));
    tab.send(files::Msg::LinkUnpacked(Some(assignment().into())));
    tab.send(files::Msg::AskedOpened);
    assert_eq!(tab.data(0), "supports [-]");
}

#[test]
fn a_link_that_is_given_up_or_not_whole_changes_nothing() {
    for text in [None, Some("{\"format\": \"postil\"}"), Some("nothing")] {
        let mut tab = own_file::elsewhere(8).open();
        let count = |tab: &Tab| tab.browser.local.borrow().len();
        let before = count(&tab);
        tab.send(files::Msg::LinkUnpacked(text.map(Into::into)));
        let Some(DialogView::Open(view)) = tab.model.view.dialog.clone() else { panic!("no dialog") };
        assert!(view.asked.is_none() && view.error.as_deref().is_some_and(|error| error.contains("incomplete")));
        assert!(tab.done.contains(&Effect::Readdress("#/read".into())));
        tab.send(files::Msg::LinkUnpacked(Some(assignment().into())));
        tab.send(Msg::DialogClosed);
        assert_eq!((tab.link_seen(), count(&tab)), (None, before));
    }
    // What is longer than any that Postil makes is not even unpacked.
    let mut tab = own_file::elsewhere(8).open();
    tab.send(Msg::RouteChanged(["#/do/", &"a".repeat(link::LONGEST)].concat().into()));
    assert!(tab.done.contains(&Effect::Unpack("".into())));
}

#[test]
fn what_somebody_put_into_a_link_beside_an_article_does_not_come_in() {
    let mut other = own_file::elsewhere(5).open();
    other.press("m");
    let theirs = other.file(false).replacen("\"kind\": \"own\"", "\"kind\": \"assignment\"", 1);
    let mut tab = own_file::elsewhere(8).open();
    tab.send(files::Msg::LinkUnpacked(Some(theirs.into())));
    tab.send(files::Msg::AskedOpened);
    assert!(tab.model.shared.store().layers.is_empty());
}

/// What the teacher sees of who has handed in.
fn handed(room: &Room) -> CollectView {
    match &room.pages().view.page {
        Page::Lesson(view) => view.collect.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_teacher_sees_who_has_handed_in_how_far_each_got_and_who_is_missing() {
    let work = |seed, name: &str, keys: &[&str]| {
        let mut tab = own_file::elsewhere(seed).open();
        keys.iter().for_each(|key| tab.press(key));
        tab.send(files::Msg::OwnNameTyped(name.into()));
        tab.file(false)
    };
    let mut room = Room::open();
    room.tab.press("s");
    room.tab.import(&[&work(5, "Mia  de Boer", &["s", "1"]), &work(6, "Ada", &["o"])]);
    room.host(Msg::DialogClosed);
    room.host(Msg::RouteChanged("#/class".into()));
    let rows = |room: &Room| -> Vec<String> {
        let handed = handed(room);
        handed.rows.iter().map(|row| format!("{} {} {}", row.name, row.answered, row.remark)).collect()
    };
    assert_eq!(rows(&room), ["Ada 0 of 10 ", "Mia  de Boer 1 of 10 "], "whoever tags here hands in nothing");
    assert_eq!(&*handed(&room).summary, "Both files are in.");
    room.send(Lesson::RosterWritten("mia de boer\n\n Tom \nTom".into()));
    let expected = ["Ada 0 of 10 not on your list", "Mia  de Boer 1 of 10 ", "Tom  missing"];
    assert_eq!(rows(&room), expected);
    assert_eq!(
        (&*handed(&room).summary, &*handed(&room).roster),
        ("Both files are in. 1 of 2 people have handed in.", "mia de boer\nTom")
    );
    assert!(!room.tab.file(true).contains("Tom"), "the list is in no file");
}
