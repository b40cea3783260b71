//! Articles, and what is wrong with a text that is to become one.

crate::strings! {
    untitled = "Untitled";
    cut_short(words: &str) = "{words} …";
    no_text = "There is no text in it.";
    too_large = "It is larger than 32 MB, too long for one article. Split it and open the parts.";
    too_many_lines = "It has more than 300,000 lines, too many for one article. Split it and open the parts.";
    is_pdf = "This is a PDF. Copy its text and paste it here instead.";
    is_zipped = "This is a document of a word processor or a zip file. Save it as plain text (.txt) and open that.";
    is_binary = "This does not look like text. Open a plain text file (.txt), or paste the words.";
}
