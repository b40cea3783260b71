//! Codebooks: what differs between two, and what is wrong with one in a file.

// Said elsewhere in the same words.
pub use crate::strings::exchange::mistake_here;

// What differs.
crate::strings! {
    difference(what: &str, name: &str, change: &str) = "{what} “{name}” {change}";
    question = "question";
    answer = "answer";
    theme = "theme";
    is_new = "is new";
    is_not_there = "is not there";
    asks(prompt: &str) = "asks “{prompt}”";
    is_named(label: &str) = "is named “{label}”";
    is_merged_into(theme: &str) = "is merged into “{theme}”";
    is_in_use_again = "is in use again";
    is_archived = "is archived";
    differs = "differs";
    has_other_description = "has a different description";
    yes = "yes";
}

// What makes a codebook unusable.
crate::strings! {
    no_id_of_codebook = "The id of the codebook is empty, too long, or has a space in it.";
    too_many_items = "The codebook has more than 5,000 questions, options and themes.";
    no_id_of_code = "An id in the codebook is empty, too long, or has a space in it.";
    id_appears_twice(id: &str) = "The id “{id}” appears twice in the codebook.";
    own_parent(theme: &str) =
        "The theme “{theme}” is its own parent, or was merged into itself, directly or through others.";
}

// What is missing where.
crate::strings! {
    the_codebook = "the codebook";
    a_question = "a question";
    an_option = "an option";
    a_theme = "a theme";
    must_be_object(place: &str) = "{place} must be an object";
    must_be_text(name: &str, place: &str) = "“{name}” of {place} must be a text";
    lacks(place: &str, name: &str) = "{place} lacks its “{name}”";
    archived_must_be_flag(place: &str) = "“archived” of {place} must be true or false";
    has_no_id_of_code(place: &str) = "{place} has an id that no code may have";
    not_json = "it is not JSON";
    other_version = "it is not the version that it is kept as";
}

// What is wrong with a codebook that is kept as it was written.
crate::strings! {
    too_many_fields = "The codebook has more than 100,000 fields.";
    must_be_whole_object = "A codebook must be an object.";
    no_id = "The codebook has no id, or one that is too long or has a space in it.";
    changed_outside = "The codebook was changed outside Postil; its version was made anew.";
    must_be_by_ids = "What is in a codebook must be in an object, by its ids.";
    id_not_allowed = "This id in the codebook is empty, too long, or has a character that is not allowed.";
    item_must_be_object = "What is in a codebook must be an object.";
    name_not_allowed = "The name of this field is too long, or has a character that is not allowed.";
    no_valid_time = "This field has no valid time, so it cannot be told whether it is the newest.";
    no_time_of_codebook = "When the codebook was written is not said, so whatever else is known of it counts as newer.";
    text_too_long = "This text is longer than 100,000 bytes.";
    value_too_deep = "This value is nested more deeply than 50 levels.";
}
