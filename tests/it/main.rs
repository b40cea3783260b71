//! Native tests of what a single module cannot show.

mod bundle;
mod drawn;
mod hostile;
mod import;
mod laws;
mod made;
mod startup;
mod stored;
mod tidy;
