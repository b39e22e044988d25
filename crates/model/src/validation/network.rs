//! Public subnets and what lies in them.

use super::{Found, ProblemKind};
use crate::{Kind, PartId, PartSettings};

impl Found<'_> {
    pub(super) fn is_public(&self, subnet: &PartId) -> bool {
        let routed = matches!(self.design.parts.get(subnet).map(|part| &part.settings),
            Some(PartSettings::Subnet(subnet)) if subnet.is_public());
        let gateway = matches!(self.design.enclosing(subnet, Kind::Vpc).map(|(_, part)| &part.settings),
            Some(PartSettings::Vpc(vpc)) if vpc.internet_gateway);
        routed && gateway
    }

    pub(super) fn public_subnets(&mut self, id: &PartId, subnets: &[PartId]) {
        for subnet in subnets {
            if self.design.parts.contains_key(subnet) && !self.is_public(subnet) {
                self.error(id, ProblemKind::NotPublic(subnet.clone()));
            }
        }
    }
}
