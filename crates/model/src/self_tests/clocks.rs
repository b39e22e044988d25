//! AWS's clocks: how long control loops take to notice and to act. Something happens at [`FAULT_AT_S`].

use super::FAULT_AT_S;
use super::bench::{Bench, id, ids};
use crate::parts::Rds;
use crate::wires::Pool;
use crate::{Action, Design, PartSettings, WireSettings};

/// An instance is lost with its zone; health checks run every 30 s with a timeout of 5 s, and two failures count.
pub(super) fn target_detection() -> Design {
    let mut bench = Bench::new(FAULT_AT_S + 120);
    bench.users(20.0, |_| {});
    bench.balancer();
    bench.group("servers", 2, |_| {});
    bench.at(FAULT_AT_S, Action::ZonePowerLoss { zone: "ap-northeast-2b".into(), for_s: 0 });
    bench.done()
}

/// The primary of a Multi-AZ database fails; the application keeps its address for 5 s.
pub(super) fn database_failover() -> Design {
    let mut bench = Bench::new(FAULT_AT_S + 300);
    bench.users(50.0, |_| {});
    bench.balancer();
    bench.group("servers", 2, |_| {});
    let database = Rds {
        subnets: ids(&["data-a", "data-b"]),
        primary_zone: "ap-northeast-2a".into(),
        multi_az: true,
        ..Rds::default()
    };
    bench.put("db", Some("vpc"), PartSettings::Rds(database));
    let pool = Pool { wait_timeout_s: 3.0, connect_timeout_s: 3.0, socket_timeout_s: 3.0, ..Pool::default() };
    bench.wire("servers", "db", Some(WireSettings::Pool(pool)));
    bench.at(FAULT_AT_S, Action::PrimaryFailure { part: id("db") });
    bench.done()
}

/// Two instances at 30 per cent get four times the load; target tracking aims at 50 per cent.
pub(super) fn scaling_alarm() -> Design {
    let mut bench = Bench::new(FAULT_AT_S + 420);
    bench.users(60.0, |_| {});
    bench.balancer();
    bench.group("servers", 2, |group| {
        (group.min, group.max) = (2, 10);
        group.target_tracking.enabled = true;
        group.default_instance_warmup_s = 120.0;
        group.application.read_cpu_ms = 20.0;
        // What does not fit is refused at once, so that the processors are the only queue.
        (group.application.max_connections, group.application.accept_count) = (20, 0);
    });
    bench.at(FAULT_AT_S, Action::Traffic { part: id("users"), factor: 4.0, for_s: 0 });
    bench.done()
}
