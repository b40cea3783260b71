//! What belongs to one browser alone is stored apart, so that all else may be carried anywhere as it is.

use crate::{
    drawn::{operations, store},
    made::snapshots,
};
use postil_core::{
    base::{register::Register, stamp::Stamp},
    exchange::import,
    keep::{
        here::{ArticleHere, Here},
        ledger::Ledger,
        operation::{HERE, Operation, encode, here_key, op_key},
        store::Store,
    },
};
use proptest::prelude::*;
use std::sync::Arc;

/// Words that stand in nothing else.
const MARK: &str = "of-this-browser";

/// Something of everything that belongs to a browser alone.
fn marked() -> Here {
    let stamp = Stamp { wall: 3, counter: 1, replica: MARK.into() };
    let known = ArticleHere {
        deleted: Some(Register::new(true, stamp.clone())),
        gone: Some(Register::new(false, stamp.clone())),
        exported: [(MARK.into(), Register::new(7, stamp.clone()))].into(),
    };
    Here {
        settings: [(MARK.into(), Register::new(MARK.into(), stamp))].into(),
        articles: [("art1".into(), known.clone()), (MARK.into(), known)].into(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_change_holds_what_belongs_to_this_browser_alone(delta in store()) {
        let with = Operation::Change(Store { here: marked(), ..delta.clone() });
        prop_assert_eq!(encode(&with), encode(&Operation::Change(delta)));
    }

    #[test]
    fn an_import_has_it_under_a_key_of_its_own(delta in store()) {
        let session = "s".into();
        let with = Store { here: marked(), ..delta };
        let (_, stored) = import::operations(&with, 5, |ahead| op_key(&session, 1 + ahead), || here_key(&session, 1));
        for (key, operation, text) in stored {
            prop_assert_eq!(text.contains(MARK), key.starts_with(HERE), "{}: {}", key, text);
            prop_assert_eq!(matches!(operation, Operation::Here { .. }), key.starts_with(HERE));
        }
    }

    #[test]
    fn snapshots_have_it_under_keys_of_their_own(operations in operations(), now in prop_oneof![0..9_u64, Just(1 << 40)]) {
        let mut ledger = Ledger::default();
        let import = operations.iter().find(|(_, operation)| matches!(operation, Operation::Import { .. }));
        let import = import.map(|(key, _)| key.as_str().into());
        let alone = [None, import].map(|import| Operation::Here { import, delta: marked() });
        let alone = (1..).zip(alone).map(|(number, operation)| (here_key(&"z".into(), number).to_string(), operation));
        let all: Vec<(String, Operation)> = operations.into_iter().chain(alone).collect();
        for (key, operation) in &all {
            ledger.take(key, operation.clone());
        }
        let keys: Vec<Arc<str>> = all.iter().map(|(key, _)| key.as_str().into()).collect();
        for (key, text) in snapshots(&ledger, &keys, now) {
            prop_assert_eq!(text.contains(MARK), key.starts_with(HERE), "{}: {}", key, text);
        }
    }
}
