//! Where parts lie: containers, subnets, zones.

use super::{Found, ProblemKind};
use crate::{Kind, Part, PartId, PartSettings};

impl Found<'_> {
    pub(super) fn placement(&mut self, id: &PartId, part: &Part) {
        let container = part.container.as_ref().map(|container| self.design.parts.get(container));
        let fits = match container {
            None => part.kind().may_lie_in(None),
            Some(None) => false,
            Some(Some(container)) => part.kind().may_lie_in(Some(container.kind())),
        };
        if !fits {
            self.error(id, ProblemKind::WrongContainer);
        }
        for name in part.security_groups() {
            if !self.design.security_groups.contains_key(name) {
                self.error(id, ProblemKind::NoSecurityGroup(name.clone()));
            }
        }
    }

    pub(super) fn subnets(&mut self, id: &PartId, part: &Part) {
        if !part.kind().spans_subnets() {
            return;
        }
        if part.subnets().is_empty() {
            return self.error(id, ProblemKind::NoSubnets);
        }
        let vpc = self.design.vpc_of(id);
        for subnet in part.subnets() {
            let is_subnet = self.design.parts.get(subnet).is_some_and(|part| part.kind() == Kind::Subnet);
            if !is_subnet || self.design.vpc_of(subnet) != vpc {
                self.error(id, ProblemKind::ForeignSubnet(subnet.clone()));
            }
        }
        let mut zones: Vec<&str> = part.subnets().iter().filter_map(|subnet| self.design.zone_name(subnet)).collect();
        zones.sort_unstable();
        zones.dedup();
        if zones.len() < 2 {
            match &part.settings {
                PartSettings::Alb(_) => self.error(id, ProblemKind::OneZone),
                PartSettings::Rds(rds) if rds.multi_az && (rds.engine.is_aurora() || !rds.cluster) => {
                    self.error(id, ProblemKind::NoZoneForStandby)
                }
                PartSettings::Rds(_) => self.error(id, ProblemKind::OneZone),
                _ => self.warn(id, ProblemKind::OneZone),
            }
        }
    }

    pub(super) fn zone(&mut self, id: &PartId, zone: &str) {
        if zone.is_empty() {
            return self.error(id, ProblemKind::NoZoneName);
        }
        if let Some(region) = self.design.region_code(id)
            && !zone.starts_with(region)
        {
            self.warn(id, ProblemKind::ZoneOutsideRegion(zone.to_owned()));
        }
        if self.index.is_twin(id) {
            self.error(id, ProblemKind::DuplicateZone(zone.to_owned()));
        }
    }
}
