//! The numbers of agreement: what each is called and measures, and what has to be said of it.

// Said elsewhere in the same words.
pub use postil_core::strings::measure::range as between;
pub use postil_core::strings::output::report::{
    alpha_jaccard as jaccard, alpha_masi as masi, alpha_ordinal as ordinal, cohen_kappa as cohen,
    fleiss_kappa as fleiss, generalised_kappa as generalised, gwet_ac1 as ac1, scott_pi as scott,
};

// The coefficients, each with what it measures.
postil_core::strings! {
    percent_agreement = "Percent agreement";
    percent_agreement_about =
        "How often two annotators of a paragraph give the same answer (Fleiss’ P). Chance is not taken into account.";
    alpha = "Krippendorff’s alpha";
    alpha_about =
        "Agreement on the answer beyond chance. Any two different answers count as equally far apart.";
    ordinal_about =
        "Against, neutral or both, for: treated as a scale, so that larger differences count more. What takes no stance \
         is not on the scale and is left out.";
    fleiss_about =
        "Agreement on the answer beyond chance, when every paragraph has the same number of annotators.";
    generalised_about =
        "Agreement on the answer beyond chance, for different numbers of annotators. With equal numbers it is Fleiss’ \
         kappa.";
    ac1_about =
        "Agreement on the answer beyond chance, where chance is small if nearly all give one and the same answer.";
    masi_about =
        "Agreement on the sets of themes. Sets that share themes count as partly equal, more so when one contains the \
         other.";
    jaccard_about = "Agreement on the sets of themes, by the share of themes that two sets have in common.";
    theme_alpha_about = "Krippendorff’s alpha: does this theme apply or not?";
    theme_kappa_about = "Cohen’s kappa: does this theme apply or not?";
    cohen_about = "Agreement of these two beyond chance.";
    scott_about = "The same, with chance based on both people’s answers combined.";
    of_pair(coefficient: &str, one: &str, other: &str) =
        "{coefficient}: \u{2068}{one}\u{2069} and \u{2068}{other}\u{2069}";
    alpha_of(theme: &str) = ["Krippendorff’s alpha: ", theme];
    kappa_of(theme: &str) = ["Cohen’s kappa: ", theme];
}

// Values, and what can be concluded.
postil_core::strings! {
    too_little_in_short = "Too little to draw a conclusion.";
    small_sample(people: &str, paragraphs: &str) =
        "This is a small sample: {people} and {paragraphs}. Where it says “too little to draw a conclusion”, the value \
         could lie anywhere in its 95% interval, or depends on a few paragraphs. Take it as something to talk about, \
         not as a result.";
}

// Pairs.
postil_core::strings! {
    pale(paragraphs: usize) = "Pale: the two share fewer than {paragraphs} paragraphs, too few to be meaningful.";
    no_intervals = "Intervals are not computed for this many pairs. Choose one to see its own.";
    value_in(value: &str, range: &str) = "{value}, 95%: {range}";
    pair(paragraphs: usize, one: &str, other: &str, said: &str) =
        "\u{2068}{one}\u{2069} and \u{2068}{other}\u{2069}: {said}, over {paragraphs} paragraph"
        | "\u{2068}{one}\u{2069} and \u{2068}{other}\u{2069}: {said}, over {paragraphs} paragraphs";
    thin_pair(paragraphs: usize, one: &str, other: &str, said: &str) =
        "\u{2068}{one}\u{2069} and \u{2068}{other}\u{2069}: {said}, over {paragraphs} paragraph, too few to be \
         meaningful"
        | "\u{2068}{one}\u{2069} and \u{2068}{other}\u{2069}: {said}, over {paragraphs} paragraphs, too few to be \
           meaningful";
}

// The sentence to cite: the value, of how much it is, and of what.
postil_core::strings! {
    alpha_to_cite = "Krippendorff’s alpha (nominal)";
    cited_value(name: &str, value: &str, range: &str, resamples: &str, seed: u64) =
        "{name} = {value} (95% interval {range}; percentile bootstrap over paragraphs, {resamples} resamples, seed \
         {seed})";
    cited_size(people: &str, paragraphs: &str) = "n = {people} and {paragraphs}";
    cited_source(question: &str, codebook: &str, versions: &str) =
        "question “{question}”, codebook “{codebook}”, {versions}";
    cited_source_without_name(question: &str, versions: &str) = "question “{question}”, codebook {versions}";
    cited(value: &str, size: &str, source: &str, app: &str) = "{value}, {size}, {source}. Computed with {app}.";
}
