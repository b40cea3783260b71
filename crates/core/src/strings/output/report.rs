//! The report: what it says on a screen, and as a page.

// Numbers and what is counted; `shown` is the number as it is written.
crate::strings! {
    so_many_annotators(n: usize, shown: &str) = "{shown} annotator" | "{shown} annotators";
    so_many_paragraphs(n: usize, shown: &str) = "{shown} paragraph" | "{shown} paragraphs";
    so_many_answers(n: usize, shown: &str) = "{shown} answer" | "{shown} answers";
    so_many_themes(n: usize, shown: &str) = "{shown} theme" | "{shown} themes";
    so_many_versions(n: usize, shown: &str) = "{shown} version" | "{shown} versions";
}

// What stands at its head in numbers.
crate::strings! {
    person = "person";
    people = "people";
    paragraph = "paragraph";
    paragraphs = "paragraphs";
    answered_by_all = "answered by all";
    question_answered_by_all(question: &str) = [question, " answered by all"];
    voted_on = "voted on";
    not_decided_yet = "not decided yet";
}

// Questions, and what became of a paragraph.
crate::strings! {
    question(number: usize) = "Question {number}";
    on_question(difference: &str, number: usize) = "{difference}, on question {number}";
    decided_that(answers: &str) = "Decided: {answers}";
    furthest_apart(difference: &str) = "Furthest apart: {difference}";
    undecided = "Not decided yet";
}

// Figures.
crate::strings! {
    sets_of_themes = "Sets of themes";
    stance = "Stance";
    alpha_nominal = "Krippendorff’s alpha, nominal";
    alpha_ordinal = "Krippendorff’s alpha, ordinal";
    percent_agreement = "Percent agreement (Fleiss’ P)";
    fleiss_kappa = "Fleiss’ kappa";
    generalised_kappa = "Fleiss’ kappa, generalised (Gwet 2014)";
    gwet_ac1 = "Gwet’s AC1";
    cohen_kappa = "Cohen’s kappa";
    scott_pi = "Scott’s pi";
    alpha_masi = "Krippendorff’s alpha, MASI distance";
    alpha_jaccard = "Krippendorff’s alpha, Jaccard distance";
}

// Under which rules answers were given.
crate::strings! {
    all_under_current = "All answers were given under the current version of the codebook.";
    all_under_earlier = "All answers were given under an earlier version of the codebook.";
    some_under_current(current: &str, answers: &str, unknown: &str) =
        "{current} of {answers} were given under the current version of the codebook{unknown}.";
    under_versions(versions: &str, current: &str, all: &str, unknown: &str) =
        "Answers were given under {versions} of the codebook: {current} of {all} under the current one{unknown}.";
    and_unknown(n: &str) = ", and of {n} it is not known";
    another_codebook = "another codebook";
    one_version(version: &str) = "version {version}";
    several_versions(versions: &str) = "versions {versions}";
    a_codebook = "a codebook";
    codebook_called(title: &str) = "the codebook “{title}”";
    matched(n: usize, shown: &str, codebook: &str) =
        "{shown} answer comes from {codebook} and is matched with this codebook." |
        "{shown} answers come from {codebook} and are matched with this codebook.";
    unmatched(n: usize, shown: &str, codebook: &str) =
        "{shown} answer from {codebook} has no match in this codebook." |
        "{shown} answers from {codebook} have no match in this codebook.";
}

// How the figures came about.
crate::strings! {
    who_read_what(annotators: &str, article: &str, paragraphs: &str, codebook: &str, versions: &str) =
        "{annotators} read “{article}” ({paragraphs}) and tagged it with {codebook}, {versions}.";
    themes_answered_by_all(paragraphs: &str) = " The themes of {paragraphs} were answered by all of them.";
    paragraphs_answered_by_all(n: &str) = " {n} of the paragraphs were answered by all of them.";
    first_answered_by_all(paragraphs: &str) = " Question 1 was answered by all its annotators on {paragraphs}";
    next_answered_by_all(question: usize, paragraphs: &str) = ", question {question} on {paragraphs}";
    what_was_asked(question: &str, answers: &str, options: &str) =
        " For each paragraph they answered the question “{question}” with one of {answers}: {options}.";
    themes_offered(themes: &str) =
        " They were also asked which of {themes} apply: as many as they liked, or none.";
    method_of_stances = " Agreement on the stance is Krippendorff’s alpha with the nominal distance, by which any two \
                         different answers are equally far apart. Percent agreement is given as well: the mean over \
                         paragraphs of the share of pairs of annotators who agree (Fleiss’ P), which takes no account \
                         of chance.";
    method_of_themes = " Agreement on sets of themes is Krippendorff’s alpha with the MASI distance (Passonneau 2006), \
                        and also with the Jaccard distance; “no theme applies” counts as the empty set. Agreement on a \
                        single theme is Krippendorff’s alpha with the nominal distance on whether it applies.";
    what_is_missing = " What an annotator has not answered counts as missing, not as an answer: each paragraph is \
                       included with the annotators who answered it, and paragraphs with fewer than two are left out.";
    method_of_intervals(resamples: &str) =
        " The 95% confidence intervals are a percentile bootstrap over paragraphs with {resamples} resamples and a \
         fixed seed, so the same answers give the same intervals. They tell how far a figure would move with other \
         paragraphs of this kind, not with other annotators.";
    only_own_answers = " All figures come from the annotators’ own answers.";
    votes_were_counted(paragraphs: &str) =
        " In class, votes were counted on {paragraphs}; these counts are kept apart and enter no figure.";
    then_decided(paragraphs: &str) =
        " The class then decided on {paragraphs}; these decisions are not part of any figure.";
    accepted_different(paragraphs: &str) = " It accepted different readings of {paragraphs}.";
    left_open(paragraphs: &str) = " It left {paragraphs} open.";
    computed_with(app: &str) = " Computed with {app}.";
}

// The page.
crate::strings! {
    page_title(article: &str) = "Report: {article}";
    report = "Report";
    in_short = "In short";
    grey_not_answered = "grey: not answered";
    picture = "Answers by paragraph, one column each. The numbers are given with the paragraphs below.";
    article_with_answers = "The article with the answers";
    not_answered(n: usize) = "{n} not answered";
    method = "Method";
}

// Its table of figures.
crate::strings! {
    agreement = "Agreement";
    measure = "Measure";
    value = "Value";
    interval = "95% interval";
    what_can_be_concluded = "What can be concluded";
}

// What it says of decisions.
crate::strings! {
    decisions = "Decisions";
    nothing_decided = "Nothing is decided yet.";
    nothing_decided_or_open = "Nothing is decided yet, and there are no open disagreements.";
    decided = "Decided";
    why_people_differed = "Why people differed: ";
    paragraph_link(number: u64) = "paragraph {number}";
    paragraph_named(number: u64) = "Paragraph {number}";
}
