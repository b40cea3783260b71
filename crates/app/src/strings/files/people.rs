//! The strings of the people who tag in this browser.

postil_core::strings! {
    tags_now(name: &str) = "{name} tags now.";
    no_name_in_file = "no name in their file · ";
    name_in_file(name: &str) = ["“", name, "” in their file · "];
    shown_as(name: &str) = ["shown as ", name];
    own_name = "shown by their own name";
    tagged_here(in_file: &str, tagged: &str, total: &str) = [in_file, tagged, " of ", total, " tagged here"];
}
