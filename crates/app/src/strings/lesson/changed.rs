//! "You and the class".

postil_core::strings! {
    reply = "reply";
    nothing_decided =
        "Nothing is decided yet. Once the class has decided on a paragraph, this page compares the decision with \
         your answers.";
    nothing_differs = "Wherever both are given, your answers are those that the class decided on.";
    you_tagged_nothing =
        "You have not tagged anything of this article in this browser, so there is nothing to compare.";
    tagged_nothing(name: &str) =
        "\u{2068}{name}\u{2069} has not tagged anything of this article in this browser, so there is nothing to \
         compare.";
    and_answers_of(name: &str) =
        " The answers that are here are those of \u{2068}{name}\u{2069}. They are shown, and replied to, in the \
         browser in which they were given.";
}
