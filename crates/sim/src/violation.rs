//! Conservation: what must hold at every instant. Checked at the end of every second in debug builds and in property tests.

use crate::attempt::{Attempt, Origin, Step};
use crate::engine::Engine;
use crate::parts::rds_proxy::Pin;

impl Engine {
    /// Everything that does not add up; empty when all is well.
    pub(crate) fn violations(&self) -> Vec<String> {
        let mut found = Vec::new();
        let is_request = |attempt: &Attempt| {
            attempt.origin == Origin::Client && !attempt.orphan && !self.users[usize::from(attempt.users)].is_checker
        };
        let requests = self.attempts.iter().filter(|(_, attempt)| is_request(attempt)).count();
        let expected = self.totals.generated - self.totals.ok - self.totals.failed;
        if requests as u64 != expected && !self.stopped {
            found.push(format!("{requests} requests are in flight, {expected} should be"));
        }
        self.check_instances(&mut found);
        self.check_pools(&mut found);
        self.check_targets(&mut found);
        self.check_caches(&mut found);
        self.check_queues(&mut found);
        self.check_nats(&mut found);
        self.check_proxies(&mut found);
        found
    }

    fn check_nats(&self, found: &mut Vec<String>) {
        for (index, nat) in self.network.nats.iter().enumerate() {
            let held = self.attempts.iter().filter(|(_, attempt)| {
                attempt.origin == Origin::Call
                    && attempt.pool == crate::attempt::NONE
                    && (attempt.connection >> 16) as usize == index
            });
            let (held, counted) = (held.count(), nat.connections());
            if held != counted as usize {
                found.push(format!("NAT gateway {index} counts {counted} connections, {held} are held"));
            }
        }
    }

    fn check_instances(&self, found: &mut Vec<String>) {
        let mut connections = vec![0_u32; self.instances.len()];
        let mut threads = vec![0_u32; self.instances.len()];
        for (_, attempt) in self.attempts.iter().filter(|(_, attempt)| attempt.on_instance) {
            connections[attempt.instance as usize] += 1;
            threads[attempt.instance as usize] += u32::from(attempt.has_thread);
        }
        for (index, instance) in self.instances.iter().enumerate() {
            if instance.connections != connections[index] {
                found.push(format!(
                    "instance {index} counts {} connections, {} are there",
                    instance.connections, connections[index]
                ));
            }
            if instance.threads.running() != threads[index] {
                found.push(format!(
                    "instance {index} counts {} threads, {} are held",
                    instance.threads.running(),
                    threads[index]
                ));
            }
        }
    }

    fn check_pools(&self, found: &mut Vec<String>) {
        let mut lent = vec![0_u32; self.pools.len()];
        let mut pending = vec![0_u32; self.pools.len()];
        for (_, attempt) in self.attempts.iter() {
            let Some(pool) = lent.get_mut(attempt.pool as usize) else { continue };
            *pool += u32::from(attempt.connection != crate::attempt::NONE);
            pending[attempt.pool as usize] +=
                u32::from(attempt.step == Step::WaitingForConnection && attempt.on_instance);
        }
        for (index, pool) in self.pools.iter().enumerate() {
            if pool.lent != lent[index] {
                found.push(format!("pool {index} has lent {} connections, {} are held", pool.lent, lent[index]));
            }
            if pool.pending != pending[index] {
                found.push(format!("pool {index} counts {} waiting, {} wait", pool.pending, pending[index]));
            }
            let open = pool.connections.iter().filter(|connection| connection.is_open).count() as u32;
            if open != pool.lent + (pool.idle.len() + pool.leaked.len()) as u32 || open > pool.settings.max {
                found.push(format!(
                    "pool {index} has {open} open connections of {}, {} lent, {} idle and {} leaked",
                    pool.settings.max,
                    pool.lent,
                    pool.idle.len(),
                    pool.leaked.len()
                ));
            }
        }
        for (index, member) in self.members.iter().enumerate() {
            let open = self.open_connections(index as u32);
            let open = open + self.lent_by_proxies(index as u32, member.epoch);
            if member.connections != open || member.connections > member.max_connections {
                found.push(format!(
                    "database member {index} counts {} connections, {open} are open",
                    member.connections
                ));
            }
        }
    }

    fn check_queues(&self, found: &mut Vec<String>) {
        for (index, queue) in self.queues.iter().enumerate() {
            let hidden = queue.messages.iter().filter(|(_, message)| message.is_hidden).count() as u32;
            let visible = queue.messages.len() - hidden;
            if (queue.visible_count, queue.hidden_count) != (visible, hidden) {
                found.push(format!(
                    "queue {index} counts {} and {} messages, {visible} and {hidden} are there",
                    queue.visible_count, queue.hidden_count
                ));
            }
            let totals = queue.totals;
            let there = u64::from(queue.messages.len());
            if totals.sent != totals.deleted + totals.expired + totals.dead + there {
                found.push(format!("queue {index}: {totals:?} and {there} messages do not add up"));
            }
        }
    }

    fn check_caches(&self, found: &mut Vec<String>) {
        let mut open = vec![0_u32; self.caches.len()];
        for client in self.instances.iter().filter_map(|instance| instance.cache.as_ref()) {
            let cache = client.cache as usize;
            open[cache] += if client.epoch == self.caches[cache].epoch { client.connections } else { 0 };
        }
        for (index, cache) in self.caches.iter().enumerate() {
            if cache.connections != open[index] || cache.connections > cache.max_connections {
                found.push(format!("cache {index} counts {} connections, {} are open", cache.connections, open[index]));
            }
        }
    }

    /// Connections of proxies to a member. What they count as busy is borrowed by a query or pinned.
    fn lent_by_proxies(&self, member: u32, epoch: u32) -> u32 {
        let proxies = self.proxies.iter().filter(|proxy| proxy.backend == (member, epoch));
        proxies.map(|proxy| proxy.busy + proxy.idle).sum()
    }

    fn check_proxies(&self, found: &mut Vec<String>) {
        for (index, proxy) in self.proxies.iter().enumerate() {
            let (member, epoch) = proxy.backend;
            if self.members.get(member as usize).is_none_or(|member| member.epoch != epoch) {
                continue;
            }
            let is_there =
                |pool: u32, backend: (u32, u32)| backend == proxy.backend && self.proxy_of(pool) == Some(index);
            let borrowed = self.attempts.iter().filter(|(_, attempt)| {
                attempt.borrowed && is_there(attempt.pool, (attempt.member, attempt.member_epoch))
            });
            let pools = self.pools.iter().zip(0_u32..);
            let pinned = pools.flat_map(|(pool, at)| pool.connections.iter().map(move |connection| (connection, at)));
            let pinned = pinned.filter(|(connection, at)| {
                matches!(connection.pin, Pin::To(member, epoch) if is_there(*at, (member, epoch))) && connection.is_open
            });
            let held = borrowed.count() + pinned.count();
            if held != proxy.busy as usize {
                found.push(format!("proxy {index} has lent {} connections, {held} are held", proxy.busy));
            }
        }
    }

    fn check_targets(&self, found: &mut Vec<String>) {
        for (index, group) in self.groups.iter().enumerate() {
            let counted: u32 = group.targets.iter().map(|target| target.outstanding).sum();
            let outstanding = self
                .attempts
                .iter()
                .filter(|(_, attempt)| {
                    attempt.outstanding
                        && usize::from(attempt.group) == index
                        && group.targets.iter().any(|target| target.instance == attempt.instance)
                })
                .count();
            if counted as usize != outstanding {
                found.push(format!("target group {index} counts {counted} outstanding requests, {outstanding} are"));
            }
        }
    }
}
