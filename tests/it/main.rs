//! Native tests of what a single module cannot show.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed, in its helpers too")]

mod agreement;
mod alone;
mod bounds;
mod bundle;
mod chance;
mod class;
mod codebook;
mod codebook_edits;
mod codebook_maps;
mod codebooks;
mod conclusions;
mod confusion;
mod crowded;
mod decisions;
mod drawn;
mod feedback;
mod frozen;
mod going_home;
mod hostile;
mod hostile_codebooks;
mod house;
mod import;
mod imports;
mod laws;
mod made;
mod many_sets;
mod order;
mod outcome;
mod readers;
mod senses;
mod source;
mod startup;
mod steps;
mod stored;
mod strings;
mod tidy;
