//! Pictures.

// Said elsewhere in the same words.
pub use crate::strings::record::no_theme_applies;

// What they are.
crate::strings! {
    answers_by_paragraph = "Answers by paragraph";
    theme_frequency = "Theme frequency";
    co_occurrence = "Co-occurrence of themes";
    kappa_of_all_pairs = "Cohen’s kappa of all pairs";
    portrait = "Portrait";
    stance_by_theme = "Stance by theme";
}

// Labels.
crate::strings! {
    themes_not_answered = "Themes not answered";
    not_answered = "not answered";
    answered = "answered";
    paragraphs = "paragraphs";
    annotators = "people";
    judgements = "judgements";
    all_judgements = "Judgements";
    all = "all";
    in_all = "in all";
    none = "none";
    stance_by_person = "Stance, by person";
    themes_by_share = "Themes, by share of the people";
    pairs_over(paragraphs: usize) = "pairs over {paragraphs} paragraphs or more";
    pairs_over_fewer(paragraphs: usize) = "pairs over fewer than {paragraphs}";
    paragraph(number: usize) = "Paragraph {number}";
    in_paragraph(number: usize) = "in paragraph {number}";
    some_of(some: usize, all: usize) = "{some} of {all}";
}

// Sentences at the foot.
crate::strings! {
    full_bar(annotators: u32) =
        "A full bar is {annotators} person; a number is how many gave an answer." |
        "A full bar is {annotators} people; a number is how many gave an answer.";
    end_of_bar =
        "At the end of a bar: of the pairs of people who both answered, how many answer differently.";
    what_a_judgement_is(judgements: u32) =
        "A judgement is one person on one paragraph; there are {judgements}.";
    what_paragraphs_are = "Paragraphs: where at least one person names the theme.";
    number_names_both = "A number is how many judgements (one person on one paragraph) name both themes;";
    framed_names_theme = "framed, how many name the theme at all.";
    what_a_column_is = "A column is a tenth of kappa, and a number how many pairs of people are in it.";
    no_pair_has_kappa = "No pair has a kappa.";
    only_complete = "Only paragraphs that everybody answered count.";
    so_many_paragraphs(n: usize) = "{n} paragraph" | "{n} paragraphs";
    so_many_annotators(n: usize) = "{n} person" | "{n} people";
    row_and_lane(paragraphs: &str, annotators: &str) = "{paragraphs} in a row; a full lane is {annotators}.";
    darker_cells = "A judgement is one person on one paragraph. The darker a cell, the larger its share of its \
                    theme’s judgements.";
    several_rows = "A judgement with several themes appears in several rows, but is counted once in the last row.";
    not_in_the_table(judgements: u32) =
        "Judgements without an answer on themes are not in the table: {judgements}.";
}

// What is not drawn.
crate::strings! {
    themes_not_drawn(n: usize) = "Not drawn: {n} more theme." | "Not drawn: {n} more themes.";
    options_not_drawn(n: usize) = "Not drawn: {n} more option." | "Not drawn: {n} more options.";
    paragraphs_not_drawn(n: usize) = "Not drawn: {n} more paragraph." | "Not drawn: {n} more paragraphs.";
    annotators_not_drawn(n: usize) = "Not drawn: {n} more person." | "Not drawn: {n} more people.";
}
