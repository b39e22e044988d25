//! What is wrong with load balancers and target groups: settings that AWS refuses, and those that do not do what they seem to.

use super::index::{Index, Link};
use super::{Problem, ProblemKind, Severity, Subject};
use crate::parts::{Application, HttpVersion};
use crate::security::{ANYWHERE, listening_port, rules_of_groups};
use crate::wires::{
    Algorithm, CheckProtocol, GroupHealth, HealthCheckDepth, ProtocolVersion, StickinessCookie, TargetGroup, is_success,
};
use crate::{Design, Kind, PartId, PartSettings, Wire, WireKind, WireSettings};

/// Adds the problems of load balancers and their target groups.
pub(super) fn add_problems(index: &Index<'_>, problems: &mut Vec<Problem>) {
    for link @ (id, wire) in &index.design.wires {
        let mut add = |severity, kind| problems.push(Problem { subject: Subject::Wire(id.clone()), severity, kind });
        let meaning = index.kind(&wire.from).zip(index.kind(&wire.to)).and_then(|(from, to)| from.wire_to(to));
        match meaning {
            Some(WireKind::TargetGroup) => target_group(index, link, &mut add),
            Some(WireKind::NlbTargetGroup) => nlb_target_group(index, link, &mut add),
            _ => {}
        }
    }
    for (id, part) in &index.design.parts {
        let kind = match &part.settings {
            PartSettings::Alb(_) => rules(index, id),
            PartSettings::Users(users) => forwarded(index, id, users.forwarded_addresses),
            _ => None,
        };
        if let Some(kind) = kind {
            let subject = Subject::Part(id.clone());
            problems.push(Problem { subject, severity: Severity::Warning, kind });
        }
    }
}

/// Most addresses in `X-Forwarded-For` that a load balancer takes (ALB-42).
pub(crate) const FORWARDED_LIMIT: u32 = 30;

/// Whether a source's requests reach a load balancer with too many addresses in their header.
fn forwarded(index: &Index<'_>, users: &PartId, count: u32) -> Option<ProblemKind> {
    if count < FORWARDED_LIMIT {
        return None;
    }
    let next = |from: &PartId| -> Vec<&PartId> { index.wires_from(from).iter().map(|(_, wire)| &wire.to).collect() };
    let meets = |id: &PartId, count: u32| count > FORWARDED_LIMIT && index.kind(id) == Some(Kind::Alb);
    // Hosted zones hand on what they are asked for; a distribution adds an address.
    let mut named = next(users);
    named.extend(next(users).into_iter().flat_map(next));
    let direct = named.iter().any(|id| meets(id, count));
    let is_edge = |id: &PartId| index.kind(id) == Some(Kind::Cloudfront);
    let by_edge = named.iter().filter(|id| is_edge(id)).flat_map(|id| next(id)).any(|id| meets(id, count + 1));
    (direct || by_edge).then_some(ProblemKind::TooManyForwarded { count })
}

/// What sends requests to a load balancer: users, directly or by a hosted zone, distributions, services.
fn clients_of<'a>(index: &'a Index<'a>, balancer: &'a PartId) -> impl Iterator<Item = &'a crate::Part> {
    let before = |to: &'a PartId| {
        let wires = index.wires_to(to).iter();
        wires.filter_map(|(_, wire)| Some((&wire.from, index.design.parts.get(&wire.from)?)))
    };
    before(balancer).flat_map(move |(id, part)| {
        let asks = if part.kind() == Kind::Route53 { before(id).map(|(_, part)| part).collect() } else { vec![part] };
        asks.into_iter()
    })
}

/// Whether a client's requests can be those of a target group of this version.
fn fits(client: &crate::Part, version: ProtocolVersion, is_https: bool) -> bool {
    let spoken = match &client.settings {
        PartSettings::Users(users) if is_https => users.http_version,
        _ => HttpVersion::Http1,
    };
    match version {
        ProtocolVersion::Http1 => spoken != HttpVersion::Grpc,
        ProtocolVersion::Http2 => spoken != HttpVersion::Http1,
        ProtocolVersion::Grpc => spoken == HttpVersion::Grpc,
    }
}

fn target_group<'a>(index: &Index<'a>, link: Link<'a>, add: &mut dyn FnMut(Severity, ProblemKind)) {
    let (design, wire) = (index.design, link.1);
    let group = wire.target_group();
    let check = &group.health_check;
    if group.stickiness.cookie != StickinessCookie::Off && !group.cross_zone {
        add(Severity::Error, ProblemKind::StickinessWithoutCrossZone);
    }
    if group.slow_start_s > 0.0 && group.algorithm != Algorithm::RoundRobin {
        add(Severity::Error, ProblemKind::SlowStartNotInTurn);
    }
    let is_https = design.parts.get(&wire.from).is_some_and(|alb| alb.certificate().is_some());
    let needs_https = group.authentication.enabled || group.protocol_version != ProtocolVersion::Http1;
    if needs_https && !is_https {
        add(Severity::Error, ProblemKind::NeedsHttpsListener);
    } else if clients_of(index, &wire.from).any(|client| !fits(client, group.protocol_version, is_https)) {
        add(Severity::Error, ProblemKind::OtherProtocolVersion);
    }
    if group.anomaly_mitigation && group.algorithm != Algorithm::WeightedRandom {
        add(Severity::Warning, ProblemKind::AnomalyMitigationUnused);
    }
    if let (Some(PartSettings::Alb(alb)), Some(application)) =
        (design.parts.get(&wire.from).map(|part| &part.settings), application(design, &wire.to))
        && application.keep_alive_s < alb.idle_timeout_s
    {
        let kind = ProblemKind::KeepAliveShort { keep_alive_s: application.keep_alive_s, idle_s: alb.idle_timeout_s };
        add(Severity::Warning, kind);
    }
    checks(check.interval_s, check.timeout_s, check.depth, &check.success_codes, check.status, add);
    endpoint(design, wire, (&check.path, check.port), Some(&check.success_codes), add);
    thresholds(&group.group_health, add);
    zones(index, link, &group.name, group.cross_zone, add);
}

fn nlb_target_group<'a>(index: &Index<'a>, link: Link<'a>, add: &mut dyn FnMut(Severity, ProblemKind)) {
    let (design, wire) = (index.design, link.1);
    let group = wire.nlb_target_group();
    let check = &group.health_check;
    let is_http = check.protocol == CheckProtocol::Http;
    let (depth, codes) = match is_http {
        true => (check.depth, check.success_codes.as_str()),
        false => (HealthCheckDepth::Shallow, "100-599"),
    };
    checks(check.interval_s, check.timeout_s, depth, codes, check.status, add);
    endpoint(design, wire, (&check.path, check.port), is_http.then_some(codes), add);
    thresholds(&group.group_health, add);
    // An empty zone of a Network Load Balancer leaves DNS, so it costs nothing (NLB-12).
    zones(index, link, "", true, add);
    let Some(target) = design.parts.get(&wire.to) else { return };
    let Some(rules) = rules_of_groups(design, target) else { return };
    let port = listening_port(target.kind(), true);
    let anyone = rules.iter().any(|rule| rule.port == port && rule.from == ANYWHERE);
    let balancer = rules.iter().any(|rule| rule.port == port && crate::security::names(design, &rule.from, &wire.from));
    match (group.preserve_client_ip, anyone, balancer) {
        (true, false, _) => add(Severity::Error, ProblemKind::ClientAddressesNotAdmitted),
        (false, _, false) => add(Severity::Error, ProblemKind::NotAdmitted),
        _ => {}
    }
}

fn checks(
    interval_s: f64,
    timeout_s: f64,
    depth: HealthCheckDepth,
    codes: &str,
    status: u32,
    add: &mut dyn FnMut(Severity, ProblemKind),
) {
    if timeout_s >= interval_s {
        add(Severity::Warning, ProblemKind::CheckTimeoutLong);
    }
    if depth == HealthCheckDepth::Deep {
        add(Severity::Warning, ProblemKind::DeepHealthCheck);
    }
    if !is_success(codes, status) {
        add(Severity::Error, ProblemKind::CheckNeverPasses { status });
    }
}

/// Whether a check reaches the health endpoint of the target's application. Without codes it asks for a connection alone.
fn endpoint(
    design: &Design,
    wire: &Wire,
    (path, port): (&str, u32),
    codes: Option<&str>,
    add: &mut dyn FnMut(Severity, ProblemKind),
) {
    let Some(application) = application(design, &wire.to) else { return };
    if !listens(application, port) {
        return add(Severity::Error, ProblemKind::CheckPortClosed { port });
    }
    if codes.is_some_and(|codes| !serves(application, path, port) && !is_success(codes, 404)) {
        add(Severity::Error, other_path(application));
    }
    let port = crate::security::check_port(design, wire);
    let admits = |rule: &crate::SecurityRule| {
        crate::security::is_for(rule.port, port) && crate::security::names(design, &rule.from, &wire.from)
    };
    let rules = design.parts.get(&wire.to).and_then(|target| rules_of_groups(design, target));
    if port != 0 && rules.is_some_and(|rules| !rules.into_iter().any(admits)) {
        add(Severity::Error, ProblemKind::CheckNotAdmitted { port });
    }
}

/// What is wrong with a check that this application answers 404.
pub(super) fn other_path(application: &Application) -> ProblemKind {
    ProblemKind::CheckOfOtherPath { path: application.health_path.clone(), port: application.health_port }
}

/// A port of an application; 0 stands for the one that it serves requests on.
fn own_port(port: u32) -> u32 {
    if port == 0 { u32::from(listening_port(Kind::Ec2, true)) } else { port }
}

/// Whether an application accepts connections at this port.
pub(super) fn listens(application: &Application, port: u32) -> bool {
    [0, application.health_port].into_iter().any(|own| own_port(own) == own_port(port))
}

/// Whether an application answers checks of this path at this port.
pub(super) fn serves(application: &Application, path: &str, port: u32) -> bool {
    own_port(application.health_port) == own_port(port) && crate::wires::is_path(path, &application.health_path)
}

fn thresholds(health: &GroupHealth, add: &mut dyn FnMut(Severity, ProblemKind)) {
    if health.dns_count < health.routing_count || health.dns_percent < health.routing_percent {
        add(Severity::Error, ProblemKind::DnsBelowRouting);
    }
}

/// Zones of the load balancer without targets of this group.
fn zones<'a>(
    index: &Index<'a>,
    (id, wire): Link<'a>,
    name: &str,
    cross_zone: bool,
    add: &mut dyn FnMut(Severity, ProblemKind),
) {
    let design = index.design;
    let Some(balancer) = design.parts.get(&wire.from) else { return };
    let own: Vec<&str> = balancer.subnets().iter().filter_map(|subnet| design.zone_name(subnet)).collect();
    if let Some(zone) = zones_of(design, &wire.to).into_iter().find(|zone| !own.contains(zone)) {
        add(Severity::Warning, ProblemKind::TargetsOutsideZones(zone.to_owned()));
    }
    if cross_zone {
        return;
    }
    let is_shared =
        |other: &Wire| group_name(other) == name && (!name.is_empty() || index.kind(&other.to) == Some(Kind::Ec2));
    let group = index.wires_from(&wire.from).iter().filter(|(other, own)| *other == id || is_shared(own));
    let with_targets: Vec<&str> = group.flat_map(|(_, wire)| zones_of(design, &wire.to)).collect();
    for zone in own {
        if !with_targets.contains(&zone) {
            return add(Severity::Warning, ProblemKind::ZoneWithoutTargets(zone.to_owned()));
        }
    }
}

fn group_name(wire: &Wire) -> &str {
    match &wire.settings {
        Some(WireSettings::TargetGroup(group)) => &group.name,
        _ => "",
    }
}

fn zones_of<'a>(design: &'a Design, id: &'a PartId) -> Vec<&'a str> {
    let Some(part) = design.parts.get(id) else { return Vec::new() };
    match part.kind().spans_subnets() {
        true => part.subnets().iter().filter_map(|subnet| design.zone_name(subnet)).collect(),
        false => design.zone_name(id).into_iter().collect(),
    }
}

/// What runs on a part, or on the targets of a load balancer.
pub(super) fn applications_behind<'a>(index: &Index<'a>, id: &PartId) -> Vec<&'a Application> {
    match index.kind(id) {
        Some(Kind::Alb | Kind::Nlb) => {
            let wires = index.wires_from(id).iter();
            wires.filter_map(|(_, wire)| application(index.design, &wire.to)).collect()
        }
        _ => application(index.design, id).into_iter().collect(),
    }
}

fn application<'a>(design: &'a Design, id: &PartId) -> Option<&'a Application> {
    match &design.parts.get(id)?.settings {
        PartSettings::Asg(asg) => Some(&asg.application),
        PartSettings::Ec2(ec2) => Some(&ec2.application),
        _ => None,
    }
}

/// What is wrong with a load balancer's listener rules as a whole.
fn rules(index: &Index<'_>, id: &PartId) -> Option<ProblemKind> {
    let of_balancer = index.wires_from(id).iter().filter(|(_, wire)| index.kind(&wire.to).is_some());
    let groups: Vec<TargetGroup> = of_balancer.map(|(_, wire)| wire.target_group()).collect();
    if groups.is_empty() {
        return None;
    }
    if !groups.iter().any(|group| group.rule.is_default()) {
        return Some(ProblemKind::NoDefaultRule);
    }
    let without =
        |group: &TargetGroup| groups.iter().filter(|other| other.rule == group.rule).all(|one| one.weight == 0);
    groups.iter().filter(|group| group.weight == 0).any(without).then_some(ProblemKind::NoWeight)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets::seed_architecture;

    /// The kinds of problem that the seed architecture has with another target group.
    fn with(change: impl FnOnce(&mut TargetGroup)) -> Vec<ProblemKind> {
        let mut design = seed_architecture();
        let is_group = |wire: &&mut Wire| matches!(wire.settings, Some(WireSettings::TargetGroup(_)));
        let wire = design.wires.values_mut().find(is_group).expect("it has a target group");
        let mut group = wire.target_group();
        change(&mut group);
        wire.settings = Some(WireSettings::TargetGroup(group));
        crate::problems(&design).into_iter().map(|problem| problem.kind).collect()
    }

    #[test]
    fn the_seed_architectures_target_group_has_no_problem() {
        assert_eq!(with(|_| {}), []);
    }

    #[test]
    fn stickiness_needs_cross_zone_balancing() {
        let found = with(|group| {
            group.stickiness.cookie = StickinessCookie::LbCookie;
            group.cross_zone = false;
        });
        assert_eq!(found, [ProblemKind::StickinessWithoutCrossZone]);
    }

    #[test]
    fn a_threshold_for_dns_below_the_one_for_routing_is_refused() {
        assert_eq!(with(|group| group.group_health.routing_count = 2), [ProblemKind::DnsBelowRouting]);
    }

    #[test]
    fn a_path_that_redirects_does_not_pass_a_check_for_200() {
        assert_eq!(with(|group| group.health_check.status = 302), [ProblemKind::CheckNeverPasses { status: 302 }]);
    }

    #[test]
    fn a_check_must_reach_the_applications_health_endpoint() {
        let path = with(|group| group.health_check.path = "/health?full".into());
        assert_eq!(path, [ProblemKind::CheckOfOtherPath { path: "/".into(), port: 0 }]);
        assert_eq!(with(|group| group.health_check.path = "/?full".into()), []);
        assert_eq!(with(|group| group.health_check.port = 8081), [ProblemKind::CheckPortClosed { port: 8081 }]);
        let lenient =
            with(|group| (group.health_check.path, group.health_check.success_codes) = ("/x".into(), "200-404".into()));
        assert_eq!(lenient, []);
    }

    #[test]
    fn a_rule_for_the_api_alone_leaves_the_rest_without_an_answer() {
        assert_eq!(with(|group| group.rule.path = "/api/*".into()), [ProblemKind::NoDefaultRule]);
        assert_eq!(with(|group| group.weight = 0), [ProblemKind::NoWeight]);
    }

    #[test]
    fn a_timeout_as_long_as_the_interval_and_a_deep_check_are_pointed_out() {
        assert_eq!(with(|group| group.health_check.interval_s = 5.0), [ProblemKind::CheckTimeoutLong]);
        assert_eq!(with(|group| group.health_check.depth = HealthCheckDepth::Deep), [ProblemKind::DeepHealthCheck]);
    }
}
