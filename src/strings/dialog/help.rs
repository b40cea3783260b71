//! The dialog "Help", with the table of keys.

postil_core::strings! {
    help = "Help";
    what_title = "What this is";
    what = "Everybody reads the same text and says, paragraph by paragraph, where its author stands and what it is \
            about. Side by side, the answers show where you agree and where you do not. All of it stays in this \
            browser until you hand it in as a file.";
    tagging_title = "How to tag";
    go_to_paragraph = "Go to a paragraph: touch it, or scroll. The one that is marked is the one you answer.";
    press_answer = "Press the answer that fits. Press it again to remove it.";
    choose_themes = "Choose the themes that fit, or “No theme applies”. The i beside a theme says what it means.";
    write_note = "Write a note where you want to say why.";
    strip_of_marks = "The strip along the text has a mark for each paragraph, in the colour of its answer; a pale one \
                      is not answered yet. Press one to go there.";
    handing_in_title = "How to hand in";
    handing_in = "Press Hand in: at the top (on a phone it may stand under More, ⋯), or below the last paragraph. One file holds all your answers and notes, \
                  under your name: give it to your teacher. What you change afterwards is not in it, so hand in again \
                  after changes.";
    teaching_title = "With a class of your own";
    teaching = "Open your text under Files, Open article, and write your questions on Codebook. Class leads on from there: \
                give it out, collect the files, compare, discuss and decide, give back.";
}

// The keys.
postil_core::strings! {
    keys = "Keys";
    single_keys = "Single keys";
    single_keys_about = "Letters and digits work as shortcuts in the article and the panel beside it, but not while \
                         you type.";
    no_shared_key = "On one screen no two actions share a key.";
    press_key_for(action: &str) = ["Press a key for ", action, ". Esc keeps the old one."];
    press_key = "Press a key…";
    keep_key_for(action: &str) = ["Cancel: keep the key for ", action];
    change = "Change";
    change_key_for(action: &str) = ["Change the key for ", action];
    reset_key_for(action: &str) = ["Reset the key for ", action];
    reset_key = "Reset to the default key";
}
