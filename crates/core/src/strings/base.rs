//! What everything builds on: where in a file something is wrong.

crate::strings! {
    at_line(line: usize, column: usize, sentence: &str) = "Line {line}, column {column}: {sentence}";
    at_path(path: &str, sentence: &str) = "At {path}: {sentence}";
    at_path_in_line(line: usize, path: &str, sentence: &str) = "Line {line}, at {path}: {sentence}";
    no_stamp = "a stamp has the form milliseconds-counter-replica";
}
