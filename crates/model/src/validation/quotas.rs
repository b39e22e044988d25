//! What AWS allows until it is asked for more.

use super::{Found, ProblemKind, Quota};
use crate::{Part, PartId, PartSettings};

impl Found<'_> {
    pub(super) fn quotas(&mut self, id: &PartId, part: &Part) {
        self.within(id, Quota::Groups, part.security_groups().len());
        for name in part.security_groups() {
            if let Some(group) = self.design.security_groups.get(name) {
                self.within(id, Quota::GroupRules, group.inbound.len().max(group.outbound.len()));
            }
        }
        match &part.settings {
            PartSettings::Region(_) => {
                self.within(id, Quota::Vpcs, self.index.beside(id).vpcs);
            }
            PartSettings::Az(_) => {
                self.within(id, Quota::NatGateways, self.index.beside(id).nat_gateways);
            }
            PartSettings::Subnet(subnet) => {
                let acl = &subnet.network_acl;
                self.within(id, Quota::AclRules, acl.inbound.len().max(acl.outbound.len()));
            }
            _ => {}
        }
    }

    fn within(&mut self, id: &PartId, quota: Quota, count: usize) {
        if count > quota.limit() {
            self.warn(id, ProblemKind::OverQuota { quota, count });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ProblemKind, Quota, problems};
    use crate::parts::AclRule;
    use crate::presets::seed_architecture;
    use crate::{Part, PartSettings};

    #[test]
    fn the_twenty_first_rule_of_a_network_acl_is_one_too_many() {
        let mut design = seed_architecture();
        let rule = |number: u16| AclRule { number, .."1 allow 0.0.0.0/0".parse().unwrap() };
        for (rules, expected) in
            [(20, vec![]), (21, vec![ProblemKind::OverQuota { quota: Quota::AclRules, count: 21 }])]
        {
            let Some(Part { settings: PartSettings::Subnet(subnet), .. }) =
                design.parts.get_mut(&"app-a".parse().unwrap())
            else {
                panic!("app-a is a subnet");
            };
            subnet.network_acl.inbound = (1..=rules).map(rule).collect();
            let found: Vec<ProblemKind> = problems(&design).into_iter().map(|problem| problem.kind).collect();
            assert_eq!(found, expected);
        }
    }
}
