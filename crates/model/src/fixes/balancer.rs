//! Target groups, and the rules that let their traffic through.

use super::lists::settled;
use super::values::{choose, number};
use super::{Fix, FixKind, wire_edit};
use crate::security::{ANYWHERE, listening_port};
use crate::setting::SettingKey;
use crate::wires::{CheckProtocol, GroupHealth, HealthCheckDepth, TargetGroup, is_success};
use crate::{
    Design, Edit, OutboundRule, PartId, PartSettings, Problem, ProblemKind, SecurityRule, Subject, Wire, WireId,
    WireSettings, fact, problems,
};

/// How much longer a target keeps an idle connection than the load balancer.
const KEPT_LONGER_S: f64 = 5.0;

/// What mends a problem of a target group.
pub(super) fn of_group(design: &Design, id: &WireId, wire: &Wire, kind: &ProblemKind) -> Option<Fix> {
    let turned = |fix: FixKind, change: &dyn Fn(&mut TargetGroup)| {
        let Some(WireSettings::TargetGroup(mut group)) = design.effective_wire_settings(id) else { return None };
        change(&mut group);
        Some(Fix { kind: fix, edit: wire_edit(id, wire, WireSettings::TargetGroup(group)) })
    };
    match kind {
        ProblemKind::KeepAliveShort { idle_s, .. } => keep_longer(design, &wire.to, idle_s + KEPT_LONGER_S),
        ProblemKind::StickinessWithoutCrossZone | ProblemKind::ZoneWithoutTargets(_) => {
            turned(FixKind::TurnOn(SettingKey::CrossZone), &|group| group.cross_zone = true)
        }
        ProblemKind::SlowStartNotInTurn => {
            turned(FixKind::TurnOff(SettingKey::SlowStart), &|group| group.slow_start_s = 0.0)
        }
        ProblemKind::AnomalyMitigationUnused => {
            turned(FixKind::TurnOff(SettingKey::AnomalyMitigation), &|group| group.anomaly_mitigation = false)
        }
        ProblemKind::NeedsHttpsListener if turned_on(design, id) => {
            turned(FixKind::TurnOff(SettingKey::Authenticate), &|group| group.authentication.enabled = false)
        }
        ProblemKind::NeedsHttpsListener => {
            choose(design, &Subject::Wire(id.clone()), SettingKey::ProtocolVersion, "http1")
        }
        ProblemKind::OtherProtocolVersion => ["http1", "http2", "grpc"].into_iter().find_map(|version| {
            let fix = choose(design, &Subject::Wire(id.clone()), SettingKey::ProtocolVersion, version)?;
            let mut mended = design.clone();
            mended.apply(fix.edit.clone()).ok()?;
            let still = |problem: &Problem| problem.subject == Subject::Wire(id.clone()) && problem.kind == *kind;
            (!problems(&mended).iter().any(still)).then_some(fix)
        }),
        ProblemKind::CheckTimeoutLong => shorten_check(design, id),
        ProblemKind::DeepHealthCheck => {
            checked(design, id, wire, &FixKind::Choose { key: SettingKey::HealthCheckDepth, value: "shallow".into() })
        }
        ProblemKind::CheckNeverPasses { status } => count_as_success(design, id, *status),
        ProblemKind::CheckOfOtherPath { path, port } => check_at(design, id, path, *port),
        ProblemKind::CheckPortClosed { .. } => number(design, id, SettingKey::CheckPort, fact::CHECK_PORT.value),
        ProblemKind::DnsBelowRouting => checked(design, id, wire, &FixKind::RaiseDnsThresholds),
        _ => None,
    }
}

fn turned_on(design: &Design, id: &WireId) -> bool {
    matches!(design.effective_wire_settings(id), Some(WireSettings::TargetGroup(group)) if group.authentication.enabled)
}

/// What both kinds of target group have.
fn checked(design: &Design, id: &WireId, wire: &Wire, kind: &FixKind) -> Option<Fix> {
    let mut settings = design.effective_wire_settings(id)?;
    let (depth, health) = match &mut settings {
        WireSettings::TargetGroup(group) => (&mut group.health_check.depth, &mut group.group_health),
        WireSettings::NlbTargetGroup(group) => (&mut group.health_check.depth, &mut group.group_health),
        _ => return None,
    };
    match kind {
        FixKind::RaiseDnsThresholds => raise(health),
        _ => *depth = HealthCheckDepth::Shallow,
    }
    Some(Fix { kind: kind.clone(), edit: wire_edit(id, wire, settings) })
}

fn raise(health: &mut GroupHealth) {
    health.dns_count = health.dns_count.max(health.routing_count);
    health.dns_percent = health.dns_percent.max(health.routing_percent);
}

/// The application behind a target keeps idle connections longer than the load balancer.
fn keep_longer(design: &Design, target: &PartId, seconds: f64) -> Option<Fix> {
    let seconds = seconds.min(fact::SERVER_KEEP_ALIVE.max);
    let part = design.parts.get(target)?;
    let edit = settled(target, part, |settings| match settings {
        PartSettings::Asg(asg) => asg.application.keep_alive_s = seconds,
        PartSettings::Ec2(ec2) => ec2.application.keep_alive_s = seconds,
        _ => {}
    });
    let kind = FixKind::SetTo { key: SettingKey::ServerKeepAlive, value: seconds, unit: fact::SERVER_KEEP_ALIVE.unit };
    Some(Fix { kind, edit })
}

/// A second less than the interval.
fn shorten_check(design: &Design, id: &WireId) -> Option<Fix> {
    let (interval_s, fact) = match design.effective_wire_settings(id)? {
        WireSettings::TargetGroup(group) => (group.health_check.interval_s, &fact::HEALTH_TIMEOUT),
        WireSettings::NlbTargetGroup(group) => (group.health_check.interval_s, &fact::FLOW_CHECK_TIMEOUT),
        _ => return None,
    };
    let value = (interval_s - 1.0).clamp(fact.min, fact.max);
    let edit = design.set_wire(id, "health_check.timeout_s", value.into()).ok()?;
    Some(Fix { kind: FixKind::SetTo { key: SettingKey::HealthTimeout, value, unit: fact.unit }, edit })
}

/// The check asks for the application's health endpoint.
fn check_at(design: &Design, id: &WireId, path: &str, port: u32) -> Option<Fix> {
    let text = path.to_owned();
    let path = design.set_wire(id, "health_check.path", path.into()).ok()?;
    let mut mended = design.clone();
    mended.apply(path).ok()?;
    let edit = mended.set_wire(id, "health_check.port", port.into()).ok()?;
    Some(Fix { kind: FixKind::Fill { key: SettingKey::CheckPath, text }, edit })
}

/// What the path answers is a success as well.
fn count_as_success(design: &Design, id: &WireId, status: u32) -> Option<Fix> {
    let codes = match design.effective_wire_settings(id)? {
        WireSettings::TargetGroup(group) => group.health_check.success_codes,
        WireSettings::NlbTargetGroup(group) if group.health_check.protocol == CheckProtocol::Http => {
            group.health_check.success_codes
        }
        _ => return None,
    };
    // A load balancer takes codes from 200 to 499 (ALB-06).
    if !(200..=499).contains(&status) {
        let fact = &fact::CHECK_STATUS;
        let edit = design.set_wire(id, "health_check.status", fact.whole().into()).ok()?;
        return Some(Fix {
            kind: FixKind::SetTo { key: SettingKey::CheckStatus, value: fact.value, unit: fact.unit },
            edit,
        });
    }
    let text = match is_success(&codes, fact::CHECK_STATUS.whole()) {
        true => format!("{codes},{status}"),
        false => status.to_string(),
    };
    let edit = design.set_wire(id, "health_check.success_codes", text.clone().into()).ok()?;
    Some(Fix { kind: FixKind::Fill { key: SettingKey::SuccessCodes, text }, edit })
}

/// Every target group of the load balancer that has the weight 0 gets 1, if nothing shares its rule with a weight.
pub(super) fn give_weight(design: &Design, id: &PartId) -> Option<Fix> {
    let groups = || design.wires.iter().filter(|(_, wire)| &wire.from == id);
    let carries = |rule| groups().any(|(_, wire)| wire.target_group().rule == rule && wire.target_group().weight > 0);
    let edits = groups().filter(|(_, wire)| !carries(wire.target_group().rule)).map(|(id, wire)| {
        wire_edit(id, wire, WireSettings::TargetGroup(TargetGroup { weight: 1, ..wire.target_group() }))
    });
    Some(Fix { kind: FixKind::GiveWeight, edit: Edit::Batch(edits.collect()) })
}

/// The rules that let a wire's traffic out of its client and into its server, in the first group that each carries.
pub(super) fn admit(design: &Design, wire: &Wire, kind: &ProblemKind) -> Option<Fix> {
    let (client, server) = (design.parts.get(&wire.from)?, design.parts.get(&wire.to)?);
    let port = match kind {
        ProblemKind::CheckNotAdmitted { port } => *port,
        _ => listening_port(server.kind(), true),
    };
    let known = |name: &&String| design.security_groups.contains_key(*name);
    let mut mended = design.clone();
    let mut edits = Vec::new();
    if let Some(name) = server.security_groups().iter().find(known) {
        let from = match (kind, client.security_groups().first()) {
            (ProblemKind::ClientAddressesNotAdmitted, _) => ANYWHERE.to_owned(),
            (_, Some(group)) => group.clone(),
            (_, None) => wire.from.to_string(),
        };
        let mut group = mended.security_groups.get(name)?.clone();
        let rule = SecurityRule { from, port };
        if !group.inbound.contains(&rule) {
            group.inbound.push(rule);
            edits.push(Edit::SecurityGroup { name: name.clone(), to: Some(group) });
        }
    }
    for edit in &edits {
        mended.apply(edit.clone()).ok()?;
    }
    if let Some(name) = client.security_groups().iter().find(known) {
        let to = server.security_groups().first().cloned().unwrap_or_else(|| wire.to.to_string());
        let lets_out = crate::security::effective_outbound(&mended, &wire.from).iter().any(|rule| {
            crate::security::is_for(rule.port, port) && crate::security::names(&mended, &rule.to, &wire.to)
        });
        if !lets_out {
            let mut group = mended.security_groups.get(name)?.clone();
            group.outbound.push(OutboundRule { to, port });
            edits.push(Edit::SecurityGroup { name: name.clone(), to: Some(group) });
        }
    }
    Some(Fix { kind: FixKind::Admit, edit: Edit::Batch(edits) })
}
