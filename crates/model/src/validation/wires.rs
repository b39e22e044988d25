//! What wires mean, and whether their traffic passes.

use super::{Found, ProblemKind, Severity, Subject};
use crate::{Kind, Wire, WireId, WireKind, security};

impl Found<'_> {
    pub(super) fn wire(&mut self, id: &WireId, wire: &Wire) {
        let subject = Subject::Wire(id.clone());
        let ends = (self.design.parts.get(&wire.from), self.design.parts.get(&wire.to));
        let (Some(from), Some(to)) = ends else {
            return self.add(subject, Severity::Error, ProblemKind::WireToNothing);
        };
        let Some(kind) = from.kind().wire_to(to.kind()) else {
            let kind = ProblemKind::WireWithoutMeaning { from: from.kind(), to: to.kind() };
            return self.add(subject, Severity::Error, kind);
        };
        if kind == WireKind::Record {
            self.record(id, wire, to);
        }
        // Defaults lie in their ranges.
        if let Some(settings) = wire.settings.as_ref().filter(|settings| settings.kind() == kind) {
            self.ranges(subject.clone(), crate::wires::settings_of(kind), &settings.to_json());
        }
        if matches!(
            kind,
            WireKind::TargetGroup | WireKind::Pool | WireKind::ProxyTarget | WireKind::Cache | WireKind::Call
        ) && !matches!(to.kind(), Kind::ExternalService | Kind::Sqs)
        {
            let port = crate::security::listening_port(to.kind(), true);
            let admitted = security::rules_of_groups(self.design, to).is_none_or(|rules| {
                rules.iter().any(|rule| {
                    security::is_for(rule.port, port) && security::names(self.design, &rule.from, &wire.from)
                })
            });
            let let_out = security::effective_outbound(self.design, &wire.from)
                .iter()
                .any(|rule| security::is_for(rule.port, port) && security::names(self.design, &rule.to, &wire.to));
            if !admitted || !let_out {
                self.add(subject, Severity::Error, ProblemKind::NotAdmitted);
            }
        }
        if kind == WireKind::Pool {
            self.pool_wire(Subject::Wire(id.clone()), wire, to);
        }
        self.reach(id, wire, kind, to);
    }
}
