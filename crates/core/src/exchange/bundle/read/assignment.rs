//! Reads what a class is asked to do. Whatever cannot be read counts as not said.

use super::{Reader, clean_line, clean_name, is_word};
use crate::{
    base::{
        id::{ClassId, QuestionId},
        time,
    },
    exchange::bundle::assignment::{Assignment, MAX_DUE, MAX_MESSAGE, MAX_MINIMUM, MAX_QUESTIONS, Named},
    json::{
        extra::{bound, unknown},
        tree::{Json, Object},
    },
    strings::exchange as strings,
};
use std::sync::Arc;

const ASSIGNMENT: [&str; 8] = ["message", "round", "due", "until", "named", "questions", "minimum", "class"];

impl<'a> Reader<'a> {
    pub(super) fn assignment(&mut self, root: &'a Object<'a>) -> Option<Assignment> {
        let from = root.get("assignment")?;
        self.field("assignment", |r| match from.as_object() {
            Some(object) => Some(rules(object, &mut |field, sentence| r.field(field, |r| _ = r.skip::<()>(sentence)))),
            None => r.skip(strings::assignment_not_object()),
        })
    }
}

/// The rules; what is wrong with a field is told to `wrong`.
pub(in crate::exchange::bundle) fn rules(from: &Object<'_>, wrong: &mut dyn FnMut(&'static str, &str)) -> Assignment {
    let mut rules = Assignment { extra: unknown(from, &ASSIGNMENT), ..Assignment::default() };
    let mut each = |field: &'static str, sentence, take: &mut dyn FnMut(&Json<'_>) -> Option<()>| {
        if let Some(value) = from.get(field)
            && take(value).is_none()
        {
            wrong(field, sentence);
        }
    };
    each("message", strings::must_be_text(), &mut |value| {
        rules.message = clean_message(value.as_str()?);
        Some(())
    });
    each("round", strings::round_from_one(), &mut |value| {
        rules.round = number(value, u32::MAX)?;
        Some(())
    });
    each("due", strings::must_be_text(), &mut |value| {
        rules.due = clean_line(value.as_str()?, MAX_DUE);
        Some(())
    });
    each("until", strings::must_be_time(), &mut |value| {
        rules.until = value.as_str().filter(|text| time::moment(text).is_some())?.into();
        Some(())
    });
    each("named", strings::names_or_codes(), &mut |value| {
        let word = value.as_str()?;
        rules.named = Named::WORDS.into_iter().find(|(_, known)| *known == word)?.0;
        Some(())
    });
    each("questions", strings::must_list_questions(), &mut |value| {
        let list = value.as_list().filter(|list| list.len() <= MAX_QUESTIONS)?;
        let ids = list.iter().map(|id| id.as_str().filter(|id| is_word(id)).map(QuestionId::from));
        rules.questions = Some(ids.collect::<Option<Vec<_>>>()?);
        Some(())
    });
    each("minimum", strings::minimum_out_of_range(), &mut |value| {
        rules.minimum = Some(number(value, MAX_MINIMUM)?);
        Some(())
    });
    each("class", strings::must_have_id(), &mut |value| {
        let id = value.get("id").and_then(Json::as_str).filter(|id| is_word(id))?;
        let name = value.get("name").and_then(Json::as_str).unwrap_or_default();
        rules.class = Some((ClassId::from(id), clean_name(name)));
        let beside = value.as_object().map(|class| unknown(class, &["id", "name"])).filter(|beside| !beside.is_empty());
        if let Some(beside) = beside {
            rules.extra.insert(bound("class", id, &"-").into(), beside.into());
        }
        Some(())
    });
    rules
}

fn number(value: &Json<'_>, most: u32) -> Option<u32> {
    value.as_u64().and_then(|number| u32::try_from(number).ok()).filter(|number| (1..=most).contains(number))
}

/// What a class is asked: lines that are cleaned like names, together at most 2000 characters.
#[must_use]
pub fn clean_message(text: &str) -> Arc<str> {
    let lines: Vec<Arc<str>> = text.lines().map(|line| clean_line(line, MAX_MESSAGE)).collect();
    let message: String = lines.join("\n").trim().chars().take(MAX_MESSAGE).collect();
    message.trim_end().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::bundle::remembered;
    use expect_test::expect;

    fn read(text: &str) -> (Assignment, Vec<String>) {
        let root = Json::parse(text).unwrap();
        let mut found = Vec::new();
        let rules = rules(root.as_object().unwrap(), &mut |field, sentence| found.push(format!("{field}: {sentence}")));
        (rules, found)
    }

    const FULL: &str = r#"{"message":"Read it.\nThen answer.","round":2,"due":"Friday","until":"2026-12-04T08:00:00+01:00","named":"codes","questions":["stance"],"minimum":5,"class":{"id":"c1","name":"10b","later":2},"later":{"a":1}}"#;

    #[test]
    fn rules_are_remembered_as_they_stand_in_a_file_with_what_a_newer_program_added() {
        let (rules, found) = read(FULL);
        assert_eq!((remembered::text(&rules), found), (FULL.to_owned(), Vec::new()));
        assert_eq!(remembered::recalled(&remembered::text(&rules)), Some(rules));
    }

    #[test]
    fn what_is_wrong_counts_as_not_said_and_is_listed() {
        let (rules, found) = read(
            r#"{"message":1,"round":0,"due":[],"until":"Friday","named":"faces","questions":["a b"],"minimum":100001,"class":{"name":"x"}}"#,
        );
        assert_eq!(rules, Assignment::default());
        expect![[r#"
            message: It must be a text.
            round: The round must be a number from 1.
            due: It must be a text.
            until: It must be a time with its offset from UTC, as in 2026-12-04T08:00:00+01:00.
            named: It must be “names” or “codes”.
            questions: It must be a list of ids of questions.
            minimum: It must be a number from 1 to 100,000.
            class: It must have an id."#]]
        .assert_eq(&found.join("\n"));
    }

    #[test]
    fn a_message_keeps_its_lines_and_nothing_that_nobody_sees() {
        assert_eq!(&*clean_message("  One.\r\n\r\nTwo\u{202E}.\u{0} \n"), "One.\n\nTwo⟨U+202E⟩.");
        assert_eq!(clean_message(&"ä".repeat(5000)).chars().count(), MAX_MESSAGE);
    }
}
