//! Mounts the group's screens in the page of the first program; nothing else.

use postil::{ui::group::Group, web};

fn main() {
    web::guest::report_failure();
    if let Some(root) = web::guest::root() {
        yew::Renderer::<Group>::with_root(root).render();
    }
}
