//! The Read screen, without the inspector.

// Said elsewhere in the same words.
pub use postil_app::strings::shared::hand_in;
pub use postil_core::strings::record::no_theme_applies as no_theme;

// What this is for and what to do.
postil_core::strings! {
    intro = "A text to read together: for each paragraph, say where the author stands, and then see where you differ.";
    read = "Read";
    one_paragraph = "one paragraph";
    tag = "Tag";
    press_answer = "press an answer, and the themes that fit";
    one_file = "one file with all your answers";
}

// What is asked of whoever reads.
postil_core::strings! {
    what_to_do = "What to do";
    hide = "Hide";
}

// The marks of paragraphs, and whose they are.
postil_core::strings! {
    marks = "Marks";
    mine = "Mine";
    everybody = "Everybody";
    agreed = "Agreed";
    question = "Question";
    has_note = "Has a note";
}

// The strip that shows the whole article.
postil_core::strings! {
    overview = "Overview";
    about_overview = "The whole article: a mark for each paragraph, coloured by its answer. Click one to go there.";
    paragraph_of(number: usize, total: usize) = "Paragraph {number} of {total}";
}

// What stands below the last paragraph.
postil_core::strings! {
    end_of_article = "End of the article";
}
