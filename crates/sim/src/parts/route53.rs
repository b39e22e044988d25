//! Route 53: hosted zones. A record resolves a name; it carries no request.

use ninepins_report::PartIndex;

use crate::engine::Engine;

/// A hosted zone.
#[derive(Clone, Debug)]
pub(crate) struct HostedZone {
    pub(crate) part: PartIndex,
    /// Queries answered in this second.
    pub(crate) queries: u32,
}

impl Engine {
    /// The zone answered a query that no cache had.
    pub(crate) fn zone_answered(&mut self, index: u16) {
        let zone = &mut self.hosted_zones[usize::from(index)];
        zone.queries += 1;
        self.record.arrived(zone.part);
        self.record.finished(zone.part, crate::kernel::Span::ZERO);
    }
}
