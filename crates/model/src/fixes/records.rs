//! Records that Route 53 refuses, and health checks that do nothing.

use super::values::{choose, number};
use super::{Fix, FixKind};
use crate::setting::SettingKey;
use crate::wires::RoutingPolicy;
use crate::{Design, Edit, PartSettings, ProblemKind, Subject, Wire, WireId, WireSettings, record_name};

/// Longest TTL of a record with a health check, in seconds (R53-25).
const SHORT_TTL_S: f64 = 60.0;

/// What mends a problem of a record.
pub(super) fn of_record(design: &Design, id: &WireId, wire: &Wire, kind: &ProblemKind) -> Option<Fix> {
    let turned =
        |path: &str, kind: FixKind, on: bool| Some(Fix { kind, edit: design.set_wire(id, path, on.into()).ok()? });
    let chosen = |key, value: &str| choose(design, &Subject::Wire(id.clone()), key, value);
    match kind {
        ProblemKind::CnameAtApex => turned("alias", FixKind::TurnOn(SettingKey::RecordAlias), true),
        ProblemKind::TargetHealthOfDistribution => {
            turned("evaluate_target_health", FixKind::TurnOff(SettingKey::EvaluateTargetHealth), false)
        }
        ProblemKind::LoneHealthCheck => chosen(SettingKey::RecordCheckType, "none"),
        ProblemKind::CheckOfOtherPort => {
            let https = design.parts.get(&wire.to)?.certificate().is_some();
            chosen(SettingKey::RecordCheckType, if https { "https" } else { "http" })
        }
        ProblemKind::NoDefaultLocation => chosen(SettingKey::RecordLocation, "*"),
        ProblemKind::LongTtl => number(design, id, SettingKey::RecordTtl, SHORT_TTL_S),
        ProblemKind::MixedPolicies => {
            let first = of_the_name(design, wire).into_iter().next()?;
            let policy = serde_json::to_value(first.1.record().policy).ok()?;
            chosen(SettingKey::RecordPolicy, policy.as_str()?)
        }
        ProblemKind::DuplicateRecord => beside_the_other(design, id, wire),
        _ => None,
    }
}

/// All records of a record's name, in their order.
fn of_the_name<'a>(design: &'a Design, wire: &Wire) -> Vec<(&'a WireId, &'a Wire)> {
    let Some(PartSettings::Route53(zone)) = design.parts.get(&wire.from).map(|part| &part.settings) else {
        return Vec::new();
    };
    let name = record_name(wire, &zone.zone);
    let is_alike = |other: &Wire| other.from == wire.from && record_name(other, &zone.zone) == name;
    design.wires.iter().filter(|(_, other)| is_alike(other)).collect()
}

/// A second primary becomes the secondary; records that would answer for the same are weighted.
fn beside_the_other(design: &Design, id: &WireId, wire: &Wire) -> Option<Fix> {
    if wire.record().policy == RoutingPolicy::Failover {
        let is_primary = wire.record().failover == crate::wires::FailoverRole::Primary;
        let role = if is_primary { "secondary" } else { "primary" };
        return choose(design, &Subject::Wire(id.clone()), SettingKey::RecordFailover, role);
    }
    let weighted = |(id, wire): (&WireId, &Wire)| {
        let record = crate::wires::Record { policy: RoutingPolicy::Weighted, ..wire.record() };
        super::wire_edit(id, wire, WireSettings::Record(record))
    };
    let edit = Edit::Batch(of_the_name(design, wire).into_iter().map(weighted).collect());
    Some(Fix { kind: FixKind::Choose { key: SettingKey::RecordPolicy, value: "weighted".into() }, edit })
}
