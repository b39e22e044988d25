//! Random values of settings, within and beyond what is allowed, and what keeps a run of them short.

use ninepins_model::{Control, Part, Setting, SettingKey};
use serde_json::Value;

use super::{IDS, Tape, ZONES};

/// The same with one in `rarity` of its settings changed, through its document.
pub(super) fn changed<T>(thing: &T, table: &[Setting], prefix: &str, rarity: usize, tape: &mut Tape<'_>) -> T
where
    T: Clone + serde::Serialize + serde::de::DeserializeOwned,
{
    let mut document = serde_json::to_value(thing).expect("a part can be written");
    for setting in table {
        if !tape.one_in(rarity) {
            continue;
        }
        let path = format!("/{prefix}{}", setting.path).replace('.', "/");
        if let (Some(place), Some(value)) = (document.pointer_mut(&path), value(setting, tape)) {
            *place = value;
        }
    }
    serde_json::from_value(document).unwrap_or_else(|_| thing.clone())
}

/// A value for a setting, if there is any to choose.
pub fn value(setting: &Setting, tape: &mut Tape<'_>) -> Option<Value> {
    let some_ids = |tape: &mut Tape<'_>| (0..tape.below(4)).map(|_| tape.pick(IDS)).collect::<Vec<_>>();
    Some(match setting.control {
        Control::Integer(fact) => number(fact.min, limit(setting.key, fact.max), tape).round().into(),
        Control::Decimal(fact) => number(fact.min, limit(setting.key, fact.max), tape).into(),
        Control::Toggle => tape.one_in(2).into(),
        Control::Choice(choices) => (tape.pick(choices)).into(),
        Control::Text if matches!(setting.key, SettingKey::VpcCidr | SettingKey::SubnetCidr) => {
            (tape.pick(&["10.0.0.0/28", "10.0.7.0/24", "0.0.0.0/0", "10.0.0.0/32", ""])).into()
        }
        Control::Texts if matches!(setting.key, SettingKey::AclInbound | SettingKey::AclOutbound) => {
            let rules = [
                "100 allow 0.0.0.0/0",
                "90 deny 10.0.0.0/24",
                "80 allow 10.0.0.0/16 1024-65535",
                "70 deny 0.0.0.0/0 443",
            ];
            (0..tape.below(4)).map(|_| tape.pick(&rules)).collect::<Vec<_>>().into()
        }
        Control::Text if setting.key == SettingKey::OriginPath => {
            (tape.pick(&["/*", "/api/*", "*.png", "/orders/?", "/index.html", "*"])).into()
        }
        Control::Text | Control::Paragraph => (tape.pick(&["example.com", "api.example.com", "", "x"])).into(),
        Control::Texts if setting.key == SettingKey::FailoverCodes => {
            vec![tape.pick(&["403", "404", "500", "503", "200", ""]), tape.pick(&["502", "504", "x"])].into()
        }
        Control::Texts if setting.key == SettingKey::CustomErrorResponses => {
            let lines = ["403 /index.html 200", "404 /lost.html 404", "503 /sorry.html 200", "504 /late.html 503", ""];
            vec![tape.pick(&lines), tape.pick(&lines)].into()
        }
        Control::Texts if matches!(setting.key, SettingKey::ScaleOutSteps | SettingKey::ScaleInSteps) => {
            vec![tape.pick(&["0 10 1", "0 * 50", "* 0 -1", "x"]), tape.pick(&["10 * 3", "* * -9", "0 1"])].into()
        }
        Control::Texts if setting.key == SettingKey::ScheduledActions => {
            vec![tape.pick(&["10 1 3 2", "* * * * * - - 3", "0 0 0 0", "x"]), tape.pick(&["20 - - 9", ""])].into()
        }
        Control::Texts if setting.key == SettingKey::PredictiveForecast => vec![tape.pick(&["0 5", "1 2", "x"])].into(),
        Control::Texts => vec![tape.pick(&["*.example.com", "example.com", ""])].into(),
        Control::Subnets => some_ids(tape).into(),
        Control::Certificate | Control::Database => (tape.pick(IDS)).into(),
        Control::Zone => (tape.pick(ZONES)).into(),
        Control::SecurityGroups => some_ids(tape).into(),
        Control::Routes => match tape.pick(&["", "internet_gateway", "nat", "nowhere"]) {
            "" => serde_json::json!({}),
            target => serde_json::json!({ "0.0.0.0/0": target }),
        },
        Control::Points => {
            let points = (0..tape.below(4)).map(|point| [10.0 * point as f64, tape.below(60) as f64]);
            serde_json::json!(points.collect::<Vec<_>>())
        }
    })
}

/// A number of a range: its ends, zero, or anything between, small ones as often as large ones.
fn number(min: f64, max: f64, tape: &mut Tape<'_>) -> f64 {
    match tape.below(5) {
        0 => min,
        1 => max,
        2 => 0.0,
        _ => min + (max - min) * 10_f64.powf(-4.0 * tape.below(1000) as f64 / 1000.0),
    }
}

/// What keeps a run short: the largest value tried of what multiplies its work.
pub fn limit(key: SettingKey, max: f64) -> f64 {
    match key {
        SettingKey::RequestsPerSecond | SettingKey::PeakRate => 60.0,
        SettingKey::Resolvers => 50.0,
        SettingKey::Clients => 200.0,
        SettingKey::AssetObjects | SettingKey::BucketObjects => 300.0,
        SettingKey::EdgeLocations => 8.0,
        SettingKey::RegionalCaches | SettingKey::BucketPrefixes => 4.0,
        SettingKey::GroupMin | SettingKey::GroupMax | SettingKey::GroupDesired => 12.0,
        SettingKey::MaxPrepared | SettingKey::WarmPoolMin => 12.0,
        SettingKey::PoolSize => 40.0,
        SettingKey::CacheItems => 500.0,
        SettingKey::ConsumerConcurrency => 4.0,
        SettingKey::MessagesAtStart => 500.0,
        SettingKey::CallsPerRequest | SettingKey::CallTries | SettingKey::QueryTries => 3.0,
        _ => max,
    }
}

/// At most sixty requests a second.
pub(super) fn tame(mut part: Part) -> Part {
    if let ninepins_model::PartSettings::Users(users) = &mut part.settings {
        users.traffic.rps = users.traffic.rps.min(60.0);
        users.traffic.peak_rps = users.traffic.peak_rps.min(60.0);
        users.traffic.think_s = users.traffic.think_s.max(2.0);
        users.clients = users.clients.min(200);
    }
    part
}
