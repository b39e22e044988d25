//! No setting of a load balancer or a target group is ignored: each changes a run that meets what it is about.

use ninepins_model::parts::{Nlb, settings_of};
use ninepins_model::wires::{Algorithm, CheckProtocol, ListenerRule, NlbTargetGroup, StickinessCookie, TargetGroup};
use ninepins_model::{Action, Control, Design, Kind, PartSettings, Setting, SettingKey, WireKind, WireSettings};
use ninepins_tests::{Draft, Measured, pid, target};
use serde_json::{Value, json};

/// An instance whose requests are quick, and which closes idle connections after a second. The first one has a database.
fn server(draft: &mut Draft, id: &str, subnet: &str, settings: WireSettings) {
    draft.instance(id, subnet, |server| {
        server.application.read_cpu_ms = 1.0;
        server.application.keep_alive_s = 1.0;
    });
    if id == "one" {
        draft.database(|_| {}).pool(id, "db", |pool| pool.wait_timeout_s = 0.25);
    }
    let from = if matches!(settings, WireSettings::TargetGroup(_)) { "alb" } else { "nlb" };
    draft.wire(from, id, Some(settings));
}

/// What happens to the servers, whatever is in front of them.
fn troubles(draft: &mut Draft, balancer: &str) {
    draft.at(20, Action::TargetDeregistration { target: target("one/1"), for_s: 20 });
    draft.at(30, Action::BadHealthCheck { part: pid("two"), status: 404, for_s: 60 });
    draft.at(60, Action::HangInstance { target: target("three/1"), for_s: 80 });
    draft.at(100, Action::TargetDeregistration { target: target("three/1"), for_s: 20 });
    draft.at(150, Action::PrimaryFailure { part: pid("db") });
    let zone = || "zone-b".to_owned();
    draft.at(160, Action::NodeLoss { part: pid(balancer), zone: zone(), for_s: 15 });
    draft.at(230, Action::ZonalShift { part: pid(balancer), zone: zone(), for_s: 20 });
}

/// Two zones and three targets in one group of the API, one beside it, a third for its assets.
fn application(change: impl Fn(&mut TargetGroup)) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(280).users(20.0, |users| {
        (users.mix.assets, users.mix.reads) = (1.0, 3.0);
        (users.clients, users.keep_alive_s, users.timeout_s) = (40, 300.0, 70.0);
        (users.dns_minimum_s, users.region_rtt_ms) = (0.0, 10.0);
    });
    draft.alb(&["net-a", "net-b"], |alb| (alb.starting_capacity_lcu, alb.idle_timeout_s) = (1.0, 30.0));
    let rule = |path: &str, priority| ListenerRule { path: path.into(), priority, ..ListenerRule::default() };
    for (id, subnet) in [("one", "net-a"), ("two", "net-b"), ("three", "net-a")] {
        let mut group = TargetGroup { name: "api".into(), rule: rule("/api/*", 2), ..TargetGroup::default() };
        group.health_check.interval_s = 5.0;
        group.health_check.timeout_s = 2.0;
        group.deregistration_delay_s = 10.0;
        change(&mut group);
        server(&mut draft, id, subnet, WireSettings::TargetGroup(group));
    }
    let beside = TargetGroup { name: "beside".into(), rule: rule("/api/*", 2), ..TargetGroup::default() };
    server(&mut draft, "beside", "net-b", WireSettings::TargetGroup(beside));
    let later = TargetGroup { name: "later".into(), rule: rule("/api/c*", 3), ..TargetGroup::default() };
    server(&mut draft, "later", "net-b", WireSettings::TargetGroup(later));
    server(
        &mut draft,
        "web",
        "net-b",
        WireSettings::TargetGroup(TargetGroup { name: "web".into(), ..TargetGroup::default() }),
    );
    troubles(&mut draft, "alb");
    // Many at once, who all open a connection.
    draft.at(3, Action::Traffic { part: pid("users"), factor: 20.0, for_s: 2 });
    draft.at(140, Action::Traffic { part: pid("users"), factor: 20.0, for_s: 2 });
    draft
}

fn applications() -> Vec<Design> {
    let designs = [
        application(|_| {}),
        application(|group| group.stickiness.cookie = StickinessCookie::LbCookie),
        application(|group| group.cross_zone = false),
        application(|group| (group.algorithm, group.anomaly_mitigation) = (Algorithm::WeightedRandom, true)),
        application(|group| group.slow_start_s = 30.0),
    ];
    let mut designs: Vec<Design> = designs.iter().map(|draft| draft.seed(3)).collect();
    // Clients that keep their addresses keep their connections until those are too old.
    let edit = designs[1].set_part(&pid("users"), "dns_minimum_s", json!(86_400)).unwrap();
    designs[1].apply(edit).unwrap();
    designs
}

fn network(change: impl Fn(&mut NlbTargetGroup)) -> Design {
    let mut draft = Draft::new();
    draft.lasts(280).users(20.0, |users| {
        (users.clients, users.keep_alive_s, users.timeout_s, users.dns_minimum_s) = (400, 300.0, 20.0, 0.0);
    });
    let subnets = ["net-a", "net-b"].map(pid).to_vec();
    let nlb = Nlb { subnets, idle_timeout_s: 60.0, ..Nlb::default() };
    draft.put("nlb", Some("vpc"), PartSettings::Nlb(nlb)).wire("users", "nlb", None);
    for (id, subnet) in [("one", "net-a"), ("two", "net-b"), ("three", "net-a")] {
        let mut group = NlbTargetGroup::default();
        group.health_check.interval_s = 5.0;
        group.health_check.timeout_s = 2.0;
        group.deregistration_delay_s = 10.0;
        group.registration_delay_s = 5.0;
        change(&mut group);
        server(&mut draft, id, subnet, WireSettings::NlbTargetGroup(group));
    }
    troubles(&mut draft, "nlb");
    draft.seed(3)
}

fn networks() -> Vec<Design> {
    vec![
        network(|_| {}),
        network(|group| group.health_check.protocol = CheckProtocol::Http),
        network(|group| (group.health_check.protocol, group.cross_zone) = (CheckProtocol::Http, true)),
        network(|group| (group.cross_zone, group.connection_termination) = (true, true)),
    ]
}

/// Other values that a setting may have.
fn others(setting: &Setting, present: &Value) -> Vec<Value> {
    match setting.control {
        Control::Integer(fact) => {
            [fact.min, fact.max, 2.0, 5.0].map(|value| json!(value.clamp(fact.min, fact.max) as u64)).into()
        }
        Control::Decimal(fact) => [fact.min, fact.max, fact.value / 2.0, fact.value * 3.0, 60.0]
            .map(|value| json!(value.clamp(fact.min, fact.max)))
            .into(),
        Control::Toggle => vec![json!(!present.as_bool().unwrap_or_default())],
        Control::Choice(choices) => choices.iter().map(|choice| json!(choice)).collect(),
        Control::Text => vec![json!("x.example.com"), json!("200-404")],
        _ => Vec::new(),
    }
}

/// Settings of which no other value changes any of these runs.
fn ignored(
    designs: &[Design],
    table: &[Setting],
    changes: &dyn Fn(&Design, &Setting) -> Vec<Design>,
) -> Vec<SettingKey> {
    let digest = |design: &Design| Measured::new(design).digest();
    let before: Vec<u64> = designs.iter().map(digest).collect();
    let is_heeded = |setting: &&Setting| {
        let mut runs = designs.iter().zip(&before);
        runs.any(|(design, before)| {
            changes(design, setting).iter().any(|changed| changed != design && digest(changed) != *before)
        })
    };
    table.iter().filter(|setting| !is_heeded(setting)).map(|setting| setting.key).collect()
}

fn on_part(design: &Design, setting: &Setting, id: &str) -> Vec<Design> {
    let present = design.parts[&pid(id)].settings.to_json();
    let values = others(setting, &present[setting.path]).into_iter();
    values
        .map(|value| {
            let mut changed = design.clone();
            let edit = design.set_part(&pid(id), setting.path, value).unwrap();
            changed.apply(edit).unwrap();
            changed
        })
        .collect()
}

/// The same on all targets of the first group at once, and on the first one alone.
fn on_targets(design: &Design, setting: &Setting) -> Vec<Design> {
    let wires: Vec<_> =
        design.wires.iter().filter(|(_, wire)| ["one", "two", "three"].contains(&wire.to.as_str())).collect();
    let wires: Vec<_> =
        wires.into_iter().filter(|(_, wire)| !matches!(wire.settings, None | Some(WireSettings::Pool(_)))).collect();
    let present = wires[0].1.settings.as_ref().map(WireSettings::to_json).unwrap_or_default();
    let present = setting.path.split('.').fold(&present, |place, level| &place[level]);
    let values = others(setting, present);
    let cases = values.iter().flat_map(|value| [(value, wires.len()), (value, 1)]);
    cases
        .map(|(value, count)| {
            let mut changed = design.clone();
            for (id, _) in &wires[..count] {
                let edit = changed.set_wire(id, setting.path, value.clone()).unwrap();
                changed.apply(edit).unwrap();
            }
            changed
        })
        .collect()
}

/// Certificates, subnets, security groups and who may reach targets are tested where handshakes, networks and flows are.
fn elsewhere(key: SettingKey) -> bool {
    matches!(
        key,
        SettingKey::Certificate | SettingKey::Subnets | SettingKey::SecurityGroups | SettingKey::PreserveClientIp
    )
}

fn assert_heeded(found: Vec<SettingKey>) {
    let found: Vec<SettingKey> = found.into_iter().filter(|key| !elsewhere(*key)).collect();
    assert_eq!(found, []);
}

#[test]
fn no_setting_of_an_application_load_balancer_is_ignored() {
    assert_heeded(ignored(&applications(), settings_of(Kind::Alb), &|design, setting| on_part(design, setting, "alb")));
}

#[test]
fn no_setting_of_a_network_load_balancer_is_ignored() {
    assert_heeded(ignored(&networks(), settings_of(Kind::Nlb), &|design, setting| on_part(design, setting, "nlb")));
}

#[test]
fn no_setting_of_a_target_group_is_ignored() {
    assert_heeded(ignored(&applications(), ninepins_model::wires::settings_of(WireKind::TargetGroup), &on_targets));
}

#[test]
fn no_setting_of_a_network_load_balancers_target_group_is_ignored() {
    assert_heeded(ignored(&networks(), ninepins_model::wires::settings_of(WireKind::NlbTargetGroup), &on_targets));
}
