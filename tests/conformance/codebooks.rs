//! Codebooks beside other programs: what ATLAS.ti and Taguette wrote is read, and what we write is what the schema of
//! REFI-QDA asks for, by a validator that is not ours.

use crate::folder;
use postil_core::{
    codebook::sample,
    exchange::codebook::{Format, read, write},
};
use std::{env, fs, process::Command};

fn file(name: &str) -> String {
    let path = folder().join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn what_atlas_ti_and_taguette_wrote_is_read_and_a_torn_file_named_by_its_place() {
    let (whole, problems) = read("x", &file("refi-qda/atlasti-win-23.4-requal-valid.qdc")).expect("is read");
    assert_eq!((&*whole.themes[0].label, &*whole.themes[0].definition), ("code1", "description"));
    assert_eq!(problems.len(), 1, "its group is left out");
    let torn = read("x", &file("refi-qda/atlasti-win-23.4-requal-truncated.qdc")).expect_err("is torn");
    assert!(torn.to_string().contains("ends too early"), "{torn}");
    for name in ["codebook.qdc", "codebook.csv"] {
        let (codebook, problems) = read("x", &file(&format!("formats/taguette/{name}"))).expect("is read");
        assert_eq!((codebook.themes.len(), problems), (3, Vec::new()), "{name}");
    }
}

#[test]
fn what_we_write_is_what_the_schema_asks_for() {
    let mut codebook = sample::codebook();
    codebook.themes[1].parent = Some("sovereignty".into());
    codebook.themes[2].parent = Some("governance".into());
    codebook.themes[2].colour = Some("#336699".into());
    codebook.themes[3].colour = Some("red".into());
    codebook.themes[3].label = "<&\"'>\u{1}\n\t]]>".into();
    let mut none = codebook.clone();
    none.questions.clear();
    let python = env::var("PYTHON").expect("PYTHON names an interpreter with xmlschema");
    for (name, codebook) in [("whole", &codebook), ("themes", &none)] {
        let path = env::temp_dir().join(format!("postil-{}-{name}.qdc", std::process::id()));
        fs::write(&path, write(codebook, Format::Refi).expect("is written")).expect("can be stored");
        let checked = Command::new(&python).arg(folder().join("refi-qda/validate_refi.py")).arg(&path).output();
        let checked = checked.expect("the validator runs");
        _ = fs::remove_file(&path);
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    }
}
