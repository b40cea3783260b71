//! The dialog "People in this browser".

postil_core::strings! {
    people_here = "People in this browser";
    about = "Several people can share this browser. Each has answers of their own.";
    active = " · active";
    continue_as(name: &str) = ["Continue as ", name];
    go_on = "Continue";
    new_name_of(name: &str) = ["New name of ", name];
}

// Those who came with a file.
postil_core::strings! {
    from_files = "From imported files";
    from_files_about = "A person from a file is updated when you import their next file. If one of them is you, choose \
                        Continue to work as yourself. A name you change here is shown only in this browser; files keep \
                        the old name.";
    are_you(name: &str) = ["Are you ", name, "? From now on, your answers will be added to theirs."];
    yes_go_on_as(name: &str) = ["Yes, go on as ", name];
    no = "No";
    name_shown_for(name: &str) = ["Name shown here for ", name];
    empty_shows(name: &str) = ["Leave it empty to show “", name, "” again."];
}

// One more.
postil_core::strings! {
    add_person = "Add a person";
    name = "Name";
    add = "Add";
}
