//! The metrics of a second by kind of part, under the names that CloudWatch gives them where it has any.

use ninepins_macros::rare;
use ninepins_report::{Metric, PartIndex, PartSample};

use crate::engine::Engine;
use crate::kernel::SimTime;
use crate::network::Nat;
use crate::parts::cloudfront::Distribution;
use crate::parts::credits::credit_balance;
use crate::parts::elasticache::Cache;
use crate::parts::external_service::ExternalService;
use crate::parts::instance::Life;
use crate::parts::machine::Machine;
use crate::parts::rds::Form;
use crate::parts::route53::HostedZone;
use crate::parts::s3::Bucket;
use crate::parts::sqs::Queue;
use crate::parts::users::Users;

#[rare]
impl Engine {
    /// The second's metrics of all parts that have some.
    pub(super) fn samples(&self) -> Vec<PartSample> {
        let mut samples = Vec::new();
        let mut sample = |part: PartIndex, metrics: Vec<(Metric, f32)>| {
            samples.push(PartSample { part, metrics, extremes: Vec::new() })
        };
        for users in self.users.iter().filter(|users| !users.is_checker) {
            sample(users.part, self.users_metrics(users));
        }
        for zone in &self.hosted_zones {
            sample(zone.part, self.zone_metrics(zone));
        }
        for distribution in &self.distributions {
            sample(distribution.part, self.distribution_metrics(distribution));
        }
        for nat in &self.network.nats {
            sample(nat.part, nat_metrics(nat));
        }
        for bucket in &self.buckets {
            sample(bucket.part, self.bucket_metrics(bucket));
        }
        for index in 0..self.balancers.len() {
            sample(self.balancers[index].part, self.balancer_metrics(index));
        }
        for index in 0..self.scaling_groups.len() {
            sample(self.scaling_groups[index].part, self.group_metrics(index));
        }
        for (index, blueprint) in &self.single_instances {
            sample(blueprint.part, self.instance_metrics(*index, blueprint.part));
        }
        for service in &self.external_services {
            sample(service.part, self.service_metrics(service));
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

    fn users_metrics(&self, users: &Users) -> Vec<(Metric, f32)> {
        let [sent, received] = users.transferred;
        vec![
            (Metric::RequestCount, self.rate(users.part)),
            (Metric::BytesUploaded, sent as f32),
            (Metric::BytesDownloaded, received as f32),
        ]
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

    fn distribution_metrics(&self, distribution: &Distribution) -> Vec<(Metric, f32)> {
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
        metrics
    }

    fn bucket_metrics(&self, bucket: &Bucket) -> Vec<(Metric, f32)> {
        vec![
            (Metric::RequestCount, self.rate(bucket.part)),
            (Metric::Http4xxErrors, bucket.errors[0] as f32),
            (Metric::Http5xxErrors, bucket.errors[1] as f32),
        ]
    }

    fn service_metrics(&self, service: &ExternalService) -> Vec<(Metric, f32)> {
        vec![(Metric::RequestCount, self.rate(service.part)), (Metric::ThrottledRequests, service.throttled as f32)]
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

    /// An instance outside a group.
    fn instance_metrics(&self, index: u32, part: PartIndex) -> Vec<(Metric, f32)> {
        let instance = &self.instances[index as usize];
        let is_up = instance.life == Life::InService && instance.down.is_none();
        let mut metrics = vec![
            (Metric::StatusCheckFailed, if is_up { 0.0 } else { 1.0 }),
            (Metric::RequestCount, self.rate(part)),
            (Metric::CpuUtilization, instance.load * 100.0),
            (Metric::ActiveRequests, instance.connections as f32),
            (Metric::PendingThreads, self.pending_threads(&[index]) as f32),
            (Metric::ConntrackAllowanceExceeded, instance.untracked as f32),
        ];
        metrics.extend(credit_balance([instance].into_iter()));
        metrics.extend(self.machine_metrics(&[index]));
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
}

#[rare]
fn nat_metrics(nat: &Nat) -> Vec<(Metric, f32)> {
    vec![
        (Metric::ActiveConnectionCount, nat.connections() as f32),
        (Metric::ErrorPortAllocation, nat.port_errors as f32),
        (Metric::BytesOutToDestination, nat.sent as f32),
        (Metric::PacketsDropCount, nat.dropped as f32),
    ]
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
