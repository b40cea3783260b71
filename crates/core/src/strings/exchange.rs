//! Files: what is wrong with one that was read, and what those that are written are called.

// Said elsewhere in the same words.
pub use crate::strings::article::untitled;

// Of any file.
crate::strings! {
    empty = "It is empty.";
    newer = "A newer version of Postil made this file. Reload this page, then try again.";
    version_not_one = "The version must be 1.";
    ends_early = "The file ends too early here: part of it is missing.";
    codebook_missing = "The codebook is missing.";
    codebook_unreadable(error: &str) = "The codebook cannot be read: {error}.";
    quotation_never_closed = "A quotation mark in this line is never closed.";
}

// Of a rescue file.
crate::strings! {
    rescue_too_large = "It is too large to be a rescue file.";
    rescue_incomplete = "It is incomplete, or was changed by another program.";
    not_a_rescue_file = "It does not say that it is a rescue file.";
}

// Names for those whose names are left out.
crate::strings! {
    program(number: usize) = "Program {number}";
    reader(number: usize) = "Reader {number}";
}

// Of a bundle.
crate::strings! {
    bundle_too_large = "It is larger than 64 MB, too large to be a Postil file.";
    no_mark_of_postil = "It does not say that it is a Postil file.";
    unreadable = "It cannot be read.";
    mistake_here = "There is a mistake in the file here.";
    more_problems_found(count: usize) = "{count} more problems like these were found.";
    must_be_object = "It must be an object.";
    must_be_object_of_numbers = "It must be an object of numbers.";
    must_be_text = "It must be a text.";
    must_be_true_or_false = "It must be true or false.";
    no_id = "It is no id.";
    no_valid_id = "It has no valid id.";
    no_valid_id_or_object = "It has no valid id, or is no object.";
    no_valid_time = "It has no valid time, so it cannot be told whether it is the newest.";
    no_valid_time_or_id = "It has no valid time or id.";
    round_from_one = "The round must be a number from 1.";
}

// Of the article in a bundle.
crate::strings! {
    article_missing = "The article is missing.";
    parts_missing = "The parts of the article are missing.";
    no_paragraph = "The article has no paragraph.";
    text_changed_outside = "The article’s text was changed outside Postil; its id was made anew.";
    part_not_object = "A part of the article must be an object.";
    part_of_no_kind = "A part of the article is a heading, paragraph, list-item or quotation.";
    part_without_text = "A part of the article must have a text.";
    must_be_text_of_paragraph = "It must be the text of a paragraph.";
    too_many_described = "There are more than 64 fields; the others are left out.";
}

// Of an assignment in a bundle.
crate::strings! {
    assignment_not_object = "An assignment must be an object.";
    must_be_time = "It must be a time with its offset from UTC, as in 2026-12-04T08:00:00+01:00.";
    names_or_codes = "It must be “names” or “codes”.";
    must_list_questions = "It must be a list of ids of questions.";
    minimum_out_of_range = "It must be a number from 1 to 100,000.";
    must_have_id = "It must have an id.";
}

// Of codebooks and maps in a bundle.
crate::strings! {
    versions_not_object = "Versions of codebooks must be in an object, by their ids.";
    too_many_versions = "There are more than 1,000 versions in it; the others are left out.";
    version_left_out(why: &str) = "This version is left out: {why}.";
    maps_not_object = "Maps must be in an object, by the codebooks that they are about.";
    must_list_under_codebook = "It must be a list, under the id of a codebook.";
    too_many_mapped = "There are more than 100,000 codes in the maps; the others are left out.";
    says_no_code_about = "It must say which code it is about.";
    says_no_code_here = "It must say which code that is here.";
}

// Of people in a bundle.
crate::strings! {
    people_not_object = "The people must be an object.";
    person_or_machine = "It must be “person” or “machine”.";
    name_without_time = "The name has no valid time, so it cannot be told whether it is the newest.";
}

// Of answers in a bundle.
crate::strings! {
    too_many_layers = "There are more than 5,000 sets of answers in it.";
    layers_missing = "The answers are missing.";
    layer_not_object = "A set of answers must be an object.";
    layer_of_nobody = "The person has no id.";
    kind_not_word = "The kind of a set of answers must be a word.";
    records_missing = "The records are missing.";
    record_not_object = "A record must be an object.";
    record_of_no_paragraph = "The record does not say which paragraph it is about.";
    option_not_id = "An option must be an id or null.";
    applies_not_flag = "“applies” must be true or false.";
    applies_missing = "It needs “applies” and a valid time.";
    span_incomplete = "The span is not complete.";
    span_missing = "The span is missing.";
    unknown_reply = "The reply is none that Postil knows.";
    unknown_confidence = "The confidence is not low, medium or high; it was left out, the stance was kept.";
    note_without_texts = "The note has no texts.";
    note_text_incomplete = "A text of the note has no words or no valid time.";
    note_time_unreadable = "A time in the note cannot be read.";
    note_ahead = "The note claims to know of a time that has not come; that was left out.";
    too_many_note_texts = "The note has more than 64 texts side by side, and only the first 64 are read.";
}

// Of decisions in a bundle.
crate::strings! {
    decisions_not_object = "The decisions must be an object.";
    counts_ahead = "How the class answered was counted by a clock that is more than a day ahead. The numbers are left out.";
    vote_incomplete = "It needs a round from 1, and hands.";
    decision_not_object = "A decision must be an object.";
    unknown_outcome = "The outcome is none that Postil knows.";
    unknown_reason = "The reason is none that Postil knows; the decision was kept.";
    answer_not_id = "An answer must be the id of an option.";
    must_list_themes = "The themes must be a list of ids.";
    counts_incomplete = "It needs the time at which it was made, and how many readers there are.";
}

// What codebooks can be saved as, and what that leaves out.
crate::strings! {
    postil_codebook = "Postil codebook";
    table_with_all_columns = "Table with all columns (CSV)";
    tags_and_descriptions = "Tags and descriptions (CSV, for Taguette)";
    refi_codebook = "REFI-QDA codebook (for ATLAS.ti, MAXQDA, NVivo and others)";
    drops_dates = "Dates of changes are left out.";
    tags_drop_looks = "Keys, colours, symbols and the order in which things are shown are left out, and so is what is archived.";
    tags_drop_questions = "A question becomes the tag “Stance”, and each of its answers a tag below it; the rule that a paragraph gets only one of them is lost.";
    refi_drops_looks = "Keys and symbols are left out, and so is what is archived or merged.";
    refi_drops_questions = "A question becomes a code that cannot be chosen, with its answers as codes below it, and a group of these codes; the rule that a paragraph gets only one of them is lost.";
    puts_into_description = "Include, exclude and example are put into the description, each with its name first.";
    imports_as_new = "If you import the file again, themes and answers count as new: what was tagged with the old ones stays with those.";
    nothing_for_refi = "A REFI-QDA file needs at least one question or theme.";
}

// Of a file that is to hold a codebook.
crate::strings! {
    codebook_too_large = "It is larger than 8 MB, too large to be a codebook.";
    too_many_codes = "It has more than 5,000 questions, answers and themes.";
    more_problems_unlisted(count: usize) = "{count} more problems are not listed.";
    without_name = "It has no name.";
    named_without_name = "Without a name";
    id_of_another(label: &str) = "“{label}” has the id of another one and was left out.";
    parent_lost(label: &str) = "“{label}” was below an answer or below what was left out; it is now at the top level.";
    json_damaged = "It is damaged here, or it was cut off: this is not JSON any more.";
    is_a_bundle = "It holds an article and people’s answers. Use Import for it.";
    no_mark_of_codebook = "It does not say that it is a codebook of Postil.";
}

// Of a table that holds a codebook.
crate::strings! {
    not_a_table = "This is not a codebook that Postil can read. A table has the names of its columns in the first line: “tag” and “description”, or those of a table that Postil wrote.";
    column_left_out(name: &str) = "The column “{name}” was left out.";
    tag_without_name = "This tag has no name.";
    tag_twice = "This tag appears twice.";
    parent_missing = "Its parent is not in the table.";
    tags_in_a_circle = "Some tags contain each other; the first of them is now at the top level.";
    archived_unclear = "What is archived says “true”; this says something else.";
    other_not_json = "What stands under “other” is not JSON and was left out.";
    unknown_column(name: &str) = "The column “{name}” is not a Postil column and was left out.";
    line_of_no_kind = "A line is for a codebook (once), a question, an answer or a theme.";
    id_not_allowed = "The id is longer than 64 bytes, or it has a space or a colon in it, or begins with “agreed”.";
    id_twice(id: &str) = "The id “{id}” appears twice; the second line was left out.";
    question_missing = "No question with this id stands above this answer.";
    answer_without_label = "An answer needs a label.";
    unknown_sense = "A sense is for, against, both, neutral, none, or a number from 0 to 255. This one was left out.";
    theme_without_label = "A theme needs a label.";
    parent_of_theme_missing(label: &str) = "The parent of “{label}” is not in the table.";
    theme_in_itself(label: &str) = "The theme “{label}” contained itself, directly or through others.";
}

// Of a REFI-QDA file.
crate::strings! {
    not_refi = "This is not a codebook: a REFI-QDA file begins with “CodeBook”.";
    no_codes = "It holds no codes.";
    heading_is_theme(first: &str) = "“{first}” is only a heading in that file; here it is a theme that can be chosen.";
    headings_are_themes(first: &str, more: usize) = "“{first}” and {more} more are only headings in that file; here they are themes that can be chosen.";
    sets_left_out(n: usize) = "A group of codes was left out: here a theme may have a parent, and there are no groups."
        | "{n} groups of codes were left out: here a theme may have a parent, and there are no groups.";
    refi_too_deep = "It has more codes, or nests them more deeply, than any codebook: 5,000, and 64 levels.";
    brings_definitions = "It brings definitions of its own (a DTD), which are not read: they can do harm.";
    more_than_a_codebook = "It holds more than any codebook.";
    xml_damaged = "It is damaged here: this is not XML any more.";
}
