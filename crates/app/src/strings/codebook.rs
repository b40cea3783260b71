//! What the Codebook screen says.

// Said elsewhere in the same words.
pub use crate::strings::words::{questions, themes};

// What was done, as undo and the notices name it.
postil_core::strings! {
    changed = "changed";
    moved = "moved";
    merged = "merged";
    split = "split";
    archived = "archived";
    brought_back = "brought back";
    question_added = "question added";
    answer_added = "answer added";
    theme_added = "theme added";
    codes_matched = "Codes matched";
    was_merged(theme: &str, into: &str) = ["“", theme, "” was merged into “", into, "”."];
    was_split(theme: &str) = ["“", theme, "” was split. What was tagged with it needs to be checked again."];
    back_in_use = "It is back in use.";
    no_question_asked = "No question is asked now. Readers only tag themes.";
    theme_is_archived(theme: &str) = ["“", theme, "” is archived."];
    answer_is_archived = "The answer is archived.";
    question_is_archived = "The question is archived.";
    write_two_names = "Write at least two names, one per line.";
    undo = "Undo";
}

// What something new is called until somebody writes what.
postil_core::strings! {
    new_target = "the main claim";
    new_answer = "New answer";
    new_theme = "New theme";
}

// What stands in a field while it is empty.
postil_core::strings! {
    name_for_codebook = "A name for this codebook";
    answer = "Answer";
    when_to_choose = "When to choose it";
    the_author = "the author";
    claim_or_matter = "the claim or topic";
    theme = "Theme";
    what_theme_means = "What the theme means";
    what_counts = "What counts";
    what_does_not_count = "What does not count";
    sentence_that_fits = "A sentence that fits: type it, or select it in the article";
}

// How often something was chosen, and what other codebooks have.
postil_core::strings! {
    times(n: usize) = "{n} time" | "{n} times";
    chosen(times: &str) = ["chosen ", times];
    answer_to(answer: &str, question: &str) = "{answer} ({question})";
    questions_and_themes(questions: &str, themes: &str) = [questions, " and ", themes];
    use_this = "Use this";
    use_changes = "Use the changes";
}
