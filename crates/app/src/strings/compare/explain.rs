//! How a number comes about.

// Said elsewhere in the same words.
pub use postil_core::strings::output::report::interval;

// The steps, and the signs in them.
postil_core::strings! {
    result = "Result";
    interval_is(low: &str, high: &str, samples: &str) =
        "from {low} to {high}: the middle 95% of the values from {samples} bootstrap samples (paragraphs drawn with \
         replacement)";
    based_on = "Based on";
    based_on_several(paragraphs: usize, answers: u32) =
        "{paragraphs} paragraph that two or more have answered, {answers} answers in all"
        | "{paragraphs} paragraphs that two or more have answered, {answers} answers in all";
    based_on_both(paragraphs: usize) =
        "{paragraphs} paragraph that both have answered" | "{paragraphs} paragraphs that both have answered";
    observed = "D observed";
    observed_is(distance: f64) = "{distance:.3}: the mean distance of two answers to the same paragraph";
    expected = "D expected";
    expected_is(distance: f64) = "{distance:.3}: the mean distance of any two answers, whatever the paragraph";
    alpha = "Alpha";
    alpha_is(observed: f64, expected: f64, value: &str) = "1 − {observed:.3} ÷ {expected:.3} = {value}";
    mean = "Mean";
    mean_is(sum: f64, n: usize) = "{sum:.3} ÷ {n}";
    agreement = "P";
    agreement_of_two = "Po";
    agreement_of_two_is(agreed: u32, n: u32, share: f64) = "{agreed} ÷ {n} = {share:.3}";
    chance = "Pe";
    chance_is(squares: &str, chance: f64) = "{squares} = {chance:.3}";
    chance_by_others(sum: &str, others: usize, chance: f64) = "({sum}) ÷ {others} = {chance:.3}";
    chance_of_two(sum: &str, of: u32, chance: f64) = "({sum}) ÷ {of}² = {chance:.3}";
    kappa = "Kappa";
    ac1 = "AC1";
    pi = "Pi";
    beyond_chance(observed: f64, chance: f64) = "({observed:.3} − {chance:.3}) ÷ (1 − {chance:.3})";
}

// The formulas, and what their signs mean.
postil_core::strings! {
    alpha_formula = "α = 1 − D observed ÷ D expected";
    alpha_legend =
        "D is disagreement. 1 means that all agree, 0 that they agree no more than if answers were given at \
         random, and less than 0 that they differ more than that.";
    percent_formula = "P = the mean over paragraphs of agreeing pairs ÷ all pairs";
    percent_legend = "A pair is two annotators of the same paragraph. Paragraphs that only one has answered have none.";
    kappa_formula = "κ = (P − Pe) ÷ (1 − Pe)";
    fleiss_legend =
        "P is percent agreement; Pe is the agreement expected by chance: the sum of the squares of each answer’s \
         share.";
    generalised_legend =
        "P is percent agreement; Pe is the agreement expected by chance: the sum of the squares of each answer’s \
         share. A share is the mean over paragraphs, so each paragraph counts the same, however many have answered it \
         (K. L. Gwet, 2014).";
    ac1_formula = "AC1 = (P − Pe) ÷ (1 − Pe)";
    ac1_legend =
        "P is percent agreement. Pe is the agreement expected by chance: for each answer, its share times one minus \
         its share; the sum over all answers is divided by the number of answers used minus one. It is small where \
         nearly all give one and the same answer. \
         A share is the mean over paragraphs, so each paragraph counts the same, however many have answered it \
         (K. L. Gwet, 2008).";
    cohen_formula = "κ = (Po − Pe) ÷ (1 − Pe)";
    cohen_legend =
        "Po is the share of paragraphs on which the two agree. Pe is the agreement expected by chance: the sum, over \
         all answers, of the product of the two annotators’ shares.";
    scott_formula = "π = (Po − Pe) ÷ (1 − Pe)";
    scott_legend =
        "Po is the share of paragraphs on which the two agree. Pe is the agreement expected by chance: the sum, over \
         all answers, of the squared share in both annotators’ answers combined.";
}

// The tables.
postil_core::strings! {
    share_of_disagreement = "Share of all disagreement";
    pairs_that_agree = "Pairs that agree";
    compared = "Their answers compared";
    compared_about = "Rows are the first annotator’s, columns the second’s.";
    coincidences = "Coincidence matrix";
    coincidences_about = "How often two answers were given to the same paragraph; off the diagonal they differ.";
    applies = "applies";
    does_not_apply = "does not apply";
    first_paragraphs(first: usize, all: usize) = "The first {first} of {all}.";
    by_paragraph = "Paragraph by paragraph";
    paragraph = "Paragraph";
    annotators = "Annotators";
    row(number: usize, words: &str) = "{number} {words}";
    percent(n: usize) = "{n}\u{a0}%";
}
