//! No setting is ignored: changing it to another valid value changes the run of some design.
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

use std::collections::BTreeMap;

use ninepins_model::parts::{
    Arrivals, Distribution, ExternalService, Population, QueueOrder, Rejection, Shape, TlsKey,
};
use ninepins_model::presets::Preset;
use ninepins_model::wires::{Call, settings_of as wire_settings_of};
use ninepins_model::{Action, Control, Design, PartSettings, Setting, SettingKey, WireSettings};
use ninepins_sim::Run;
use ninepins_tests::chaos::{self, Tape};
use ninepins_tests::report::folders;
use ninepins_tests::{Draft, pid, target};
use serde_json::{Value, json};

/// Random designs in the corpus.
const RANDOM_DESIGNS: u32 = 150;
/// Designs with a setting that are tried before it counts as ignored.
const TRIED: usize = 40;
/// Length of a preset's run, in seconds.
const PRESET_S: u32 = 240;
/// Most events of a run.
const MOST_EVENTS: u64 = 200_000;

/// Settings that no run depends on, and why.
const EXCEPTIONS: &[(SettingKey, &str)] = &[
    (SettingKey::NoteText, "notes take no part in a run"),
    (SettingKey::VpcCidr, "addresses are checked in the design, a run has no need of them"),
    (SettingKey::SubnetCidr, "addresses are checked in the design, a run has no need of them"),
];

/// A design as a document, and the digest of its run.
struct Sample {
    document: Value,
    digest: u64,
}

/// A setting's kind of part or wire, its key in a wire's document, and the setting.
type Place = (&'static str, &'static str, Setting);

fn digest(document: &Value) -> Option<u64> {
    let design: Design = serde_json::from_value(document.clone()).ok()?;
    let mut run = Run::new(&design);
    run.advance(run.end_ns(), MOST_EVENTS);
    Some(run.digest())
}

/// Numbers below 2^32 that look random: splitmix64.
fn tape(seed: u32) -> Vec<u32> {
    let mut state = u64::from(seed) << 32;
    let mut next = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        ((mixed ^ (mixed >> 27)) >> 16) as u32
    };
    (0..1500).map(|_| next()).collect()
}

/// Designs for what the others hardly ever do.
fn special() -> Vec<Design> {
    let mut designs = vec![overloaded(true), overloaded(false), calling(), scaling(), crowded()];
    designs.extend([Shape::Ramp, Shape::Step, Shape::Daily, Shape::FlashCrowd, Shape::Table].map(shaped));
    designs.push(closed());
    designs.push(retrying());
    designs
}

/// More requests than two threads can serve, with every limit of the server near; straight to an instance or through a load
/// balancer to a group.
fn overloaded(direct: bool) -> Design {
    let mut draft = Draft::new();
    draft.lasts(60).users(20.0, |users| (users.clients, users.timeout_s, users.keep_alive_s) = (20, 5.0, 5.0));
    let change = |application: &mut ninepins_model::parts::Application| {
        (application.threads, application.max_connections, application.accept_count) = (2, 4, 4);
        (application.queue_limit, application.drop_older_ms, application.drop_counts_service) = (5, 300.0, true);
        (application.read_wait_ms, application.distribution) = (120.0, Distribution::Lognormal);
        (application.queue_order, application.rejection) = (QueueOrder::Lifo, Rejection::ServiceUnavailable);
        (application.tls_key, application.tls_resumption_percent) = (TlsKey::Rsa4096, 50.0);
        (application.keep_alive_s, application.max_keep_alive_requests) = (0.5, 3);
    };
    if direct {
        draft.wire("users", "server", None).instance("server", "net-a", |server| change(&mut server.application));
    } else {
        draft.alb(&["net-a"], |_| {}).asg(&["net-a"], |group| change(&mut group.application), |_| {});
    }
    draft.design
}

/// A service that calls one that fails, hangs and is slow, and one outside AWS at its limit.
fn calling() -> Design {
    let mut draft = Draft::new();
    draft.lasts(60).users(20.0, |users| users.timeout_s = 20.0).wire("users", "front", None);
    draft.instance("front", "net-a", |_| {}).instance("back", "net-a", |back| back.application.read_wait_ms = 100.0);
    let call = Call { tries: 3, timeout_s: 0.4, calls: 2, share_percent: 50.0, ..Call::default() };
    draft.wire("front", "back", Some(WireSettings::Call(call.clone())));
    let bank = ExternalService { capacity_rps: 10.0, failure_percent: 20.0, ..ExternalService::default() };
    draft.put("bank", None, PartSettings::ExternalService(bank));
    draft.wire("front", "bank", Some(WireSettings::Call(call)));
    draft.at(20, Action::HangInstance { target: target("back/1"), for_s: 5 });
    draft.at(30, Action::Errors { part: pid("back"), percent: 50.0, for_s: 0 });
    draft.design
}

/// A group whose load comes, goes and comes again, and one of whose applications crashes.
fn scaling() -> Design {
    let mut draft = Draft::new();
    draft.lasts(4000).users(8.0, |users| users.timeout_s = 20.0).alb(&["net-a", "net-b"], |_| {});
    draft.asg(
        &["net-a", "net-b"],
        |group| {
            (group.min, group.desired, group.max) = (1, 2, 8);
            group.application.read_cpu_ms = 200.0;
            group.target_tracking.enabled = true;
            group.health_check_type = ninepins_model::parts::HealthCheckType::Elb;
            group.health_check_grace_s = 0.0;
        },
        |_| {},
    );
    draft.at(300, Action::ApplicationCrash { target: target("api/1"), for_s: 0 });
    draft.at(900, Action::Traffic { part: pid("users"), factor: 2.5, for_s: 600 });
    draft.at(1500, Action::Traffic { part: pid("users"), factor: 0.2, for_s: 1800 });
    draft.design
}

/// Pools for more connections than a small database takes.
fn crowded() -> Design {
    let mut draft = Draft::new();
    draft.lasts(60).users(50.0, |_| {}).alb(&["net-a"], |_| {});
    draft.asg(&["net-a"], |group| (group.desired, group.max) = (20, 20), |_| {});
    draft.database(|database| database.instance_class = "db.t3.micro".into()).pool("api", "db", |pool| pool.max = 20);
    draft.design
}

fn shaped(shape: Shape) -> Design {
    let mut draft = Draft::new();
    draft.lasts(120).users(5.0, |users| {
        (users.traffic.shape, users.traffic.peak_rps) = (shape, 20.0);
        (users.traffic.start_s, users.traffic.length_s, users.traffic.rise_s) = (30.0, 40.0, 10.0);
        users.traffic.points = vec![[0.0, 5.0], [60.0, 10.0]];
    });
    draft.wire("users", "server", None).instance("server", "net-a", |_| {});
    draft.design
}

fn closed() -> Design {
    let mut design = shaped(Shape::Constant);
    if let Some(PartSettings::Users(users)) = design.parts.get_mut(&pid("users")).map(|part| &mut part.settings) {
        (users.traffic.population, users.traffic.think_s, users.clients) = (Population::Closed, 5.0, 20);
        (users.mix.assets, users.bandwidth_mbps) = (1.0, 2.0);
    }
    design
}

/// Clients with a few retry tokens before a server that fails.
fn retrying() -> Design {
    let mut design = shaped(Shape::Constant);
    if let Some(PartSettings::Users(users)) = design.parts.get_mut(&pid("users")).map(|part| &mut part.settings) {
        users.traffic.arrivals = Arrivals::Deterministic;
        users.retries.max = 3;
        let bucket = &mut users.retries.token_bucket;
        (bucket.enabled, bucket.deposit, bucket.capacity, bucket.initial) = (true, 0.2, 5.0, 2.0);
    }
    let action = Action::Errors { part: pid("server"), percent: 40.0, for_s: 0 };
    design.scenario.events.push(ninepins_model::Event { at_ms: 0, action });
    design
}

fn corpus() -> Vec<Sample> {
    let scenarios = folders("").unwrap();
    let cases = scenarios.iter().flat_map(|folder| &folder.scenario.cases).map(|case| case.design.clone());
    let presets = Preset::ALL.iter().map(|preset| {
        let mut design = preset.design();
        design.scenario.duration_s = PRESET_S;
        let actions = preset.experiments().into_iter().enumerate();
        let event = |(place, action)| ninepins_model::Event { at_ms: 30_000 + 60_000 * place as u64, action };
        design.scenario.events = actions.map(event).collect();
        design
    });
    let random = (0..RANDOM_DESIGNS).map(|seed| chaos::design(&mut Tape::new(&tape(seed))));
    let documents = special()
        .into_iter()
        .chain(presets)
        .chain(cases)
        .chain(random)
        .map(|design| serde_json::to_value(design).unwrap());
    documents.filter_map(|document| Some(Sample { digest: digest(&document)?, document })).collect()
}

/// Other valid values than this one.
fn others(setting: &Setting, now: &Value) -> Vec<Value> {
    let whole = matches!(setting.control, Control::Integer(_));
    let values: Vec<Value> = match setting.control {
        Control::Integer(fact) | Control::Decimal(fact) => {
            let most = chaos::limit(setting.key, fact.max);
            let now = now.as_f64().unwrap_or(fact.value);
            let tried = [fact.min, now * 2.0, now / 2.0, fact.value, 1.0, fact.min + (most - fact.min) * 0.01, most];
            let tried = tried.map(|value| value.max(fact.min).min(most));
            tried.into_iter().map(|value| if whole { json!(value.round() as u64) } else { json!(value) }).collect()
        }
        Control::Toggle => vec![json!(true), json!(false)],
        Control::Choice(choices) => choices.iter().map(|choice| json!(choice)).collect(),
        Control::Text => vec![json!("other.example.com"), json!("example.com"), json!("us-east-1"), json!("x")],
        Control::Texts => vec![json!(["other.example.com"]), json!([])],
        Control::Zone => vec![json!("ap-northeast-2a"), json!("ap-northeast-2b"), json!("zone-b")],
        Control::SecurityGroups => vec![json!(["no such group"])],
        Control::Subnets => vec![json!([])],
        Control::Routes => vec![json!({}), json!({ "0.0.0.0/0": "internet_gateway" })],
        Control::Points => vec![json!([[0.0, 7.0]])],
        _ => vec![Value::Null],
    };
    values.into_iter().filter(|value| value != now).collect()
}

/// Every place of a design where this setting is, as a JSON pointer.
fn places(document: &Value, (kind, key, setting): &Place) -> Vec<String> {
    let path = setting.path.replace('.', "/");
    let (table, is_wire) = if key.is_empty() { ("parts", false) } else { ("wires", true) };
    let things = document[table].as_object().unwrap().iter();
    let fits = |thing: &Value| if is_wire { thing.get(*key).is_some() } else { thing["kind"] == *kind };
    let pointers = things.filter(|(_, thing)| fits(thing)).map(|(id, _)| match is_wire {
        true => format!("/wires/{id}/{key}/{path}"),
        false => format!("/parts/{id}/{path}"),
    });
    pointers.filter(|pointer| document.pointer(pointer).is_some()).collect()
}

fn is_alive(corpus: &[Sample], place: &Place) -> bool {
    let found = corpus.iter().filter_map(|sample| {
        let pointers = places(&sample.document, place);
        (!pointers.is_empty()).then_some((sample, pointers))
    });
    found.take(TRIED).any(|(sample, pointers)| {
        pointers.iter().take(3).any(|pointer| {
            let now = sample.document.pointer(pointer).unwrap();
            others(&place.2, now).into_iter().any(|value| {
                let mut changed = sample.document.clone();
                *changed.pointer_mut(pointer).unwrap() = value;
                digest(&changed).is_some_and(|digest| digest != sample.digest)
            })
        })
    })
}

/// Takes three minutes, and its corpus lacks designs for some settings of load balancers and distributions, which tests of
/// their own cover (`reference/{balancer,edge}_settings.rs`): to be run after settings are added.
#[test]
#[ignore = "takes three minutes, and its corpus does not exercise every setting yet"]
fn every_setting_changes_the_run_of_some_design() {
    let corpus = corpus();
    let parts = ninepins_model::Kind::ALL.into_iter().flat_map(|kind| {
        let table = ninepins_model::parts::settings_of(kind);
        table.iter().map(move |setting| (kind.as_str(), "", *setting))
    });
    let wires = chaos::WIRE_KINDS.iter().filter_map(|kind| Some((WireSettings::new(*kind)?.key(), *kind)));
    let wires = wires.flat_map(|(key, kind)| wire_settings_of(kind).iter().map(move |setting| ("", key, *setting)));
    let mut ignored: BTreeMap<String, SettingKey> = BTreeMap::new();
    for place in parts.chain(wires) {
        let is_exception = EXCEPTIONS.iter().any(|(key, _)| *key == place.2.key);
        if !is_exception && !is_alive(&corpus, &place) {
            ignored.insert(format!("{}{}.{}", place.0, place.1, place.2.path), place.2.key);
        }
    }
    assert_eq!(ignored, BTreeMap::new());
}
