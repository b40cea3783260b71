//! Native tests of what a single module cannot show.
