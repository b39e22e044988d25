//! What is shown of the present state: loads, the window's metrics, the views of parts, wires and members.
//!
//! Reading a gauge changes nothing; what needs a mark of its own is measured at the end of each second, whether or not
//! anybody looks.

use ninepins_macros::rare;
use ninepins_report::{
    Because, CauseKind, Gauges, Health, LogFact, MemberRole, MemberState, MemberView, Metric, PartIndex, PartReason,
    PartSample, PartView, WireView,
};

use crate::engine::Engine;
use crate::kernel::SimTime;
use crate::parts::alb::TargetState;
use crate::parts::credits::credit_balance;
use crate::parts::elasticache::Cache;
use crate::parts::instance::Life;
use crate::parts::machine::Machine;
use crate::parts::rds::{Form, Phase};
use crate::parts::route53::HostedZone;
use crate::parts::sqs::Queue;

/// Weight of the newest second in a smoothed load: a time constant of about three seconds.
const SMOOTHING: f32 = 0.3;
/// Utilisation from which a member counts as strained.
const STRAINED: f32 = 0.8;

#[rare]
impl Engine {
    /// Utilisation of every instance and database member over the last second, smoothed.
    pub(crate) fn measure_loads(&mut self) {
        let now = self.now;
        let mut spent: Vec<(PartIndex, u32)> = Vec::new();
        let stopped = &self.stopped_instances;
        for (instance, index) in self.instances.iter_mut().zip(0..) {
            let integral = instance.cpu.busy().integral(now);
            let mut busy = integral.saturating_sub(instance.second_mark) as f64 / 1e9;
            instance.second_mark = integral;
            let stress = instance.stress_second(busy);
            let earns = instance.life != Life::Terminated && stopped.iter().all(|(stopped, _)| *stopped != index);
            if let Some(credits) = instance.credits.as_mut().filter(|_| earns) {
                let speed = credits.speed();
                if credits.second(busy + stress / speed) {
                    spent.push((instance.part, instance.number));
                }
                busy *= speed;
            }
            let load = ((busy + stress) / f64::from(instance.vcpus.max(1))) as f32;
            instance.load += SMOOTHING * (load - instance.load);
        }
        for member in &mut self.members {
            let integral = member.cpu.busy().integral(now);
            let mut busy = integral.saturating_sub(member.second_mark) as f64 / 1e9;
            member.second_mark = integral;
            if let Some(credits) = &mut member.credits {
                let speed = credits.speed();
                if credits.second(busy) {
                    spent.push((member.part, member.number));
                }
                busy *= speed;
            }
            let load = (busy / f64::from(member.cpu.servers().max(1))) as f32;
            member.load += SMOOTHING * (load - member.load);
        }
        for (part, number) in spent {
            self.log(Some(part), Some(number), LogFact::CreditsSpent, Because::Demand);
        }
    }

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
            (users.transferred, users.failed) = ([0; 2], 0);
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

    fn samples(&self) -> Vec<PartSample> {
        let mut samples = Vec::new();
        let mut sample = |part: PartIndex, metrics: Vec<(Metric, f32)>| {
            samples.push(PartSample { part, metrics, extremes: Vec::new() })
        };
        for users in self.users.iter().filter(|users| !users.is_checker) {
            let [sent, received] = users.transferred;
            let metrics = vec![
                (Metric::RequestCount, self.rate(users.part)),
                (Metric::BytesUploaded, sent as f32),
                (Metric::BytesDownloaded, received as f32),
            ];
            sample(users.part, metrics);
        }
        for zone in &self.hosted_zones {
            sample(zone.part, self.zone_metrics(zone));
        }
        for distribution in &self.distributions {
            let second = &distribution.second;
            let looked_up = second.hits + second.misses;
            let mut metrics = vec![
                (Metric::RequestCount, self.rate(distribution.part)),
                (Metric::OriginRequests, second.fetches as f32),
                (Metric::BytesDownloaded, second.bytes as f32),
                (Metric::OriginBytes, second.origin_bytes as f32),
                (Metric::Http4xxErrors, second.errors[0] as f32),
                (Metric::Http5xxErrors, second.errors[1] as f32),
            ];
            if !distribution.error_pages.is_empty() {
                metrics.push((Metric::CustomErrorResponses, second.replaced as f32));
            }
            if looked_up > 0 {
                metrics.push((Metric::CacheHitRate, second.hits as f32 * 100.0 / looked_up as f32));
            }
            sample(distribution.part, metrics);
        }
        for nat in &self.network.nats {
            let metrics = vec![
                (Metric::ActiveConnectionCount, nat.connections() as f32),
                (Metric::ErrorPortAllocation, nat.port_errors as f32),
                (Metric::BytesOutToDestination, nat.sent as f32),
                (Metric::PacketsDropCount, nat.dropped as f32),
            ];
            sample(nat.part, metrics);
        }
        for bucket in &self.buckets {
            let metrics = vec![
                (Metric::RequestCount, self.rate(bucket.part)),
                (Metric::Http4xxErrors, bucket.errors[0] as f32),
                (Metric::Http5xxErrors, bucket.errors[1] as f32),
            ];
            sample(bucket.part, metrics);
        }
        for index in 0..self.balancers.len() {
            sample(self.balancers[index].part, self.balancer_metrics(index));
        }
        for index in 0..self.scaling_groups.len() {
            sample(self.scaling_groups[index].part, self.group_metrics(index));
        }
        for (instance, blueprint) in &self.single_instances {
            let index_of = *instance;
            let instance = &self.instances[*instance as usize];
            let is_up = instance.life == Life::InService && instance.down.is_none();
            let mut metrics = vec![
                (Metric::StatusCheckFailed, if is_up { 0.0 } else { 1.0 }),
                (Metric::RequestCount, self.rate(blueprint.part)),
                (Metric::CpuUtilization, instance.load * 100.0),
                (Metric::ActiveRequests, instance.connections as f32),
                (Metric::PendingThreads, self.pending_threads(&[index_of]) as f32),
                (Metric::ConntrackAllowanceExceeded, instance.untracked as f32),
            ];
            metrics.extend(credit_balance([instance].into_iter()));
            metrics.extend(self.machine_metrics(&[index_of]));
            sample(blueprint.part, metrics);
        }
        for service in &self.external_services {
            let metrics = vec![
                (Metric::RequestCount, self.rate(service.part)),
                (Metric::ThrottledRequests, service.throttled as f32),
            ];
            sample(service.part, metrics);
        }
        for queue in &self.queues {
            sample(queue.part, queue_metrics(queue, self.now));
        }
        for cache in &self.caches {
            sample(cache.part, cache_metrics(cache));
        }
        for index in 0..self.databases.len() {
            sample(self.databases[index].part, self.database_metrics(index));
        }
        samples
    }

    fn rate(&self, part: PartIndex) -> f32 {
        self.record.last_parts[usize::from(part)].arrived as f32
    }

    fn mean_ms(&self, part: PartIndex) -> f32 {
        let counters = &self.record.last_parts[usize::from(part)];
        if counters.finished == 0 {
            0.0
        } else {
            (counters.spent_ns as f64 / f64::from(counters.finished) / 1e6) as f32
        }
    }

    /// Queries, and of the health checks the worst.
    fn zone_metrics(&self, zone: &HostedZone) -> Vec<(Metric, f32)> {
        let mut metrics =
            vec![(Metric::DnsQueries, zone.queries as f32), (Metric::DnsQueriesBilled, zone.billed as f32)];
        let checks = self.record_checks.iter().filter(|check| check.zone == zone.part);
        let worst = checks.fold(None, |worst: Option<(f32, f32)>, check| {
            let (status, passing) = worst.unwrap_or((1.0, 100.0));
            let share =
                if check.checkers == 0 { passing } else { check.passing as f32 * 100.0 / check.checkers as f32 };
            Some((if check.is_healthy { status } else { 0.0 }, passing.min(share)))
        });
        if let Some((status, passing)) = worst {
            metrics.push((Metric::HealthCheckStatus, status));
            metrics.push((Metric::HealthCheckPercentageHealthy, passing));
        }
        metrics
    }

    fn balancer_metrics(&self, index: usize) -> Vec<(Metric, f32)> {
        let balancer = &self.balancers[index];
        let up: Vec<bool> = balancer.nodes.iter().map(|node| self.is_node_up(*node)).collect();
        let targets = balancer.groups.iter().flat_map(|group| &self.groups[usize::from(*group)].targets);
        let (mut healthy, mut unhealthy) = (0.0, 0.0);
        for target in targets.filter(|target| !target.draining) {
            if target.is_healthy(&up) {
                healthy += 1.0;
            } else if target.is_unhealthy(&up) {
                unhealthy += 1.0;
            }
        }
        let usage = &balancer.usage;
        let mut metrics = vec![
            (Metric::RequestCount, self.rate(balancer.part)),
            (Metric::HealthyHostCount, healthy),
            (Metric::UnHealthyHostCount, unhealthy),
            (Metric::ProcessedBytes, usage.bytes as f32),
            (Metric::ConsumedLcus, self.consumed_lcus(index) as f32),
            (Metric::RejectedConnectionCount, usage.rejected as f32),
        ];
        if balancer.flows.is_some() {
            metrics.extend([
                (Metric::NewFlowCount, usage.connections as f32),
                (Metric::ActiveFlowCount, usage.active as f32),
                (Metric::TcpElbResetCount, usage.resets as f32),
                (Metric::PortAllocationErrorCount, usage.port_errors as f32),
            ]);
            return metrics;
        }
        let generated_5xx: u32 = balancer.generated[..3].iter().sum();
        metrics.extend([
            (Metric::TargetResponseTime, self.mean_ms(balancer.part)),
            (Metric::HttpCodeElb4xxCount, balancer.generated[3] as f32),
            (Metric::HttpCodeElb502Count, balancer.generated[0] as f32),
            (Metric::HttpCodeElb503Count, balancer.generated[1] as f32),
            (Metric::HttpCodeElb504Count, balancer.generated[2] as f32),
            (Metric::HttpCodeElb5xxCount, (generated_5xx + balancer.generated[4]) as f32),
            (Metric::HttpCodeTarget5xxCount, balancer.target_5xx as f32),
            (Metric::NewConnectionCount, usage.connections as f32),
            (Metric::ActiveConnectionCount, usage.active as f32),
        ]);
        metrics
    }

    fn group_metrics(&self, index: usize) -> Vec<(Metric, f32)> {
        let group = &self.scaling_groups[index];
        let count = |life: Life| {
            let members = group.members.iter().map(|member| &self.instances[*member as usize]);
            members.filter(|instance| instance.life == life && instance.down.is_none()).count() as f32
        };
        let serving: Vec<f32> = group
            .members
            .iter()
            .map(|member| &self.instances[*member as usize])
            .filter(|instance| instance.life == Life::InService && instance.down.is_none())
            .map(|instance| instance.load)
            .collect();
        let cpu = if serving.is_empty() { 0.0 } else { serving.iter().sum::<f32>() / serving.len() as f32 };
        let active: u32 = group.members.iter().map(|member| self.instances[*member as usize].connections).sum();
        let untracked: u32 = group.members.iter().map(|member| self.instances[*member as usize].untracked).sum();
        let mut metrics = vec![
            (Metric::RequestCount, self.rate(group.part)),
            (Metric::CpuUtilization, cpu * 100.0),
            (Metric::GroupDesiredCapacity, group.desired as f32),
            (Metric::GroupInServiceInstances, count(Life::InService)),
            (Metric::GroupPendingInstances, count(Life::Pending)),
            (Metric::ActiveRequests, active as f32),
            (Metric::PendingThreads, self.pending_threads(&group.members) as f32),
            (Metric::ConntrackAllowanceExceeded, untracked as f32),
        ];
        metrics.extend(self.machine_metrics(&group.members));
        metrics.extend(credit_balance(group.members.iter().map(|member| &self.instances[*member as usize])));
        metrics
    }

    /// Network, volumes and memory of instances: their bytes and operations together, of what they have left the mean.
    fn machine_metrics(&self, members: &[u32]) -> Vec<(Metric, f32)> {
        let all = || members.iter().map(|member| &self.instances[*member as usize]);
        let sum = |of: &dyn Fn(&Machine) -> f64| all().map(|one| of(&one.machine)).sum::<f64>() as f32;
        let mean = |values: Vec<f64>| (values.iter().sum::<f64>() / values.len() as f64) as f32;
        let mut metrics = vec![
            (Metric::NetworkIn, sum(&|machine| machine.bytes[0] as f64)),
            (Metric::NetworkOut, sum(&|machine| machine.bytes[1] as f64)),
        ];
        if all().any(|one| one.machine.shows_disk()) {
            metrics.push((Metric::EbsReadOps, sum(&|machine| machine.done[0])));
            metrics.push((Metric::EbsWriteOps, sum(&|machine| machine.done[1])));
            metrics.push((Metric::DiskUsedPercent, mean(all().map(|one| one.machine.disk_used()).collect())));
            let balances: Vec<f64> = all().filter_map(|one| one.machine.volume.burst_balance()).collect();
            if !balances.is_empty() {
                metrics.push((Metric::BurstBalance, mean(balances)));
            }
        }
        if all().any(|one| one.machine.shows_memory()) {
            let used = all().map(|one| one.machine.memory_used(one.connections).min(100.0)).collect();
            metrics.push((Metric::MemUsedPercent, mean(used)));
        }
        metrics
    }

    fn database_metrics(&self, index: usize) -> Vec<(Metric, f32)> {
        let database = &self.databases[index];
        if let Some([clients, open]) = self.proxy_connections(database.part) {
            return vec![
                (Metric::Queries, database.queries as f32),
                (Metric::ClientConnections, clients as f32),
                (Metric::DatabaseConnections, open as f32),
            ];
        }
        let member = &self.members[database.endpoint as usize];
        let mut metrics = vec![
            (Metric::Queries, database.queries as f32),
            (Metric::CpuUtilization, member.load * 100.0),
            (Metric::DatabaseConnections, member.connections as f32),
        ];
        let [reads, writes] = member.volume.done;
        metrics.extend([(Metric::ReadIops, reads as f32), (Metric::WriteIops, writes as f32)]);
        if !database.space.is_shared {
            metrics.push((Metric::FreeStorageSpace, database.space.free() as f32));
            metrics.push((Metric::DiskQueueDepth, member.volume.queue_depth(self.now) as f32));
            metrics.extend(member.volume.burst_balance().map(|balance| (Metric::BurstBalance, balance)));
        }
        metrics.extend(member.credits.map(|credits| (Metric::CpuCreditBalance, credits.balance as f32)));
        if database.form != Form::Instance && !database.standbys.is_empty() {
            metrics.push((Metric::StaleReads, database.stale_reads as f32));
        }
        let replication = self.replications.get(database.follows as usize);
        if let Some(replication) = replication.filter(|replication| !replication.has_ended) {
            metrics.push((Metric::StaleReads, database.stale_reads as f32));
            let lag = if member.alive { replication.lag(self.now).as_s_f64() as f32 } else { -1.0 };
            metrics.push((Metric::ReplicaLag, lag));
        }
        metrics
    }

    /// The present state of everything that is drawn.
    pub(crate) fn gauges(&self) -> Gauges {
        let wires = self.record.last_wires.iter().enumerate();
        Gauges {
            parts: self.part_views(),
            wires: wires
                .filter(|(_, counts)| counts[0] + counts[1] > 0)
                .map(|(wire, counts)| WireView { wire: wire as u16, ok: counts[0] as f32, failed: counts[1] as f32 })
                .collect(),
            members: self.member_views(),
            usage: self.meter.usage(),
        }
    }

    fn part_views(&self) -> Vec<PartView> {
        let sources = self.users.iter().filter(|users| !users.is_checker);
        let mut parts: Vec<PartIndex> = sources.map(|users| users.part).collect();
        parts.extend(self.hosted_zones.iter().map(|zone| zone.part));
        parts.extend(self.certificates.iter().map(|certificate| certificate.part));
        parts.extend(self.distributions.iter().map(|distribution| distribution.part));
        parts.extend(self.buckets.iter().map(|bucket| bucket.part));
        parts.extend(self.balancers.iter().map(|balancer| balancer.part));
        parts.extend(self.scaling_groups.iter().map(|group| group.part));
        parts.extend(self.single_instances.iter().map(|(_, blueprint)| blueprint.part));
        parts.extend(self.external_services.iter().map(|service| service.part));
        parts.extend(self.queues.iter().map(|queue| queue.part));
        parts.extend(self.caches.iter().map(|cache| cache.part));
        parts.extend(self.databases.iter().map(|database| database.part));
        parts.extend(self.network.zones.iter().map(|zone| zone.part));
        parts.extend(self.network.nats.iter().map(|nat| nat.part));
        parts.into_iter().map(|part| self.part_view(part)).collect()
    }

    fn part_view(&self, part: PartIndex) -> PartView {
        let counters = &self.record.last_parts[usize::from(part)];
        let tried = counters.arrived.max(counters.failed);
        let failing = if tried == 0 { 0.0 } else { counters.failed as f32 / tried as f32 };
        let (state, reason) = self.part_state(part);
        let failure = counters.cause.map(|why| PartReason { kind: why.kind, because: why.because });
        let by_requests = match failing {
            share if share > 0.5 => Health::Failing,
            share if share > 0.01 => Health::Strained,
            _ if tried > 0 => Health::Healthy,
            _ => Health::Idle,
        };
        let health = state.max(by_requests);
        let reason = if health > Health::Healthy { reason.or(failure) } else { None };
        PartView { part, health, reason, rate: counters.arrived as f32, failing, latency_ms: self.mean_ms(part) }
    }

    /// How a part does by its own state, whatever its requests say.
    fn part_state(&self, part: PartIndex) -> (Health, Option<PartReason>) {
        let reason = |kind: CauseKind, because: Because| Some(PartReason { kind, because });
        if let Some(zone) = self.network.zones.iter().find(|zone| zone.part == part) {
            return match (zone.outages.first(), zone.cuts.first()) {
                (Some(event), _) => (Health::Failing, reason(CauseKind::InstanceDown, Because::Event(*event))),
                (None, Some(event)) => (Health::Failing, reason(CauseKind::NetworkCut, Because::Event(*event))),
                (None, None) => (Health::Healthy, None),
            };
        }
        if let Some(nat) = self.network.nats.iter().position(|nat| nat.part == part) {
            let down = self.network.nat_down(nat as u16);
            let nat = &self.network.nats[nat];
            return match down {
                Some(because) => (Health::Failing, reason(CauseKind::NatGatewayDown, because)),
                None if nat.is_starved => (Health::Strained, reason(CauseKind::NatPortsExhausted, Because::Demand)),
                None if nat.connections() > 0 => (Health::Healthy, None),
                None => (Health::Idle, None),
            };
        }
        if let Some(certificate) = self.certificates.iter().find(|certificate| certificate.part == part) {
            let because = certificate.expiries.first().map(|event| Because::Event(*event));
            return match because.or(certificate.expired.map(Because::Decision)) {
                Some(because) => (Health::Failing, reason(CauseKind::CertificateExpired, because)),
                None => (Health::Healthy, None),
            };
        }
        if let Some(distribution) = self.distributions.iter().find(|distribution| distribution.part == part) {
            let lost = distribution.locations.iter().find_map(|location| location.lost);
            return match lost {
                Some(event) => (Health::Strained, reason(CauseKind::EdgeLocationLost, Because::Event(event))),
                None => (Health::Idle, None),
            };
        }
        if let Some(zone) = self.hosted_zones.iter().find(|zone| zone.part == part) {
            let event = zone.outages.first().map(|event| (CauseKind::HostedZoneDown, *event));
            let event = event.or(zone.wrong.first().map(|wrong| (CauseKind::WrongRecord, wrong.event)));
            return match event {
                Some((kind, event)) => (Health::Failing, reason(kind, Because::Event(event))),
                None => (Health::Idle, None),
            };
        }
        if let Some(bucket) = self.buckets.iter().find(|bucket| bucket.part == part) {
            let throttled = bucket.throttles.first().map(|(event, _)| (Health::Strained, CauseKind::SlowDown, event));
            let denied = bucket.denials.first().map(|event| (Health::Failing, CauseKind::AccessDenied, event));
            return match denied.or(throttled) {
                Some((health, kind, event)) => (health, reason(kind, Because::Event(*event))),
                None => (Health::Idle, None),
            };
        }
        if let Some(balancer) = self.balancers.iter().find(|balancer| balancer.part == part) {
            let down = balancer.nodes.iter().find_map(|node| self.nodes[*node as usize].down);
            let all_down = balancer.nodes.iter().all(|node| self.nodes[*node as usize].down.is_some());
            return match down {
                Some(because) if all_down => (Health::Failing, reason(CauseKind::NodeDown, because)),
                Some(because) => (Health::Strained, reason(CauseKind::NodeDown, because)),
                None => (Health::Idle, None),
            };
        }
        if let Some(service) = self.external_services.iter().find(|service| service.part == part) {
            return match service.outages.first() {
                Some(event) => (Health::Failing, reason(CauseKind::ExternalServiceDown, Because::Event(*event))),
                None => (Health::Idle, None),
            };
        }
        if self.queues.iter().any(|queue| queue.part == part) {
            return (Health::Idle, None);
        }
        if let Some(cache) = self.caches.iter().find(|cache| cache.part == part) {
            return match cache.cold {
                _ if !cache.is_available => (Health::Failing, reason(CauseKind::CacheDown, cache.because)),
                Some(because) => (Health::Strained, reason(CauseKind::CacheCold, because)),
                None if cache.load > STRAINED => (Health::Strained, reason(CauseKind::CacheSlow, Because::Demand)),
                None => (Health::Idle, None),
            };
        }
        if let Some(database) = self.databases.iter().find(|database| database.part == part) {
            return self.database_state(database);
        }
        let instances: Vec<_> = self
            .instances
            .iter()
            .filter(|instance| instance.part == part && matches!(instance.life, Life::Pending | Life::InService))
            .collect();
        if instances.is_empty() && !self.scaling_groups.iter().any(|group| group.part == part) {
            // A single instance that is gone is not replaced.
            let gone =
                self.instances.iter().find(|instance| instance.part == part && instance.life == Life::Terminated);
            return gone.map_or((Health::Idle, None), |gone| {
                (Health::Failing, reason(CauseKind::InstanceDown, gone.state_because()))
            });
        }
        self.instances_state(&instances)
    }

    fn database_state(&self, database: &crate::parts::rds::Database) -> (Health, Option<PartReason>) {
        let member = &self.members[database.endpoint as usize];
        let reason = |kind: CauseKind, because: Because| Some(PartReason { kind, because });
        if let Some(because) = member.unreachable() {
            return (Health::Failing, reason(member.unreachable_kind(), because));
        }
        if database.phase != Phase::Available {
            return (Health::Failing, reason(CauseKind::DatabaseRecovering, database.because));
        }
        if member.load > STRAINED {
            return (Health::Strained, reason(CauseKind::DatabaseCpu, Because::Demand));
        }
        if database.space.is_full() {
            return (Health::Strained, reason(CauseKind::StorageFull, database.space.because()));
        }
        if let Some(event) = database.locks.first() {
            return (Health::Strained, reason(CauseKind::DatabaseLocked, Because::Event(*event)));
        }
        if let Some(because) = member.volume.delay(self.now) {
            return (Health::Strained, reason(CauseKind::DatabaseStorage, because));
        }
        if member.credits.is_some_and(|credits| credits.is_throttled) {
            return (Health::Strained, reason(CauseKind::CreditsSpent, Because::Demand));
        }
        let standbys = database.standbys.iter().map(|standby| &self.members[*standby as usize]);
        match standbys.clone().find(|standby| !standby.in_sync) {
            Some(standby) => (Health::Strained, reason(CauseKind::DatabaseRecovering, standby.because)),
            None => (Health::Idle, None),
        }
    }

    fn instances_state(&self, instances: &[&crate::parts::instance::Instance]) -> (Health, Option<PartReason>) {
        if instances.is_empty() {
            return (Health::Idle, None);
        }
        let reason = |kind: CauseKind, because: Because| Some(PartReason { kind, because });
        let serving = instances.iter().filter(|instance| instance.is_listening() && instance.down.is_none()).count();
        if let Some(down) = instances.iter().find(|instance| instance.down.is_some()) {
            let health = if serving == 0 { Health::Failing } else { Health::Strained };
            return (health, reason(down.down_kind, down.state_because()));
        }
        if let Some(crashed) = instances.iter().find(|instance| !instance.crashes.is_empty()) {
            let health = if serving == 0 { Health::Failing } else { Health::Strained };
            return (health, reason(CauseKind::ApplicationDown, crashed.state_because()));
        }
        if let Some(hung) = instances.iter().find(|instance| !instance.hangs.is_empty()) {
            return (Health::Strained, reason(CauseKind::InstanceHung, hung.state_because()));
        }
        if instances.iter().any(|instance| instance.credits.is_some_and(|credits| credits.is_throttled)) {
            return (Health::Strained, reason(CauseKind::CreditsSpent, Because::Demand));
        }
        let load = instances.iter().map(|instance| instance.load).sum::<f32>() / instances.len() as f32;
        if load > STRAINED {
            return (Health::Strained, reason(CauseKind::InstanceCpu, Because::Demand));
        }
        (if serving == 0 { Health::Strained } else { Health::Idle }, None)
    }

    fn member_views(&self) -> Vec<MemberView> {
        let nodes = self.nodes.iter().map(|node| MemberView {
            part: node.part,
            number: node.number,
            subnet: node.place.subnet,
            role: MemberRole::Node,
            state: match node.down.or_else(|| self.network.outage(node.place.zone)) {
                Some(_) => MemberState::Down,
                None => MemberState::Healthy,
            },
            load: 0.0,
        });
        // A terminated instance is shown until its group has noticed; one outside a group stays.
        let alive = self.instances.iter().enumerate().filter(|(index, instance)| {
            let group = self.scaling_groups.get(instance.scaling_group as usize);
            instance.life != Life::Terminated || group.is_none_or(|group| group.members.contains(&(*index as u32)))
        });
        let instances = alive.map(|(index, instance)| MemberView {
            part: instance.part,
            number: instance.number,
            subnet: instance.place.subnet,
            role: MemberRole::Instance,
            state: self.instance_state(index as u32),
            load: instance.load.clamp(0.0, 1.0),
        });
        let databases = self.members.iter().map(|member| MemberView {
            part: member.part,
            number: member.number,
            subnet: member.place.subnet,
            role: member.role,
            state: match member.unreachable().or_else(|| self.network.outage(member.place.zone)) {
                Some(_) => MemberState::Down,
                None if !member.in_sync => MemberState::Starting,
                None if member.load > STRAINED => MemberState::Strained,
                None => MemberState::Healthy,
            },
            load: member.load.clamp(0.0, 1.0),
        });
        let caches = self.caches.iter().flat_map(|cache| {
            cache.nodes.iter().map(|node| MemberView {
                part: cache.part,
                number: node.number,
                subnet: node.place.subnet,
                role: node.role,
                state: match self.network.outage(node.place.zone) {
                    None if node.alive => MemberState::Healthy,
                    _ => MemberState::Down,
                },
                load: if node.role == MemberRole::Primary { cache.load } else { 0.0 },
            })
        });
        nodes.chain(instances).chain(caches).chain(databases).collect()
    }

    fn instance_state(&self, index: u32) -> MemberState {
        let instance = &self.instances[index as usize];
        let mut targets = self.groups.iter().flat_map(|group| &group.targets).filter(|target| target.instance == index);
        let unhealthy = targets.clone().any(|target| target.states.contains(&TargetState::Unhealthy));
        let draining = targets.any(|target| target.draining);
        match instance.life {
            _ if instance.down.is_some()
                || !instance.crashes.is_empty()
                || self.network.outage(instance.place.zone).is_some() =>
            {
                MemberState::Down
            }
            Life::Terminated => MemberState::Down,
            Life::Draining => MemberState::Draining,
            Life::InService if draining => MemberState::Draining,
            Life::Pending => MemberState::Starting,
            Life::InService if unhealthy => MemberState::Unhealthy,
            Life::InService if self.is_initial(index) => MemberState::Starting,
            Life::InService if instance.load > STRAINED || !instance.hangs.is_empty() => MemberState::Strained,
            Life::InService => MemberState::Healthy,
        }
    }
}

#[rare]
fn cache_metrics(cache: &Cache) -> Vec<(Metric, f32)> {
    let second = &cache.second;
    let asked = second.hits + second.misses;
    let mut metrics = vec![
        (Metric::CacheHits, second.hits as f32),
        (Metric::CacheMisses, second.misses as f32),
        (Metric::CurrItems, cache.items.len() as f32),
        (Metric::Evictions, cache.items.evicted as f32),
        (Metric::CurrConnections, cache.connections as f32),
        (Metric::EngineCpuUtilization, cache.load * 100.0),
        (Metric::StaleHits, second.stale as f32),
    ];
    if asked > 0 {
        metrics.push((Metric::CacheHitRate, second.hits as f32 * 100.0 / asked as f32));
    }
    if cache.nodes.len() > 1 {
        metrics.push((Metric::ReplicationLag, cache.replication_lag.as_s_f64() as f32));
    }
    metrics
}

#[rare]
fn queue_metrics(queue: &Queue, now: SimTime) -> Vec<(Metric, f32)> {
    let second = &queue.second;
    let mut metrics = vec![
        (Metric::ApproximateNumberOfMessagesVisible, queue.visible_count as f32),
        (Metric::ApproximateNumberOfMessagesNotVisible, queue.hidden_count as f32),
        (Metric::ApproximateAgeOfOldestMessage, queue.age(now).as_s_f64() as f32),
        (Metric::NumberOfMessagesSent, second.sent as f32),
        (Metric::NumberOfMessagesReceived, second.received as f32),
        (Metric::NumberOfMessagesDeleted, second.deleted as f32),
        (Metric::NumberOfEmptyReceives, second.empty as f32),
        (Metric::DuplicateDeliveries, second.again as f32),
        (Metric::ExpiredMessages, queue.totals.expired as f32),
    ];
    if queue.max_receives.is_some() {
        metrics.push((Metric::DeadLetterMessages, queue.totals.dead as f32));
    }
    metrics
}
