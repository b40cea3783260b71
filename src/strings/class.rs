//! What the class's screens share: the question they are seen through, the example class, and which class is shown.

// Said elsewhere in the same words.
pub use postil_app::strings::page::unnamed_person;

// Controls.
postil_core::strings! {
    how_order_works = "How this order works";
    question = "Question";
}

// The example class.
postil_core::strings! {
    try_example = "Try with an example class";
    remove_example = "Remove the example class";
    example_made_up = "These twelve people are made up, to try things with.";
}

// Which class is shown, and what it is called.
postil_core::strings! {
    class(name: &str) = ["Class: ", name];
    classes = "Classes";
    about_classes =
        "Two groups that read the same article can be kept apart: each has people and decisions of its own.";
    class_shown = "Class that is shown";
    name_of_class = "Name of this class";
    name_it = "Name it";
    rename = "Rename";
}

// Who is in it.
postil_core::strings! {
    some_of(some: usize, all: usize) = "{some} of {all}";
    in_no_class(people: usize) =
        "{people} person is in no class, and is not shown." | "{people} people are in no class, and are not shown.";
    add_to_class = "Add them to this class";
    show_names_to_choose = "Show names, to choose who is in it";
    who_is_in_it = "Who is in it: ";
    who_is_in_class = "Who is in this class";
}

// Another class.
postil_core::strings! {
    name_of_new_class = "Name of the new class";
    class_name_example = "Friday, group B …";
    create = "Create";
    new_class = "New class…";
}
