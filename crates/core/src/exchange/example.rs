//! The people of the example class, by their ids: they are made up, however they came in.

use crate::base::id::AnnotatorId;

const PEOPLE: [&str; 12] = [
    "13594c0fecb4d66c4f3ce64f93e79da9",
    "2b7f683206941a31abd655a07eb33e75",
    "6663ef61d82bc737e93086ef8ea63c73",
    "7c5abc54a165dff38589984e7443e5cf",
    "803b44a3e5b5cf1c83b41ad492438233",
    "8703b44bef5bfcd23c3528dc7c16a2db",
    "990e7eba9cf95aca942584c1f1e0b5d8",
    "a0bc0c654c95eab1f9e76bcabd4c7a97",
    "a5cf1d1147e49fc14aa25f1c77a2d8bd",
    "cdbb27229cf4a35d54832561562ca605",
    "f709f4f6c3ab5c97efccc013e918588a",
    "fe9bedbc983eaa1e74ce4c858f604f72",
];

/// True for the people of the example class.
#[must_use]
pub fn is_made_up(annotator: &AnnotatorId) -> bool {
    PEOPLE.contains(&annotator.as_str())
}
