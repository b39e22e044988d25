//! What is written reads back as exactly the same design.
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

mod designs;

use ninepins_model::presets::seed_architecture;
use ninepins_share::{from_link, parse_action, read, to_link_fragment, write, write_pretty};
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_document_reads_back_as_the_design_it_was_written_from(design in designs::any_design()) {
        let opened = read(write(&design).as_bytes()).unwrap();
        prop_assert_eq!(&opened.notices, &[]);
        prop_assert_eq!(opened.design, design);
    }

    #[test]
    fn a_document_for_people_reads_back_as_the_same_design(design in designs::any_design()) {
        prop_assert_eq!(read(write_pretty(&design).as_bytes()).unwrap().design, design);
    }

    #[test]
    fn a_link_opens_as_the_design_it_was_made_from(design in designs::any_design()) {
        let address = format!("https://example.com/ninepins/#{}", to_link_fragment(&design));
        prop_assert_eq!(from_link(&address).unwrap().design, design);
    }

    #[test]
    fn an_action_survives_its_journey(design in designs::any_design()) {
        for event in &design.scenario.events {
            let text = ninepins_share::action_json(&event.action);
            prop_assert_eq!(&parse_action(text.as_bytes()).unwrap(), &event.action);
        }
    }
}

#[test]
fn the_seed_architecture_survives_its_journey() {
    let design = seed_architecture();
    assert_eq!(read(write(&design).as_bytes()).unwrap().design, design);
}

#[test]
fn only_what_differs_from_the_defaults_is_written() {
    let text = write(&seed_architecture());
    let default = [r#""idle_timeout_s""#, r#""rps""#, r#""cidr":"10.0.0.0/16""#, r#""duration_s""#];
    assert_eq!(default.map(|field| text.contains(field)), [false; 4]);
}
