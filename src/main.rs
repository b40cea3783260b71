//! Mounts the app and installs the panic screen; nothing else.

use postil::{ui::shell::Shell, web};

fn main() {
    web::panic::install();
    web::js::intern_values();
    if let Some(root) = web::dom::root() {
        yew::Renderer::<Shell>::with_root(root).render();
    }
}
