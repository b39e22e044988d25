//! Address ranges, routes, gateways and public addresses.

use super::{Found, ProblemKind};
use std::collections::BTreeMap;

use crate::parts::{Asg, Ec2, LaunchNeeds, RouteTarget, Subnet, Vpc};
use crate::{Cidr, Kind, Part, PartId, PartSettings};

/// Shortest and longest prefix of a VPC and of a subnet (VPC-01).
const PREFIXES: std::ops::RangeInclusive<u8> = 16..=28;
/// The destination of a default route.
const DEFAULT_ROUTE: &str = "0.0.0.0/0";

/// A valid range of a VPC or subnet.
pub(super) fn range(text: &str) -> Option<Cidr> {
    Cidr::parse(text).filter(|range| PREFIXES.contains(&range.prefix))
}

impl Found<'_> {
    fn subnet_settings(&self, id: &PartId) -> Option<&Subnet> {
        match &self.design.parts.get(id)?.settings {
            PartSettings::Subnet(subnet) => Some(subnet),
            _ => None,
        }
    }

    fn has_gateway(&self, id: &PartId) -> bool {
        matches!(self.design.enclosing(id, Kind::Vpc).map(|(_, part)| &part.settings),
            Some(PartSettings::Vpc(vpc)) if vpc.internet_gateway)
    }

    pub(super) fn is_public(&self, subnet: &PartId) -> bool {
        self.design.is_public_subnet(subnet) && self.has_gateway(subnet)
    }

    pub(super) fn public_subnets(&mut self, id: &PartId, subnets: &[PartId]) {
        for subnet in subnets {
            if self.design.parts.contains_key(subnet) && !self.is_public(subnet) {
                self.error(id, ProblemKind::NotPublic(subnet.clone()));
            }
        }
    }

    pub(super) fn subnet(&mut self, id: &PartId, subnet: &Subnet) {
        self.subnet_range(id, subnet);
        self.route_table(id, &subnet.routes, self.has_gateway(id), self.design.vpc_of(id));
        if subnet.map_public_ip && !self.is_public(id) {
            self.warn(id, ProblemKind::AddressesWithoutRoute);
        }
    }

    /// The range and the main route table of a VPC (VPC-01, VPC-05).
    pub(super) fn vpc(&mut self, id: &PartId, vpc: &Vpc) {
        if range(&vpc.cidr).is_none() {
            self.error(id, ProblemKind::BadRange);
        }
        self.route_table(id, &vpc.main_routes, vpc.internet_gateway, Some(id));
    }

    fn route_table(
        &mut self,
        id: &PartId,
        routes: &BTreeMap<String, RouteTarget>,
        has_gateway: bool,
        vpc: Option<&PartId>,
    ) {
        if routes.values().any(|target| *target == RouteTarget::InternetGateway) && !has_gateway {
            self.warn(id, ProblemKind::NoInternetGateway);
        }
        for target in routes.values() {
            let RouteTarget::NatGateway(nat) = target else { continue };
            let exists = self.design.parts.get(nat).is_some_and(|part| part.kind() == Kind::NatGateway);
            if !exists || self.design.vpc_of(nat) != vpc {
                self.error(id, ProblemKind::MissingNatGateway(nat.clone()));
            }
        }
    }

    fn subnet_range(&mut self, id: &PartId, subnet: &Subnet) {
        let Some(own) = range(&subnet.cidr) else { return self.error(id, ProblemKind::BadRange) };
        let vpc = self.design.enclosing(id, Kind::Vpc);
        if let Some((_, part)) = vpc
            && let PartSettings::Vpc(vpc) = &part.settings
            && range(&vpc.cidr).is_some_and(|whole| !whole.covers(own))
        {
            self.error(id, ProblemKind::RangeOutsideVpc);
        }
        if let Some(other) = self.index.overlapped(id) {
            self.error(id, ProblemKind::RangeOverlaps(other.clone()));
        }
    }

    /// A zonal NAT gateway lies in a public subnet and serves its own zone (VPC-07, VPC-08).
    pub(super) fn nat_gateway(&mut self, id: &PartId, part: &Part) {
        let subnet = self.design.enclosing(id, Kind::Subnet).map(|(subnet, _)| subnet.clone());
        let Some(subnet) = subnet.filter(|subnet| part.container.as_ref() == Some(subnet)) else { return };
        self.public_subnets(id, std::slice::from_ref(&subnet));
        let zone = self.design.zone_name(&subnet);
        let routed = &self.index.beside(id).routed;
        if routed.iter().any(|other| self.design.zone_name(other) != zone) {
            self.warn(id, ProblemKind::SharedNatGateway);
        }
    }

    pub(super) fn instance(&mut self, id: &PartId, part: &Part, ec2: &Ec2) {
        let subnet: Vec<PartId> = part.container.iter().cloned().collect();
        let assigned =
            subnet.iter().any(|subnet| self.subnet_settings(subnet).is_some_and(|subnet| subnet.map_public_ip));
        let has_address = ec2.public_address || assigned;
        if ec2.public_address {
            self.public_subnets(id, &subnet);
        }
        let is_reached_directly = self.index.wires_to(id).iter().any(|(_, wire)| {
            matches!(self.index.kind(&wire.from), Some(Kind::Users | Kind::Route53 | Kind::Cloudfront))
        });
        if is_reached_directly && !has_address {
            self.error(id, ProblemKind::NoPublicAddress);
        } else if !has_address && subnet.iter().any(|subnet| self.is_public(subnet)) {
            self.warn(id, ProblemKind::NoPublicAddress);
        }
        self.way_out(id, &subnet, ec2.application.launch_needs, has_address);
    }

    /// Whether the subnets of a group have room for it (VPC-02).
    pub(super) fn addresses(&mut self, id: &PartId, asg: &Asg) {
        let ranges: Vec<Cidr> =
            asg.subnets.iter().filter_map(|subnet| range(&self.subnet_settings(subnet)?.cidr)).collect();
        let addresses = ranges.iter().fold(0_u32, |sum, range| sum.saturating_add(range.usable()));
        if ranges.len() == asg.subnets.len() && !ranges.is_empty() && asg.max > addresses {
            self.warn(id, ProblemKind::TooFewAddresses { instances: asg.max, addresses });
        }
    }

    /// Whether new instances reach what their user data needs (VPC-15, VPC-30).
    pub(super) fn way_out(&mut self, id: &PartId, subnets: &[PartId], needs: LaunchNeeds, has_address: bool) {
        let endpoint = matches!(self.design.enclosing(id, Kind::Vpc).map(|(_, part)| &part.settings),
            Some(PartSettings::Vpc(vpc)) if vpc.s3_endpoint);
        if needs == LaunchNeeds::Nothing || (needs == LaunchNeeds::S3 && endpoint) {
            return;
        }
        for subnet in self.without_way_out(subnets, has_address) {
            self.error(id, ProblemKind::NoWayOut(subnet));
        }
    }

    /// The subnets from which the internet is not reached.
    pub(super) fn without_way_out(&self, subnets: &[PartId], has_address: bool) -> Vec<PartId> {
        let mut closed = Vec::new();
        for subnet in subnets {
            let Some(settings) = self.subnet_settings(subnet) else { continue };
            let has_address = has_address || settings.map_public_ip;
            let is_open = match self.design.routes_of(subnet).and_then(|routes| routes.get(DEFAULT_ROUTE)) {
                Some(RouteTarget::InternetGateway) => has_address && self.has_gateway(subnet),
                Some(RouteTarget::NatGateway(nat)) => {
                    let nat = self.design.parts.get(nat).filter(|part| part.kind() == Kind::NatGateway);
                    nat.is_some_and(|nat| {
                        nat.container.as_ref().is_some_and(|container| {
                            self.is_public(container)
                                || self.design.parts.get(container).is_some_and(|part| part.kind() == Kind::Vpc)
                        })
                    })
                }
                None => false,
            };
            if !is_open {
                closed.push(subnet.clone());
            }
        }
        closed
    }
}
