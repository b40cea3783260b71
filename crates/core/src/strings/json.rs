//! JSON that is not read.

crate::strings! {
    too_deep = "It is nested more deeply than any Postil file.";
    too_many = "It holds more values than any Postil file of its size.";
    name_twice(name: &str) = "The name “{name}” appears twice in one object.";
    name_not_allowed = "A field has a name that no file may use.";
    name_expected = "a name";
}
