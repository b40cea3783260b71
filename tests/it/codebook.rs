//! Codebooks: what may stand in them, and in what they differ.

use postil_core::{
    base::id::VersionId,
    codebook::{code::Code, content, difference::Kind, sample},
    exchange::bundle::{
        read::{Refusal, read},
        write,
    },
};

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
    let desk = crate::made::Desk::new("a", &sample::article());
    for id in ["agreed", "agreed-stance", "a:b", "two words", &"x".repeat(65)] {
        let mut bundle = desk.bundle();
        bundle.codebook.themes[0].id = id.into();
        let refused = read(&write(&bundle, crate::made::APP));
        assert!(matches!(refused, Err(Refusal::Damaged(_))), "{id}");
    }
    let mut bundle = desk.bundle();
    bundle.codebook.themes[1].merged_into = Some(bundle.codebook.themes[0].id.clone());
    assert!(read(&write(&bundle, crate::made::APP)).is_ok());
    bundle.codebook.themes[0].merged_into = Some(bundle.codebook.themes[1].id.clone());
    assert!(matches!(read(&write(&bundle, crate::made::APP)), Err(Refusal::Damaged(_))));
}

#[test]
fn a_codebook_is_kept_under_its_version() {
    let codebook = sample::codebook();
    let version = codebook.version();
    assert!(VersionId::is_one(version.as_str()) && !VersionId::is_one(version.short()));
    let kept = content::read(&codebook.content(), &version).expect("it is what it was");
    assert_eq!(kept.version(), version);
    assert!(content::read(&codebook.content(), &codebook.for_any_article().version()).is_err());
}
