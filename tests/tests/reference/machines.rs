//! Instances' network interfaces, volumes and memory, and the faults that strain them (EC2-18, EC2-19, EBS-01 to EBS-11, FIS-18).

use ninepins_model::Action;
use ninepins_model::parts::{Arrivals, CreditSpecification, Distribution, Ec2, VolumeType};
use ninepins_report::{CauseKind, LogFact, Metric, Outcome, Quantity};
use ninepins_tests::{Draft, Measured, target};

use super::{assert_within, each_seed};

/// Users who ask one instance directly, evenly spaced, without waiting for CPU.
fn server(rps: f64, change: impl FnOnce(&mut Ec2)) -> Draft {
    let mut draft = Draft::new();
    draft.users(rps, |users| {
        (users.timeout_s, users.keep_alive_s) = (3600.0, 3600.0);
        users.traffic.arrivals = Arrivals::Deterministic;
    });
    draft.wire("users", "server", None).instance("server", "net-a", |server| {
        (server.application.read_cpu_ms, server.application.write_cpu_ms) = (0.1, 0.1);
        server.application.max_keep_alive_requests = u32::MAX;
        server.application.distribution = Distribution::Constant;
        server.root_volume.latency_ms = 0.0;
        change(server);
    });
    draft
}

/// Ten reads a second, which together ask for so many operations.
fn disk(operations: u32, change: impl FnOnce(&mut Ec2)) -> Draft {
    server(10.0, |server| {
        server.application.read_disk_operations = operations / 10;
        (server.root_volume.volume_type, server.root_volume.size_gib) = (VolumeType::Gp2, 100);
        // The disk alone is what they wait for.
        (server.application.threads, server.application.disk_operation_kib) = (100_000, 4.0);
        change(server);
    })
}

/// When the volume has done no more than so many operations a second for the first time.
fn slows_at(run: &Measured, ok: u64) -> Option<u32> {
    run.within(10..u32::MAX).find(|window| u64::from(window.ok[1]) < ok).map(|window| window.start_s)
}

#[test]
fn s54_a_full_gp2_volume_of_100_gib_falls_to_300_operations_after_2000_seconds() {
    let mut draft = disk(3_000, |_| {});
    draft.lasts(2_200);
    each_seed(&draft, |run| {
        assert_within(slows_at(run, 9).map(f64::from), 1_995.0, 2_005.0);
        // 300 operations a second serve one request of 300.
        assert_within(run.tally(2_010..2_200).ok[1] as f64 / 190.0, 0.95, 1.05);
        assert!(run.mean("server", Metric::BurstBalance, 2_010..2_200) < 0.1);
    });
}

#[test]
fn s54_with_2000_operations_it_lasts_3176_seconds_and_gp3_for_ever() {
    let mut draft = disk(2_000, |_| {});
    draft.lasts(3_300);
    each_seed(&draft, |run| assert_within(slows_at(run, 9).map(f64::from), 3_170.0, 3_182.0));
    let mut draft = disk(3_000, |server| server.root_volume.volume_type = VolumeType::Gp3);
    draft.lasts(4_000);
    each_seed(&draft, |run| assert_eq!(slows_at(run, 9), None));
}

#[test]
fn s54_a_spent_bucket_is_half_full_again_after_9000_idle_seconds() {
    let mut draft = disk(3_000, |_| {});
    draft.lasts(11_100).at(2_000, Action::Traffic { part: ninepins_tests::pid("users"), factor: 0.0, for_s: 0 });
    each_seed(&draft, |run| {
        assert_within(run.mean("server", Metric::BurstBalance, 1_980..2_040), 0.0, 1.0);
        assert_within(run.mean("server", Metric::BurstBalance, 10_970..11_040), 49.0, 51.0);
    });
}

#[test]
fn ebs_06_a_gp3_volume_passes_125_mib_a_second() {
    // 200 operations of 256 KiB are 50 MiB: two and a half requests a second.
    let mut draft = disk(2_000, |server| {
        server.root_volume.volume_type = VolumeType::Gp3;
        server.application.disk_operation_kib = 256.0;
    });
    draft.lasts(200);
    each_seed(&draft, |run| assert_within(run.tally(10..200).ok[1] as f64 / 190.0, 2.4, 2.6));
}

#[test]
fn fis_06_a_paused_volume_holds_requests_and_lets_them_go_when_it_is_over() {
    let mut draft = disk(100, |_| {});
    draft.lasts(200).at(60, Action::VolumeIoPause { target: target("server/1"), for_s: 60 });
    each_seed(&draft, |run| {
        assert_eq!(run.tally(62..119).ok[1], 0);
        assert_eq!(run.totals().failed, 0);
        assert_within(run.tally(120..122).ok[1] as f64, 600.0, 630.0);
    });
}

#[test]
fn fis_07_latency_of_a_volume_is_added_to_each_request_once() {
    let mut draft = disk(100, |_| {});
    draft.lasts(60).at(0, Action::VolumeIoLatency { target: target("server/1"), latency_ms: 100.0, for_s: 0 });
    each_seed(&draft, |run| assert_within(run.mean_ms(), 100.0, 106.0));
}

#[test]
fn a_full_volume_fails_writes_with_500_and_no_read() {
    let mut draft = disk(100, |server| server.application.write_disk_operations = 10);
    draft.lasts(120).at(30, Action::DiskFill { target: target("server/1"), percent: 100.0, for_s: 60 });
    let Some(ninepins_model::PartSettings::Users(users)) =
        draft.design.parts.get_mut(&ninepins_tests::pid("users")).map(|part| &mut part.settings)
    else {
        panic!("there are users")
    };
    (users.mix.reads, users.mix.writes) = (1.0, 1.0);
    each_seed(&draft, |run| {
        let during = run.tally(31..90);
        assert_eq!((during.failed[1], during.kinds()), (0, vec![Outcome::InternalError]));
        assert_eq!((during.ok[2], run.tally(91..120).failed[2]), (0, 0));
        let causes: Vec<CauseKind> =
            run.within(31..90).flat_map(|window| &window.failures).map(|one| one.cause.kind).collect();
        assert!(causes.iter().all(|kind| *kind == CauseKind::VolumeFull));
        assert_eq!(run.mean("server", Metric::DiskUsedPercent, 40..80), 100.0);
    });
}

#[test]
fn half_the_volume_for_something_else_leaves_half_the_operations() {
    let mut draft = disk(3_000, |server| server.root_volume.volume_type = VolumeType::Gp3);
    draft.lasts(100).at(20, Action::IoStress { target: target("server/1"), percent: 50.0, for_s: 0 });
    each_seed(&draft, |run| assert_within(run.tally(30..100).ok[1] as f64 / 70.0, 4.9, 5.1));
}

#[test]
fn ec2_19_a_t3_micro_sends_5_gbit_until_its_credits_are_spent_and_64_mbit_then() {
    // Answers of 2.5 MB, 20 a second: 400 Mbit/s, of which 64 are the baseline. The bucket holds 5 - 0.064 Gbit/s for 300 s,
    // which last for 1,480.8 Gbit / 0.336 Gbit/s = 4,407 s.
    let mut draft = server(20.0, |server| {
        (server.instance_type, server.network_burst_s) = ("t3.micro".into(), 300.0);
        server.application.threads = 100_000;
    });
    let Some(ninepins_model::PartSettings::Users(users)) =
        draft.design.parts.get_mut(&ninepins_tests::pid("users")).map(|part| &mut part.settings)
    else {
        panic!("there are users")
    };
    users.payload.read_bytes = 2_500_000;
    draft.lasts(4_800);
    each_seed(&draft, |run| {
        assert_within(run.mean("server", Metric::NetworkOut, 1..4_000) * 8.0 / 1e6, 395.0, 405.0);
        assert_within(slows_at(run, 18).map(f64::from), 4_400.0, 4_415.0);
        // 64 Mbit/s are 3.2 answers a second.
        assert_within(run.tally(4_430..4_800).ok[1] as f64 / 370.0, 3.1, 3.3);
    });
}

#[test]
fn requests_that_come_in_are_bound_by_the_bandwidth_as_well() {
    let mut draft = server(10.0, |server| {
        (server.instance_type, server.network_burst_s) = ("t3.nano".into(), 300.0);
        (server.application.threads, server.application.max_connections) = (100_000, 100_000);
    });
    let Some(ninepins_model::PartSettings::Users(users)) =
        draft.design.parts.get_mut(&ninepins_tests::pid("users")).map(|part| &mut part.settings)
    else {
        panic!("there are users")
    };
    // 100 MB each: 8 Gbit/s of 5 that pass at most.
    users.payload.request_bytes = 100_000_000;
    draft.lasts(100);
    each_seed(&draft, |run| assert_within(run.tally(5..100).ok[1] as f64 / 95.0, 6.1, 6.4));
}

#[test]
fn cpu_stress_halves_the_speed_of_a_lone_request_and_fills_cpu_utilization() {
    let mut draft = server(2.0, |server| server.application.read_cpu_ms = 100.0);
    draft.lasts(120).at(60, Action::CpuStress { target: target("server/1"), percent: 100.0, for_s: 0 });
    each_seed(&draft, |run| {
        let p50 = |second: std::ops::Range<u32>| {
            run.within(second).map(|window| f64::from(window.p50_us) / 1e3).fold(0.0, f64::max)
        };
        assert_within(p50(20..60), 98.0, 103.0);
        assert_within(p50(70..120), 196.0, 206.0);
        assert_within(run.mean("server", Metric::CpuUtilization, 30..60), 9.0, 11.0);
        assert_within(run.mean("server", Metric::CpuUtilization, 90..120), 99.0, 100.1);
    });
}

#[test]
fn cpu_stress_spends_the_credits_of_a_burstable_instance() {
    let mut draft = server(1.0, |server| {
        server.instance_type = "t3.micro".into();
        server.cpu_credits.specification = CreditSpecification::Standard;
    });
    draft.lasts(9_800).at(0, Action::CpuStress { target: target("server/1"), percent: 100.0, for_s: 0 });
    each_seed(&draft, |run| {
        // 288 credits at two a minute less 0.2: 160 minutes.
        assert_within(run.first_fact(0, |fact| matches!(fact, LogFact::CreditsSpent)), 9_550.0, 9_650.0);
    });
}

#[test]
fn where_memory_runs_out_the_kernel_kills_the_process_and_it_comes_back_when_there_is_some() {
    let mut draft = server(20.0, |server| {
        server.instance_type = "t3.micro".into();
        server.application.restart_s = 20.0;
    });
    // 600 MB of 1,074 are taken: 40 % more fit, 50 % do not.
    draft.lasts(200).at(20, Action::MemoryStress { target: target("server/1"), percent: 40.0, for_s: 30 });
    draft.at(60, Action::MemoryStress { target: target("server/1"), percent: 50.0, for_s: 50 });
    each_seed(&draft, |run| {
        assert_eq!(run.tally(0..60).kinds(), []);
        let kills: Vec<f64> = run
            .log()
            .iter()
            .filter(|entry| matches!(entry.fact, LogFact::ProcessKilled))
            .map(|entry| entry.at_ns as f64 / 1e9)
            .collect();
        // Killed at once, and again with each restart until the stress ends at 110 s.
        assert_eq!(kills.len(), 3, "{kills:?}");
        assert!(run.tally(62..80).failures.contains_key(&Outcome::Refused));
        assert_eq!(run.tally(125..200).kinds(), []);
    });
}

#[test]
fn requests_that_take_memory_each_may_run_an_instance_out_of_it() {
    let mut draft = server(50.0, |server| {
        server.instance_type = "t3.micro".into();
        server.application.request_memory_mb = 2.0;
        server.application.read_wait_ms = 10_000.0;
    });
    draft.lasts(60);
    // 474 MB are left for 237 requests; 50 a second stay 10 s each.
    each_seed(&draft, |run| {
        assert_within(run.first_fact(0, |fact| matches!(fact, LogFact::ProcessKilled)), 4.0, 7.0);
    });
}

#[test]
fn fis_01_a_stopped_instance_answers_nothing_until_it_is_started_and_boots_and_only_its_volume_is_billed() {
    let mut draft = server(10.0, |_| {});
    draft.users(10.0, |users| users.timeout_s = 1.0).lasts(400);
    draft.at(100, Action::StopInstance { target: target("server/1"), for_s: 100 });
    each_seed(&draft, |run| {
        assert_eq!(run.tally(0..100).error_share(), 0.0);
        // 100 s until it is started, 26 s of launch and 60 s of its application's start.
        assert_eq!(run.tally(102..285).ok, [0, 0, 0]);
        assert_eq!(run.tally(290..400).error_share(), 0.0);
        let used = |quantity| {
            let usage = run.gauges().usage.into_iter();
            usage.filter(|usage| usage.quantity == quantity).map(|usage| usage.amount).sum::<f64>()
        };
        assert_within(used(Quantity::InstanceSeconds), 299.0, 301.0);
        assert_eq!(used(Quantity::VolumeSeconds), 400.0);
    });
}

#[test]
fn ec2_08_a_stop_costs_a_t2_its_credits_and_a_t3_none() {
    let balance = |instance_type: &str| {
        let mut draft = server(1.0, |server| {
            server.instance_type = instance_type.into();
            server.cpu_credits.specification = CreditSpecification::Standard;
            server.cpu_credits.start_percent = 50.0;
        });
        draft.lasts(300).at(100, Action::StopInstance { target: target("server/1"), for_s: 60 });
        let run = Measured::new(&draft.seed(1));
        run.mean("server", Metric::CpuCreditBalance, 290..300)
    };
    // Half of 144 became the 30 of a launch; half of 288 stayed. Six and twelve more an hour are earned.
    assert_within(balance("t2.micro"), 30.0, 30.5);
    assert_within(balance("t3.micro"), 144.0, 145.0);
}

#[test]
fn asg_25_a_group_does_not_wait_for_a_stopped_instance() {
    let mut draft = Draft::new();
    draft.lasts(400).users(20.0, |_| {}).alb(&["net-a", "net-b"], |_| {});
    draft.asg(&["net-a", "net-b"], |group| (group.desired, group.health_check_grace_s) = (4, 300.0), |_| {});
    draft.at(100, Action::StopInstance { target: target("api/any"), for_s: 1_000 });
    each_seed(&draft, |run| {
        let replaced = run.first_fact(100, |fact| matches!(fact, LogFact::InstanceInService { .. }));
        // Up to 60 s until the group looks, then 26 s of launch and 60 s of user data.
        assert_within(replaced, 86.0, 146.0);
    });
}
