//! Random timelines: what happens, to whom, and when.

use ninepins_model::{Action, Event, ScalingProcess};

use super::{IDS, Tape, ZONES};
use crate::draft::{pid, target};

/// Things that happen at random times of a run.
pub fn timeline(tape: &mut Tape<'_>, events: usize, duration_s: u32) -> Vec<Event> {
    (0..events)
        .map(|_| {
            let at_ms = match tape.below(8) {
                0 => 0,
                1 => u64::from(duration_s) * 1000,
                _ => tape.below(duration_s as usize * 1000) as u64,
            };
            Event { at_ms, action: action(tape) }
        })
        .collect()
}

/// Something that happens, most often to a part that can suffer it.
pub fn action(tape: &mut Tape<'_>) -> Action {
    let any = pid(tape.pick(IDS));
    let wild = tape.one_in(6);
    let part = |usual: &str| if wild { any.clone() } else { pid(usual) };
    let for_s = if tape.one_in(4) { 0 } else { tape.below(25) as u32 };
    let member = target(tape.pick(&[
        "api/oldest",
        "api/newest",
        "api/any",
        "api/2",
        "api/any@ap-northeast-2b",
        "ec2/1",
        "workers/any",
        "x1/any",
    ]));
    match tape.below(52) {
        0 => Action::ValidationRecordRemoval { part: part("cert-api"), for_s },
        1 => Action::DnsOutage { part: part("dns"), for_s },
        2 => {
            let instead = tape.one_in(2).then(|| pid(tape.pick(&["cdn", "alb", "ec2", "web", "db", "nowhere"])));
            Action::WrongRecord { part: part("dns"), to: pid(tape.pick(&["alb", "cdn", "ec2"])), instead, for_s }
        }
        3 => Action::ZoneNetworkCut { zone: (tape.pick(ZONES)).into(), within: tape.one_in(2), for_s },
        4 => Action::InsufficientInstanceCapacity { zone: (tape.pick(ZONES)).into(), for_s },
        5 => Action::RegionLoss { part: part("seoul"), for_s },
        6 => {
            let (latency_ms, jitter_ms) = tape.pick(&[(0.0, 0.0), (50.0, 80.0), (2000.0, 100.0)]);
            Action::NetworkLatency { part: pid(tape.pick(IDS)), latency_ms, jitter_ms, for_s }
        }
        7 => {
            let percent = tape.pick(&[0.0, 5.0, 50.0, 100.0]);
            Action::PacketLoss { part: pid(tape.pick(IDS)), percent, for_s }
        }
        8 => Action::Partition { part: pid(tape.pick(IDS)), other: pid(tape.pick(IDS)), for_s },
        9 => {
            let (from_port, to_port) = tape.pick(&[(1024, 65535), (0, 65535), (443, 443), (40_000, 50_000)]);
            let subnet = pid(tape.pick(&["pub-a", "app-a", "app-b", "data-a", "vpc"]));
            Action::NetworkAclDeny { part: subnet, outbound: tape.one_in(2), from_port, to_port, for_s }
        }
        10 if tape.one_in(2) => Action::NatGatewayLoss { part: pid(tape.pick(&["nat", "x1", "x2"])), for_s },
        10 => {
            let subnet = pid(tape.pick(&["pub-a", "pub-b", "app-a"]));
            Action::RouteRemoval { part: subnet, destination: "0.0.0.0/0".into(), for_s }
        }
        11 if tape.one_in(2) => Action::StopInstance { target: member, for_s },
        11 => Action::TerminateInstance { target: member },
        12 | 13 => Action::HangInstance { target: member, for_s },
        14 | 15 => Action::ZonePowerLoss { zone: (tape.pick(ZONES)).into(), for_s },
        16 => Action::PrimaryFailure { part: part("db") },
        17 => Action::RebootWithFailover { part: part("db") },
        18 => Action::ReplicaCut { part: part("replica"), for_s },
        19 => Action::CertificateExpiry { part: part("cert-api"), for_s },
        20 => {
            let (to, from) = tape.pick(&[("api", "alb"), ("db", "api"), ("replica", "api"), ("alb", "0.0.0.0/0")]);
            Action::SecurityGroupRuleRemoval { part: pid(to), from: from.into(), for_s }
        }
        21 => Action::NodeLoss { part: part("alb"), zone: (tape.pick(ZONES)).into(), for_s },
        22 => Action::ZonalShift { part: part("alb"), zone: (tape.pick(ZONES)).into(), for_s },
        23 => Action::BadHealthCheck { part: part("api"), status: tape.pick(&[500, 404, 200]), for_s },
        24 => Action::TargetDeregistration { target: member, for_s },
        25 => Action::TargetGroupWeight { part: part("api"), weight: tape.pick(&[0, 1, 999]), for_s },
        26 if tape.one_in(2) => {
            let percent = tape.pick(&[0.0, 50.0, 100.0]);
            match tape.below(6) {
                0 => Action::CpuStress { target: member, percent, for_s },
                1 => Action::MemoryStress { target: member, percent, for_s },
                2 => Action::IoStress { target: member, percent, for_s },
                3 => Action::DiskFill { target: member, percent, for_s },
                4 => Action::VolumeIoPause { target: member, for_s },
                _ => Action::VolumeIoLatency { target: member, latency_ms: percent * 20.0, for_s },
            }
        }
        26 => Action::ApplicationCrash { target: member, for_s },
        27 => Action::Errors { part: part("api"), percent: tape.pick(&[0.0, 20.0, 100.0]), for_s },
        28 => Action::ExternalServiceOutage { part: part("x1"), for_s },
        29 => Action::CacheFlush { part: pid(tape.pick(&["cdn", "cache", "x1"])) },
        30 => {
            let path = tape.pick(&["/*", "/assets/*", "/index.html", "*.png", ""]);
            Action::Invalidation { part: part("cdn"), path: path.into() }
        }
        31 => Action::S3Throttling { part: part("web"), remaining: tape.pick(&[0.0, 0.01, 0.5, 1.0]), for_s },
        32 => Action::BucketAccessDenied { part: part("web"), for_s },
        33 => Action::EdgeLocationLoss { part: part("cdn"), for_s },
        34 => {
            let factor = tape.pick(&[0.0, 0.1, 2.0, 4.0]);
            Action::Traffic { part: part("users"), factor, for_s }
        }
        35 => {
            let (percent, factor) = tape.pick(&[(5.0, 100.0), (100.0, 2.0), (0.0, 1.0)]);
            Action::SlowQueries { part: part("db"), percent, factor, for_s }
        }
        36 => Action::DatabaseLock { part: part("db"), for_s },
        37 => Action::StorageFull { part: part("db"), for_s },
        38 => Action::ConnectionLeak { part: part("api"), percent: tape.pick(&[1.0, 20.0, 100.0]), for_s },
        39 => Action::ReplicaLag { part: part("replica"), for_s },
        40 => Action::DatabaseMaintenance { part: part("db") },
        41 => Action::EngineUpgrade { part: part("db") },
        42 if tape.one_in(2) => {
            let class = tape.pick(&["db.t3.micro", "db.m6g.4xlarge", "db.none"]);
            Action::DatabaseClassChange { part: part("db"), instance_class: class.into() }
        }
        42 => Action::DatabaseBackup { part: part("db") },
        43 if tape.one_in(2) => Action::DatabaseRestore { part: part("db") },
        43 => Action::PromoteReplica { part: part("replica") },
        44 => Action::SpotInterruption { target: member, after_s: tape.pick(&[0, 120, 400]) },
        45 => Action::OnDemandQuota { part: part("seoul"), vcpus: tape.pick(&[0, 9, 2000]), for_s },
        46 | 47 => Action::ProcessSuspension { part: part("api"), process: tape.pick(&ScalingProcess::ALL), for_s },
        48 => Action::InstanceRefresh { part: part("api") },
        49 => Action::CacheNodeFailure { part: part("cache") },
        50 => Action::CacheZoneInterruption { part: part("cache"), zone: (tape.pick(ZONES)).into(), for_s },
        _ => Action::SetDesiredCapacity { part: part("api"), desired: tape.below(9) as u32 },
    }
}
