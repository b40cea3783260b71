//! The Read page.

// Said elsewhere in the same words.
pub use crate::strings::words::paragraphs;
pub use postil_core::strings::output::picture::paragraph;

use crate::strings::words::count;

// What is said of the current paragraph.
postil_core::strings! {
    answer_removed = "answer removed";
    undo = "Undo";
    is_removed(paragraph: &str, answer: &str) = [paragraph, ": “", answer, "” is removed."];
    choose_answer_first = "Choose an answer first.";
    confidence(degree: &str) = "confidence {degree}";
    confidence_removed = "confidence removed";
    theme_removed(theme: &str) = "{theme} removed";
    themes_not_answered = "themes not answered";
    no_theme_applies = "no theme applies";
    note_made_private = "note made private";
    note_for_others = "note for others too";
    note_chosen = "note chosen from two";
    off_screen(paragraph: &str) = [paragraph, " was off screen, so nothing was changed. Here it is."];
}

// Tagging by tapping.
postil_core::strings! {
    tagging(theme: &str) = ["Tagging by tapping: ", theme, ". Tap a paragraph to add or remove it."];
    tagging_off = "Tagging by tapping is off.";
    choose_theme_first = "Choose a theme first, then tag others by tapping.";
}

// Going from paragraph to paragraph, and from question to question.
postil_core::strings! {
    all_answered = "Every paragraph is answered.";
    all_below_answered = "Every paragraph below is answered.";
    all_above_answered = "Every paragraph above is answered.";
    only_one_question = "There is only one question.";
}

// What was tagged under an earlier definition.
postil_core::strings! {
    nothing_earlier = "Nothing was tagged under an earlier definition.";
    nothing_earlier_here = "Nothing here was tagged under an earlier definition.";
    nothing_earlier_left = "Nothing is left that was tagged under an earlier definition.";
    no_others = "There are no others.";
    still_right = "still right";
    merged(before: &str, now: &str) = "“{before}” was merged into “{now}”.";
    split(before: &str, parts: &str) = "“{before}” was split into {parts}.";
    quoted(name: &str) = "“{name}”";
    and_last(others: &str, last: &str) = "{others} and {last}";
}

// What a code means.
postil_core::strings! {
    empty_codebook = "This codebook has no questions and no themes yet.";
    use_paragraph = "Use this paragraph as an example";
    use_words(words: &str) = ["Use “", words, "” as an example"];
}

// The search.
postil_core::strings! {
    title = "Title";
    question = "Question";
    question_of_several(number: &str) = ["Question ", number];
    note_on_paragraph(number: &str) = ["Note on paragraph ", number];
    reached(place: &str, at: usize, count: usize) = "{place}, {at} of {count}.";
    not_found = "Not found";
    found_at(at: usize, count: usize) = "{at} of {count}";
    found(count: usize) = "{count} found";
}

// What others said.
postil_core::strings! {
    counted(count: usize, label: &str) = "{count} {label}";
    more_themes(n: usize) = [&*count(n, "more theme", "more themes")];
}

// The end of the article, and what is missing.
postil_core::strings! {
    one_is_answered = "The paragraph is answered.";
    all_are_answered(total: usize) = "All {total} paragraphs are answered.";
    some_are_answered(answered: usize, paragraphs: &str, enough: &str) =
        "Answered: {answered} of {paragraphs}{enough}. Not answered yet:";
    enough = ", as many as were asked for";
    lacks(paragraph: &str, what: &str) = [paragraph, " ", what];
    and_more(n: usize) = ["and ", &n.to_string(), " more"];
    paragraph_lacks(number: &str, what: &str) = ["paragraph ", number, " ", what];
    next_hand_in =
        "Next: hand it in. One file holds all your answers and notes. Your teacher compares everybody’s answers, and \
         then you discuss where you differ.";
    next_hand_in_again = "Next: hand it in once more, so that the changes count too.";
    next_discuss = "Next: discuss in class where you differ.";
    next_give = "Next: give it to the class, as a file or a link. Everybody answers on their own.";
    next_collect = "Next: collect the files of the class, and see where people disagree.";
    to_make_a_file = "To make a file of your answers, use Export, under Files.";
}
