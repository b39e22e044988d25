//! What events of the timeline do to hosted zones: name servers that do not answer, records that lead elsewhere.

use ninepins_macros::rare;
use ninepins_model::PartId;

use super::WrongRecord;
use crate::engine::Engine;
use crate::layer::lay;

#[rare]
impl Engine {
    /// The name servers of a hosted zone do not answer, or do again.
    pub(crate) fn dns_outage(&mut self, id: &PartId, event: u32, on: bool) -> u32 {
        let part = self.part_index(id);
        let Some(zone) = self.hosted_zones.iter_mut().find(|zone| Some(zone.part) == part) else { return 0 };
        lay(&mut zone.outages, event, on);
        1
    }

    /// The records that lead to a part lead to another one or to nobody, or are put right.
    pub(crate) fn wrong_record(
        &mut self,
        id: &PartId,
        to: &PartId,
        instead: Option<&PartId>,
        event: u32,
        on: bool,
    ) -> u32 {
        let (part, target) = (self.part_index(id), self.part_index(to));
        let other = instead.map(|other| self.part_index(other));
        let (Some(place), Some(target)) = (self.hosted_zones.iter().position(|zone| Some(zone.part) == part), target)
        else {
            return 0;
        };
        let mut concerned = 0;
        for users in &mut self.users {
            for host in 0..users.names.len() {
                let Some(name) = users.names[host].as_ref().filter(|name| name.zone == Some(place as u16)) else {
                    continue;
                };
                let mut records = usize::from(name.first)..usize::from(name.first + name.count);
                let Some(record) = records.find(|route| users.routes[*route].target == target) else { continue };
                // Where it leads to a part that has no address, the event does nothing.
                let leads = other.is_none_or(|other| users.lead_elsewhere(record, other).is_some());
                concerned += u32::from(leads);
            }
        }
        if concerned == 0 {
            return 0;
        }
        let zone = &mut self.hosted_zones[place];
        zone.wrong.retain(|wrong| wrong.event != event);
        if on {
            zone.wrong.push(WrongRecord { event, target, instead: other.flatten() });
            zone.last_wrong = event;
        }
        1
    }
}
