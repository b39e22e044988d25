//! What events of the timeline do to a zone: its power, which everything in it shares, and the capacity that EC2 has left there.

use ninepins_macros::rare;
use ninepins_report::Because;

use crate::engine::Engine;
use crate::layer::lay;

#[rare]
impl Engine {
    /// A zone loses its power, or gets it back: everything in it, in every VPC.
    pub(crate) fn zone_power(&mut self, name: &str, event: u32, on: bool) -> u32 {
        let Some(zone) = self.network.zone_named(name) else { return 0 };
        let outages = &mut self.network.zones[usize::from(zone)].outages;
        let was_out = !outages.is_empty();
        lay(outages, event, on);
        let is_out = !outages.is_empty();
        let because = Because::Event(event);
        match (was_out, is_out) {
            (false, true) => {
                let nodes: Vec<u32> = self.nodes_in(zone);
                for node in &nodes {
                    self.node_power_changed(*node);
                }
                let instances = self.instance_zone_lost(zone, because);
                let databases = self.database_zone_lost(zone, because);
                let caches = self.cache_zone_lost(zone, because, false);
                (nodes.len() as u32 + instances + databases + caches).max(1)
            }
            (true, false) => {
                for node in self.nodes_in(zone) {
                    self.node_power_changed(node);
                }
                self.instance_zone_back(zone);
                self.database_zone_back(zone);
                self.cache_zone_back(zone);
                1
            }
            _ => 1,
        }
    }

    fn nodes_in(&self, zone: u16) -> Vec<u32> {
        (0..self.nodes.len() as u32).filter(|index| self.nodes[*index as usize].place.zone == zone).collect()
    }

    /// EC2 has no capacity left in a zone, or has some again (FIS-05).
    pub(crate) fn capacity_shortage(&mut self, name: &str, event: u32, on: bool) -> u32 {
        let Some(zone) = self.network.zone_named(name) else { return 0 };
        lay(&mut self.network.zones[usize::from(zone)].shortages, event, on);
        1
    }
}
