//! Auto Scaling groups and single instances.

use std::rc::Rc;

use ninepins_macros::{later, rare};
use ninepins_model::parts::{Application, QueueOrder, Rejection, TlsKey};
use ninepins_model::{Kind as PartKind, PartId, PartSettings, fact, instance_types, parts as model};
use ninepins_report::{Because, Outcome, PartIndex};

use super::{Compiler, ms, s};
use crate::attempt::NONE;
use crate::event::Kind;
use crate::kernel::{Purpose, SimTime, Span};
use crate::parts::asg::{Maintenance, Purchase, Quota, ScalingGroup, Schedule, WarmPool, Watch};
use crate::parts::credits::Credits;
use crate::parts::instance::{Blueprint, Hook};
use crate::parts::machine::Machine;
use crate::parts::pool::PoolSettings;
use crate::parts::rds::Form;
use crate::parts::server::{Server, own_port, path_of};
use crate::shape::Shape;

#[rare]
impl Compiler<'_> {
    pub(super) fn compute(&mut self) {
        for (part, _, settings) in self.each() {
            if let PartSettings::Region(region) = settings {
                self.quota(part, region);
            }
        }
        for (part, id, settings) in self.each() {
            match settings {
                PartSettings::Asg(asg) => self.scaling_group(part, id, asg),
                PartSettings::Ec2(ec2) => self.single_instance(part, id, ec2),
                _ => {}
            }
        }
    }

    pub(super) fn blueprint(
        &self,
        part: PartIndex,
        id: &PartId,
        (instance_type, credits): (&str, &model::CpuCredits),
        (volume, network_burst_s): (&model::RootVolume, f64),
        application: &Application,
        boot: Span,
    ) -> Blueprint {
        let size = instance_types::ec2(instance_type).unwrap_or(instance_types::FALLBACK);
        let pools = self.pools(id);
        let connection_limit = application.max_connections.saturating_add(application.accept_count);
        let most = pools.iter().fold(connection_limit, |sum, pool| sum.saturating_add(pool.max));
        let registrations = self.registrations.iter().filter(|(target, _)| *target == part);
        Blueprint {
            part,
            name: id.to_string(),
            vcpus: size.vcpus,
            credits: size.burstable.map(|burstable| {
                let is_unlimited = match credits.specification {
                    model::CreditSpecification::TypeDefault => burstable.unlimited,
                    model::CreditSpecification::Unlimited => true,
                    model::CreditSpecification::Standard => false,
                };
                Credits::new(burstable, size.vcpus, is_unlimited, credits.start_percent / 100.0)
            }),
            machine: Machine::new(size.network_gbps, network_burst_s, size.memory_gib, volume, application),
            server: Rc::new(server(application)),
            tracked_limit: (application.tracked_connections <= most).then_some(application.tracked_connections),
            pools: pools.into_iter().map(Rc::new).collect(),
            cache: self.cache_client(id),
            consumers: self.consumers(id),
            calls: Vec::new(),
            errors: Vec::new(),
            launch: Span::ZERO,
            leaks: Vec::new(),
            boot,
            registers_after: None,
            launch_hook: None,
            terminate_hook: None,
            launch_needs: application.launch_needs,
            target_groups: registrations.map(|(_, group)| *group).collect(),
            created: 0,
        }
    }

    /// The pools that each instance of a part has: one for each database it is wired to, and one for that one's readers.
    fn pools(&self, id: &PartId) -> Vec<PoolSettings> {
        let mut pools: Vec<PoolSettings> = Vec::new();
        for (wire_index, _, wire, kind) in self.outgoing(id) {
            if !matches!(kind, PartKind::Rds | PartKind::ReadReplica | PartKind::RdsProxy) {
                continue;
            }
            let settings = wire.pool();
            let Some(database) = self.slot(&wire.to) else { continue };
            let pool = PoolSettings {
                wire: wire_index,
                database,
                is_replica: kind == PartKind::ReadReplica,
                to_readers: false,
                reads_at_writer: settings.reads_at_writer_percent / 100.0,
                max: settings.max,
                wait_timeout: s(settings.wait_timeout_s),
                connect_timeout: s(settings.connect_timeout_s),
                socket_timeout: s(settings.socket_timeout_s),
                // HikariCP allows no less. A connection of no life at all would be opened again and again in one instant.
                max_lifetime: s(settings.max_lifetime_s.max(fact::POOL_MAX_LIFETIME.min)),
                dns_cache: s(settings.dns_cache_s),
                tries: settings.tries.clamp(1, 10) as u8,
                queries: settings.queries.clamp(1, 100) as u8,
            };
            pools.push(pool);
            if settings.reader_endpoint && self.engine.databases[database as usize].form != Form::Instance {
                pools.push(PoolSettings { to_readers: true, ..pool });
            }
        }
        pools
    }

    fn scaling_group(&mut self, part: PartIndex, id: &PartId, asg: &model::Asg) {
        let index = self.engine.scaling_groups.len() as u32;
        self.slots[usize::from(part)] = index;
        let mut choices = self.stream(id, Purpose::CONTROL);
        let period = f64::from(asg.metric_period.seconds());
        let phases = [asg.health_poll_s, period, period].map(|period| choices.uniform_span(Span::ZERO, s(period)));
        // A metric of one's own does not wait for EC2's.
        let is_basic = !asg.detailed_monitoring && asg.metric_period == model::MetricPeriod::Minute;
        let watch = Watch {
            period: s(period),
            phase: SimTime::ZERO + phases[1],
            delay: s(asg.cloudwatch_delay_s),
            minutes: 0,
            basic: is_basic.then(|| choices.below(5)),
            series: Vec::new(),
        };
        let blueprint = self.group_blueprint(part, id, asg);
        self.engine.scaling_groups.push(self.group(id, asg, blueprint, watch));
        self.policies(index, asg);
        self.engine.start_clock(index);
        for (phase, kind) in phases.into_iter().zip([Kind::HealthPoll, Kind::MetricMinute, Kind::AlarmEvaluation]) {
            self.engine.queue.push(SimTime::ZERO + phase, kind as u8, 0, index);
        }
        self.first_instances(index, asg);
    }

    /// A group that has no instances yet.
    fn group(&self, id: &PartId, asg: &model::Asg, blueprint: Blueprint, watch: Watch) -> ScalingGroup {
        ScalingGroup {
            part: blueprint.part,
            blueprint,
            places: self.places(id, &asg.subnets),
            min: asg.min,
            max: asg.max,
            desired: first_desired(asg),
            health_check_type: asg.health_check_type,
            grace: s(asg.health_check_grace_s),
            warmup: s(asg.default_instance_warmup_s),
            poll: s(asg.health_poll_s.max(1.0)),
            impaired_wait: s(asg.impaired_wait_s),
            termination_policy: asg.termination_policy,
            is_protected: asg.scale_in_protection,
            victims: self.stream(id, Purpose::TERMINATION),
            maintenance: maintenance(asg),
            refresh: None,
            version: 0,
            purchase: purchase(&asg.spot),
            warm_pool: warm_pool(&asg.warm_pool),
            suspensions: Vec::new(),
            shifts: Vec::new(),
            is_shiftable: asg.impairment_policy.zonal_shift,
            replaces_shifted: asg.impairment_policy.replace_unhealthy,
            watch,
            policies: Vec::new(),
            schedule: Schedule {
                actions: if asg.scheduled_actions.is_empty() { Vec::new() } else { self.scheduled(asg) },
                delay: s(asg.scheduled_delay_s),
                delays: self.stream(id, Purpose::SCHEDULE),
            },
            predictor: None,
            forecast: 0,
            raised_max: 0,
            scaled_in: SimTime::ZERO,
            cooldown: s(asg.default_cooldown_s),
            cooling: false,
            last_activity: SimTime::ZERO,
            members: Vec::new(),
            launch_failed: false,
        }
    }

    /// What a group's instances are made from, with its lifecycle hooks.
    fn group_blueprint(&self, part: PartIndex, id: &PartId, asg: &model::Asg) -> Blueprint {
        let (first, last) = (&asg.launch_hook, &asg.terminate_hook);
        let launch_hook = Hook {
            holds: s(first.takes_s.min(first.heartbeat_timeout_s)),
            abandons: first.takes_s > first.heartbeat_timeout_s && first.default_result == model::HookResult::Abandon,
        };
        let terminate_hook = Hook { holds: s(last.takes_s.min(last.heartbeat_timeout_s)), abandons: false };
        let mut blueprint = self.blueprint(
            part,
            id,
            (&asg.instance_type, &asg.cpu_credits),
            (&asg.root_volume, asg.network_burst_s),
            &asg.application,
            s(asg.launch_s) + s(asg.user_data_s),
        );
        blueprint.registers_after = (asg.register_at == model::RegisterAt::InService).then(|| s(asg.launch_s));
        blueprint.launch = s(asg.launch_s);
        blueprint.launch_hook = first.enabled.then_some(launch_hook);
        blueprint.terminate_hook = last.enabled.then_some(terminate_hook);
        blueprint
    }

    /// The instances that a group has at the start, in service, and its warm pool.
    fn first_instances(&mut self, index: u32, asg: &model::Asg) {
        if self.engine.scaling_groups[index as usize].places.is_empty() {
            return;
        }
        for _ in 0..first_desired(asg) {
            let is_spot = self.engine.next_is_spot(index);
            if !is_spot && self.engine.over_quota(index).is_some() {
                break;
            }
            let Some(place) = self.engine.launch_place(index) else { break };
            let blueprint = self.engine.scaling_groups[index as usize].blueprint.clone();
            let instance = self.engine.create_instance(&blueprint, place, index, true, Because::Configuration);
            self.engine.instances[instance as usize].is_spot = is_spot;
            let group = &mut self.engine.scaling_groups[index as usize];
            group.blueprint.created += 1;
            group.members.push(instance);
        }
        self.engine.fill_warm_pool(index);
    }

    /// What the account may have in its Regions.
    fn quota(&mut self, region: PartIndex, settings: &model::Region) {
        self.engine.quotas.push(Quota { region, vcpus: settings.on_demand_vcpus, lowered: Vec::new() });
    }

    pub(super) fn single_instance(&mut self, part: PartIndex, id: &PartId, ec2: &model::Ec2) {
        let place = self.engine.network.place(part).filter(|place| self.engine.network.has_address(*place));
        let Some(mut place) = place else { return };
        place.has_public_address |= ec2.public_address;
        let boot = s(fact::LAUNCH_TIME.value) + s(fact::USER_DATA_TIME.value);
        let blueprint = self.blueprint(
            part,
            id,
            (&ec2.instance_type, &ec2.cpu_credits),
            (&ec2.root_volume, ec2.network_burst_s),
            &ec2.application,
            boot,
        );
        let instance = self.engine.create_instance(&blueprint, place, NONE, true, Because::Configuration);
        self.slots[usize::from(part)] = instance;
        self.engine.single_instances.push((instance, blueprint));
    }
}

#[rare]
fn first_desired(asg: &model::Asg) -> u32 {
    asg.desired.clamp(asg.min.min(asg.max), asg.max)
}

#[rare]
fn purchase(spot: &model::Spot) -> Purchase {
    Purchase {
        on_demand_base: spot.on_demand_base,
        spot: spot.percent_above_base / 100.0,
        rebalances: spot.capacity_rebalancing,
    }
}

#[rare]
fn warm_pool(pool: &model::WarmPool) -> Option<WarmPool> {
    pool.enabled.then(|| WarmPool {
        start: s(pool.state.start_s()),
        is_running: pool.state == model::WarmPoolState::Running,
        max_prepared: pool.max_prepared_capacity,
        min_size: pool.min_size,
        waiting: Vec::new(),
    })
}

#[rare]
fn maintenance(asg: &model::Asg) -> Maintenance {
    let policy = &asg.maintenance_policy;
    let [min, max] = match policy.enabled {
        true => [policy.min_healthy_percent, policy.max_healthy_percent],
        false => [fact::MIN_HEALTHY.value, fact::MAX_HEALTHY.value],
    };
    // AWS allows no less than a day.
    let lifetime =
        (asg.max_instance_lifetime_s > 0.0).then(|| s(asg.max_instance_lifetime_s.max(fact::SHORTEST_LIFETIME.value)));
    Maintenance { is_set: policy.enabled, min_healthy: min / 100.0, max_healthy: max / 100.0, lifetime }
}

#[rare]
fn server(application: &Application) -> Server {
    Server {
        threads: application.threads,
        connection_limit: application.max_connections.saturating_add(application.accept_count),
        cpu: [application.asset_cpu_ms, application.read_cpu_ms, application.write_cpu_ms].map(ms),
        wait: [application.asset_wait_ms, application.read_wait_ms, application.write_wait_ms].map(ms),
        shape: Shape::new(application.distribution, application.variation),
        newest_first: application.queue_order == QueueOrder::Lifo,
        queue_limit: application.queue_limit,
        drop_older: ms(application.drop_older_ms),
        drop_counts_service: application.drop_counts_service,
        rejection: match application.rejection {
            Rejection::ServiceUnavailable => Outcome::ServiceUnavailable,
            Rejection::Refused => Outcome::Refused,
        },
        keep_alive: s(application.keep_alive_s),
        keep_alive_requests: application.max_keep_alive_requests,
        health_path: path_of(&application.health_path),
        health_port: own_port(application.health_port),
        speaks_tls: application.tls_key != TlsKey::None,
        handshake: ms(application.tls_key.handshake_ms()),
        resumed_handshake: ms(fact::RESUMED_HANDSHAKE.value),
        resumption: application.tls_resumption_percent / 100.0,
    }
}

#[later]
impl Compiler<'_> {
    fn scheduled(&self, asg: &model::Asg) -> Vec<(model::ScheduledAction, Option<u64>)> {
        asg.scheduled_actions.iter().filter_map(|line| Some((model::scheduled_action(line)?, None))).collect()
    }
}
