//! The strings that people read, in one place: a table a room, one row a string, in English.
//!
//! A row is a function, so a second language becomes a second column of [`strings!`](macro@crate::strings), and no caller changes.
//! Rooms keep tables of their own because a part of the program that comes later brings only its own strings with it.
//! `interface_text_stands_in_the_tables` in `tests/it/strings.rs` finds the strings that stand elsewhere.

pub mod article;
pub mod base;
pub mod codebook;
pub mod exchange;
pub mod json;
pub mod keep;
pub mod measure;
pub mod output;
pub mod record;

/// A table of strings.
///
/// - `stop = "Stop";` is fixed.
/// - `left(n: usize) = "{n} left";` is made with `format!`.
/// - `days(n: usize) = "{n} day" | "{n} days";` has a form for one and one for all other numbers of its first argument.
/// - `no(name: &str) = ["no ", name];` joins pieces, for what is in the first load: that costs fewer bytes than `format!`.
#[macro_export]
macro_rules! strings {
    () => {};
    ($name:ident = $text:literal; $($rest:tt)*) => {
        #[doc = $text]
        #[must_use]
        pub const fn $name() -> &'static str {
            $text
        }
        $crate::strings! { $($rest)* }
    };
    ($name:ident($first:ident: $type:ty $(, $more:ident: $types:ty)* $(,)?) = $one:literal | $many:literal; $($rest:tt)*) => {
        #[doc = concat!("“", $one, "”, and of more: “", $many, "”")]
        #[must_use]
        pub fn $name($first: $type $(, $more: $types)*) -> String {
            if $first == 1 { format!($one) } else { format!($many) }
        }
        $crate::strings! { $($rest)* }
    };
    ($name:ident($($argument:ident: $type:ty),* $(,)?) = $text:literal; $($rest:tt)*) => {
        #[doc = concat!("“", $text, "”")]
        #[must_use]
        pub fn $name($($argument: $type),*) -> String {
            format!($text)
        }
        $crate::strings! { $($rest)* }
    };
    ($name:ident($($argument:ident: $type:ty),* $(,)?) = [$($piece:expr),* $(,)?]; $($rest:tt)*) => {
        #[doc = concat!($(stringify!($piece), " "),*)]
        #[must_use]
        pub fn $name($($argument: $type),*) -> String {
            [$($piece),*].concat()
        }
        $crate::strings! { $($rest)* }
    };
}

#[cfg(test)]
mod tests {
    #![allow(unreachable_pub, reason = "a table is public wherever else one stands")]

    crate::strings! {
        stop = "Stop";
        left(n: usize, of: &str) = "{n} of {of} left";
        days(n: u32, name: &str) = "{n} day of {name}" | "{n} days of {name}";
        none(name: &str) = ["no ", name];
    }

    #[test]
    fn rows_are_functions() {
        const STOP: &str = stop();
        assert_eq!([STOP, &left(2, "them"), &none("room")], ["Stop", "2 of them left", "no room"]);
        assert_eq!([0, 1, 2].map(|n| days(n, "May")), ["0 days of May", "1 day of May", "2 days of May"]);
    }
}
