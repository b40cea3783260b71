//! Counts of themes.

// Said elsewhere in the same words.
pub use postil_core::strings::output::picture::{
    all_judgements as judgements, co_occurrence as together, several_rows as stance_by_theme_note, stance_by_theme,
    theme_frequency as frequency,
};

postil_core::strings! {
    nobody_selected = "Nobody is selected. Select people above to count their themes.";
    no_themes_yet =
        "As soon as somebody names the themes of a paragraph, this shows how often each one comes up, which go \
         together, and who supports what.";
    and_more_not_shown(n: usize) = " Not shown: {n} more theme." | " Not shown: {n} more themes.";
}

// Theme frequency.
postil_core::strings! {
    frequency_caption(coded: u32, judgements: u32) =
        "How often each theme was chosen. A judgement is one person on one paragraph. Themes were answered in \
         {coded} of {judgements}; shares are of those.";
    frequency_note = "A judgement may have several themes, so the shares can add up to more than 100\u{a0}%.";
    paragraphs_of(n: usize) = "Paragraphs, of {n}";
    people_of(n: usize) = "People, of {n}";
}

// Stance by theme.
postil_core::strings! {
    stance_by_theme_caption =
        "How those who chose each theme answered. The stronger the colour, the larger the share of the theme’s \
         judgements.";
    stance_by_theme_caption_of(question: &str) =
        "How those who chose each theme answered “{question}” The stronger the colour, the larger the share of the \
         theme’s judgements.";
    and_left_out(uncoded: u32) = " Judgements without an answer on themes are left out: {uncoded}.";
    all = "All";
}

// Co-occurrence.
postil_core::strings! {
    together_caption =
        "How many judgements have both themes; framed: how many have the theme in all. The stronger the colour, \
         the more judgements.";
}
