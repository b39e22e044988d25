//! Queueing theory: Poisson arrivals at processors whose service times are exponential.

use super::bench::Bench;
use crate::Design;
use crate::parts::Distribution;

/// One instance of this type behind a load balancer; the time of a read is its time at the processors.
fn station(instance_type: &str, rps: f64, service_ms: f64) -> Design {
    spread(instance_type, rps, service_ms, Distribution::Exponential)
}

/// The same with service times that are spread otherwise; those of a log-normal have a coefficient of variation of 2.
fn spread(instance_type: &str, rps: f64, service_ms: f64, distribution: Distribution) -> Design {
    let mut bench = Bench::new(1800);
    bench.users(rps, |users| users.timeout_s = 60.0);
    bench.balancer();
    bench.group("servers", 1, |group| {
        group.instance_type = instance_type.into();
        group.application.read_cpu_ms = service_ms;
        (group.application.distribution, group.application.variation) = (distribution, 2.0);
    });
    bench.done()
}

pub(super) fn one_server_half_busy() -> Design {
    station("m7g.medium", 50.0, 10.0)
}

pub(super) fn one_server_four_fifths_busy() -> Design {
    station("m7g.medium", 80.0, 10.0)
}

pub(super) fn two_servers() -> Design {
    station("m6i.large", 160.0, 10.0)
}

pub(super) fn eight_servers() -> Design {
    station("m6i.2xlarge", 128.0, 50.0)
}

pub(super) fn constant_service() -> Design {
    spread("m7g.medium", 80.0, 10.0, Distribution::Constant)
}

pub(super) fn varied_service() -> Design {
    spread("m7g.medium", 50.0, 10.0, Distribution::Lognormal)
}
