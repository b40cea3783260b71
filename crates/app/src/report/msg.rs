//! What can happen on the report.

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    /// The page was awake for long enough: more of the report can be made.
    Rested,
    /// The report is to be printed.
    PrintAsked,
    /// The report is to be saved as a page.
    ReportAsked,
}
