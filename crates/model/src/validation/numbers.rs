//! Numbers and choices against their ranges, and what numbers add up to.

use serde_json::Value;

use super::{Found, ProblemKind, Severity, Subject};
use crate::setting::{Control, Setting};
use crate::{PartId, PartSettings};

impl Found<'_> {
    pub(super) fn ranges(&mut self, subject: Subject, table: &[Setting], value: &Value) {
        for setting in table {
            let Some(found) = setting.path.split('.').try_fold(value, |place, level| place.get(level)) else {
                continue;
            };
            match setting.control {
                Control::Integer(fact) | Control::Decimal(fact) => {
                    let number = found.as_f64().unwrap_or(f64::NAN);
                    if !(fact.min..=fact.max).contains(&number) {
                        let kind = ProblemKind::OutOfRange { setting: *setting, value: number };
                        self.add(subject.clone(), Severity::Error, kind);
                    }
                }
                Control::Choice(options) => {
                    let text = found.as_str().unwrap_or_default();
                    if !options.contains(&text) {
                        let kind = ProblemKind::UnknownChoice { setting: *setting, value: text.to_owned() };
                        self.add(subject.clone(), Severity::Error, kind);
                    }
                }
                _ => {}
            }
        }
    }

    pub(super) fn pools(&mut self, id: &PartId, rds: &crate::parts::Rds, class: &str, own_limit: u32) {
        let limit = match (own_limit, crate::instance_types::rds(class)) {
            (0, Some(class)) => crate::instance_types::max_connections(rds.engine, class, rds.class_memory),
            (0, None) => return,
            (limit, _) => limit,
        };
        let pools = self.index.wires_to(id).iter().fold(0_u32, |sum, (_, wire)| {
            let instances = match self.design.parts.get(&wire.from).map(|part| &part.settings) {
                Some(PartSettings::Asg(asg)) => asg.max,
                Some(PartSettings::Ec2(_)) => 1,
                _ => 0,
            };
            sum.saturating_add(instances.saturating_mul(wire.pool().max))
        });
        if pools > limit {
            self.warn(id, ProblemKind::PoolsOverLimit { pools, limit });
        }
    }
}
