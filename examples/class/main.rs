//! Writes the example class: `cargo run --no-default-features --example class > static/class/example.postil.json`.

mod made;

fn main() {
    print!("{}", made::file());
}
