//! What a zone lacks: a zone without power looks as dark as it is, with all that lies in it.

use ninepins_canvas::Rect;
use ninepins_report::{CauseKind, Gauges, PartIndex};
use yew::prelude::*;

use crate::state::{part_view, use_live};

/// Distance of the lines over a dark zone.
const STEP: f64 = 12.0;
/// How far they stay from its edge, whose corners are round.
const INSIDE: f64 = 2.0;

/// What a zone lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outage {
    /// Nothing.
    None,
    /// Its network: what is in it lives.
    Network,
    /// Its power.
    Power,
}

impl Outage {
    /// The class of what is in the zone.
    pub(super) fn class(self) -> Option<&'static str> {
        (self == Outage::Power).then_some("dark")
    }
}

/// What the zone of this place lacks; renders again only when that changes. What lies in no zone lacks nothing.
#[hook]
pub(super) fn use_outage(zone: Option<PartIndex>) -> Outage {
    use_live(|live| &live.gauges, zone, |gauges, zone| outage(gauges, *zone))
}

/// What the zone of this place lacks.
pub(super) fn outage(gauges: &Gauges, zone: Option<PartIndex>) -> Outage {
    let reason = zone.and_then(|zone| part_view(gauges, zone)).and_then(|view| view.reason);
    match reason.map(|reason| reason.kind) {
        Some(CauseKind::InstanceDown) => Outage::Power,
        Some(CauseKind::NetworkCut) => Outage::Network,
        _ => Outage::None,
    }
}

/// Lines across a dark zone, as the `d` of a path: darkness that no colour needs to tell.
pub(super) fn hatching(rect: Rect) -> String {
    let area = rect.grown(-INSIDE);
    let (first, last) = (area.x + area.y, area.right() + area.bottom());
    let mut path = String::new();
    let mut sum = first + STEP;
    while sum < last {
        let (left, right) = (area.x.max(sum - area.bottom()), area.right().min(sum - area.y));
        path += &format!("M{left} {}L{right} {}", sum - left, sum - right);
        sum += STEP;
    }
    path
}

#[cfg(test)]
mod tests {
    use ninepins_canvas::Rect;
    use ninepins_report::{Because, CauseKind, Gauges, Health, PartReason, PartView};

    use super::{Outage, hatching, outage};

    fn zone(reason: Option<CauseKind>) -> Gauges {
        let reason = reason.map(|kind| PartReason { kind, because: Because::Event(0) });
        let view = PartView { part: 3, health: Health::Failing, reason, rate: 0.0, failing: 0.0, latency_ms: 0.0 };
        Gauges { parts: vec![view], ..Gauges::default() }
    }

    #[test]
    fn a_zone_is_dark_without_power_and_not_without_its_network() {
        assert_eq!(outage(&zone(Some(CauseKind::InstanceDown)), Some(3)).class(), Some("dark"));
        assert_eq!(outage(&zone(Some(CauseKind::NetworkCut)), Some(3)), Outage::Network);
        assert_eq!(outage(&zone(Some(CauseKind::NetworkCut)), Some(3)).class(), None);
        assert_eq!(outage(&zone(None), Some(3)), Outage::None);
        assert_eq!(outage(&zone(Some(CauseKind::InstanceDown)), None), Outage::None, "another zone");
    }

    #[test]
    fn lines_across_a_zone_stay_inside_it() {
        assert_eq!(hatching(Rect::new(0.0, 0.0, 20.0, 20.0)), "M2 14L14 2M10 18L18 10");
    }
}
