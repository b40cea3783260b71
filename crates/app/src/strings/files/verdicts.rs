//! The strings of what became of imported files.

// The import as a whole.
postil_core::strings! {
    reading = "Reading the files…";
    progress(all: usize, done: usize) = "{done} of {all} file" | "{done} of {all} files";
    filling(percent: usize) = "{percent} % of the storage for answers and notes in this browser is used now. Export \
                               your work: you keep the file even if this browser loses its data.";
    not_copied = "The browser does not let Postil copy. Save it as a text instead.";
    came_in(all: usize, merged: usize) = "{merged} of {all} file imported" | "{merged} of {all} files imported";
    brought_nothing(n: usize) = "{n} brought nothing new";
    need_attention(n: usize) = "{n} needs your attention" | "{n} need your attention";
    not_imported(n: usize) = "{n} could not be imported";
    were_left_out(n: usize) = "{n} left out";
}

// The verdict on a file.
postil_core::strings! {
    asks = "Nothing changed yet: this needs your answer.";
    left_out = "Left out. Nothing changed.";
    no_room = "There was no storage left for it. Nothing changed.";
    twice = "These people are already here from another file (one file has names, the other does not) and would count \
             twice, so this file was not imported. To use this one, undo the other import first.";
    already_here = "Already here. Nothing changed.";
    older = "Older than what you already have. Nothing changed.";
    instructions = "It holds the teacher’s instructions, which are now shown above the article.";
    no_answers = "It holds the article and no answers. Nothing changed.";
    article(title: &str) = "“{title}” is an article to read and tag.";
    with(whose: &str) = [", with ", whose];
    other_article(title: &str, with: &str) = "Made for another article: “{title}”{with}.";
    not_ours(because: &str) = "Not a Postil file. {because}Nothing changed; choose another file or ask for this one \
                               again.";
    newer = "A newer version of Postil made this file. Nothing changed. Reload this page, then try again.";
    damaged(problem: &str) = "Damaged. {problem} Nothing changed; ask for the file again.";
    parts_left_out(n: usize) = " {n} part was left out." | " {n} parts were left out.";
}

// What came in.
postil_core::strings! {
    imported = "Imported.";
    of_people(n: usize, paragraphs: &str) = " {n} people: {paragraphs}.";
    of_programs(n: usize, paragraphs: &str) = " {n} programs: {paragraphs}.";
    of_classes(n: usize, paragraphs: &str) = " {n} classes: {paragraphs}.";
    changed(what: &str) = [" New or changed: ", what, "."];
    earlier_version(changes: &str, more: &str) = "It was made with an earlier version of your codebook. What has \
                                                  changed since: {changes}{more}.";
    another_version(changes: &str, more: &str) = "It was made with another version of the codebook: {changes}{more}.";
    more_changes(n: usize) = "; and {n} more";
    more_problems(n: usize) = "And {n} more.";
}

// By whom.
postil_core::strings! {
    one_and_more(one: &str, n: usize) = "{one} and {n} more";
    decisions(of: &str) = ["Decisions", of];
    the_decisions(of: &str) = ["the decisions", of];
    of_class(name: &str) = [" of “", name, "”"];
    answers_of(n: usize, name: &str) = "{n} answer of {name}" | "{n} answers of {name}";
    replies_of(n: usize, name: &str) = "{n} reply of {name}" | "{n} replies of {name}";
    notes_of(n: usize, name: &str) = "{n} note of {name}" | "{n} notes of {name}";
    paragraphs_of(n: usize, name: &str) = "{n} paragraph of {name}" | "{n} paragraphs of {name}";
}
