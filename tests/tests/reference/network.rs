//! Network: public subnets, network ACLs, security groups on open connections, NAT gateways, zones that are cut off.

use ninepins_model::parts::{
    AclRule, ExternalService, HealthCheckType, LaunchNeeds, NatGateway, RegisterAt, RouteTarget, Subnet,
};
use ninepins_model::wires::Call;
use ninepins_model::{Action, Part, PartSettings, WireSettings};
use ninepins_report::{CauseKind, Class, LogFact, Metric, Outcome};
use ninepins_tests::{Draft, Measured, pid};

use super::{assert_within, each_seed, healthy, unhealthy};

fn subnet(draft: &mut Draft, id: &str, change: impl FnOnce(&mut Subnet)) {
    let Some(Part { settings: PartSettings::Subnet(subnet), .. }) = draft.design.parts.get_mut(&pid(id)) else {
        panic!("{id} is a subnet");
    };
    change(subnet);
}

fn rules(texts: &[&str]) -> Vec<AclRule> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

fn first_failure(run: &Measured) -> Option<CauseKind> {
    run.log().iter().find_map(|entry| match entry.fact {
        LogFact::FailuresBegan { cause, .. } => Some(cause.kind),
        _ => None,
    })
}

/// A node in zone a, two targets in zone b whose subnet's network ACL changes at 100 s, and back at 300 s.
fn filtered(outbound: bool, ports: (u16, u16)) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(500).users(20.0, |users| users.timeout_s = 90.0).alb(&["net-a"], |_| {});
    draft.asg(&["app-a"], |group| group.desired = 2, |_| {});
    let (from_port, to_port) = ports;
    draft.at(100, Action::NetworkAclDeny { part: pid("app-a"), outbound, from_port, to_port, for_s: 200 });
    draft
}

#[test]
fn s21_without_a_rule_for_answers_targets_are_unhealthy_after_35_to_65_seconds() {
    each_seed(&filtered(true, (1024, 65535)), |run| assert_within(run.first_fact(100, unhealthy), 35.0, 65.0));
}

#[test]
fn s21_every_request_ends_with_504_although_the_security_groups_are_right() {
    each_seed(&filtered(true, (1024, 65535)), |run| {
        let blocked = run.tally(111..299);
        assert_eq!((blocked.success_of(Class::Read), blocked.kinds()), (0.0, vec![Outcome::GatewayTimeout]));
        assert_eq!(first_failure(run), Some(CauseKind::NetworkAcl));
    });
}

#[test]
fn s21_the_rule_back_requests_succeed_at_once_and_targets_are_healthy_after_five_passes() {
    each_seed(&filtered(true, (1024, 65535)), |run| {
        assert!(run.tally(300..302).ok[Class::Read as usize] > 20);
        assert_within(run.first_fact(300, healthy), 120.0, 150.0);
    });
}

#[test]
fn s21_a_network_acl_set_up_without_the_rule_lets_no_request_succeed() {
    let mut draft = filtered(true, (1024, 65535));
    draft.design.scenario.events.clear();
    subnet(&mut draft, "app-a", |subnet| {
        subnet.network_acl.inbound = rules(&["100 allow 0.0.0.0/0 8080"]);
        subnet.network_acl.outbound = rules(&["100 allow 0.0.0.0/0 443"]);
    });
    each_seed(&draft, |run| {
        let all = run.tally(0..500);
        assert_eq!((all.success_of(Class::Read), all.kinds()), (0.0, vec![Outcome::GatewayTimeout]));
    });
    subnet(&mut draft, "app-a", |subnet| {
        subnet.network_acl.outbound = rules(&["100 allow 0.0.0.0/0 443", "110 allow 0.0.0.0/0 1024-65535"]);
    });
    each_seed(&draft, |run| assert_eq!(run.totals().failed, 0));
}

#[test]
fn the_lowest_number_decides_and_a_network_acl_stands_at_the_subnets_border_only() {
    let mut draft = Draft::new();
    draft.lasts(30).users(20.0, |_| {}).alb(&["net-a"], |_| {});
    draft.asg(&["net-a"], |group| group.desired = 1, |_| {});
    subnet(&mut draft, "net-a", |subnet| {
        subnet.network_acl.inbound = rules(&["200 allow 0.0.0.0/0 80", "100 deny 10.0.0.0/16"]);
        subnet.network_acl.outbound = rules(&["300 deny 0.0.0.0/0", "50 allow 0.0.0.0/0 32768-60999"]);
    });
    each_seed(&draft, |run| assert_eq!(run.totals().failed, 0));
    subnet(&mut draft, "net-a", |subnet| subnet.network_acl.inbound.push("99 deny 0.0.0.0/0".parse().unwrap()));
    each_seed(&draft, |run| assert_eq!(run.totals().ok, 0));
}

#[test]
fn answers_to_a_load_balancer_return_to_more_ports_than_those_of_linux() {
    // 60,999 - 32,768 + 1 = 28,232 of the 64,512 ports that a node uses: 43.8 % of its connections get through, and each of
    // them is for one request.
    let mut draft = Draft::new();
    draft.lasts(300).users(50.0, |_| {}).alb(&["net-a"], |_| {});
    let change = |group: &mut ninepins_model::parts::Asg| {
        (group.desired, group.application.max_keep_alive_requests) = (2, 1);
    };
    draft.asg(&["app-a"], change, |targets| targets.health_check.unhealthy_threshold = 10);
    subnet(&mut draft, "app-a", |subnet| subnet.network_acl.outbound = rules(&["100 allow 0.0.0.0/0 32768-60999"]));
    each_seed(&draft, |run| assert_within(1.0 - run.tally(20..290).error_share(), 0.418, 0.458));
}

/// Clients hold connections to a load balancer; at 60 s a rule goes.
fn connected(action: Action) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(120).users(40.0, |users| (users.clients, users.timeout_s, users.keep_alive_s) = (20, 5.0, 300.0));
    draft.alb(&["net-a"], |_| {}).asg(&["app-a"], |group| group.desired = 2, |_| {});
    draft.database(|_| {}).pool("api", "db", |pool| pool.max_lifetime_s = 86_400.0);
    draft.at(60, action);
    draft
}

#[test]
fn a_security_group_lets_tracked_connections_go_on_when_its_rule_is_removed() {
    let rule = Action::SecurityGroupRuleRemoval { part: pid("db"), from: "api".into(), for_s: 0 };
    each_seed(&connected(rule), |run| assert_eq!(run.totals().failed, 0));
}

#[test]
fn a_load_balancers_open_connections_to_targets_outlive_the_rule_that_admitted_them() {
    // One request at a time needs one connection; checks open their own, so the targets are unhealthy.
    let rule = Action::SecurityGroupRuleRemoval { part: pid("api"), from: "alb".into(), for_s: 0 };
    let mut draft = connected(rule);
    draft.lasts(300).users(2.0, |users| users.timeout_s = 5.0);
    draft.design.wires.retain(|_, wire| wire.from != pid("api"));
    for (requests, fails) in [(1_000_000, false), (1, true)] {
        if let Some(PartSettings::Asg(api)) = draft.design.parts.get_mut(&pid("api")).map(|part| &mut part.settings) {
            api.application.max_keep_alive_requests = requests;
            (api.application.read_cpu_ms, api.application.keep_alive_s) = (0.1, 3600.0);
        }
        each_seed(&draft, |run| {
            assert_within(run.first_fact(60, unhealthy), 35.0, 65.0);
            assert_eq!(run.tally(66..300).error_share() > 0.0, fails);
        });
    }
}

#[test]
fn connections_under_a_rule_open_to_everyone_are_not_tracked_and_break_at_once() {
    let rule = Action::SecurityGroupRuleRemoval { part: pid("alb"), from: "0.0.0.0/0".into(), for_s: 0 };
    each_seed(&connected(rule), |run| {
        assert_eq!(run.tally(0..60).error_share(), 0.0);
        assert_eq!(run.tally(66..120).error_share(), 1.0);
    });
}

#[test]
fn a_network_acl_breaks_open_connections_at_once() {
    let deny = |part: &str| Action::NetworkAclDeny {
        part: pid(part),
        outbound: true,
        from_port: 1024,
        to_port: 65535,
        for_s: 0,
    };
    each_seed(&connected(deny("net-a")), |run| assert_eq!(run.tally(66..120).error_share(), 1.0));
}

/// One instance, asked directly, with a public address or without, in a subnet with a route or without.
fn alone(address: bool, route: bool) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(60).users(20.0, |users| users.timeout_s = 3.0);
    draft.instance("server", "net-a", |server| server.public_address = address).wire("users", "server", None);
    if !route {
        subnet(&mut draft, "net-a", |subnet| subnet.routes.clear());
    }
    draft
}

#[test]
fn s101_an_instance_needs_a_public_address_and_a_route_to_be_reached() {
    each_seed(&alone(true, true), |run| assert_eq!(run.totals().failed, 0));
    for (address, route) in [(false, true), (true, false)] {
        each_seed(&alone(address, route), |run| {
            let all = run.tally(0..60);
            assert_eq!((all.success_of(Class::Read), all.kinds()), (0.0, vec![Outcome::ConnectTimeout]));
            assert_eq!(first_failure(run), Some(CauseKind::NotPublic));
        });
    }
}

#[test]
fn s101_a_subnet_that_assigns_public_addresses_is_as_good() {
    let mut draft = alone(false, true);
    subnet(&mut draft, "net-a", |subnet| subnet.map_public_ip = true);
    each_seed(&draft, |run| assert_eq!(run.totals().failed, 0));
}

#[test]
fn s101_clients_of_a_load_balancer_in_private_subnets_time_out_while_its_targets_are_healthy() {
    let mut draft = Draft::new();
    draft.lasts(120).users(20.0, |users| users.timeout_s = 3.0).alb(&["net-a"], |_| {});
    draft.asg(&["app-a"], |group| group.desired = 2, |_| {});
    subnet(&mut draft, "net-a", |subnet| subnet.routes.clear());
    each_seed(&draft, |run| {
        let all = run.tally(0..120);
        assert_eq!((all.success_of(Class::Read), all.kinds()), (0.0, vec![Outcome::ConnectTimeout]));
        assert_eq!(run.mean("alb", Metric::HealthyHostCount, 10..120), 2.0);
    });
}

#[test]
fn a_removed_route_to_the_internet_gateway_takes_the_clients_away_until_it_is_back() {
    let mut draft = Draft::new();
    draft.lasts(180).users(20.0, |users| users.timeout_s = 3.0).alb(&["net-a"], |_| {});
    draft.asg(&["app-a"], |group| group.desired = 2, |_| {});
    draft.at(60, Action::RouteRemoval { part: pid("net-a"), destination: "0.0.0.0/0".into(), for_s: 60 });
    each_seed(&draft, |run| {
        assert_eq!((run.tally(0..60).error_share(), run.tally(64..120).error_share()), (0.0, 1.0));
        assert_eq!(run.tally(124..180).error_share(), 0.0);
    });
}

/// One instance in a private subnet whose user data needs the internet; it registers when it is in service.
fn private() -> Draft {
    let mut draft = Draft::new();
    draft.lasts(2400).users(5.0, |users| users.timeout_s = 3.0).alb(&["net-a"], |_| {});
    let change = |group: &mut ninepins_model::parts::Asg| {
        group.desired = 1;
        group.health_check_type = HealthCheckType::Elb;
        group.register_at = RegisterAt::InService;
        group.application.launch_needs = LaunchNeeds::Internet;
    };
    draft.asg(&["app-a"], change, |_| {});
    subnet(&mut draft, "app-a", |subnet| subnet.routes.clear());
    draft
}

#[test]
fn s55_without_a_way_out_instances_are_replaced_every_326_to_386_seconds_for_ever() {
    each_seed(&private(), |run| {
        let launches: Vec<f64> = run
            .log()
            .iter()
            .filter(|entry| matches!(entry.fact, LogFact::InstanceLaunching { .. }))
            .map(|entry| entry.at_ns as f64 / 1e9)
            .collect();
        assert!(launches.len() >= 5, "{launches:?}");
        for pair in launches.windows(2) {
            assert_within(pair[1] - pair[0], 326.0, 386.0);
        }
    });
}

#[test]
fn s55_meanwhile_the_load_balancer_fails_open_and_every_request_is_refused() {
    each_seed(&private(), |run| {
        // Two failed checks make the target unhealthy; before, it is no target that requests may go to.
        let all = run.tally(100..290);
        assert_eq!((all.success_of(Class::Read), all.kinds()), (0.0, vec![Outcome::BadGateway]));
        assert_eq!(run.mean("alb", Metric::HealthyHostCount, 40..290), 0.0);
    });
}

#[test]
fn s55_a_machine_image_with_everything_in_it_needs_no_way_out() {
    let mut draft = private();
    draft.lasts(120);
    let Some(Part { settings: PartSettings::Asg(group), .. }) = draft.design.parts.get_mut(&pid("api")) else {
        panic!("api is a group");
    };
    group.application.launch_needs = LaunchNeeds::Nothing;
    each_seed(&draft, |run| assert_eq!(run.totals().failed, 0));
}

#[test]
fn an_instance_that_registers_before_its_application_listens_refuses_connections_until_then() {
    // In service after 26 s, application after 60 s more.
    let mut draft = Draft::new();
    draft.lasts(300).users(20.0, |_| {}).alb(&["net-a"], |_| {});
    draft.asg(&["app-a"], |group| (group.desired, group.register_at) = (1, RegisterAt::InService), |_| {});
    draft.at(60, Action::SetDesiredCapacity { part: pid("api"), desired: 2 });
    each_seed(&draft, |run| {
        let in_service = |fact: &LogFact| matches!(fact, LogFact::InstanceInService { .. });
        assert_within(run.first_fact(60, in_service), 26.0, 26.1);
        // It has failed two checks by then, so it needs five passes: 86 s, up to 40 s, and 120 s.
        assert_within(run.first_fact(60, healthy), 206.0, 246.0);
    });
}

/// A NAT gateway in zone a, or a regional one, that zones b and c route to; at 60 s something happens.
fn behind_nat(inside: &str, action: Action) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(400).users(5.0, |_| {}).alb(&["net-a"], |_| {});
    let change = |group: &mut ninepins_model::parts::Asg| {
        (group.desired, group.application.launch_needs) = (2, LaunchNeeds::Internet);
    };
    draft.asg(&["net-b", "net-c"], change, |_| {});
    draft.put("nat", Some(inside), PartSettings::NatGateway(NatGateway::default()));
    for id in ["net-b", "net-c"] {
        let nat = RouteTarget::NatGateway(pid("nat"));
        subnet(&mut draft, id, |subnet| subnet.routes = [("0.0.0.0/0".to_owned(), nat)].into());
    }
    draft.at(60, action).at(70, Action::SetDesiredCapacity { part: pid("api"), desired: 4 });
    draft
}

fn failed_starts(run: &Measured) -> usize {
    run.count(|fact| matches!(fact, LogFact::UserDataFailed { .. }))
}

#[test]
fn a_nat_gateway_lets_new_instances_start_and_its_loss_keeps_them_from_it() {
    let nothing = Action::Traffic { part: pid("users"), factor: 1.0, for_s: 0 };
    each_seed(&behind_nat("net-a", nothing), |run| assert_eq!(failed_starts(run), 0));
    let lost = Action::NatGatewayLoss { part: pid("nat"), for_s: 0 };
    for inside in ["net-a", "vpc"] {
        each_seed(&behind_nat(inside, lost.clone()), |run| assert_eq!(failed_starts(run), 2));
    }
}

#[test]
fn a_zonal_nat_gateway_is_lost_with_its_zone_and_a_regional_one_is_not() {
    let dark = Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 0 };
    each_seed(&behind_nat("net-a", dark.clone()), |run| assert_eq!(failed_starts(run), 2));
    each_seed(&behind_nat("vpc", dark), |run| assert_eq!(failed_starts(run), 0));
}

#[test]
fn a_nat_gateway_in_a_private_subnet_leads_nowhere() {
    let nothing = Action::Traffic { part: pid("users"), factor: 1.0, for_s: 0 };
    each_seed(&behind_nat("net-b", nothing), |run| assert_eq!(failed_starts(run), 4));
}

#[test]
fn a_gateway_endpoint_leads_to_s3_without_a_nat_gateway() {
    let lost = Action::NatGatewayLoss { part: pid("nat"), for_s: 0 };
    let mut draft = behind_nat("net-a", lost);
    let settings = |draft: &mut Draft, id: &str, change: &dyn Fn(&mut PartSettings)| {
        change(&mut draft.design.parts.get_mut(&pid(id)).unwrap().settings);
    };
    settings(&mut draft, "api", &|part| {
        let PartSettings::Asg(group) = part else { panic!("api is a group") };
        group.application.launch_needs = LaunchNeeds::S3;
    });
    each_seed(&draft, |run| assert_eq!(failed_starts(run), 2));
    settings(&mut draft, "vpc", &|part| {
        let PartSettings::Vpc(vpc) = part else { panic!("vpc is a VPC") };
        vpc.s3_endpoint = true;
    });
    each_seed(&draft, |run| assert_eq!(failed_starts(run), 0));
}

#[test]
fn a_subnet_of_16_addresses_has_11_for_instances() {
    let mut draft = Draft::new();
    draft.lasts(60).users(5.0, |_| {}).alb(&["net-a"], |_| {});
    draft.asg(&["net-b"], |group| group.desired = 20, |_| {});
    subnet(&mut draft, "net-b", |subnet| subnet.cidr = "10.0.1.0/28".into());
    each_seed(&draft, |run| assert_eq!(run.mean("api", Metric::GroupInServiceInstances, 0..60), 11.0));
}

/// Three zones of four instances at half their load, a node in each; each client keeps one address.
fn three_zones(action: Action) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(400).users(60.0, |users| {
        (users.clients, users.timeout_s, users.dns_minimum_s) = (3000, 30.0, 0.0);
    });
    draft.alb(&["net-a", "net-b", "net-c"], |_| {});
    draft.asg(&["net-a", "net-b", "net-c"], |group| group.desired = 12, |_| {});
    draft.at(100, action);
    draft
}

#[test]
fn s49_a_zone_without_power_and_one_that_is_cut_off_fail_the_same_requests() {
    // 1 - (2/3)(2/3) at first; a third once the targets are unhealthy; none after the node has left DNS for 60 s.
    let lost = [
        Action::ZonePowerLoss { zone: "zone-c".into(), for_s: 0 },
        Action::ZoneNetworkCut { zone: "zone-c".into(), within: false, for_s: 0 },
        Action::ZoneNetworkCut { zone: "zone-c".into(), within: true, for_s: 0 },
    ];
    for action in lost {
        each_seed(&three_zones(action), |run| {
            // Of what is sent from 102 s to 132 s, a third has no answer for 30 s, and a third of the rest a 504 after 10 s.
            let sent = run.tally(102..132).started as f64;
            let ended = |seconds, outcomes: &[Outcome]| {
                let tally = run.tally(seconds);
                outcomes.iter().filter_map(|outcome| tally.failures.get(outcome)).sum::<u64>() as f64 / sent
            };
            assert_within(ended(112..142, &[Outcome::GatewayTimeout]), 0.19, 0.254);
            assert_within(ended(132..162, &[Outcome::ConnectTimeout, Outcome::ClientTimeout]), 0.30, 0.366);
            assert_within(run.first_fact(100, unhealthy), 35.0, 65.0);
            assert_within(run.first_fact(100, |fact| matches!(fact, LogFact::NodeLeftDns)), 30.0, 30.0);
            assert_eq!(run.tally(225..400).error_share(), 0.0);
        });
    }
}

#[test]
fn instances_in_a_zone_that_is_cut_off_live_on_and_serve_again_the_moment_it_is_back() {
    let cut = Action::ZoneNetworkCut { zone: "zone-c".into(), within: false, for_s: 100 };
    each_seed(&three_zones(cut), |run| {
        assert_eq!(run.count(|fact| matches!(fact, LogFact::InstanceLaunching { .. })), 0);
        assert_within(run.first_fact(200, |fact| matches!(fact, LogFact::NodeBackInDns)), 30.0, 30.0);
        assert_within(run.first_fact(200, healthy), 120.0, 150.0);
    });
}

#[test]
fn s50_without_capacity_in_the_other_zone_nothing_is_launched_for_thirty_minutes() {
    let mut draft = Draft::new();
    draft.lasts(2400).users(20.0, |users| users.timeout_s = 3.0).alb(&["net-a", "net-b"], |_| {});
    draft.asg(&["net-a", "net-b"], |group| group.desired = 4, |_| {});
    for zone in ["zone-a", "zone-b"] {
        draft.at(100, Action::InsufficientInstanceCapacity { zone: zone.into(), for_s: 1800 });
    }
    draft.at(100, Action::ZonePowerLoss { zone: "zone-b".into(), for_s: 0 });
    each_seed(&draft, |run| {
        let launching = |fact: &LogFact| matches!(fact, LogFact::InstanceLaunching { .. });
        assert_within(run.first_fact(100, launching), 1800.0, 1860.0);
    });
}

#[test]
fn a_multi_az_database_whose_primary_is_cut_off_fails_over() {
    let mut draft = Draft::new();
    draft.lasts(400).users(20.0, |users| users.timeout_s = 20.0).alb(&["net-b"], |_| {});
    draft.asg(&["net-b"], |group| group.desired = 2, |_| {});
    draft.database(|db| db.multi_az = true).pool("api", "db", |_| {});
    draft.at(100, Action::ZoneNetworkCut { zone: "zone-a".into(), within: false, for_s: 0 });
    each_seed(&draft, |run| {
        assert_within(run.first_fact(100, |fact| matches!(fact, LogFact::EndpointMoved { .. })), 60.0, 120.0);
        assert_eq!(run.tally(250..400).error_share(), 0.0);
    });
}

#[test]
fn two_hundred_milliseconds_of_latency_at_the_targets_make_every_answer_four_hundred_slower() {
    let measure = |for_s| {
        let mut draft = Draft::new();
        draft.lasts(for_s).users(20.0, |_| {}).alb(&["net-a"], |_| {});
        draft.asg(&["app-a"], |group| group.desired = 2, |_| {});
        draft
    };
    let mut slow = measure(300);
    slow.at(0, Action::NetworkLatency { part: pid("api"), latency_ms: 200.0, jitter_ms: 0.0, for_s: 0 });
    for seed in super::SEEDS {
        let plain = Measured::new(&measure(300).seed(seed)).mean_ms();
        // Some twenty connections that the load balancer opens, and every hundredth request, whose connection was closed,
        // take as long again.
        assert_within(Measured::new(&slow.seed(seed)).mean_ms() - plain, 403.0, 407.0);
    }
}

#[test]
fn a_tenth_of_lost_packets_costs_a_retransmission_in_a_fifth_of_the_answers() {
    // A request and its answer: 1 - 0.9 x 0.9 = 19 % take at least 200 ms longer.
    let mut draft = Draft::new();
    draft.lasts(400).users(20.0, |_| {}).alb(&["net-a"], |_| {});
    draft.asg(&["app-a"], |group| group.desired = 2, |_| {});
    draft.at(0, Action::PacketLoss { part: pid("api"), percent: 10.0, for_s: 0 });
    each_seed(&draft, |run| {
        assert_eq!(run.totals().failed, 0);
        // Each message waits p/(1-2p) x 200 ms on average: 2 x 0.1/0.8 x 200 = 50 ms beside the 9 ms of work.
        assert_within(run.mean_ms(), 9.0 + 36.0, 9.0 + 64.0);
    });
}

#[test]
fn a_partition_between_instances_and_database_fails_what_needs_it_and_nothing_else() {
    let mut draft = Draft::new();
    draft.lasts(300).users(20.0, |users| (users.mix.assets, users.mix.reads, users.timeout_s) = (1.0, 1.0, 20.0));
    draft.alb(&["net-a"], |_| {}).asg(&["app-a"], |group| group.desired = 2, |_| {});
    draft.database(|_| {}).pool("api", "db", |_| {});
    draft.at(100, Action::Partition { part: pid("api"), other: pid("db"), for_s: 100 });
    each_seed(&draft, |run| {
        let cut = run.tally(105..199);
        assert_eq!((cut.success_of(Class::Asset), cut.success_of(Class::Read)), (1.0, 0.0));
        assert_eq!(first_failure(run), Some(CauseKind::NetworkCut));
        assert_eq!(run.tally(212..300).error_share(), 0.0);
    });
}

#[test]
fn a_lost_region_takes_everything_in_it_and_gives_it_back() {
    let mut draft = Draft::new();
    draft.lasts(500).users(20.0, |users| users.timeout_s = 3.0).alb(&["net-a", "net-b"], |_| {});
    draft.asg(&["net-a", "net-b"], |group| group.desired = 4, |_| {});
    draft.at(100, Action::RegionLoss { part: pid("seoul"), for_s: 100 });
    each_seed(&draft, |run| {
        assert_eq!((run.tally(104..199).error_share(), run.tally(0..100).error_share()), (1.0, 0.0));
        assert_eq!(run.tally(420..500).error_share(), 0.0);
    });
}

#[test]
fn packets_of_more_connections_than_an_instance_can_track_are_dropped() {
    // Twenty requests wait for an answer that takes ten seconds; the twenty-first connection is not tracked any more.
    let mut draft = Draft::new();
    draft.lasts(120).users(10.0, |users| users.timeout_s = 30.0).alb(&["net-a"], |_| {});
    let change = |group: &mut ninepins_model::parts::Asg| {
        (group.desired, group.application.tracked_connections) = (1, 20);
    };
    draft.asg(&["app-a"], change, |targets| targets.health_check.unhealthy_threshold = 10);
    draft.at(30, Action::HangInstance { target: ninepins_tests::target("api/1"), for_s: 30 });
    each_seed(&draft, |run| {
        assert_eq!(first_failure(run), Some(CauseKind::TrackedConnections));
        assert!(run.mean("api", Metric::ActiveRequests, 40..59) <= 21.0);
        assert!(run.mean("api", Metric::ConntrackAllowanceExceeded, 40..59) > 5.0);
    });
}

/// One instance in a private subnet that calls a service outside AWS through a NAT gateway in zone a.
fn calls_out(rps: f64, change: impl FnOnce(&mut Call)) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(1800).users(rps, |users| users.timeout_s = 30.0).alb(&["net-a"], |_| {});
    draft.asg(&["app-a"], |group| group.desired = 1, |targets| targets.health_check.unhealthy_threshold = 10);
    draft.put("payments", None, PartSettings::ExternalService(ExternalService::default()));
    let mut call = Call { tries: 1, ..Call::default() };
    change(&mut call);
    draft.wire("api", "payments", Some(WireSettings::Call(call)));
    draft.put("nat", Some("net-a"), PartSettings::NatGateway(NatGateway::default()));
    let nat = RouteTarget::NatGateway(pid("nat"));
    subnet(&mut draft, "app-a", |subnet| subnet.routes = [("0.0.0.0/0".to_owned(), nat)].into());
    draft
}

#[test]
fn s17_a_nat_gateway_resets_a_call_on_a_connection_that_was_idle_for_more_than_350_seconds() {
    // A burst, ten minutes of nothing, then requests again: only the first call after the pause is reset.
    let mut draft = calls_out(5.0, |_| {});
    draft.at(60, Action::Traffic { part: pid("users"), factor: 0.0, for_s: 600 });
    each_seed(&draft, |run| {
        assert_eq!((run.totals().failed, first_failure(run)), (1, Some(CauseKind::NatIdleTimeout)));
    });
    let mut kept = calls_out(5.0, |call| call.tcp_keepalive_s = 60.0);
    kept.at(60, Action::Traffic { part: pid("users"), factor: 0.0, for_s: 600 });
    each_seed(&kept, |run| assert_eq!(run.totals().failed, 0));
    let mut rare = calls_out(5.0, |call| call.tcp_keepalive_s = 600.0);
    rare.at(60, Action::Traffic { part: pid("users"), factor: 0.0, for_s: 600 });
    each_seed(&rare, |run| assert_eq!(run.totals().failed, 1));
}

#[test]
fn the_loss_of_the_only_nat_gateway_fails_the_calls_of_every_zone_and_no_other_request() {
    let mut draft = calls_out(20.0, |call| (call.share_percent, call.timeout_s) = (50.0, 1.0));
    draft.lasts(300).at(100, Action::NatGatewayLoss { part: pid("nat"), for_s: 100 });
    each_seed(&draft, |run| {
        assert_within(run.tally(102..199).error_share(), 0.45, 0.55);
        assert_eq!(run.tally(202..300).error_share() + run.tally(0..100).error_share(), 0.0);
        assert_eq!(first_failure(run), Some(CauseKind::NatGatewayDown));
    });
}

#[test]
fn a_nat_gateway_counts_the_calls_that_are_under_way() {
    // Little's law: calls a second times the time that each takes.
    let mut draft = calls_out(20.0, |_| {});
    draft.lasts(900);
    each_seed(&draft, |run| {
        let held = run.mean("nat", Metric::ActiveConnectionCount, 10..900);
        let external = ExternalService::default();
        let expected = 20.0 * (external.latency_ms + external.rtt_ms) / 1e3;
        assert_within(held, expected * 0.85, expected * 1.15);
        // 1,000 bytes a request.
        assert_within(run.mean("nat", Metric::BytesOutToDestination, 10..900), 19_000.0, 21_000.0);
    });
}

/// An instance in a subnet without routes, in a VPC whose main route table leads to the internet gateway.
fn by_the_main_table(own: bool) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(60).users(20.0, |users| users.timeout_s = 1.0).wire("users", "one", None);
    draft.instance("one", "net-a", |_| {});
    subnet(&mut draft, "net-a", |subnet| {
        subnet.routes.clear();
        subnet.own_route_table = own;
    });
    let Some(Part { settings: PartSettings::Vpc(vpc), .. }) = draft.design.parts.get_mut(&pid("vpc")) else {
        panic!("there is a VPC");
    };
    vpc.main_routes.insert("0.0.0.0/0".into(), RouteTarget::InternetGateway);
    draft
}

#[test]
fn vpc_05_a_subnet_without_a_table_of_its_own_uses_the_main_one() {
    each_seed(&by_the_main_table(false), |run| assert_eq!(run.totals().failed, 0));
    each_seed(&by_the_main_table(true), |run| {
        assert_eq!((run.totals().ok, run.tally(0..60).kinds()), (0, vec![Outcome::ConnectTimeout]));
    });
}

#[test]
fn a_route_removed_from_the_main_table_is_gone_for_the_subnets_that_use_it() {
    let removal = || Action::RouteRemoval { part: pid("vpc"), destination: "0.0.0.0/0".into(), for_s: 20 };
    let mut draft = by_the_main_table(false);
    draft.at(20, removal());
    each_seed(&draft, |run| {
        assert_eq!(run.tally(22..40).ok.iter().sum::<u64>(), 0);
        assert_eq!(run.tally(42..60).error_share(), 0.0);
    });
    // A subnet with routes of its own does not notice.
    let mut draft = by_the_main_table(false);
    subnet(&mut draft, "net-a", |subnet| drop(subnet.routes.insert("0.0.0.0/0".into(), RouteTarget::InternetGateway)));
    draft.at(20, removal());
    each_seed(&draft, |run| assert_eq!(run.totals().failed, 0));
}
