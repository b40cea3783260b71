//! What the group's screens ask to be done.

use std::sync::Arc;

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Say something to the program that stores: what kind, a name or word, and a text.
    Say(&'static str, Arc<str>, Arc<str>),
    /// Let the person save a file.
    Download {
        /// Its name.
        name: Arc<str>,
        /// Its media type.
        mime: &'static str,
        /// What is in it.
        bytes: Arc<[u8]>,
    },
    /// Draw a picture into a PNG file and let the person save it.
    SavePng {
        /// The file's name.
        name: Arc<str>,
        /// The picture.
        svg: Arc<str>,
        /// How wide it is, in pixels.
        width: u32,
        /// How high it is.
        height: u32,
        /// The ticket of the `Msg::TimePassed` that says that it did not work.
        failed: u64,
    },
    /// Send `Msg::TimePassed` with this ticket after so many milliseconds.
    Wait(u64, u32),
    /// Show another address after the `#`, in place of the one that is shown: nobody has gone anywhere.
    Go(Arc<str>),
    /// Say a short sentence to a screen annotator.
    Announce(Arc<str>),
    /// Move the focus to the element with this id, once the page is drawn.
    Focus(Arc<str>),
    /// Show the page from its head.
    ScrollUp,
    /// Fill the screen with the page, or end that.
    FullScreen,
    /// Open the browser's print dialog.
    Print,
}
