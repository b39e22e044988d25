//! The designs whose runs the settings are tried on: small and short, each for what the others hardly ever do.

use ninepins_model::parts::{
    Arrivals, CpuCredits, CreditSpecification, DatabaseEngine, Distribution, ExternalService, Population, QueueOrder,
    Rds, RdsProxy, Rejection, RootVolume, ScalingMetric, Shape, StorageType, TlsKey, VolumeType,
};
use ninepins_model::presets::Preset;
use ninepins_model::wires::Call;
use ninepins_model::{Action, Design, PartSettings, SecurityGroup, WireSettings};
use ninepins_tests::{Draft, pid, target};

use crate::{balancers, caches, edges, groups, networks, queues, records};

/// Length of a preset's run, in seconds.
const PRESET_S: u32 = 240;

/// All of them, those that show most first.
pub(crate) fn all() -> Vec<Design> {
    let mut designs = vec![overloaded(true), overloaded(false), calling(), crowded()];
    let metrics = [ScalingMetric::AsgAverageCpuUtilization, ScalingMetric::AlbRequestCountPerTarget];
    designs.extend(metrics.map(scaling));
    designs.extend([Shape::Ramp, Shape::Step, Shape::Daily, Shape::FlashCrowd, Shape::Table].map(shaped));
    designs.extend([
        burstable(true),
        burstable(false),
        strained(true, VolumeType::Gp3, 128.0),
        strained(false, VolumeType::Gp3, 128.0),
        strained(true, VolumeType::Gp2, 128.0),
        strained(false, VolumeType::Gp2, 128.0),
        strained(true, VolumeType::Gp3, 8.0),
        strained(false, VolumeType::Gp3, 8.0),
        sending(true),
        sending(false),
        closed(),
        balancers::authenticating(),
        retrying(),
        breaking(),
        failing_over(),
        filling_up(),
        reading(DatabaseEngine::AuroraMysql),
        reading(DatabaseEngine::Mysql),
        bursting(StorageType::Gp2),
        bursting(StorageType::Gp3),
        bursting(StorageType::Io1),
        crowding(DatabaseEngine::Mysql),
        maintained(),
        restored(),
        proxied(),
        edges::busy().seed(3),
        edges::one_bucket().seed(3),
    ]);
    designs.extend(caches::all());
    designs.extend(queues::all());
    designs.extend(networks::all());
    designs.extend(records::all());
    designs.extend(balancers::applications());
    designs.extend(balancers::networks());
    designs.extend(groups::all());
    designs.extend(Preset::ALL.iter().map(|preset| shortened(*preset)));
    designs
}

fn shortened(preset: Preset) -> Design {
    let mut design = preset.design();
    design.scenario.duration_s = PRESET_S;
    let actions = preset.experiments().into_iter().enumerate();
    let event = |(place, action)| ninepins_model::Event { at_ms: 30_000 + 60_000 * place as u64, action };
    design.scenario.events = actions.map(event).collect();
    design
}

/// More requests than two threads can serve, with every limit of the server near; straight to an instance or through a load
/// balancer to a group.
fn overloaded(direct: bool) -> Design {
    let mut draft = Draft::new();
    draft.lasts(60).users(20.0, |users| (users.clients, users.timeout_s, users.keep_alive_s) = (20, 5.0, 5.0));
    let change = |application: &mut ninepins_model::parts::Application| {
        (application.threads, application.max_connections, application.accept_count) = (2, 4, 4);
        (application.queue_limit, application.drop_older_ms, application.drop_counts_service) = (5, 300.0, true);
        (application.read_wait_ms, application.distribution) = (120.0, Distribution::Lognormal);
        (application.queue_order, application.rejection) = (QueueOrder::Lifo, Rejection::ServiceUnavailable);
        (application.tls_key, application.tls_resumption_percent) = (TlsKey::Rsa4096, 50.0);
        (application.keep_alive_s, application.max_keep_alive_requests) = (0.5, 3);
    };
    if direct {
        draft.wire("users", "server", None).instance("server", "net-a", |server| change(&mut server.application));
    } else {
        draft.alb(&["net-a"], |_| {}).asg(&["net-a"], |group| change(&mut group.application), |_| {});
    }
    draft.design
}

/// A service that calls one that fails, hangs and is slow, and one outside AWS at its limit.
fn calling() -> Design {
    let mut draft = Draft::new();
    draft.lasts(60).users(20.0, |users| users.timeout_s = 20.0).wire("users", "front", None);
    draft.instance("front", "net-a", |_| {}).instance("back", "net-a", |back| back.application.read_wait_ms = 100.0);
    let call = Call { tries: 3, timeout_s: 0.4, calls: 2, share_percent: 50.0, ..Call::default() };
    draft.wire("front", "back", Some(WireSettings::Call(call.clone())));
    let bank = ExternalService { capacity_rps: 10.0, failure_percent: 20.0, ..ExternalService::default() };
    draft.put("bank", None, PartSettings::ExternalService(bank));
    draft.wire("front", "bank", Some(WireSettings::Call(call)));
    draft.at(20, Action::HangInstance { target: target("back/1"), for_s: 5 });
    draft.at(30, Action::Errors { part: pid("back"), percent: 50.0, for_s: 0 });
    draft.design
}

/// A group whose load comes, goes and comes again, and one of whose applications crashes.
fn scaling(metric: ScalingMetric) -> Design {
    let mut draft = Draft::new();
    draft.lasts(4000).users(4.0, |users| users.timeout_s = 20.0).alb(&["net-a", "net-b"], |_| {});
    draft.asg(
        &["net-a", "net-b"],
        |group| {
            (group.min, group.desired, group.max) = (1, 2, 8);
            group.application.read_cpu_ms = 400.0;
            (group.target_tracking.enabled, group.target_tracking.metric) = (true, metric);
            group.target_tracking.requests_per_target = 120.0;
            group.health_check_type = ninepins_model::parts::HealthCheckType::Elb;
            group.health_check_grace_s = 0.0;
        },
        |_| {},
    );
    draft.at(300, Action::ApplicationCrash { target: target("api/1"), for_s: 0 });
    draft.at(900, Action::Traffic { part: pid("users"), factor: 2.5, for_s: 600 });
    draft.at(1500, Action::Traffic { part: pid("users"), factor: 0.2, for_s: 1800 });
    draft.design
}

/// Burstable instances that spend the few credits they have; straight to one, or through a load balancer to a group.
fn burstable(direct: bool) -> Design {
    let mut draft = Draft::new();
    draft.lasts(120).users(10.0, |users| users.timeout_s = 5.0);
    let (name, credits) = ("t3.micro", CpuCredits { specification: CreditSpecification::Standard, start_percent: 0.2 });
    if direct {
        draft.wire("users", "server", None).instance("server", "net-a", |server| {
            (server.instance_type, server.cpu_credits) = (name.into(), credits);
            server.application.read_cpu_ms = 150.0;
        });
    } else {
        draft.alb(&["net-a"], |_| {});
        draft.asg(
            &["net-a"],
            |group| {
                (group.instance_type, group.cpu_credits) = (name.into(), credits);
                group.application.read_cpu_ms = 150.0;
            },
            |_| {},
        );
    }
    draft.design
}

/// Burstable instances whose requests use a small volume, memory and a small network; straight to one, or through a load
/// balancer to a group.
fn strained(direct: bool, volume_type: VolumeType, operation_kib: f64) -> Design {
    let mut draft = Draft::new();
    draft.lasts(60).users(20.0, |users| {
        (users.timeout_s, users.mix.writes, users.mix.assets) = (5.0, 1.0, 1.0);
        users.payload.read_bytes = 30_000_000;
    });
    let change = |application: &mut ninepins_model::parts::Application| {
        (application.read_disk_operations, application.write_disk_operations) = (100, 100);
        (application.asset_disk_operations, application.disk_operation_kib) = (100, operation_kib);
        (application.request_memory_mb, application.restart_s) = (10.0, 5.0);
    };
    let volume = RootVolume { volume_type, used_percent: 50.0, ..RootVolume::default() };
    if direct {
        draft.wire("users", "server", None).instance("server", "net-a", |server| {
            (server.instance_type, server.root_volume) = ("t3.micro".into(), volume);
            change(&mut server.application);
        });
    } else {
        draft.alb(&["net-a"], |_| {});
        draft.asg(
            &["net-a"],
            |group| {
                (group.instance_type, group.root_volume) = ("t3.micro".into(), volume);
                change(&mut group.application);
            },
            |_| {},
        );
    }
    let id = if direct { "server/1" } else { "api/1" };
    draft.at(30, Action::MemoryStress { target: target(id), percent: 60.0, for_s: 20 });
    draft.design
}

/// An instance that sends more than its network carries, until its network credits are spent.
fn sending(direct: bool) -> Design {
    let mut draft = Draft::new();
    draft.lasts(420).users(1.0, |users| {
        users.timeout_s = 60.0;
        users.payload.read_bytes = 600_000_000;
    });
    if direct {
        draft.wire("users", "server", None).instance("server", "net-a", |server| {
            (server.instance_type, server.network_burst_s) = ("t3.micro".into(), 300.0);
        });
    } else {
        draft.alb(&["net-a"], |alb| alb.starting_capacity_lcu = 10_000.0);
        let change = |group: &mut ninepins_model::parts::Asg| {
            (group.instance_type, group.network_burst_s, group.desired) = ("t3.micro".into(), 300.0, 1);
        };
        draft.asg(&["net-a"], change, |_| {});
    }
    draft.design
}

/// Pools for more connections than a small database takes.
fn crowded() -> Design {
    let mut draft = Draft::new();
    draft.lasts(60).users(50.0, |_| {}).alb(&["net-a"], |_| {});
    draft.asg(&["net-a"], |group| (group.desired, group.max) = (20, 20), |_| {});
    draft.database(|_| {}).pool("api", "db", |pool| pool.max = 40);
    draft.design
}

fn shaped(shape: Shape) -> Design {
    let mut draft = Draft::new();
    draft.lasts(120).users(5.0, |users| {
        (users.traffic.shape, users.traffic.peak_rps) = (shape, 20.0);
        (users.traffic.start_s, users.traffic.length_s, users.traffic.rise_s) = (30.0, 40.0, 10.0);
        users.traffic.points = vec![[0.0, 5.0], [60.0, 10.0]];
    });
    draft.wire("users", "server", None).instance("server", "net-a", |_| {});
    draft.design
}

fn closed() -> Design {
    let mut design = shaped(Shape::Constant);
    if let Some(PartSettings::Users(users)) = design.parts.get_mut(&pid("users")).map(|part| &mut part.settings) {
        (users.traffic.population, users.traffic.think_s, users.clients) = (Population::Closed, 5.0, 20);
        (users.mix.assets, users.bandwidth_mbps) = (1.0, 2.0);
    }
    design
}

/// Clients with a few retry tokens before a server that fails.
fn retrying() -> Design {
    let mut design = shaped(Shape::Constant);
    if let Some(PartSettings::Users(users)) = design.parts.get_mut(&pid("users")).map(|part| &mut part.settings) {
        users.traffic.arrivals = Arrivals::Deterministic;
        (users.retries.max, users.retries.writes) = (3, true);
        let bucket = &mut users.retries.token_bucket;
        (bucket.enabled, bucket.deposit, bucket.capacity, bucket.initial) = (true, 0.2, 5.0, 2.0);
    }
    let action = Action::Errors { part: pid("server"), percent: 40.0, for_s: 0 };
    design.scenario.events.push(ninepins_model::Event { at_ms: 0, action });
    design
}

/// Clients that stop trying while a server hangs.
fn breaking() -> Design {
    let mut design = shaped(Shape::Constant);
    if let Some(PartSettings::Users(users)) = design.parts.get_mut(&pid("users")).map(|part| &mut part.settings) {
        (users.timeout_s, users.circuit_breaker.enabled) = (0.5, true);
        (users.circuit_breaker.failures, users.circuit_breaker.open_s) = (5, 2.0);
    }
    let action = Action::HangInstance { target: target("server/1"), for_s: 40 };
    design.scenario.events.push(ninepins_model::Event { at_ms: 20_000, action });
    design
}

/// A Multi-AZ database with a replica that fails over, and again before its standby is rebuilt.
fn failing_over() -> Design {
    let mut draft = Draft::new();
    draft.lasts(1500).users(5.0, |users| users.mix.writes = 1.0).alb(&["net-a"], |_| {});
    draft.asg(&["net-a"], |group| group.desired = 1, |_| {});
    draft.database(|database| (database.multi_az, database.standby_rebuild_s) = (true, 200.0));
    draft.replica(|_| {}).pool("api", "db", |_| {}).pool("api", "replica", |_| {});
    for at in [30, 200, 400, 800] {
        draft.at(at, Action::PrimaryFailure { part: pid("db") });
    }
    draft.at(1000, Action::ZonePowerLoss { zone: "zone-b".into(), for_s: 60 });
    draft.design
}

/// An instance that writes and reads, and its database.
fn stored(rps: f64, lasts_s: u32, change: impl FnOnce(&mut Rds)) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(lasts_s).users(rps, |users| (users.mix.writes, users.timeout_s) = (1.0, 5.0)).alb(&["net-a"], |_| {});
    draft.asg(&["net-a"], |group| group.desired = 1, |_| {});
    draft.database(change).pool("api", "db", |_| {});
    draft
}

/// A volume that fills up and may grow.
fn filling_up() -> Design {
    let draft = stored(5.0, 900, |database| {
        let storage = &mut database.storage;
        (storage.used_percent, storage.write_kib, storage.max_allocated_gib) = (95.0, 1_000_000.0, 200);
    });
    draft.design
}

/// A small volume with as much I/O as it can do, from the start or soon after.
fn bursting(storage_type: StorageType) -> Design {
    let mut draft = stored(20.0, 60, |database| {
        let storage = &mut database.storage;
        (storage.storage_type, storage.allocated_gib, storage.iops) = (storage_type, 400, 13_000);
        (storage.burst_percent, storage.throughput_mibps) = (0.01, 600);
        (storage.buffer_hit_percent, storage.write_ios, storage.io_kib) = (50.0, 1_000.0, 50.0);
        (database.instance_class, database.cpu_credits.start_percent) = ("db.t3.micro".into(), 0.1);
        database.cpu_credits.specification = CreditSpecification::Standard;
        database.read_cpu_ms = 150.0;
    });
    draft.replica(|replica| {
        (replica.instance_class, replica.cpu_credits.start_percent) = ("db.t3.micro".into(), 0.1);
        (replica.cpu_credits.specification, replica.read_cpu_ms) = (CreditSpecification::Standard, 150.0);
    });
    draft.pool("api", "replica", |_| {}).pool("api", "db", |pool| pool.reads_at_writer_percent = 50.0);
    draft.design.wires.retain(|_, wire| wire.to != pid("db") || wire.pool().reads_at_writer_percent > 0.0);
    draft.design
}

/// A cluster whose readers take most of the reads, and which fails over.
fn reading(engine: DatabaseEngine) -> Design {
    let mut draft = stored(10.0, 300, |database| {
        (database.engine, database.cluster, database.aurora_replicas) = (engine, true, 2);
        database.standby_write_ms = 1.0;
    });
    draft.pool("api", "db", |pool| (pool.reader_endpoint, pool.reads_at_writer_percent) = (true, 30.0));
    draft.at(60, Action::PrimaryFailure { part: pid("db") });
    draft.design
}

/// More pools than the smallest class takes connections.
fn crowding(engine: DatabaseEngine) -> Design {
    let mut draft = Draft::new();
    draft.lasts(30).users(50.0, |_| {}).alb(&["net-a"], |_| {});
    draft.asg(&["net-a"], |group| (group.desired, group.max) = (20, 20), |_| {});
    draft.database(|database| (database.engine, database.instance_class) = (engine, "db.t2.micro".into()));
    draft.pool("api", "db", |_| {});
    draft.design
}

/// Clients that share a few database connections through a proxy, some for themselves, and a failover.
fn proxied() -> Design {
    let mut draft = stored(30.0, 260, |database| {
        (database.max_connections, database.multi_az, database.storage_ms) = (8, true, 200.0);
    });
    let proxy = RdsProxy {
        subnets: vec![pid("net-a"), pid("net-b")],
        borrow_timeout_s: 1.0,
        idle_client_timeout_s: 5.0,
        pinned_percent: 20.0,
        ..RdsProxy::default()
    };
    draft.put("proxy", Some("vpc"), PartSettings::RdsProxy(proxy)).wire("proxy", "db", None);
    draft.design.wires.retain(|_, wire| wire.from != pid("api"));
    draft.pool("api", "proxy", |_| {});
    draft.at(60, Action::PrimaryFailure { part: pid("db") });
    draft.at(150, Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 0 });
    draft.at(170, Action::ZonePowerLoss { zone: "zone-b".into(), for_s: 5 });
    draft.design.security_groups.insert("closed".into(), SecurityGroup::default());
    if let Some(PartSettings::Region(seoul)) = draft.design.parts.get_mut(&pid("seoul")).map(|part| &mut part.settings)
    {
        (seoul.same_zone_rtt_ms, seoul.cross_zone_rtt_ms) = (0.2, 1.0);
    }
    draft.design
}

/// A lost database that is restored from its backups before its host is replaced.
fn restored() -> Design {
    let mut draft = stored(5.0, 400, |database| (database.recovery_s, database.restore_s) = (600.0, 100.0));
    draft.at(20, Action::PrimaryFailure { part: pid("db") }).at(30, Action::DatabaseRestore { part: pid("db") });
    draft.design
}

/// A database in one zone that is backed up, upgraded and left for its promoted replica.
fn maintained() -> Design {
    let mut draft = stored(5.0, 1_800, |_| {});
    draft.replica(|_| {}).pool("api", "replica", |_| {});
    draft.at(20, Action::DatabaseBackup { part: pid("db") });
    draft.at(40, Action::EngineUpgrade { part: pid("db") });
    draft.at(1_000, Action::PromoteReplica { part: pid("replica") });
    draft.design
}
