//! No setting is ignored: changing it to another valid value changes the run of some design.
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

mod balancers;
mod caches;
mod designs;
mod edges;
mod groups;
mod networks;
mod queues;
mod records;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use ninepins_model::{
    Control, Design, Kind, Part, PartId, PartSettings, Setting, SettingKey, WireId, WireKind, WireSettings,
};
use ninepins_sim::Run;
use ninepins_tests::chaos;
use serde_json::{Value, json};

/// Events of a run. What a setting does it does early, in some design, so all designs are tried with short runs first.
const LENGTHS: [u64; 3] = [4_000, 40_000, 400_000];
/// Most places of a design where a setting is tried.
const MOST_PLACES: usize = 4;

/// Settings that no run depends on, and why.
const EXCEPTIONS: &[(SettingKey, &str)] = &[
    (SettingKey::NoteText, "notes take no part in a run"),
    (SettingKey::FailureValue, "it is a factor of the bill; tests/reference/cost.rs"),
    (SettingKey::ReaderLag, "stale reads are a metric; tests/reference/database.rs"),
    (SettingKey::VpcCidr, "addresses are checked in the design, a run has no need of them"),
];

/// A design, and the digests of its run at each of the lengths.
struct Sample {
    design: Design,
    digests: [u64; LENGTHS.len()],
}

/// What has a setting: a kind of part, or a kind of wire.
#[derive(Clone, Copy, Debug)]
enum Owner {
    Part(Kind),
    Wire(WireKind),
}

/// One of them in a design.
#[derive(Clone)]
enum Place {
    Part(PartId),
    Wire(WireId),
}

fn digest(design: &Design, events: u64) -> u64 {
    let mut run = Run::new(design.clone());
    run.advance(run.end_ns(), events);
    run.digest()
}

/// Does something with every item on two threads.
fn on_two_threads<T: Sync>(items: &[T], work: impl Fn(&T) + Sync) {
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
                    work(item);
                }
            });
        }
    });
}

fn corpus() -> Vec<Sample> {
    let designs: Vec<(usize, Design)> = designs::all().into_iter().enumerate().collect();
    let samples = Mutex::new(Vec::new());
    on_two_threads(&designs, |(place, design)| {
        let sample = Sample { design: design.clone(), digests: LENGTHS.map(|events| digest(design, events)) };
        samples.lock().unwrap().push((*place, sample));
    });
    let mut samples = samples.into_inner().unwrap();
    samples.sort_by_key(|(place, _)| *place);
    samples.into_iter().map(|(_, sample)| sample).collect()
}

/// Other valid values than this one.
fn others(setting: &Setting, now: &Value, design: &Design) -> Vec<Value> {
    let values: Vec<Value> = match setting.control {
        Control::Integer(fact) | Control::Decimal(fact) => {
            let most = chaos::limit(setting.key, fact.max);
            let now = now.as_f64().unwrap_or(fact.value);
            let tried = [now * 2.0, fact.min, now / 2.0, fact.value, 1.0, most, 60.0];
            let tried = tried.map(|value| value.max(fact.min).min(most));
            let is_whole = matches!(setting.control, Control::Integer(_));
            tried.into_iter().map(|value| if is_whole { json!(value.round() as u64) } else { json!(value) }).collect()
        }
        Control::Toggle => vec![json!(!now.as_bool().unwrap_or_default())],
        Control::Choice(choices) => choices.iter().map(|choice| json!(choice)).collect(),
        Control::Text if setting.key == SettingKey::SubnetCidr => vec![json!("10.0.0.0/28")],
        Control::Text => {
            ["other.example.com", "200-404", "/assets/2*", "us-east-1", "x"].map(|text| json!(text)).into()
        }
        Control::Texts => {
            vec![json!([]), json!(["403"]), json!(["403 /lost.html 404"]), json!(["beside"]), json!(["1", "9", "0"])]
        }
        Control::Zone => vec![json!("zone-b")],
        Control::SecurityGroups => vec![json!(["closed"])],
        Control::Subnets => vec![json!(["net-b"])],
        Control::Routes => vec![json!({})],
        Control::Points => vec![json!([[0.0, 7.0]])],
        Control::Certificate | Control::Database => vec![Value::Null],
        Control::Paragraph => Vec::new(),
    };
    let mut values: Vec<Value> = values.into_iter().filter(|value| value != now).collect();
    values.dedup();
    // A group that admits nobody, for whom the design has none.
    if setting.control == Control::SecurityGroups && !design.security_groups.contains_key("closed") {
        values.clear();
    }
    values
}

/// Where a setting is in a design.
fn places(design: &Design, owner: Owner) -> Vec<Place> {
    match owner {
        Owner::Part(kind) => {
            let parts = design.parts.iter().filter(|(_, part)| part.kind() == kind);
            parts.map(|(id, _)| Place::Part(id.clone())).collect()
        }
        Owner::Wire(kind) => {
            let is_kind = |id: &&WireId| design.effective_wire_settings(id).is_some_and(|own| own.kind() == kind);
            design.wires.keys().filter(is_kind).map(|id| Place::Wire(id.clone())).collect()
        }
    }
}

/// What a setting is at a place.
fn value_at(design: &Design, place: &Place, path: &str) -> Value {
    let settings = match place {
        Place::Part(id) => design.parts.get(id).map(|part: &Part| part.settings.to_json()),
        Place::Wire(id) => design.effective_wire_settings(id).map(|settings| settings.to_json()),
    };
    path.split('.').fold(&settings.unwrap_or_default(), |value, level| &value[level]).clone()
}

/// The same design with a setting changed at these places.
fn changed(design: &Design, places: &[Place], path: &str, value: &Value) -> Design {
    let mut changed = design.clone();
    for place in places {
        let edit = match place {
            Place::Part(id) => changed.set_part(id, path, value.clone()),
            Place::Wire(id) => changed.set_wire(id, path, value.clone()),
        };
        changed.apply(edit.unwrap()).unwrap();
    }
    changed
}

/// Whether another value of a setting changes a run of this many events: at one place, or at all places at once.
fn changes(design: &Design, owner: Owner, setting: &Setting, events: u64, unchanged: u64) -> bool {
    let places = places(design, owner);
    let all = (places.len() > 1).then_some(&places[..]);
    let one = places.iter().take(MOST_PLACES).map(std::slice::from_ref);
    all.into_iter().chain(one).any(|places| {
        let now = value_at(design, &places[0], setting.path);
        let values = others(setting, &now, design);
        values.iter().any(|value| digest(&changed(design, places, setting.path, value), events) != unchanged)
    })
}

/// Whether a design says something else than the defaults about a setting, or about its neighbours in the same group.
fn is_about(design: &Design, owner: Owner, setting: &Setting) -> bool {
    let group = setting.path.split('.').next().unwrap_or_default();
    let default = match owner {
        Owner::Part(kind) => PartSettings::new(kind).to_json(),
        Owner::Wire(kind) => WireSettings::new(kind).map(|settings| settings.to_json()).unwrap_or_default(),
    };
    places(design, owner).iter().any(|place| value_at(design, place, group) != default[group])
}

/// Whether another value of a setting changes the run of some design. Those that are about it are likely to, so they come first.
fn is_alive(corpus: &[Sample], owner: Owner, setting: &Setting) -> bool {
    let (likely, others): (Vec<_>, Vec<_>) = corpus.iter().partition(|sample| is_about(&sample.design, owner, setting));
    [likely, others].iter().any(|samples| {
        LENGTHS.iter().enumerate().any(|(length, events)| {
            let mut samples = samples.iter();
            samples.any(|sample| changes(&sample.design, owner, setting, *events, sample.digests[length]))
        })
    })
}

#[test]
fn every_setting_changes_the_run_of_some_design() {
    let corpus = corpus();
    let of_parts = Kind::ALL.into_iter().map(|kind| (Owner::Part(kind), ninepins_model::parts::settings_of(kind)));
    let kinds = chaos::WIRE_KINDS.iter();
    let of_wires = kinds.map(|kind| (Owner::Wire(*kind), ninepins_model::wires::settings_of(*kind)));
    let settings: Vec<(Owner, Setting)> = of_parts
        .chain(of_wires)
        .flat_map(|(owner, table)| table.iter().map(move |setting| (owner, *setting)))
        .filter(|(_, setting)| EXCEPTIONS.iter().all(|(key, _)| *key != setting.key))
        .collect();
    let ignored = Mutex::new(Vec::new());
    on_two_threads(&settings, |(owner, setting)| {
        if !is_alive(&corpus, *owner, setting) {
            ignored.lock().unwrap().push(format!("{owner:?} {}", setting.path));
        }
    });
    assert_eq!(ignored.into_inner().unwrap(), Vec::<String>::new());
}
