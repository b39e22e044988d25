//! Laws that hold for every system of queues, whatever its distributions.

use super::bench::{Bench, id};
use crate::{Action, Design};

/// Two servers that are busy nine tenths of the time, in turn: nobody could say their waiting time from a formula.
pub(super) fn littles_law() -> Design {
    let mut bench = Bench::new(1200);
    bench.users(90.0, |users| {
        users.mix.writes = 1.0;
        users.timeout_s = 60.0;
    });
    bench.balancer();
    bench.group("servers", 2, |group| {
        group.instance_type = "m7g.medium".into();
        (group.application.read_cpu_ms, group.application.write_cpu_ms) = (5.0, 30.0);
    });
    bench.done()
}

/// Twice the load that the servers can take, with impatient clients that retry; a zone fails and comes back. Traffic ends
/// at 300 s, and five minutes later nothing may be under way or unaccounted for.
pub(super) fn conservation() -> Design {
    let mut bench = Bench::new(600);
    bench.users(100.0, |users| {
        users.mix.writes = 0.5;
        (users.timeout_s, users.retries.max) = (2.0, 2);
    });
    bench.balancer();
    bench.group("servers", 2, |group| {
        group.instance_type = "m7g.medium".into();
        (group.application.read_cpu_ms, group.application.write_cpu_ms) = (30.0, 60.0);
        (group.application.threads, group.application.max_connections) = (20, 50);
    });
    bench.at(60, Action::ZonePowerLoss { zone: "ap-northeast-2b".into(), for_s: 60 });
    bench.at(150, Action::PacketLoss { part: id("alb"), percent: 5.0, for_s: 60 });
    bench.ends_at(300);
    bench.done()
}
