//! The document with everything that follows from it: made once for each change.

use std::collections::BTreeMap;
use std::rc::Rc;

use ninepins_canvas::{Layout, Routes, gathered};
use ninepins_model::{Design, Kind, PartId, Severity, Subject, WireId};
use ninepins_report::{PartIndex, WireIndex};

use crate::state::Findings;

/// A document, laid out.
#[derive(Default)]
pub(crate) struct Stage {
    pub(super) design: Rc<Design>,
    pub(super) layout: Layout,
    pub(super) routes: Routes,
    parts: BTreeMap<PartId, PartIndex>,
    wires: BTreeMap<WireId, WireIndex>,
    /// The places of the subnets in each zone.
    subnets: BTreeMap<PartId, Vec<PartIndex>>,
    findings: Findings,
    worst: BTreeMap<Subject, Severity>,
}

impl Stage {
    /// Lays out a document. Wires that run as before keep their curves.
    pub(super) fn of(design: Rc<Design>, findings: Findings, before: &Stage) -> Stage {
        let layout = Layout::of(&design);
        let routes = Routes::of(&design, &layout, &before.routes);
        let parts = gathered(design.running_parts().map(|(id, _)| id.clone()).zip(0..));
        let wires = gathered(design.wires.keys().cloned().zip(0..));
        let mut worst: BTreeMap<Subject, Severity> = BTreeMap::new();
        for problem in findings.all().into_iter().flat_map(|found| found.iter()) {
            let severity = worst.entry(problem.subject.clone()).or_insert(problem.severity);
            *severity = problem.severity.min(*severity);
        }
        let subnets = subnets(&design, &parts);
        Stage { design, layout, routes, parts, wires, subnets, findings, worst }
    }

    /// Whether it is of these.
    pub(super) fn is_of(&self, design: &Rc<Design>, findings: &Findings) -> bool {
        Rc::ptr_eq(&self.design, design) && self.findings == *findings
    }

    /// A part's number in what a run reports.
    pub(super) fn part_index(&self, id: &PartId) -> PartIndex {
        self.parts.get(id).copied().unwrap_or(PartIndex::MAX)
    }

    /// A wire's place in the order of ids.
    pub(super) fn wire_index(&self, id: &WireId) -> WireIndex {
        self.wires.get(id).copied().unwrap_or(WireIndex::MAX)
    }

    /// The places of the subnets in a zone.
    pub(super) fn subnets_in(&self, zone: &PartId) -> Vec<PartIndex> {
        self.subnets.get(zone).cloned().unwrap_or_default()
    }

    /// What lies in a container, as a run numbers it.
    pub(super) fn content_of(&self, container: &PartId) -> Vec<PartIndex> {
        let content = self.design.with_content(container);
        content.iter().skip(1).filter_map(|id| self.parts.get(id).copied()).collect()
    }

    /// The worst that is wrong with a part.
    pub(super) fn part_problem(&self, id: &PartId) -> Option<Severity> {
        self.worst.get(&Subject::Part(id.clone())).copied()
    }

    /// The worst that is wrong with a wire.
    pub(super) fn wire_problem(&self, id: &WireId) -> Option<Severity> {
        self.worst.get(&Subject::Wire(id.clone())).copied()
    }
}

fn subnets(design: &Design, places: &BTreeMap<PartId, PartIndex>) -> BTreeMap<PartId, Vec<PartIndex>> {
    let mut found: BTreeMap<PartId, Vec<PartIndex>> = BTreeMap::new();
    for (id, part) in design.parts.iter().filter(|(_, part)| part.kind() == Kind::Subnet) {
        if let Some((zone, place)) = part.container.as_ref().zip(places.get(id)) {
            found.entry(zone.clone()).or_default().push(*place);
        }
    }
    found
}

impl PartialEq for Stage {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}
