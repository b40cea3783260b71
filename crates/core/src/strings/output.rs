//! What leaves as something to look at.

pub mod feedback;
pub mod findings;
pub mod picture;
pub mod report;

// Names of files.
crate::strings! {
    unnamed_article = "article";
    unnamed_annotator = "annotator";
    feedback_of(name: &str) = "feedback - {name}";
}
