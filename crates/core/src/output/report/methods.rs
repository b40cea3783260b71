//! How the figures came about, in sentences that can be put into a paper.

use super::{
    given::{self, count, thousands},
    summary::Report,
};
use crate::{
    base::id::CodebookId,
    codebook::Codebook,
    measure::{agreement::interval::RESAMPLES, given::Given},
    strings::output::report as strings,
};
use std::sync::Arc;

impl Report {
    /// The same with under which rules the answers were given. `title` has the names of other codebooks.
    #[must_use]
    pub fn given(
        mut self,
        given: &Given,
        title: &dyn Fn(&CodebookId) -> Arc<str>,
        codebook: &Codebook,
        app: &str,
    ) -> Self {
        self.versions = given::versions(given, &codebook.version()).into();
        (self.given, self.matches) = (given::under(given).into(), given::matches(given, title).into());
        self.methods = methods(&self, codebook, app).into();
        self
    }
}

/// The methods paragraph.
pub(super) fn methods(report: &Report, codebook: &Codebook, app: &str) -> String {
    let Report { title, readers, paragraphs, versions, .. } = report;
    let [decided, differences, open] = report.outcomes.counts();
    let codebook_named = match report.codebook.trim() {
        "" => strings::a_codebook().to_owned(),
        title => strings::codebook_called(title),
    };
    let mut words = strings::who_read_what(
        &count(*readers, strings::so_many_annotators),
        title,
        &so_many(*paragraphs),
        &codebook_named,
        versions,
    );
    for said in [&report.given, &report.matches].into_iter().filter(|said| !said.is_empty()) {
        words.extend([" ", said]);
    }
    words += &answered_by_all(report);
    for question in &report.questions {
        let options: Vec<&str> = question.options.iter().map(|option| &*option.label).collect();
        let answers = count(options.len(), strings::so_many_answers);
        words += &strings::what_was_asked(&question.prompt, &answers, &options.join(", "));
    }
    let themes = codebook.offered().count();
    if themes > 0 {
        words += &strings::themes_offered(&count(themes, strings::so_many_themes));
    }
    if !report.questions.is_empty() {
        words += strings::method_of_stances();
    }
    if themes > 0 {
        words += strings::method_of_themes();
    }
    words += strings::what_is_missing();
    words += &strings::method_of_intervals(&thousands(RESAMPLES));
    words += strings::only_own_answers();
    if report.voted() > 0 {
        words += &strings::votes_were_counted(&so_many(report.voted()));
    }
    if decided > 0 {
        words += &strings::then_decided(&so_many(decided));
    }
    if differences > 0 {
        words += &strings::accepted_different(&so_many(differences));
    }
    if open > 0 {
        words += &strings::left_open(&so_many(open));
    }
    words + &strings::computed_with(app)
}

fn so_many(paragraphs: usize) -> String {
    count(paragraphs, strings::so_many_paragraphs)
}

/// How many paragraphs everybody has answered.
fn answered_by_all(report: &Report) -> String {
    match (&report.questions[..], &report.complete[..]) {
        ([], [n, ..]) => strings::themes_answered_by_all(&so_many(*n)),
        ([_], [n, ..]) => strings::paragraphs_answered_by_all(&thousands(*n)),
        (_, [first, more @ ..]) => {
            let mut words = strings::first_answered_by_all(&so_many(*first));
            for (n, at) in more.iter().zip(2..) {
                words += &strings::next_answered_by_all(at, &so_many(*n));
            }
            words + "."
        }
        (_, []) => String::new(),
    }
}
