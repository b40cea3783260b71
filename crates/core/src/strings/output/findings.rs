//! What is said first of a class. Most sentences come in pieces, since paragraphs, answers and themes stand in them.

// Shares, and who named a theme.
crate::strings! {
    some_of(some: u32, all: u32) = "{some} of {all}";
    everybody = "everybody";
    most = "most";
    half = "half";
    a_third = "a third";
    of_you(share: &str) = [share, " of you"];
    people(share: &str) = [share, " people"];
    share_who_chose_themes(share: &str, all: u32) = "{share} of the {all} who chose themes";
    some_who_chose_themes(some: u32, all: u32) = "{some} of the {all} who chose themes";
}

// Lists of paragraphs.
crate::strings! {
    paragraph = "paragraph ";
    paragraphs = "paragraphs ";
    and = " and ";
    and_more(n: usize) = " and {n} more";
}

// Nothing to compare, and all alike.
crate::strings! {
    nobody_answered = "Nobody has answered this question yet.";
    alone(n: usize) =
        "Only one person has answered so far ({n} paragraph), so there is nothing to compare yet." |
        "Only one person has answered so far ({n} paragraphs), so there is nothing to compare yet.";
    no_two_answered = "No paragraph was answered by two of you yet, so there is nothing to compare.";
    you_agree = "You agree: wherever two or more of you answered a paragraph, you gave the same answer.";
}

// Two people.
crate::strings! {
    two_agree_on_one = "You two agree on the one paragraph that you both answered.";
    two_agree(both: usize) = "You two agree on all {both} paragraphs that you both answered.";
    two_differ_on_one = "You two differ on the one paragraph that you both answered: ";
    two_differ(n: usize, both: usize) = "You two differ on {n} of the {both} paragraphs that you both answered: ";
    opposite_sides = "You take opposite sides on ";
    one_for_one_against = ": one is for, the other against.";
    only_one_answered = "Only one of you answered ";
}

// Where people differ most.
crate::strings! {
    furthest_apart = "You are furthest apart on ";
    equally_on_one = ", and equally on one other";
    equally_on(more: usize) = ", and equally on {more} others";
    of_those_who_answered(n: u32) = "of the {n} who answered, ";
    then_on = ". On ";
    says = " says";
    say = " say";
}

// Where people agree.
crate::strings! {
    on = "On ";
    everybody_agrees = " everybody agrees";
    all_who_answered_agree = " all who answered agree";
    none_agreed = "There is no paragraph on which everybody agrees";
    closest = ". You come closest on ";
    all_differ = "No two of you gave the same answer to any paragraph.";
    some_say(some: u32, all: u32) = ": {some} of {all} say ";
}

// Themes.
crate::strings! {
    only_themes_differ = " you give the same answer but name different themes.";
    themes_differ_most = "Your themes differ most on ";
    no_theme_divides_more = "No theme divides you more than ";
    on_which = " on ";
    each_time = "each time ";
    named_it = " named it, and the others did not.";
}

// How much all have answered.
crate::strings! {
    none_by_everybody = "No paragraph was answered by everybody.";
    all_by_everybody(all: usize) = "Everybody answered the only paragraph." | "Everybody answered all {all} paragraphs.";
    some_by_everybody(whole: usize, all: usize) = "Everybody answered {whole} of the {all} paragraphs.";
}

// What few have answered.
crate::strings! {
    nobody = "Nobody";
    only_some(some: u32, all: u32) = "Only {some} of {all}";
    answered = " answered ";
    fewer_than_half_answered = ", and fewer than half answered ";
    rest_on_few_answers = ", so results for these rest on few answers.";
}
