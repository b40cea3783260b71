//! Compare.

// Said elsewhere in the same words.
pub use postil_app::strings::compare::explain::share_of_disagreement;
pub use postil_app::strings::compare::kinds_of_disagreement;
pub use postil_app::strings::files::questions::{same_person, separate};
pub use postil_app::strings::shared::paragraph as said_paragraph;
pub use postil_core::strings::output::findings::nobody_answered;
pub use postil_core::strings::output::picture::end_of_bar;
pub use postil_core::strings::output::picture::paragraph as numbered_paragraph;
pub use postil_core::strings::output::picture::{
    answers_by_paragraph, kappa_of_all_pairs, not_answered, portrait, stance_by_person,
};
pub use postil_core::strings::output::report::agreement;
pub use postil_core::strings::record::not_answered_yet;

// The screen, and what several of its parts say.
postil_core::strings! {
    compare = "Compare";
    where_people_agree = "Where people agree about ";
    quoted(title: &str) = ["“", title, "”"];
    and_where_not = ", and where they do not.";
    opposite_counts_twice = " Opposite answers count twice in what is called furthest apart.";
    report = "Report";
    open_discussion = "Open the discussion";
    parts_of_compare = "Parts of Compare";
    show_people_as = "Show people as";
    show_numbers_of = "Show numbers of";
    board = "Board";
    paragraph = "Paragraph";
    theme = "Theme";
    symbols = "Symbols";
    all = "All";
    differences_only = "Differences only";
    which_paragraphs = "Which paragraphs";
}

// Nobody to compare with.
postil_core::strings! {
    nobody_of_class_tagged = "Nobody of this class has tagged this article yet";
    nobody_tagged = "Nobody has tagged this article yet";
    only_one_person = "Only one person’s answers are here";
    import_when_read =
        "When others have read this article, import their files, a whole class at once, and everybody’s answers stand \
         side by side here.";
    add_files = "Add their files";
    who_handed_in = "Who has handed in";
}

// Who is compared.
postil_core::strings! {
    everybody_counts(people: usize) = "{people} person" | "{people} people";
    some_count(taken_in: usize, all: usize) = "{taken_in} of {all} people";
    people = "People";
    select_everybody = "Select everybody";
    show_names = "Show names";
    about(name: &str) = ["About ", name];
    who_this_is = "Who this is";
    same_person_as(name: &str) = ["The same person as ", name];
    is_same_person_as = "Is the same person as";
    unnamed_person = "an unnamed person";
    also_here_as(called: &str) = ["Also here as ", called];
    also_here_otherwise = "Also here under another name";
    mark_as_person = "Mark as a person";
    mark_as_program = "Mark as a program";
    program = "Program";
    programs = "Programs";
    count_programs = "Count programs too";
    programs_not_counted = "They are not shown or counted.";
}

// What saves a picture or a table.
postil_core::strings! {
    save_as_csv = "Save as CSV";
    save_as_svg = "Save as SVG";
    save_as_png = "Save as PNG";
    copy_table = "Copy the table";
    cells_as_csv(table: &str) = ["Save as CSV: ", table];
    copy_cells(table: &str) = ["Copy the table: ", table];
}

// The overview.
postil_core::strings! {
    what_there_is_to_say = "What there is to say";
}

// The board.
postil_core::strings! {
    order_of_paragraphs = "Order of the paragraphs";
    in_article_order = "In article order";
    by_disagreement = "By disagreement";
    unanswered_by_some = "Unanswered by some";
    answer = "Answer";
    any_answer = "Any answer";
    any_theme = "Any theme";
    everybodys_answers = "Everybody’s answers";
    scroll_sideways(people: usize) = "{people} people: scroll sideways to see all of them.";
    what_symbols_mean = "What the symbols mean";
    with_note = "with a note";
    no_paragraph_fits = "No paragraph fits what is chosen above.";
    answers = "Answers";
    differ = "Differ";
    share_that_differs_and_number =
        "Of the pairs who both answered, how many answer differently; and how many people answered";
}

// The portrait.
postil_core::strings! {
    portrait_of_article = "Portrait of the article";
    every_strip_is_a_person =
        "Every strip is a person, every column a paragraph; choose one to look at it closely. The same stands in a \
         table on the ";
    every_strip_ends = ".";
    paragraphs = "Paragraphs";
    themes_by_people = "Themes, by how many name them";
}

// Counts of themes.
postil_core::strings! {
    no_themes_to_count = "No themes to count yet";
    see_themes = "See the themes of the codebook";
}

// The numbers of agreement.
postil_core::strings! {
    which_paragraphs_count = "Which paragraphs count";
    all_paragraphs = "All paragraphs";
    answered_by_everybody = "Answered by everybody";
    so_many_answered_by_everybody = " answered by everybody";
    computing = "Computing…";
    agreement_on_answer = "Agreement on the answer";
    agreement_on_themes = "Agreement on sets of themes";
    theme_by_theme_alpha = "Theme by theme: Krippendorff’s alpha";
    theme_by_theme_kappa = "Theme by theme: Cohen’s kappa";
    to_cite = "To cite";
    copy_sentence = "Copy the sentence";
    how = "How?";
    how_is_computed(label: &str) = ["How is this computed? ", label];
    interval = "95%: ";
    where_people_disagree = "Where people disagree most: share of all disagreement";
    table = "Table";
}

// Cohen’s kappa of each two people.
postil_core::strings! {
    pairs = "Pairs";
    agreement_of_two = "Agreement of these two on the answer";
    annotator = "Annotator";
    kappa_of_each_pair =
        "Cohen’s kappa for each pair of annotators, over the paragraphs that both answered. Choose one to see how it \
         is computed.";
    kappa_table = "Cohen’s kappa, table";
    look_at_two = "Look at two people";
    no_pair = "None";
}

// The kinds of disagreement.
postil_core::strings! {
    kind_of_disagreement = "Kind of disagreement";
    pairs_that_differ = "Pairs";
    most_often_in = "Most often in paragraph";
    how_pairs_differ = "How pairs differ";
    paragraph_with_pairs(pairs: usize, number: usize) =
        "Paragraph {number}, {pairs} pair" | "Paragraph {number}, {pairs} pairs";
    one_has_not_answered = "At least one of the two has not answered; not counted as a difference or in any share.";
    answers_confused = "Answers that are confused most";
    themes_confused = "Themes that are confused most";
    none_confused = "None.";
    and = "and";
    clearer_definitions = "Pairs that are often confused may need clearer definitions in the codebook.";
    see_codebook = "See the codebook";
}
