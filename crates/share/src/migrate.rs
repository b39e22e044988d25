//! Brings older documents to this version, one version at a time, on their JSON.
//!
//! A change of a default or of a name raises `DOCUMENT_VERSION` and adds a step here that writes the old value or renames
//! the field. The defaults of every version are frozen in `tests/links/`.

use ninepins_model::DOCUMENT_VERSION;
use serde_json::Value;

/// Turns a document of version `from` into one of the next version.
pub(crate) struct Step {
    from: u32,
    change: fn(&mut Value),
}

/// Every step, oldest first. Version 1 is the first, so there is none yet.
pub(crate) const STEPS: &[Step] = &[];

/// Applies the steps that the document needs. Its version is at most this build's.
pub(crate) fn migrate(document: &mut Value, version: u32, steps: &[Step]) {
    for step in steps.iter().filter(|step| step.from >= version) {
        (step.change)(document);
    }
    document["ninepins"] = Value::from(DOCUMENT_VERSION);
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const THREE_STEPS: &[Step] = &[
        Step { from: 1, change: |document| document["one"] = Value::from(true) },
        Step { from: 2, change: |document| document["two"] = Value::from(true) },
        Step { from: 3, change: |document| document["two"] = document["two"].is_null().into() },
    ];

    #[test]
    fn a_document_takes_the_steps_from_its_version_on_in_order() {
        let mut document = json!({ "ninepins": 2 });
        migrate(&mut document, 2, THREE_STEPS);
        assert_eq!(document, json!({ "ninepins": DOCUMENT_VERSION, "two": false }));
    }

    #[test]
    fn a_step_leads_from_every_version_to_the_next() {
        let from: Vec<u32> = STEPS.iter().map(|step| step.from).collect();
        assert_eq!(from, (1..DOCUMENT_VERSION).collect::<Vec<u32>>());
    }
}
