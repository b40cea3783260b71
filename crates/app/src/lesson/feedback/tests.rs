//! What goes home is one zip file, and there is none before anything is decided.

use crate::{
    class::msg::Msg,
    effect::Effect,
    intent::Intent,
    lesson::changed::tests::{DECISIONS, class, decide, store, told},
    lesson::msg::Msg as Lesson,
    screen::Screen,
};

#[test]
fn nothing_decided_hands_nothing_out() {
    let bundle = class();
    let mut model = told(&bundle, store(&bundle, 12), "teacher", Screen::Class);
    assert!(model.send(Lesson::GivingBackAsked).is_empty());
}

#[test]
fn everybody_who_has_read_gets_two_files() {
    let bundle = class();
    let mut all = store(&bundle, 12);
    decide(&bundle, &mut all, &DECISIONS);
    let mut model = told(&bundle, all, "teacher", Screen::Class);
    model.send(Msg::AnnotatorSwitched(bundle.annotators()[0].clone()));
    model.utc_offset = 90;
    let asked = model.send_at(Lesson::GivingBackAsked, 1_700_000_000_000);
    let [Intent::Do(Effect::DownloadBytes { name, mime, bytes }), ..] = &asked[..] else { panic!("{asked:?}") };
    assert_eq!((&**name, *mime), ("Whose shared future - feedback.zip", "application/zip"));
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes.to_vec())).expect("is a zip file");
    assert_eq!(zip.len(), 24);
    let written = zip.by_index(0).expect("is there").last_modified().map(|at| at.to_string());
    assert_eq!(written.as_deref(), Some("2023-11-14 23:43:20"), "by the person’s clock");
    let names: Vec<String> = zip.file_names().map(|name| name.expect("is text").into_owned()).collect();
    assert!(names.is_sorted_by_key(|name| name.split('.').next().unwrap_or_default().to_lowercase()), "{names:?}");
}
