//! What a document says that cannot be kept is repaired and told, or refused with its place.
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

use ninepins_model::{DOCUMENT_VERSION, Kind, PartSettings, limits};
use ninepins_share::{Notice, Opened, ReadError, defaults, read};
use serde_json::{Value, json};

fn open(document: Value) -> Result<Opened, ReadError> {
    read(document.to_string().as_bytes())
}

fn notices(document: Value) -> Vec<Notice> {
    open(document).unwrap().notices
}

#[test]
fn an_unknown_field_is_told_with_its_path() {
    let document = json!({ "ninepins": 1, "engine": 1, "theme": "dark", "parts": {
        "users": { "kind": "users", "traffic": { "rps": 10, "burst": 3 } } } });
    let unknown = |path: &str| Notice::UnknownField { path: path.into() };
    assert_eq!(notices(document), [unknown("parts.users.traffic.burst"), unknown("theme")]);
}

#[test]
fn an_empty_name_is_no_unknown_field() {
    let document = json!({ "ninepins": 1, "name": "", "security_groups": {}, "parts": {
        "users": { "kind": "users", "name": "", "in": null, "size": null } } });
    assert_eq!(notices(document), []);
}

#[test]
fn a_number_out_of_its_range_goes_to_the_nearest_valid_one() {
    let document = json!({ "ninepins": 1, "parts": {
        "alb": { "kind": "alb", "idle_timeout_s": 9e9, "at": [-2_000_000, 3.7] } } });
    let told: Vec<String> = notices(document).iter().map(ToString::to_string).collect();
    let expected = [
        "parts.alb.at.0 was -2000000 and is now -100000",
        "parts.alb.at.1 was 3.7 and is now 4",
        "parts.alb.idle_timeout_s was 9000000000 and is now 4000",
    ];
    assert_eq!(told, expected);
}

#[test]
fn numbers_of_wires_events_and_the_scenario_are_brought_into_their_ranges() {
    let document = json!({ "ninepins": 1,
        "wires": { "w": { "from": "a", "to": "b", "pool": { "max": 0 } } },
        "scenario": { "duration_s": -1, "events": [
            { "at_ms": 1e12, "do": "traffic", "part": "a", "factor": -3, "for_s": 1e9 } ] } });
    let opened = open(document).unwrap();
    assert_eq!(opened.notices.len(), 5);
    assert_eq!(opened.design.scenario.duration_s, 1);
}

#[test]
fn a_whole_number_written_as_a_float_is_taken_without_a_word() {
    let document = json!({ "ninepins": 1, "parts": { "api": { "kind": "asg", "desired": 4.0 } } });
    assert_eq!(notices(document), []);
}

#[test]
fn an_unknown_choice_becomes_the_default() {
    let document = json!({ "ninepins": 1, "parts": { "u": { "kind": "users", "retries": { "jitter": "wild" } } } });
    let expected = Notice::UnknownChoice { path: "parts.u.retries.jitter".into(), value: "wild".into() };
    assert_eq!(notices(document), [expected]);
}

#[test]
fn a_part_that_cannot_be_understood_is_refused_with_its_name() {
    let error = open(json!({ "ninepins": 1, "parts": { "alb": { "kind": "toaster" } } })).unwrap_err();
    assert!(error.to_string().starts_with("parts.alb: “toaster” is no kind of part"), "{error}");
}

#[test]
fn a_value_of_the_wrong_type_is_refused_with_its_place() {
    let error = |part: Value| open(json!({ "ninepins": 1, "parts": { "p": part } })).unwrap_err().to_string();
    let errors = [
        error(json!({ "kind": "users", "traffic": { "rps": "many" } })),
        error(json!({ "kind": "users", "traffic": [400] })),
        error(json!({ "kind": "users", "retries": { "jitter": 3 } })),
        error(json!({ "kind": "alb", "at": [1, 2, 3] })),
        error(json!({ "kind": "alb", "at": [1] })),
        error(json!({ "kind": "alb", "certificate": "Not an id" })),
    ];
    let expected = [
        "parts.p.traffic.rps: a number is expected",
        "parts.p.traffic: an object is expected",
        "parts.p.retries.jitter: a text is expected",
        "parts.p.at: a shorter list is expected",
        "parts.p.at: an array of length 2 is expected",
        "parts.p.certificate: an id is 1 to 40 characters of a-z, 0-9, '-' and '_', and starts with a letter or digit",
    ];
    assert_eq!(errors, expected);
}

#[test]
fn settings_of_a_wire_that_cannot_be_understood_are_refused() {
    let error = open(json!({ "ninepins": 1, "wires": { "w": { "from": "a", "to": "b", "pool": 3 } } })).unwrap_err();
    assert!(error.to_string().starts_with("wires.w.pool: "), "{error}");
}

#[test]
fn an_event_that_cannot_be_understood_is_refused_with_its_place() {
    let document = json!({ "ninepins": 1, "scenario": { "events": [ { "at_ms": 0, "do": "dance" } ] } });
    let error = open(document).unwrap_err();
    assert!(error.to_string().starts_with("scenario.events.0: "), "{error}");
}

#[test]
fn an_id_with_markup_is_refused() {
    let error = open(json!({ "ninepins": 1, "parts": { "<b>": { "kind": "users" } } })).unwrap_err();
    assert!(error.to_string().starts_with("parts.<b>: an id is"), "{error}");
}

#[test]
fn a_document_of_a_newer_version_is_refused() {
    let newer = u64::from(DOCUMENT_VERSION) + 1;
    assert_eq!(open(json!({ "ninepins": newer })), Err(ReadError::NewerVersion { version: newer }));
}

#[test]
fn json_without_a_version_is_no_document() {
    assert_eq!(open(json!({ "parts": {} })), Err(ReadError::NotADocument));
}

#[test]
fn figures_of_another_engine_may_differ() {
    assert_eq!(notices(json!({ "ninepins": 1, "engine": 99 })), [Notice::OtherEngine { theirs: 99, ours: 1 }]);
}

#[test]
fn parts_inside_themselves_are_cut_apart() {
    let vpc = |inside: &str| json!({ "kind": "vpc", "in": inside });
    let document = json!({ "ninepins": 1, "parts": { "a": vpc("b"), "b": vpc("c"), "c": vpc("a"), "d": vpc("a") } });
    let opened = open(document).unwrap();
    assert_eq!(opened.notices, [Notice::CycleCut { part: "a".into() }]);
}

#[test]
fn nesting_beyond_the_limit_is_refused() {
    let mut parts = serde_json::Map::new();
    for number in 0..=limits::NESTING + 1 {
        let part = json!({ "kind": "vpc", "in": format!("p{}", number + 1) });
        parts.insert(format!("p{number}"), part);
    }
    assert_eq!(open(json!({ "ninepins": 1, "parts": parts })), Err(ReadError::TooDeep { part: "p0".into() }));
}

#[test]
fn a_wire_to_nothing_and_unknown_subnets_are_kept_for_validation_to_explain() {
    let document = json!({ "ninepins": 1, "parts": { "alb": { "kind": "alb", "subnets": ["gone"] } },
        "wires": { "w": { "from": "alb", "to": "gone" } } });
    let opened = open(document).unwrap();
    assert_eq!((opened.notices.len(), opened.design.wires.len()), (0, 1));
}

#[test]
fn invisible_characters_are_taken_out_of_texts() {
    let opened = open(json!({ "ninepins": 1, "name": "evil\u{202e}gnp.exe\u{7}" })).unwrap();
    assert_eq!(opened.design.name, "evilgnp.exe");
}

#[test]
fn a_long_name_is_cut_and_a_long_host_name_is_not() {
    let long = "a".repeat(200);
    let document = json!({ "ninepins": 1, "parts": { "u": { "kind": "users", "name": long, "web_host": long } } });
    let opened = open(document).unwrap();
    let part = &opened.design.parts.values().next().unwrap();
    let PartSettings::Users(users) = &part.settings else { panic!("a {:?}", part.kind()) };
    assert_eq!((part.name.len(), users.web_host.len()), (limits::NAME_CHARACTERS, 200));
}

#[test]
fn events_are_brought_into_the_order_of_time() {
    let flush = |at_ms: u64| json!({ "at_ms": at_ms, "do": "cache_flush", "part": "cdn" });
    let document = json!({ "ninepins": 1, "scenario": { "events": [flush(9), flush(3)] } });
    assert_eq!(notices(document), [Notice::EventsSorted]);
}

#[test]
fn too_many_parts_are_refused() {
    let parts: serde_json::Map<String, Value> =
        (0..=limits::PARTS).map(|number| (format!("p{number}"), json!({ "kind": "vpc" }))).collect();
    let count = limits::PARTS + 1;
    assert_eq!(open(json!({ "ninepins": 1, "parts": parts })), Err(ReadError::TooManyParts { count }));
}

#[test]
fn a_list_that_no_design_needs_is_refused() {
    let document = json!({ "ninepins": 1, "parts": { "a": { "kind": "alb", "subnets": vec!["s"; 5000] } } });
    let expected = "parts.a.subnets: 5000 entries, at most 4000 are read";
    assert_eq!(open(document).unwrap_err().to_string(), expected);
}

#[test]
fn notices_beyond_a_hundred_are_counted() {
    let fields: serde_json::Map<String, Value> = (0..150).map(|number| (format!("x{number:03}"), json!(1))).collect();
    let mut document = json!({ "ninepins": 1 });
    document.as_object_mut().unwrap().extend(fields);
    assert_eq!(notices(document).last(), Some(&Notice::More { count: 50 }));
}

/// A number without a setting would have no range.
#[test]
fn every_number_of_a_part_has_a_range() {
    let defaults = defaults();
    let mut without: Vec<String> = Vec::new();
    for kind in Kind::ALL {
        let mut paths = Vec::new();
        numbers(&defaults["parts"][kind.as_str()], "", &mut paths);
        let table = ninepins_model::parts::settings_of(kind);
        paths.retain(|path| !table.iter().any(|setting| setting.path == path && setting.fact().is_some()));
        without.extend(paths);
    }
    assert_eq!(without, Vec::<String>::new());
}

fn numbers(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Number(_) => found.push(path.to_owned()),
        Value::Object(object) => {
            for (key, value) in object {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                numbers(value, &path, found);
            }
        }
        _ => {}
    }
}

#[test]
fn the_documented_example_opens_without_a_repair() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/document.md")).unwrap();
    let example = page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert_eq!(read(example.as_bytes()).unwrap().notices, []);
}
