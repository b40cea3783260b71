//! How the figures came about, in sentences that can be put into a paper.

use super::{
    given::{self, count, thousands},
    summary::Report,
};
use crate::{
    base::id::CodebookId,
    codebook::Codebook,
    measure::{agreement::interval::RESAMPLES, given::Given},
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
        (self.given, self.matches) = (given::under(given).into(), given::matches(given, title).into());
        self.methods = methods(&self, codebook, app).into();
        self
    }
}

/// The methods paragraph.
pub(super) fn methods(report: &Report, codebook: &Codebook, app: &str) -> String {
    let Report { title, readers, paragraphs, version, .. } = report;
    let [decided, differences, open] = report.outcomes.counts();
    let mut words = format!(
        "{} read “{title}” ({}) and tagged it with the codebook “{}”, version {version}.",
        count(*readers, "annotator", "annotators"),
        count(*paragraphs, "paragraph", "paragraphs"),
        report.codebook
    );
    for said in [&report.given, &report.matches].into_iter().filter(|said| !said.is_empty()) {
        words.extend([" ", said]);
    }
    words += &answered_by_all(report);
    for question in &report.questions {
        let options: Vec<&str> = question.options.iter().map(|option| &*option.label).collect();
        words += &format!(
            " For each paragraph they answered the question “{}” with one of {}: {}.",
            question.prompt,
            count(options.len(), "answer", "answers"),
            options.join(", ")
        );
    }
    let themes = codebook.offered().count();
    if themes > 0 {
        words += &format!(
            " They also named those of {} that apply, as many as they liked, or said that none applies.",
            count(themes, "theme", "themes")
        );
    }
    if !report.questions.is_empty() {
        words += " Agreement on the stance is Krippendorff’s alpha with the nominal distance, by which any two different \
                  answers are equally far apart. Percent agreement is given as well: the mean over paragraphs of the share \
                  of pairs of annotators who agree (Fleiss’ P), which takes no account of chance.";
    }
    if themes > 0 {
        words += " Agreement on sets of themes is Krippendorff’s alpha with the MASI distance (Passonneau 2006), and also \
                  with the Jaccard distance; “no theme applies” counts as the empty set. Agreement on a single theme is \
                  Krippendorff’s alpha with the nominal distance on whether it applies.";
    }
    words += " What an annotator has not answered counts as missing, not as an answer: each paragraph is included with \
              the annotators who answered it, and paragraphs with fewer than two are left out.";
    words += &format!(
        " The 95% confidence intervals are a percentile bootstrap over paragraphs with {} resamples and a fixed seed, so \
         the same answers give the same intervals. They tell how far a figure would move with other paragraphs of this \
         kind, not with other annotators.",
        thousands(RESAMPLES)
    );
    words += " All figures come from the annotators’ own answers.";
    if report.voted() > 0 {
        words += &format!(
            " In class, votes were counted on {}; these counts are kept apart and enter no figure.",
            count(report.voted(), "paragraph", "paragraphs")
        );
    }
    if decided > 0 {
        words += &format!(
            " The class then decided on {}; these decisions are not part of any figure.",
            count(decided, "paragraph", "paragraphs")
        );
    }
    if differences > 0 {
        words += &format!(" It accepted different readings of {}.", count(differences, "paragraph", "paragraphs"));
    }
    if open > 0 {
        words += &format!(" It left {} open.", count(open, "paragraph", "paragraphs"));
    }
    words + &format!(" Computed with {app}.")
}

/// How many paragraphs everybody has answered.
fn answered_by_all(report: &Report) -> String {
    let paragraphs = |n: usize| count(n, "paragraph", "paragraphs");
    match (&report.questions[..], &report.complete[..]) {
        ([], [n, ..]) => format!(" The themes of {} were answered by all of them.", paragraphs(*n)),
        ([_], [n, ..]) => format!(" {} of the paragraphs were answered by all of them.", thousands(*n)),
        (_, [first, more @ ..]) => {
            let mut words = format!(" Question 1 was answered by all its annotators on {}", paragraphs(*first));
            for (n, at) in more.iter().zip(2..) {
                words += &format!(", question {at} on {}", paragraphs(*n));
            }
            words + "."
        }
        (_, []) => String::new(),
    }
}
