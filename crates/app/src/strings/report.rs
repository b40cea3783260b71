//! What is said around the report.

postil_core::strings! {
    people_named(people: &str, names: &str) = [people, ": ", names];
    round(n: u32) = "Round {n}";
    left_out(n: usize) =
        "One more person is not included (chosen in Compare)."
        | "{n} more people are not included (chosen in Compare).";
    programs(n: usize) = "One of them is a program." | "{n} of them are programs.";
    made_up = "The twelve people of the example class are made up.";
    file_name(title: &str) = "{title} - report.html";
}
