//! The end of a second: its window is closed, and what was counted in it starts anew.

use ninepins_macros::rare;

use crate::engine::Engine;

#[rare]
impl Engine {
    /// Closes the second's window with the metrics of the parts.
    pub(crate) fn close_window(&mut self) {
        let start_s = (self.now.as_ns() / 1_000_000_000).saturating_sub(1) as u32;
        let in_flight = (self.totals.generated - self.totals.ok - self.totals.failed) as u32;
        let mut window = self.record.close(start_s, in_flight);
        window.parts = self.samples();
        for zone in &mut self.hosted_zones {
            (zone.queries, zone.billed) = (0, 0);
        }
        for users in &mut self.users {
            users.transferred = [0; 2];
            users.failed_last = std::mem::take(&mut users.failed);
        }
        for distribution in &mut self.distributions {
            distribution.second = Default::default();
        }
        for bucket in &mut self.buckets {
            bucket.errors = [0; 2];
            bucket.answered = [0; 2];
        }
        for balancer in &mut self.balancers {
            balancer.generated = [0; 5];
            balancer.usage.next_second();
            balancer.target_5xx = 0;
        }
        for node in &mut self.nodes {
            node.requests = 0;
        }
        for instance in &mut self.instances {
            instance.untracked = 0;
            (instance.machine.bytes, instance.machine.done) = ([0; 2], [0.0; 2]);
        }
        self.network.nat_second();
        for service in &mut self.external_services {
            service.throttled = 0;
        }
        for queue in &mut self.queues {
            queue.second = Default::default();
        }
        for cache in &mut self.caches {
            (cache.second, cache.items.evicted) = Default::default();
        }
        for database in &mut self.databases {
            (database.queries, database.stale_reads) = (0, 0);
        }
        self.record.fresh_windows.push(window);
    }
}
