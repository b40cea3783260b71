//! Stored operations that cannot be read.

crate::strings! {
    operation_empty = "the operation is empty";
    operation_newer = "the operation was written by a newer Postil";
    operation_damaged = "the operation is damaged: its checksum does not match";
    operation_unreadable = "the operation cannot be read";
    no_operation = "not a stored operation";
}
