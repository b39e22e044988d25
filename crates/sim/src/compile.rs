//! From a design to an engine at time zero. Any design compiles: a wire to nothing leads nowhere, a missing certificate
//! fails handshakes, a load balancer without subnets has no nodes.

use std::rc::Rc;

use ninepins_model::parts::{Application, TlsVersion};
use ninepins_model::{
    Design, Kind as PartKind, PartId, PartSettings, Wire, WireId, fact, instance_types, parts as model, record_name,
};
use ninepins_report::{Because, MemberRole, PartIndex, Totals, WireIndex};

use crate::attempt::NONE;
use crate::engine::{Engine, IN_FLIGHT_LIMIT};
use crate::event::Kind;
use crate::kernel::{Digest, EventQueue, Purpose, Ring, SimTime, Slab, Span, Station, Stream, stable_hash};
use crate::network::{Network, Place};
use crate::parts::alb::{LoadBalancer, Node, TargetGroup};
use crate::parts::asg::{Blueprint, ScalingGroup, Tracking};
use crate::parts::certificate::{Certificate, Tls};
use crate::parts::cloudfront::{Cached, Distribution, Location, Origin, OriginServer};
use crate::parts::instance::Demands;
use crate::parts::pool::PoolSettings;
use crate::parts::rds::{Database, DatabaseMember, Phase};
use crate::parts::replica::Replication;
use crate::parts::route53::HostedZone;
use crate::parts::s3::Bucket;
use crate::parts::users::{ClientHost, Front, Route, Users};
use crate::record::Record;

/// Ids by index, and what each part became.
struct Compiler<'a> {
    design: &'a Design,
    ids: Vec<&'a PartId>,
    wires: Vec<(&'a WireId, &'a Wire)>,
    /// Where a part's counterpart is in its own table.
    slots: Vec<u32>,
    /// Which parts are targets of which target groups.
    registrations: Vec<(PartIndex, u16)>,
    engine: Engine,
}

impl Engine {
    /// The engine of a design at its start.
    pub(crate) fn compile(design: &Design) -> Engine {
        let mut compiler = Compiler::new(design);
        compiler.certificates();
        compiler.buckets();
        compiler.databases();
        compiler.balancers();
        compiler.compute();
        compiler.distributions();
        compiler.hosted_zones();
        compiler.users();
        compiler.start();
        compiler.engine
    }

    /// Bytes that a checkpoint of this state takes, by estimate.
    pub(crate) fn estimated_bytes(&self) -> usize {
        let clients: usize = self.users.iter().map(|users| users.hosts.len() * size_of::<ClientHost>()).sum();
        let cached: usize = self
            .distributions
            .iter()
            .flat_map(|distribution| &distribution.locations)
            .map(|location| location.objects.len() * size_of::<Cached>())
            .sum();
        self.attempts.slots() as usize * (size_of::<crate::attempt::Attempt>() + 12)
            + self.queue.len() * 32
            + self.instances.len() * 1024
            + self.pools.len() * 512
            + clients
            + cached
            + 64 * 1024
    }
}

fn ms(value: f64) -> Span {
    Span::from_s_f64(value / 1e3)
}

fn s(value: f64) -> Span {
    Span::from_s_f64(value)
}

impl<'a> Compiler<'a> {
    fn new(design: &'a Design) -> Self {
        let ids: Vec<&PartId> = design.parts.keys().collect();
        let wires: Vec<_> = design.wires.iter().collect();
        let seed = u64::from(design.scenario.seed);
        let catalogue = design
            .parts
            .values()
            .filter_map(|part| match &part.settings {
                PartSettings::Users(users) => Some(users.assets.objects),
                _ => None,
            })
            .max()
            .unwrap_or(1)
            .clamp(1, fact::ASSET_OBJECTS.max as u32);
        let mut events = design.scenario.events.clone();
        events.sort_by_key(|event| event.at_ms);
        let engine = Engine {
            now: SimTime::ZERO,
            end: SimTime::from_s(u64::from(design.scenario.duration_s)),
            seed,
            queue: EventQueue::new(),
            attempts: Slab::new(IN_FLIGHT_LIMIT),
            armed: Vec::new(),
            catalogue,
            network: Network::new(design),
            users: Vec::new(),
            hosted_zones: Vec::new(),
            certificates: Vec::new(),
            distributions: Vec::new(),
            buckets: Vec::new(),
            balancers: Vec::new(),
            nodes: Vec::new(),
            groups: Vec::new(),
            checks: Vec::new(),
            instances: Vec::new(),
            scaling_groups: Vec::new(),
            single_instances: Vec::new(),
            pools: Vec::new(),
            databases: Vec::new(),
            members: Vec::new(),
            replications: Vec::new(),
            down_since: Vec::new(),
            events,
            next_event: 0,
            ends: std::collections::BTreeSet::new(),
            totals: Totals::default(),
            digest: Digest::new(),
            record: Record::new(ids.len(), wires.len()),
            next_log: 0,
            fresh_log: Vec::new(),
            stopped: false,
            picks: Stream::new(seed, stable_hash("timeline"), Purpose::CONTROL),
        };
        Compiler { design, slots: vec![NONE; ids.len()], registrations: Vec::new(), ids, wires, engine }
    }

    fn each(&self) -> Vec<(PartIndex, &'a PartId, &'a PartSettings)> {
        let parts = self.design.parts.iter().enumerate();
        parts.map(|(index, (id, part))| (index as PartIndex, id, &part.settings)).collect()
    }

    fn index(&self, id: &PartId) -> Option<PartIndex> {
        self.ids.binary_search(&id).ok().map(|index| index as PartIndex)
    }

    fn slot(&self, id: &PartId) -> Option<u32> {
        let slot = self.slots[usize::from(self.index(id)?)];
        (slot != NONE).then_some(slot)
    }

    fn stream(&self, id: &PartId, purpose: Purpose) -> Stream {
        Stream::new(self.engine.seed, stable_hash(id.as_str()), purpose)
    }

    /// The wires that start at a part and mean something, with their targets.
    fn outgoing(&self, id: &PartId) -> Vec<(WireIndex, &'a WireId, &'a Wire, PartKind)> {
        let from = self.design.parts.get(id).map(ninepins_model::Part::kind);
        let wires = self.wires.iter().enumerate().filter(|(_, (_, wire))| &wire.from == id);
        wires
            .filter_map(|(index, (wire_id, wire))| {
                let kind = self.design.parts.get(&wire.to)?.kind();
                from?.wire_to(kind)?;
                Some((index as WireIndex, *wire_id, *wire, kind))
            })
            .collect()
    }

    /// Places of the subnets a part names, one per subnet that exists in its own VPC.
    fn places(&self, id: &PartId, subnets: &[PartId]) -> Vec<Place> {
        let vpc = self.design.vpc_of(id);
        let mut seen = Vec::new();
        subnets
            .iter()
            .filter(|subnet| vpc.is_some() && self.design.vpc_of(subnet) == vpc)
            .filter_map(|subnet| self.engine.network.place(self.index(subnet)?))
            .filter(|place| {
                let is_new = !seen.contains(&place.subnet);
                seen.push(place.subnet);
                is_new
            })
            .collect()
    }

    fn certificates(&mut self) {
        for (part, _, settings) in self.each() {
            let PartSettings::Certificate(certificate) = settings else { continue };
            let index = self.engine.certificates.len() as u32;
            self.slots[usize::from(part)] = index;
            self.engine.certificates.push(Certificate {
                part,
                settings: certificate.clone(),
                expiries: Vec::new(),
                expired: None,
            });
            let expires = SimTime::ZERO + Span::from_s_f64(certificate.expires_in_days * 86_400.0);
            if expires <= self.engine.end {
                self.engine.queue.push(expires, Kind::CertificateExpiry as u8, 0, index);
            }
        }
    }

    fn buckets(&mut self) {
        for (part, id, settings) in self.each() {
            let PartSettings::S3(bucket) = settings else { continue };
            self.slots[usize::from(part)] = self.engine.buckets.len() as u32;
            self.engine.buckets.push(Bucket {
                part,
                objects: bucket.objects,
                first_byte: (ms(bucket.first_byte_min_ms), ms(bucket.first_byte_max_ms)),
                get_rps: bucket.get_rps,
                list_bucket: bucket.list_bucket,
                tokens: bucket.get_rps,
                refilled: SimTime::ZERO,
                latency: self.stream(id, Purpose::SERVICE),
            });
        }
    }

    fn databases(&mut self) {
        for (part, id, settings) in self.each() {
            if let PartSettings::Rds(rds) = settings {
                self.database(part, id, rds);
            }
        }
        for (part, id, settings) in self.each() {
            if let PartSettings::ReadReplica(replica) = settings {
                self.replica(part, id, replica);
            }
        }
    }

    fn database(&mut self, part: PartIndex, id: &PartId, rds: &model::Rds) {
        let mut places = self.places(id, &rds.subnets);
        let wanted =
            places.iter().position(|place| self.engine.network.zones[usize::from(place.zone)].name == rds.primary_zone);
        if let Some(first) = wanted {
            places.swap(0, first);
        }
        let Some(home) = places.first().copied() else { return };
        let index = self.engine.databases.len() as u32;
        let class = instance_types::rds(&rds.instance_class).unwrap_or(instance_types::RDS[0]);
        let limit = match rds.max_connections {
            0 => instance_types::max_connections(rds.engine, class),
            limit => limit,
        };
        let demands = (ms(rds.read_cpu_ms), ms(rds.write_cpu_ms), ms(rds.storage_ms));
        let primary = self.member(part, index, 1, MemberRole::Primary, home, class.vcpus, limit, demands, id);
        let standby_place = places.iter().copied().find(|place| place.zone != home.zone);
        let standby = match standby_place {
            Some(place) if rds.multi_az => {
                self.member(part, index, 2, MemberRole::Standby, place, class.vcpus, limit, demands, id)
            }
            _ => NONE,
        };
        self.slots[usize::from(part)] = index;
        self.engine.databases.push(Database {
            part,
            endpoint: primary,
            standby,
            is_replica: false,
            endpoint_ttl: s(rds.endpoint_ttl_s),
            failover: (s(rds.failover_min_s), s(rds.failover_max_s)),
            recovery: s(rds.recovery_s),
            standby_rebuild: s(rds.standby_rebuild_s),
            standby_write: ms(rds.standby_write_ms),
            phase: Phase::Available,
            step: 0,
            lost_at: SimTime::ZERO,
            failover_takes: Span::ZERO,
            because: Because::Configuration,
            queries: 0,
            followers: Vec::new(),
            plans: self.stream(id, Purpose::CONTROL),
        });
    }

    fn replica(&mut self, part: PartIndex, id: &PartId, replica: &model::ReadReplica) {
        let Some(place) = self.engine.network.place(part) else { return };
        let source = replica.replica_of.as_ref().and_then(|source| self.slot(source));
        let Some(source) = source else { return };
        let engine_kind =
            match replica.replica_of.as_ref().and_then(|id| self.design.parts.get(id)).map(|part| &part.settings) {
                Some(PartSettings::Rds(rds)) => rds.engine,
                _ => return,
            };
        let index = self.engine.databases.len() as u32;
        let class = instance_types::rds(&replica.instance_class).unwrap_or(instance_types::RDS[0]);
        let limit = match replica.max_connections {
            0 => instance_types::max_connections(engine_kind, class),
            limit => limit,
        };
        let demands = (ms(replica.read_cpu_ms), ms(replica.read_cpu_ms), ms(replica.storage_ms));
        let member = self.member(part, index, 1, MemberRole::Replica, place, class.vcpus, limit, demands, id);
        self.slots[usize::from(part)] = index;
        let follower = self.engine.replications.len() as u32;
        self.engine.replications.push(Replication::new(index, replica.apply_rps, ms(replica.base_lag_ms)));
        self.engine.databases[source as usize].followers.push(follower);
        let endpoint_ttl = self.engine.databases[source as usize].endpoint_ttl;
        self.engine.databases.push(Database {
            part,
            endpoint: member,
            standby: NONE,
            is_replica: true,
            endpoint_ttl,
            failover: (Span::ZERO, Span::ZERO),
            recovery: s(replica.recovery_s),
            standby_rebuild: Span::ZERO,
            standby_write: Span::ZERO,
            phase: Phase::Available,
            step: 0,
            lost_at: SimTime::ZERO,
            failover_takes: Span::ZERO,
            because: Because::Configuration,
            queries: 0,
            followers: Vec::new(),
            plans: self.stream(id, Purpose::CONTROL),
        });
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "one place builds members; a struct of the same fields would say it twice"
    )]
    fn member(
        &mut self,
        part: PartIndex,
        database: u32,
        number: u32,
        role: MemberRole,
        place: Place,
        vcpus: u32,
        max_connections: u32,
        (read, write, storage): (Span, Span, Span),
        id: &PartId,
    ) -> u32 {
        let index = self.engine.members.len() as u32;
        self.engine.members.push(DatabaseMember {
            part,
            database,
            number,
            role,
            place,
            alive: true,
            in_sync: true,
            cuts: Vec::new(),
            because: Because::Configuration,
            epoch: 0,
            cpu: Station::new(SimTime::ZERO, vcpus, Station::UNLIMITED),
            connections: 0,
            max_connections,
            read,
            write,
            storage,
            second_mark: 0,
            load: 0.0,
            service: Stream::new(self.engine.seed, stable_hash(&format!("{id}/{number}")), Purpose::SERVICE),
        });
        index
    }

    fn balancers(&mut self) {
        for (part, id, settings) in self.each() {
            let PartSettings::Alb(alb) = settings else { continue };
            let balancer = self.engine.balancers.len() as u16;
            self.slots[usize::from(part)] = u32::from(balancer);
            let mut zones = Vec::new();
            let mut nodes = Vec::new();
            for place in self.places(id, &alb.subnets) {
                // One node in each zone, in the first subnet named there.
                if zones.contains(&place.zone) {
                    continue;
                }
                zones.push(place.zone);
                nodes.push(self.engine.nodes.len() as u32);
                self.engine.nodes.push(Node {
                    part,
                    balancer,
                    number: zones.len() as u32,
                    place,
                    epoch: 0,
                    down: None,
                    in_dns: true,
                    requests: 0,
                });
            }
            self.engine.balancers.push(LoadBalancer {
                part,
                nodes,
                groups: Vec::new(),
                internet_facing: alb.internet_facing,
                idle_timeout: s(alb.idle_timeout_s),
                added_latency: ms(alb.added_latency_ms),
                node_detection: s(alb.node_detection_s),
                choices: self.stream(id, Purpose::ROUTE),
                generated: [0; 3],
                target_5xx: 0,
            });
            self.target_groups(balancer, id);
        }
    }

    /// Each Auto Scaling group is a target group of its own; single instances share one, with the first wire's settings.
    fn target_groups(&mut self, balancer: u16, id: &PartId) {
        let mut shared: Option<u16> = None;
        for (wire_index, wire_id, wire, kind) in self.outgoing(id) {
            let Some(target) = self.index(&wire.to) else { continue };
            let is_single = kind == PartKind::Ec2;
            let group = match shared {
                Some(group) if is_single => group,
                _ => {
                    let group = self.target_group(balancer, wire_index, wire_id, wire, target);
                    if is_single {
                        shared = Some(group);
                    }
                    group
                }
            };
            // The instances are created later; they find their groups here.
            self.registrations.push((target, group));
        }
    }

    fn target_group(
        &mut self,
        balancer: u16,
        wire_index: WireIndex,
        wire_id: &WireId,
        wire: &Wire,
        target: PartIndex,
    ) -> u16 {
        let settings = wire.target_group();
        let check = &settings.health_check;
        let group = self.engine.groups.len() as u16;
        let nodes = self.engine.balancers[usize::from(balancer)].nodes.len();
        self.engine.balancers[usize::from(balancer)].groups.push(group);
        self.engine.groups.push(TargetGroup {
            balancer,
            wire: wire_index,
            target_part: target,
            algorithm: settings.algorithm,
            cross_zone: settings.cross_zone,
            deregistration_delay: s(settings.deregistration_delay_s),
            registration_delay: s(settings.registration_delay_s),
            interval: s(check.interval_s.max(0.1)),
            timeout: s(check.timeout_s),
            healthy_threshold: check.healthy_threshold,
            unhealthy_threshold: check.unhealthy_threshold,
            depth: check.depth,
            targets: Vec::new(),
            turns: (0..nodes as u32).collect(),
            failing_open: None,
            phases: Stream::new(self.engine.seed, stable_hash(wire_id.as_str()), Purpose::CONTROL),
        });
        group
    }

    fn compute(&mut self) {
        for (part, id, settings) in self.each() {
            match settings {
                PartSettings::Asg(asg) => self.scaling_group(part, id, asg),
                PartSettings::Ec2(ec2) => self.single_instance(part, id, ec2),
                _ => {}
            }
        }
    }

    fn blueprint(
        &self,
        part: PartIndex,
        id: &PartId,
        instance_type: &str,
        application: &Application,
        boot: Span,
    ) -> Blueprint {
        let size = instance_types::ec2(instance_type).unwrap_or(instance_types::EC2[0]);
        let pools = self.outgoing(id).into_iter().filter_map(|(wire_index, _, wire, kind)| {
            let settings = wire.pool();
            Some(PoolSettings {
                wire: wire_index,
                database: self.slot(&wire.to)?,
                is_replica: kind == PartKind::ReadReplica,
                max: settings.max,
                wait_timeout: s(settings.wait_timeout_s),
                connect_timeout: s(settings.connect_timeout_s),
                socket_timeout: s(settings.socket_timeout_s),
                max_lifetime: s(settings.max_lifetime_s),
                dns_cache: s(settings.dns_cache_s),
            })
        });
        let registrations = self.registrations.iter().filter(|(target, _)| *target == part);
        Blueprint {
            part,
            name: id.to_string(),
            vcpus: size.vcpus,
            threads: application.threads,
            connection_limit: application.max_connections.saturating_add(application.accept_count),
            demands: Demands {
                asset: ms(application.asset_cpu_ms),
                read: ms(application.read_cpu_ms),
                write: ms(application.write_cpu_ms),
            },
            pools: pools.collect(),
            boot,
            target_groups: registrations.map(|(_, group)| *group).collect(),
            created: 0,
        }
    }

    fn scaling_group(&mut self, part: PartIndex, id: &PartId, asg: &model::Asg) {
        let places = self.places(id, &asg.subnets);
        let boot = s(asg.launch_s) + s(asg.user_data_s);
        let blueprint = self.blueprint(part, id, &asg.instance_type, &asg.application, boot);
        let index = self.engine.scaling_groups.len() as u32;
        self.slots[usize::from(part)] = index;
        let policy = &asg.target_tracking;
        let tracking = policy.enabled.then(|| Tracking {
            target: policy.cpu_percent,
            low: policy.cpu_percent * policy.low_alarm_ratio,
            scale_in: policy.scale_in,
            delay: s(asg.cloudwatch_delay_s),
            points: Ring::new(),
            high: false,
            in_low: false,
        });
        let desired = asg.desired.clamp(asg.min.min(asg.max), asg.max);
        let mut choices = self.stream(id, Purpose::CONTROL);
        let phases = [asg.health_poll_s, 60.0, 60.0].map(|period| choices.uniform_span(Span::ZERO, s(period)));
        self.engine.scaling_groups.push(ScalingGroup {
            part,
            blueprint,
            places: places.clone(),
            min: asg.min,
            max: asg.max,
            desired,
            health_check_type: asg.health_check_type,
            grace: s(asg.health_check_grace_s),
            warmup: s(asg.default_instance_warmup_s),
            poll: s(asg.health_poll_s.max(1.0)),
            tracking,
            members: Vec::new(),
            launch_failed: false,
        });
        for (phase, kind) in phases.into_iter().zip([Kind::HealthPoll, Kind::MetricMinute, Kind::AlarmEvaluation]) {
            self.engine.queue.push(SimTime::ZERO + phase, kind as u8, 0, index);
        }
        if places.is_empty() {
            return;
        }
        for number in 0..desired {
            let place = places[number as usize % places.len()];
            let blueprint = self.engine.scaling_groups[index as usize].blueprint.clone();
            let instance = self.engine.create_instance(&blueprint, place, index, true, Because::Configuration);
            let group = &mut self.engine.scaling_groups[index as usize];
            group.blueprint.created += 1;
            group.members.push(instance);
        }
    }

    fn single_instance(&mut self, part: PartIndex, id: &PartId, ec2: &model::Ec2) {
        let Some(place) = self.engine.network.place(part) else { return };
        let boot = s(fact::LAUNCH_TIME.value) + s(fact::USER_DATA_TIME.value);
        let blueprint = self.blueprint(part, id, &ec2.instance_type, &ec2.application, boot);
        let instance = self.engine.create_instance(&blueprint, place, NONE, true, Because::Configuration);
        self.engine.instances[instance as usize].is_public = ec2.public_address && place.public;
        self.slots[usize::from(part)] = instance;
        self.engine.single_instances.push((instance, blueprint));
    }

    fn distributions(&mut self) {
        for (part, id, settings) in self.each() {
            let PartSettings::Cloudfront(distribution) = settings else { continue };
            let mut origins = Vec::new();
            let mut behaviours = [None, None];
            for (wire_index, _, wire, kind) in self.outgoing(id) {
                let Some(slot) = self.slot(&wire.to) else { continue };
                let server = match kind {
                    PartKind::S3 => OriginServer::Bucket(slot as u16),
                    PartKind::Alb => OriginServer::LoadBalancer(slot as u16),
                    _ => OriginServer::Instance(slot),
                };
                let origin = wire.origin();
                let behaviour = usize::from(origin.path == "/api/*");
                behaviours[behaviour].get_or_insert(origins.len() as u16);
                origins.push(Origin {
                    wire: wire_index,
                    server,
                    connection_timeout: s(origin.connection_timeout_s),
                    attempts: origin.connection_attempts,
                    response_timeout: s(origin.response_timeout_s),
                    round_trip: ms(origin.rtt_ms),
                });
            }
            let objects = vec![Cached::EMPTY; self.engine.catalogue as usize * 2];
            let locations = vec![Location { objects }; distribution.edge_locations.max(1) as usize];
            self.slots[usize::from(part)] = self.engine.distributions.len() as u32;
            self.engine.distributions.push(Distribution {
                part,
                ttl: s(distribution.default_ttl_s),
                error_ttl: s(distribution.error_caching_min_ttl_s),
                spa_error_page: distribution.spa_error_page,
                locations,
                origins,
                behaviours,
                hits: 0,
                misses: 0,
                fetches: 0,
            });
        }
    }

    fn hosted_zones(&mut self) {
        for (part, _, settings) in self.each() {
            if let PartSettings::Route53(_) = settings {
                self.slots[usize::from(part)] = self.engine.hosted_zones.len() as u32;
                self.engine.hosted_zones.push(HostedZone { part, queries: 0 });
            }
        }
    }

    fn users(&mut self) {
        for (part, id, settings) in self.each() {
            let PartSettings::Users(users) = settings else { continue };
            let index = self.engine.users.len() as u32;
            self.slots[usize::from(part)] = index;
            let compiled = self.traffic_source(part, id, users);
            self.engine.users.push(compiled);
            self.warm_dns(index);
        }
    }

    fn traffic_source(&self, part: PartIndex, id: &PartId, users: &model::Users) -> Users {
        let total = (users.mix.assets + users.mix.reads + users.mix.writes).max(f64::MIN_POSITIVE);
        let assets = users.mix.assets / total;
        let clients = users.clients.max(1);
        let hosts = [&users.web_host, &users.api_host];
        let unknown = ClientHost {
            address: NONE,
            expires: SimTime::ZERO,
            connected: NONE,
            connected_epoch: 0,
            ready: SimTime::ZERO,
            last_used: SimTime::ZERO,
        };
        let asks_zone = self.outgoing(id).iter().any(|(_, _, _, kind)| *kind == PartKind::Route53);
        Users {
            part,
            rps: users.traffic.rps,
            factors: Vec::new(),
            epoch: 0,
            mix: [assets, assets + users.mix.reads / total],
            popularity: popularity(users.assets.objects.clamp(1, self.engine.catalogue), users.assets.zipf),
            deep_links: users.assets.deep_links_percent / 100.0,
            timeout: s(users.timeout_s),
            retries: users.retries.max,
            retry_writes: users.retries.writes,
            backoff_base: ms(users.retries.base_ms),
            backoff_cap: ms(users.retries.cap_ms),
            jitter: users.retries.jitter,
            keep_alive: s(users.keep_alive_s),
            dns_minimum: s(users.dns_minimum_s),
            tls_round_trips: if users.tls == TlsVersion::Tls12 { 2 } else { 1 },
            edge_round_trip: ms(users.edge_rtt_ms),
            region_round_trip: ms(users.region_rtt_ms),
            routes: hosts.map(|host| self.route(id, host)),
            hosts: vec![unknown; clients as usize * 2],
            clients,
            asks_zone,
            default_lookup: ms(fact::LOOKUP_TIME.value),
            arrivals: self.stream(id, Purpose::ARRIVAL),
            choices: self.stream(id, Purpose::ROUTE),
            backoffs: self.stream(id, Purpose::JITTER),
        }
    }

    /// Where a host leads: through a record of that name, or straight to a part by its own AWS name.
    fn route(&self, users: &PartId, host: &str) -> Option<Route> {
        for (first, _, wire, kind) in self.outgoing(users) {
            let PartSettings::Route53(zone) = &self.design.parts.get(&wire.to)?.settings else { continue };
            debug_assert_eq!(kind, PartKind::Route53);
            for (second, _, record_wire, target) in self.outgoing(&wire.to) {
                if record_name(record_wire, &zone.zone) != host {
                    continue;
                }
                let Some(front) = self.front(&record_wire.to, target) else { continue };
                let is_alias = !matches!(front, Front::Instance(_));
                let ttl = if is_alias { s(fact::ALIAS_TTL.value) } else { s(record_wire.record().ttl_s) };
                return Some(Route {
                    front,
                    wires: [first, second],
                    zone: self.slot(&wire.to).map(|slot| slot as u16),
                    ttl,
                    lookup: ms(zone.lookup_ms),
                    tls: self.tls(&record_wire.to, front),
                    host: Rc::from(host),
                });
            }
        }
        let direct = self.outgoing(users).into_iter().find(|(_, _, _, kind)| *kind != PartKind::Route53)?;
        let (wire, _, target, kind) = direct;
        let front = self.front(&target.to, kind)?;
        let tls = if matches!(front, Front::Distribution(_)) { Tls::OwnName } else { Tls::Plain };
        Some(Route {
            front,
            wires: [wire, wire],
            zone: None,
            ttl: s(fact::ALIAS_TTL.value),
            lookup: ms(fact::LOOKUP_TIME.value),
            tls,
            host: Rc::from(host),
        })
    }

    fn front(&self, id: &PartId, kind: PartKind) -> Option<Front> {
        let slot = self.slot(id)?;
        match kind {
            PartKind::Cloudfront => Some(Front::Distribution(slot as u16)),
            PartKind::Alb => Some(Front::LoadBalancer(slot as u16)),
            PartKind::Ec2 => Some(Front::Instance(slot)),
            _ => None,
        }
    }

    /// What HTTPS to this part meets (ACM-01, ACM-02). An instance serves plain HTTP.
    fn tls(&self, id: &PartId, front: Front) -> Tls {
        if matches!(front, Front::Instance(_)) {
            return Tls::Plain;
        }
        let missing = Tls::Missing(self.index(id).unwrap_or_default());
        let Some(certificate) = self.design.parts.get(id).and_then(|part| part.certificate()) else { return missing };
        let needed = match front {
            Front::Distribution(_) => Some("us-east-1"),
            _ => self.design.region_code(id),
        };
        match self.slot(certificate) {
            Some(slot) if self.design.region_code(certificate) == needed => Tls::Certificate(slot as u16),
            _ => missing,
        }
    }

    /// Clients have been here before: their DNS answers are of every age up to the TTL (R53-32).
    fn warm_dns(&mut self, index: u32) {
        let clients = self.engine.users[index as usize].clients;
        for host in 0..2 {
            let Some(route) = &self.engine.users[index as usize].routes[host] else { continue };
            let (front, ttl) = (route.front, route.ttl);
            for client in 0..clients {
                let address = self.engine.resolve_front(front, client);
                let users = &mut self.engine.users[index as usize];
                let lifetime = ttl.max(users.dns_minimum);
                let remaining = users.choices.uniform_span(Span::ZERO, lifetime);
                let known = &mut users.hosts[client as usize * 2 + host];
                known.address = address;
                known.expires = SimTime::ZERO + remaining;
            }
        }
    }

    fn start(&mut self) {
        for users in 0..self.engine.users.len() as u32 {
            self.engine.schedule_arrival(users);
        }
        self.engine.queue.push(SimTime::from_s(1), Kind::Second as u8, 0, 0);
    }
}

/// Cumulative Zipf popularity of objects 0 to n-1.
fn popularity(objects: u32, exponent: f64) -> Rc<[f64]> {
    let weights: Vec<f64> = (1..=objects).map(|rank| libm::pow(f64::from(rank), -exponent)).collect();
    let total: f64 = weights.iter().sum();
    let mut sum = 0.0;
    weights
        .into_iter()
        .map(|weight| {
            sum += weight / total;
            sum
        })
        .collect()
}
