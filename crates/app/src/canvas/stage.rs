//! The document with everything that follows from it: made once for each change.

use std::collections::BTreeMap;
use std::rc::Rc;

use ninepins_canvas::{Layout, Routes, gathered};
use ninepins_model::{Design, Part, PartId, PartSettings, Severity, Subject, WireId};
use ninepins_report::{Gauges, PartIndex, WireIndex};

use super::outage::{Outage, outage};
use crate::state::Findings;

/// A document, laid out.
#[derive(Default)]
pub(crate) struct Stage {
    pub(super) design: Rc<Design>,
    pub(super) layout: Layout,
    pub(super) routes: Routes,
    parts: BTreeMap<PartId, PartIndex>,
    wires: BTreeMap<WireId, WireIndex>,
    /// The zones that boxes of zones, subnets and what lies in these belong to, as a run reports them.
    zones: BTreeMap<PartId, PartIndex>,
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
        let zones = zones(&design, &parts);
        Stage { design, layout, routes, parts, wires, zones, findings, worst }
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

    /// The zone that a zone's box, a subnet or a part in one belongs to.
    pub(super) fn zone_of(&self, id: &PartId) -> Option<PartIndex> {
        self.zones.get(id).copied()
    }

    /// Whether no other part is of the kind of this one.
    pub(super) fn is_single(&self, id: &PartId) -> bool {
        let kind = self.design.parts.get(id).map(Part::kind);
        !self.design.parts.iter().any(|(other, part)| other != id && Some(part.kind()) == kind)
    }

    /// The zones without power, each once for every box that belongs to it.
    pub(super) fn dark_zones(&self, gauges: &Gauges) -> Vec<PartIndex> {
        let zones = self.zones.values().copied();
        zones.filter(|zone| outage(gauges, Some(*zone)) == Outage::Power).collect()
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

/// The zone of each box of a zone, each subnet and each part in one. One zone may have a box in each VPC: a run reports the first.
fn zones(design: &Design, places: &BTreeMap<PartId, PartIndex>) -> BTreeMap<PartId, PartIndex> {
    let name_of = |id: &PartId| match design.parts.get(id).map(|part| &part.settings) {
        Some(PartSettings::Az(az)) => Some(az.zone.as_str()),
        _ => None,
    };
    let mut first: Vec<(&str, PartIndex)> = Vec::new();
    for (id, place) in places {
        let name = name_of(id).filter(|name| !first.iter().any(|(other, _)| other == name));
        first.extend(name.map(|name| (name, *place)));
    }
    let zone_of = |id: &PartId| {
        let name = name_of(id).or_else(|| design.zone_name(id))?;
        first.iter().find(|(other, _)| *other == name).map(|(_, place)| *place)
    };
    gathered(design.parts.keys().filter_map(|id| Some((id.clone(), zone_of(id)?))))
}

impl PartialEq for Stage {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}
