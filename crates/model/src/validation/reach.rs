//! Whether the traffic of a wire gets through: routes between VPCs and network ACLs.

use super::{Found, ProblemKind, Severity, Subject};
use crate::parts::{AclRule, EPHEMERAL_PORTS, Subnet};
use crate::{Cidr, Part, PartId, PartSettings, Wire, WireId, WireKind, security};

/// One end of a connection: a subnet with its id, or the internet.
type End<'a> = Option<(&'a PartId, &'a Subnet)>;

impl<'a> Found<'a> {
    /// The rule that keeps the traffic of a wire from its end, if one does.
    pub(super) fn reach(&mut self, id: &WireId, wire: &Wire, kind: WireKind, to: &Part) {
        let add = |found: &mut Self, kind| found.add(Subject::Wire(id.clone()), Severity::Error, kind);
        let from_outside = matches!(kind, WireKind::Client | WireKind::Record | WireKind::Origin);
        // Those who work on a queue's messages come for them.
        if !to.kind().is_networked() || kind == WireKind::Consumer {
            return;
        }
        if !from_outside && self.design.vpc_of(&wire.from) != self.design.vpc_of(&wire.to) {
            // A call may go over the internet.
            if kind != WireKind::Call {
                add(self, ProblemKind::DifferentVpcs);
            }
            return;
        }
        let servers = self.ends(&wire.to);
        let clients = if from_outside { vec![None] } else { self.ends(&wire.from) };
        let port = security::listening_port(to.kind(), to.certificate().is_some());
        let blocking = clients.iter().flat_map(|client| servers.iter().map(move |server| (*client, *server)));
        if let Some(subnet) = blocking.into_iter().find_map(|(client, server)| blocked_by(client, server, port)) {
            let kind = ProblemKind::AclBlocks(subnet.clone());
            add(self, kind);
        }
    }

    /// The subnets that a part has members in.
    fn ends(&self, id: &PartId) -> Vec<End<'a>> {
        let design = self.design;
        let Some(part) = design.parts.get(id) else { return Vec::new() };
        let own = part.container.iter().filter(|_| !part.kind().spans_subnets());
        own.chain(part.subnets())
            .filter_map(|subnet| match design.parts.get_key_value(subnet) {
                Some((id, Part { settings: PartSettings::Subnet(subnet), .. })) => Some(Some((id, subnet))),
                _ => None,
            })
            .collect()
    }
}

/// The subnet whose network ACL drops packets of a connection, there or back.
fn blocked_by<'a>(client: End<'a>, server: End<'a>, port: u16) -> Option<&'a PartId> {
    if let (Some((client, _)), Some((server, _))) = (client, server)
        && client == server
    {
        return None;
    }
    let range = |end: End<'_>| {
        end.and_then(|(_, subnet)| Cidr::parse(&subnet.cidr)).map_or(0xc633_6401, |range| range.first + 4)
    };
    let (from, to) = (range(client), range(server));
    let there = (port, port);
    let checks = [
        (client, true, to, there),
        (server, false, from, there),
        (server, true, from, EPHEMERAL_PORTS),
        (client, false, to, EPHEMERAL_PORTS),
    ];
    checks.into_iter().find_map(|(end, leaves, address, ports)| {
        let (id, subnet) = end?;
        let rules = if leaves { &subnet.network_acl.outbound } else { &subnet.network_acl.inbound };
        (!allows(rules, address, ports)).then_some(id)
    })
}

/// Whether some port of a range is allowed: rules change what they say only where one of them begins or ends.
fn allows(rules: &[AclRule], address: u32, ports: (u16, u16)) -> bool {
    let borders = rules.iter().flat_map(|rule| [rule.ports.0, rule.ports.1.saturating_add(1)]);
    let first = |port| rules.iter().filter(|rule| rule.matches(address, port)).min_by_key(|rule| rule.number);
    std::iter::once(ports.0)
        .chain(borders)
        .filter(|port| (ports.0..=ports.1).contains(port))
        .any(|port| first(port).is_some_and(|rule| rule.allow))
}

#[cfg(test)]
mod tests {
    use super::super::{ProblemKind, Subject, problems};
    use crate::presets::seed_architecture;
    use crate::{Design, Part, PartId, PartSettings};

    fn id(text: &str) -> PartId {
        text.parse().unwrap()
    }

    fn subnet(design: &mut Design, name: &str, change: impl FnOnce(&mut crate::parts::Subnet)) {
        let Some(Part { settings: PartSettings::Subnet(subnet), .. }) = design.parts.get_mut(&id(name)) else {
            panic!("{name}")
        };
        change(subnet);
    }

    fn found(design: &Design) -> Vec<ProblemKind> {
        problems(design).into_iter().map(|problem| problem.kind).collect()
    }

    #[test]
    fn a_network_acl_without_a_rule_for_answers_blocks_every_wire_of_its_subnet() {
        let mut design = seed_architecture();
        subnet(&mut design, "app-a", |subnet| {
            subnet.network_acl.outbound = vec!["100 allow 0.0.0.0/0 443".parse().unwrap()]
        });
        let wires: Vec<Subject> = problems(&design)
            .into_iter()
            .filter(|problem| problem.kind == ProblemKind::AclBlocks(id("app-a")))
            .map(|problem| problem.subject)
            .collect();
        let expected: Vec<Subject> = ["w5", "w6", "w7"].map(|wire| Subject::Wire(wire.parse().unwrap())).into();
        assert_eq!(wires, expected);
        let allow = |text: &str| text.parse().unwrap();
        subnet(&mut design, "app-a", |subnet| {
            subnet.network_acl.outbound = vec![allow("100 allow 10.0.0.0/16"), allow("110 allow 0.0.0.0/0 1024-65535")];
        });
        assert_eq!(found(&design), vec![]);
    }

    #[test]
    fn ranges_must_be_readable_lie_in_the_vpc_and_not_overlap() {
        for (cidr, expected) in [
            ("10.0.0.0/29", ProblemKind::BadRange),
            ("ten", ProblemKind::BadRange),
            ("10.1.0.0/24", ProblemKind::RangeOutsideVpc),
            ("10.0.10.128/25", ProblemKind::RangeOverlaps(id("app-a"))),
        ] {
            let mut design = seed_architecture();
            subnet(&mut design, "app-b", |subnet| subnet.cidr = cidr.into());
            assert_eq!(found(&design), vec![expected], "{cidr}");
        }
    }

    #[test]
    fn a_route_to_a_nat_gateway_that_is_not_there_is_an_error() {
        let mut design = seed_architecture();
        let nat: crate::parts::RouteTarget = "nat".to_owned().try_into().unwrap();
        subnet(&mut design, "app-a", |subnet| drop(subnet.routes.insert("0.0.0.0/0".into(), nat)));
        assert_eq!(found(&design), vec![ProblemKind::MissingNatGateway(id("nat"))]);
    }

    #[test]
    fn one_nat_gateway_for_two_zones_is_pointed_out_unless_it_is_regional() {
        let mut design = seed_architecture();
        for name in ["app-a", "app-b"] {
            let nat: crate::parts::RouteTarget = "nat".to_owned().try_into().unwrap();
            subnet(&mut design, name, |subnet| drop(subnet.routes.insert("0.0.0.0/0".into(), nat)));
        }
        let mut nat = Part::new(crate::Kind::NatGateway);
        nat.container = Some(id("pub-a"));
        design.parts.insert(id("nat"), nat.clone());
        assert_eq!(found(&design), vec![ProblemKind::SharedNatGateway]);
        nat.container = Some(id("vpc"));
        design.parts.insert(id("nat"), nat.clone());
        assert_eq!(found(&design), vec![]);
        nat.container = Some(id("data-a"));
        design.parts.insert(id("nat"), nat);
        assert_eq!(found(&design), vec![ProblemKind::NotPublic(id("data-a")), ProblemKind::SharedNatGateway]);
    }

    #[test]
    fn user_data_that_needs_the_internet_needs_a_way_there() {
        let mut design = seed_architecture();
        let Some(Part { settings: PartSettings::Asg(api), .. }) = design.parts.get_mut(&id("api")) else { panic!() };
        api.application.launch_needs = crate::parts::LaunchNeeds::Internet;
        let both = vec![ProblemKind::NoWayOut(id("app-a")), ProblemKind::NoWayOut(id("app-b"))];
        assert_eq!(found(&design), both);
        let Some(Part { settings: PartSettings::Asg(api), .. }) = design.parts.get_mut(&id("api")) else { panic!() };
        api.application.launch_needs = crate::parts::LaunchNeeds::S3;
        let Some(Part { settings: PartSettings::Vpc(vpc), .. }) = design.parts.get_mut(&id("vpc")) else { panic!() };
        vpc.s3_endpoint = true;
        assert_eq!(found(&design), vec![]);
    }
}
