//! Writes the example class: `cargo run --example class > static/class/example.postil.json`.

mod made;

fn main() {
    print!("{}", made::file());
}
