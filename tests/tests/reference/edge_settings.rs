//! No setting of a distribution, an origin or a bucket is ignored: each changes a run that meets what it is about.

use ninepins_model::parts::{Certificate, Cloudfront, S3, settings_of};
use ninepins_model::wires::{CacheControl, CachePolicy, Origin, OriginRole};
use ninepins_model::{Action, Control, Design, Kind, PartSettings, Setting, SettingKey, WireKind, WireSettings};
use ninepins_tests::{Draft, Measured, pid};
use serde_json::{Value, json};

/// Everything at once: an API with an origin group behind HTTPS, files in layers of caches, a public and a private
/// bucket, faults and an invalidation.
fn busy() -> Draft {
    let mut draft = Draft::new();
    draft.lasts(60).users(40.0, |users| {
        (users.mix.assets, users.mix.reads, users.mix.writes) = (3.0, 1.0, 1.0);
        (users.assets.objects, users.assets.deep_links_percent, users.timeout_s) = (40, 10.0, 300.0);
        users.bandwidth_mbps = 10.0;
    });
    let distribution = Cloudfront {
        regional_edge_caches: 2,
        default_ttl_s: 3.0,
        spa_error_page: true,
        custom_error_responses: vec!["503 /sorry.html 200".into()],
        ..Cloudfront::default()
    };
    draft.put("cdn", None, PartSettings::Cloudfront(distribution)).wire("users", "cdn", None);
    let bucket = S3 { first_byte_max_ms: 1500.0, get_rps: 20.0, repartition_s: 20.0, ..S3::default() };
    draft.put("web", Some("seoul"), PartSettings::S3(bucket.clone()));
    draft.put("open", Some("seoul"), PartSettings::S3(S3 { public_read: true, list_bucket: true, ..bucket }));
    let names = vec!["api.example.com".into()];
    draft.put("cert", Some("seoul"), PartSettings::Certificate(Certificate { names, ..Certificate::default() }));
    draft.alb(&["net-a"], |alb| alb.certificate = Some(pid("cert"))).asg(&["net-a"], |group| group.desired = 1, |_| {});
    draft.design.wires.retain(|_, wire| wire.from != pid("users") || wire.to != pid("alb"));
    draft.instance("second", "net-b", |_| {});
    let origin = |path: &str| Origin { path: path.into(), ..Origin::default() };
    let mut wire = |to: &str, settings: Origin| {
        draft.wire("cdn", to, Some(WireSettings::Origin(settings)));
    };
    wire("web", origin("/*"));
    let max_age = CacheControl::MaxAge;
    wire("open", Origin { origin_access_control: false, cache_control: max_age, max_age_s: 5.0, ..origin("*.css") });
    wire("web", Origin { precedence: 3, ..origin("/assets/1*") });
    wire("alb", Origin { cache_policy: CachePolicy::CachingOptimized, ..origin("/api/*") });
    wire("second", Origin { role: OriginRole::Secondary, ..origin("/api/*") });
    draft.at(10, Action::Invalidation { part: pid("cdn"), path: "/assets/*".into() });
    draft.at(20, Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 10 });
    draft.at(35, Action::S3Throttling { part: pid("web"), remaining: 0.1, for_s: 10 });
    draft
}

/// All of it goes to one bucket that stores writes.
fn one_bucket() -> Draft {
    let mut draft = Draft::new();
    draft.lasts(30).users(60.0, |users| {
        (users.mix.assets, users.mix.reads, users.mix.writes) = (1.0, 0.0, 1.0);
    });
    draft.put("cdn", None, PartSettings::Cloudfront(Cloudfront::default())).wire("users", "cdn", None);
    draft.put("web", Some("seoul"), PartSettings::S3(S3 { put_object: true, put_rps: 20.0, ..S3::default() }));
    draft.wire("cdn", "web", Some(WireSettings::Origin(Origin::default())));
    draft
}

fn digest(design: &Design) -> u64 {
    Measured::new(design).digest()
}

/// Other values that a setting may have.
fn others(setting: &Setting, present: &Value) -> Vec<Value> {
    match setting.control {
        Control::Integer(fact) => [fact.min, fact.max.min(20.0), 2.0].map(|value| json!(value as u64)).into(),
        Control::Decimal(fact) => [fact.min, fact.max, fact.value / 2.0, fact.value * 3.0]
            .map(|value| json!(value.clamp(fact.min, fact.max)))
            .into(),
        Control::Toggle => vec![json!(!present.as_bool().unwrap_or_default())],
        Control::Choice(choices) => choices.iter().map(|choice| json!(choice)).collect(),
        Control::Texts if setting.key == SettingKey::FailoverCodes => vec![json!(["403", "404"]), json!([])],
        Control::Texts => vec![json!(["403 /lost.html 404"])],
        Control::Text => vec![json!("x.example.com"), json!("/assets/2*")],
        _ => Vec::new(),
    }
}

/// Settings of which no other value changes any of these runs.
fn ignored(
    designs: &[Design],
    table: &[Setting],
    change: &dyn Fn(&Design, &Setting) -> Vec<Design>,
) -> Vec<SettingKey> {
    let before: Vec<u64> = designs.iter().map(digest).collect();
    let changes = |setting: &Setting| {
        designs.iter().zip(&before).any(|(design, before)| {
            change(design, setting).iter().any(|changed| changed != design && digest(changed) != *before)
        })
    };
    table.iter().filter(|setting| !changes(setting)).map(|setting| setting.key).collect()
}

/// The design with each other value of a setting on each part of a kind.
fn on_parts(design: &Design, setting: &Setting, kind: Kind) -> Vec<Design> {
    let mut found = Vec::new();
    for (id, part) in design.parts.iter().filter(|(_, part)| part.kind() == kind) {
        for value in others(setting, &part.settings.to_json()[setting.path]) {
            let mut changed = design.clone();
            let edit = design.set_part(id, setting.path, value).unwrap();
            changed.apply(edit).unwrap();
            found.push(changed);
        }
    }
    found
}

/// The same on each origin.
fn on_origins(design: &Design, setting: &Setting) -> Vec<Design> {
    let mut found = Vec::new();
    for (id, wire) in design.wires.iter().filter(|(_, wire)| matches!(wire.settings, Some(WireSettings::Origin(_)))) {
        let present = wire.settings.as_ref().map(WireSettings::to_json).unwrap_or_default();
        for value in others(setting, &present[setting.path]) {
            let mut changed = design.clone();
            let edit = design.set_wire(id, setting.path, value).unwrap();
            changed.apply(edit).unwrap();
            found.push(changed);
        }
    }
    found
}

#[test]
fn no_setting_of_a_distribution_or_a_bucket_is_ignored() {
    let designs = [busy().seed(3), one_bucket().seed(3)];
    for kind in [Kind::Cloudfront, Kind::S3] {
        let found = ignored(&designs, settings_of(kind), &|design, setting| on_parts(design, setting, kind));
        // The certificate is tested where handshakes are.
        let found: Vec<SettingKey> = found.into_iter().filter(|key| *key != SettingKey::Certificate).collect();
        assert_eq!(found, [], "{kind:?}");
    }
}

#[test]
fn no_setting_of_an_origin_is_ignored() {
    let designs = [busy().seed(3), one_bucket().seed(3)];
    let table = ninepins_model::wires::settings_of(WireKind::Origin);
    assert_eq!(ignored(&designs, table, &on_origins), []);
}
