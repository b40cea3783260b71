//! Codebooks: what may stand in them, and in what they differ.

use crate::made::{self, listed};
use postil_core::{
    base::{id::VersionId, problem::Place},
    codebook::{code::Code, content, difference::Kind, sample},
    exchange::bundle::read::{Refusal, read},
};
use serde_json::json;

#[test]
fn what_differs_is_named_by_its_code() {
    let (here, mut there) = (sample::codebook(), sample::codebook());
    there.themes.remove(0);
    there.questions[0].options[0].definition = "Praises it.".into();
    let found = here.compare(&there);
    assert_eq!(found[0].code, Code::Theme(here.themes[0].id.clone()));
    assert_eq!((&*found[0].name, &found[0].kind), (&*here.themes[0].label, &Kind::Gone));
    let (question, option) = (&here.questions[0], &here.questions[0].options[0]);
    assert_eq!(found[1].code, Code::Option(question.id.clone(), option.id.clone()));
    let rule = found[1].field("definition").expect("it differs");
    assert_eq!((&*rule.name, &rule.here, &*rule.there), ("definition", &option.definition, "Praises it."));
    assert_eq!(found.len(), 2);
    assert!(here.compare(&here).is_empty());
}

#[test]
fn ids_that_no_code_may_have_are_refused() {
    let desk = made::Desk::new("a", &sample::article());
    let file = desk.file();
    for id in ["", "agreed", "agreed-stance", "a:b", "two words", "tab\t", &"x".repeat(65)] {
        let words = json!(id);
        for (code, place) in [
            ("\"stance\": {\n", "codebook.questions"),
            ("\"supports\": {", "codebook.questions.stance.options"),
            ("\"sovereignty\": {\n", "codebook.themes"),
        ] {
            let name = code.split_once(':').expect("is a field").0;
            let bad = file.replacen(code, &code.replace(name, &words.to_string()), 1);
            assert_ne!(bad, file);
            let Err(Refusal::Damaged(problem)) = read(&bad) else { panic!("{id} was taken for {code}") };
            let Place::Path(path, Some(_)) = &problem.place else { panic!("{problem}: has no line") };
            assert!(path.starts_with(place), "{problem}");
            let sentence = "This id in the codebook is empty, too long, or has a character that is not allowed.";
            assert_eq!(problem.sentence, sentence);
        }
        let mut codebook = desk.codebook.clone();
        codebook.themes[0].id = id.into();
        assert!(matches!(read(&listed(&file, &codebook)), Err(Refusal::Damaged(_))), "{id} in a list");
    }
    for id in ["", "two words", &"x".repeat(201)] {
        let mut codebook = desk.codebook.clone();
        codebook.id = id.into();
        let own = json!(desk.codebook.id.as_str()).to_string();
        let bad = file.replacen(&own, &json!(id).to_string(), 1);
        assert_ne!(bad, file);
        for bad in [bad, listed(&file, &codebook)] {
            assert!(matches!(read(&bad), Err(Refusal::Damaged(_))), "{id}");
        }
    }
}

#[test]
fn themes_that_went_into_each_other_are_refused_in_a_list_and_settled_in_a_book() {
    let mut desk = made::Desk::new("a", &sample::article());
    let ids = [0, 1].map(|at| desk.codebook.themes[at].id.clone());
    desk.codebook.themes[1].merged_into = Some(ids[0].clone());
    assert!(read(&listed(&desk.file(), &desk.codebook)).is_ok());
    desk.codebook.themes[0].merged_into = Some(ids[1].clone());
    assert!(matches!(read(&listed(&desk.file(), &desk.codebook)), Err(Refusal::Damaged(_))));
    let (bundle, problems) = read(&desk.file()).expect("is ours");
    assert_eq!(problems, []);
    let merged = ids.iter().map(|id| bundle.codebook.theme(id).expect("is there").merged_into.as_ref());
    assert_eq!(merged.flatten().collect::<Vec<_>>(), [ids.iter().min().expect("two")]);
}

#[test]
fn a_codebook_is_kept_under_its_version() {
    let codebook = sample::codebook();
    let version = codebook.version();
    assert!(VersionId::is_one(version.as_str()) && !VersionId::is_one(version.short()));
    let kept = content::read(&codebook.content(), &version).expect("it is what it was");
    assert_eq!(kept.version(), version);
    assert!(content::read(&codebook.content(), &made::codebook().version()).is_err());
}
