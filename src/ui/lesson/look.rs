//! What buttons look like.

use postil_app::lesson::view::{LessonView, Step};

/// What the button of a step looks like: one on the screen is the next to be pressed.
pub fn look(view: &LessonView, step: Step) -> &'static str {
    if view.next == Some(step) { "btn btn-primary" } else { "btn btn-line" }
}
