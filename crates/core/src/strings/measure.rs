//! Numbers in words: differences, the order of paragraphs, and what figures of agreement allow to conclude.

// How two differ.
crate::strings! {
    opposite = "opposite";
    side_neutral = "one takes a side, one is neutral";
    mixed_side = "one is mixed, one takes a side";
    stance_none = "one sees a stance, one sees none";
    different_answers = "different answers";
    related_themes = "related themes";
    different_themes = "different themes";
}

// The order of paragraphs.
crate::strings! {
    order_by_disagreement =
        "Every two people form a pair. The paragraph with the most pairs that disagree comes first; a pair with one \
         for and one against counts twice. Pairs are counted among all people, including those who have not answered, \
         so paragraphs with few answers come later. Ties are ordered by how much the themes differ, then by place in \
         the article.";
}

// Why a coefficient has no value.
crate::strings! {
    no_pairs = "undefined: no paragraph was answered by two people";
    one_answer = "undefined: only one answer was used";
    unequal_raters = "does not apply: not every paragraph was answered by the same number of people";
    no_order = "does not apply: these answers have no order";
    too_many_sets = "not computed: there are too many different sets of themes to compare each with each";
    undefined = "undefined";
}

// How the kappas of all pairs are spread.
crate::strings! {
    pairs(n: u32) = "{n} pair" | "{n} pairs";
    over_few(pairs: u32, paragraphs: usize) = ", {pairs} of them over fewer than {paragraphs} paragraphs";
    pairs_between(from: &str, to: &str, pairs: &str, few: &str) = "{from} to {to}: {pairs}{few}";
    no_two_share(paragraphs: usize) = "No two people share {paragraphs} paragraphs: too few to be meaningful.";
    one_pair_shares(paragraphs: usize, kappa: &str) =
        "Only one pair shares {paragraphs} paragraphs or more: its kappa is {kappa}.";
    half_have_below(pairs: usize, half: &str, low: &str, high: &str) =
        "Half of {pairs} pairs have a kappa below {half}; the middle half lies between {low} and {high}.";
    pale_pairs(n: usize, paragraphs: usize) =
        "Pale: {n} pair over fewer than {paragraphs} paragraphs, which the sentence leaves out." |
        "Pale: {n} pairs over fewer than {paragraphs} paragraphs, which the sentence leaves out.";
    without_kappa(n: usize) = "{n} pair has no kappa." | "{n} pairs have no kappa.";
}

// Intervals and thresholds.
crate::strings! {
    range(low: &str, high: &str) = "{low} to {high}";
    percent(hundredths: f64) = "{hundredths:.0}\u{a0}%";
    convention = "This threshold is Krippendorff’s convention, not a rule.";
    conventions =
        "From 0.800 on agreement is usually called reliable, from 0.667 on good enough for tentative conclusions. Both \
         are Krippendorff’s convention, not a rule.";
}

// What can be concluded; `convention` is the sentence above.
crate::strings! {
    too_little = "That is too little to draw a conclusion.";
    only_these(items: usize) = "The value depends on only these {items} paragraphs.";
    only_the_others(commonest: usize, items: usize, telling: usize) =
        "On {commonest} of {items} paragraphs everybody gave the commonest answer, and the value depends on the other \
         {telling}.";
    reliable(convention: &str) = "Reliable: the whole interval lies at 0.800 or above. {convention}";
    tentative(convention: &str) =
        "Good enough for tentative conclusions: the whole interval lies at 0.667 or above. {convention}";
    not_reliable(interval: &str, convention: &str) =
        "Not reliable enough to build on: {interval} below 0.667. {convention}";
    whole_interval_lies = "the whole interval lies";
    interval_begins = "the interval begins";
    agreement_by_chance = "It includes agreement by chance, so no threshold is applied.";
    above_alpha_and_kappa = "It lies above alpha and kappa where one answer is far commoner than the others, so their \
                             thresholds are not applied.";
    everybody_agrees(items: usize) = "Everybody agrees on these {items} paragraphs.";
    no_two_agree(items: usize) = "On none of these {items} paragraphs do two people agree.";
    too_few_to_say = " That is too few to say how far they would agree on others.";
    nothing_to_conclude = "There is nothing to conclude from.";
    cannot_be_estimated(items: usize) =
        "With {items} paragraph, the uncertainty cannot be estimated." |
        "With {items} paragraphs, the uncertainty cannot be estimated.";
    anywhere(range: &str) = "It could be anywhere from {range}.";
}
