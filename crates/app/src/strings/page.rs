//! What stands around all pages: their names, how they look, when something was and whose it is.

use crate::strings::words::count;

// The screens.
postil_core::strings! {
    read = "Read";
    codebook = "Codebook";
    class = "Class";
    compare = "Compare";
    discuss = "Discuss";
    report = "Report";
}

// The bar.
postil_core::strings! {
    progress(answered: usize, total: usize) = "{answered} of {total}";
    changes(n: usize, state: &str) = [&*count(n, "change", "changes"), state];
    not_handed_in = " not handed in";
    not_exported = " not exported";
}

// The parts of the program that come later.
postil_core::strings! {
    one_moment = "One moment…";
    part_not_loaded = "This part of Postil could not be loaded. Check the connection and try again.";
}

// How the page looks.
postil_core::strings! {
    text_size = "Text size";
    typeface = "Typeface";
    colours = "Colours";
    small = "Small";
    medium = "Medium";
    large = "Large";
    larger = "Larger";
    serif = "Serif";
    sans_serif = "Sans serif";
    automatic = "Automatic";
    light = "Light";
    dark = "Dark";
}

// When something was.
postil_core::strings! {
    january = "Jan";
    february = "Feb";
    march = "Mar";
    april = "Apr";
    may = "May";
    june = "Jun";
    july = "Jul";
    august = "Aug";
    september = "Sep";
    october = "Oct";
    november = "Nov";
    december = "Dec";
    monday = "Mon";
    tuesday = "Tue";
    wednesday = "Wed";
    thursday = "Thu";
    friday = "Fri";
    saturday = "Sat";
    sunday = "Sun";
    today = "today";
    day(day: u8, month: &str) = "{day} {month}";
    date(day: u8, month: &str, year: &str) = "{day} {month} {year}";
    moment(day: &str, time: &str) = [day, ", ", time];
    due(weekday: &str, day: &str, time: &str) = [weekday, " ", day, ", ", time];
}

// Whose something is.
postil_core::strings! {
    unnamed_person = "Unnamed person";
    answers_of_people(n: usize) = ["the answers of ", &count(n, "person", "people")];
    answers_of_programs(n: usize) = ["the answers of ", &count(n, "program", "programs")];
    decisions = "the class’s decisions";
    vote_counts = "vote counts of a class";
    notes_of_people(n: usize) = ["notes or replies by ", &count(n, "person", "people")];
    notes_of_others(n: usize) = ["notes or replies by ", &count(n, "other person", "other people")];
    both(one: &str, two: &str) = [one, " and ", two];
    and_last(others: &str, last: &str) = [others, ", and ", last];
}
