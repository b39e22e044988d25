//! Whatever comes from outside is opened or refused, never a panic.
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

mod designs;

use ninepins_model::presets::seed_architecture;
use ninepins_share::{LinkError, ReadError, from_link, read, to_link_fragment, write};
use proptest::collection::vec;
use proptest::prelude::*;

proptest! {
    #[test]
    fn any_bytes_are_opened_or_refused(bytes in vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
        let _ = from_link(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_changed_link_is_opened_or_refused(changes in vec((any::<usize>(), any::<u8>()), 1..5)) {
        let mut link = to_link_fragment(&seed_architecture()).into_bytes();
        for (place, byte) in changes {
            let place = place % link.len();
            link[place] = byte;
        }
        let _ = from_link(&String::from_utf8_lossy(&link));
    }

    #[test]
    fn a_changed_document_is_opened_or_refused(
        design in designs::any_design(), changes in vec((any::<usize>(), any::<u8>()), 1..5),
    ) {
        let mut text = write(&design).into_bytes();
        for (place, byte) in changes {
            let place = place % text.len();
            text[place] = byte;
        }
        if let Ok(opened) = read(&text) {
            // What was repaired once needs no second repair.
            let again = read(write(&opened.design).as_bytes()).unwrap();
            prop_assert_eq!(again.notices, &[]);
            prop_assert_eq!(again.design, opened.design);
        }
    }
}

#[test]
fn a_link_cut_off_on_its_way_is_damaged() {
    let link = to_link_fragment(&seed_architecture());
    assert_eq!(from_link(&link[..link.len() / 2]), Err(LinkError::Damaged));
}

#[test]
fn a_link_of_a_newer_envelope_says_so() {
    assert_eq!(from_link("#d2=abc"), Err(LinkError::NewerVersion { version: "2".into() }));
}

#[test]
fn an_address_without_a_design_carries_none() {
    assert_eq!(from_link("https://example.com/ninepins/#top"), Err(LinkError::NotALink));
}

#[test]
fn a_link_longer_than_its_limit_is_refused() {
    assert_eq!(from_link(&format!("d1={}", "a".repeat(70_000))), Err(LinkError::TooLong));
}

#[test]
fn a_full_stop_after_a_pasted_link_does_no_harm() {
    let link = format!("https://example.com/#{}.", to_link_fragment(&seed_architecture()));
    assert_eq!(from_link(&link).unwrap().design, seed_architecture());
}

#[test]
fn a_small_link_that_inflates_beyond_the_limit_is_refused() {
    use base64::Engine as _;
    let deflated = miniz_oxide::deflate::compress_to_vec(&vec![b' '; 20_000_000], 10);
    let data = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(deflated);
    assert_eq!(from_link(&format!("d1={data}")), Err(LinkError::Document(ReadError::TooLarge)));
}

#[test]
fn deeply_nested_json_is_refused() {
    assert!(matches!(read("[".repeat(500_000).as_bytes()), Err(ReadError::NotJson { .. })));
}
