//! The strings of what an imported file asks, and of the answers it can be given.

// Whether it is one's own work, and its article.
postil_core::strings! {
    my_work(name: &str) = "This is my work: go on as {name}";
    open_it = "Open it";
    open(title: &str) = "Open “{title}”";
    see_you_and_class = "See what the class decided";
}

// The codes it matches, and how it describes the article.
postil_core::strings! {
    matches(codes: &str) = "It matches {codes} of other codebooks with yours. Nothing changes here, unless you use \
                            these matches.";
    use_matches = "Use these matches";
    no_field(field: &str) = ["no ", field];
    details(says: &str) = [
        "It has different details of the article: ",
        says,
        ". Yours stay as they are, unless you use these details.",
    ];
    use_details = "Use these details";
}

// Its codebook.
postil_core::strings! {
    another_codebook = "It was made with another codebook. What was tagged with it is kept. Match its codes with yours \
                        in Codebook.";
    another_codebook_called(title: &str) = "It was made with another codebook, “{title}”. What was tagged with it is \
                                            kept. Match its codes with yours in Codebook.";
    match_codes = "Match the codes";
    were_swapped(one: &str, two: &str) =
        "In that version “{one}” and “{two}” were swapped. Your codebook stays as it is.";
    are_swapped(one: &str, two: &str) =
        "In its codebook “{one}” and “{two}” are swapped. That is a mistake or was done on purpose to mislead; it is \
         not an update. Your codebook stays as it is.";
    another_version = "Its codebook is another version of yours. Yours stays as it is, unless you use its changes.";
    use_changes = "Use its changes";
}

// A part that is held back.
postil_core::strings! {
    another_name = "another name";
    called_otherwise(name: &str, here: &str, effect: &str) =
        "This file uses the name “{name}” for somebody called “{here}” here. Is this one person with two names, or two \
         people sharing a copied browser? It would add: {effect}.";
    forks(name: &str, effect: &str) =
        "This file and this browser hold different work by {name}. Is that one person using two browsers, or two \
         people sharing a copied browser? It would add: {effect}. If they are two people, leave it out, and let one of \
         them export again under a name of their own.";
    own(name: &str, effect: &str) = "It would change {name}’s work in this browser: {effect}.";
    holds_decisions(effect: &str, by: &str) = ["It contains decisions of a class: ", effect, ".", by];
    changes_decisions(effect: &str, by: &str) = ["It would change the decisions made here: ", effect, ".", by];
    decided_by(names: &str) = " By {names}, according to the file.";
    dated(day: &str) = "It carries dates up to {day}, more than a day ahead of this computer’s clock.";
    far_future = "the far future";
}

// The answers.
postil_core::strings! {
    separate = "Separate";
    same_person = "Same person";
    leave_it_out = "Leave it out";
    use_these = "Use these changes";
    keep_mine = "Keep mine";
    import_them = "Import them";
    leave_them_out = "Leave them out";
    use_decisions = "Use their decisions";
    keep_ours = "Keep ours";
    import_anyway = "Import it anyway";
}
