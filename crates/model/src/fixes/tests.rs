//! Designs with something wrong in them, whose fix must mend it; and every setting out of its range.

use super::{Fix, FixKind, fix};
use crate::parts::{
    CertificateSource, ExternalService, HealthCheckType, LaunchNeeds, NatGateway, Nlb, RegisterAt, RouteTarget, Shape,
    Subnet,
};
use crate::presets::{Preset, seed_architecture, two_regions};
use crate::setting::{Control, SettingKey, Unit};
use crate::wires::{
    Algorithm, Call, FailoverRole, HealthCheckDepth, Origin, OriginRole, Record, RecordCheckType, RoutingPolicy,
    StickinessCookie, TargetGroup,
};
use crate::{
    Action, Change, Design, Event, History, Kind, Part, PartId, PartSettings, Problem, ProblemKind, SecurityGroup,
    Wire, WireSettings, problems,
};

fn id(text: &str) -> PartId {
    text.parse().unwrap()
}

fn part(design: &mut Design, name: &str, change: impl FnOnce(&mut PartSettings)) {
    change(&mut design.parts.get_mut(&id(name)).unwrap().settings);
}

fn subnet(design: &mut Design, name: &str, change: impl FnOnce(&mut Subnet)) {
    part(design, name, |settings| {
        if let PartSettings::Subnet(subnet) = settings {
            change(subnet)
        }
    });
}

fn group(design: &mut Design, change: impl FnOnce(&mut TargetGroup)) {
    let wire = design.wires.get_mut(&"w5".parse().unwrap()).unwrap();
    let mut group = wire.target_group();
    change(&mut group);
    wire.settings = Some(WireSettings::TargetGroup(group));
}

fn origin(design: &mut Design, change: impl FnOnce(&mut Origin)) {
    let wire = design.wires.get_mut(&"w4".parse().unwrap()).unwrap();
    let mut origin = wire.origin();
    change(&mut origin);
    wire.settings = Some(WireSettings::Origin(origin));
}

fn settings(settings: PartSettings, container: Option<&str>) -> Part {
    Part { container: container.map(id), ..Part { settings, ..Part::new(Kind::Users) } }
}

/// Mends everything that can be mended, one problem after the other, and gives what was done.
fn mend(design: &mut Design) -> Vec<FixKind> {
    let mut done = Vec::new();
    while let Some((problem, Fix { kind, edit })) =
        problems(design).into_iter().find_map(|problem| fix(design, &problem).map(|fix| (problem, fix)))
    {
        let before = design.clone();
        let inverse = design.apply(edit).unwrap();
        assert!(!problems(design).contains(&problem), "{problem:?} is still there after {kind:?}");
        let mut back = design.clone();
        back.apply(inverse).unwrap();
        assert!(back == before, "{kind:?} is not one step that can be taken back");
        done.push(kind);
        assert!(done.len() < 20, "fixes undo each other: {done:?}");
    }
    done
}

/// The seed architecture with this wrong must be mended by fixes that begin with this one, and be without problems then.
#[track_caller]
fn mended(expected: &FixKind, spoil: impl FnOnce(&mut Design)) -> Design {
    let mut design = seed_architecture();
    spoil(&mut design);
    assert_ne!(problems(&design), Vec::<Problem>::new(), "nothing is wrong");
    let done = mend(&mut design);
    assert_eq!(done.first(), Some(expected));
    assert_eq!(problems(&design), Vec::<Problem>::new(), "after {done:?}");
    design
}

#[test]
fn a_certificate_in_the_wrong_region_is_replaced_by_one_in_the_right_region() {
    mended(&FixKind::AttachCertificate(id("cert-cdn")), |design| {
        part(design, "cdn", |settings| {
            if let PartSettings::Cloudfront(cdn) = settings {
                cdn.certificate = Some("cert-alb".parse().unwrap());
            }
        });
    });
    let region = "us-east-1".to_owned();
    let design = mended(&FixKind::CreateCertificate { region }, |design| {
        let edit = design.remove_parts(&[id("virginia")]);
        design.apply(edit).unwrap();
    });
    let new = design.parts.get(&id("certificate")).unwrap();
    assert_eq!(new.container, Some(id("region")));
}

#[test]
fn a_missing_name_is_added_to_the_certificate_and_a_missing_record_created() {
    mended(&FixKind::CoverHost("example.com".into()), |design| {
        part(design, "cert-cdn", |settings| {
            if let PartSettings::Certificate(certificate) = settings {
                certificate.names = vec!["www.example.com".into()];
            }
        });
    });
    let host = "example.com".to_owned();
    mended(&FixKind::CreateRecord { host, to: id("cdn") }, |design| {
        design.wires.retain(|_, wire| wire.to != id("cdn"));
    });
}

#[test]
fn deep_links_get_their_mapping_and_distributions_their_order() {
    let cdn = |change: fn(&mut crate::parts::Cloudfront)| {
        move |design: &mut Design| {
            part(design, "cdn", |settings| {
                if let PartSettings::Cloudfront(cdn) = settings {
                    change(cdn)
                }
            });
        }
    };
    mended(&FixKind::TurnOn(SettingKey::SpaErrorPage), cdn(|cdn| cdn.spa_error_page = false));
    mended(&FixKind::OrderTtls, cdn(|cdn| cdn.min_ttl_s = 100_000.0));
    mended(&FixKind::LeaveOut("nonsense".into()), cdn(|cdn| cdn.custom_error_responses = vec!["nonsense".into()]));
    let index = FixKind::Fill { key: SettingKey::DefaultRootObject, text: "index.html".into() };
    mended(&index, cdn(|cdn| cdn.default_root_object.clear()));
    mended(&FixKind::TurnOn(SettingKey::OriginAccessControl), |design| {
        origin(design, |origin| origin.origin_access_control = false);
    });
    mended(&FixKind::Choose { key: SettingKey::CachePolicy, value: "caching_optimized".into() }, |design| {
        origin(design, |origin| origin.cache_policy = crate::wires::CachePolicy::CachingDisabled);
    });
    mended(&FixKind::LeaveOut("418".into()), |design| {
        origin(design, |origin| origin.failover_codes = vec!["418".into()]);
    });
    let mut alone = seed_architecture();
    origin(&mut alone, |origin| origin.role = OriginRole::Secondary);
    assert_eq!(mend(&mut alone), [FixKind::Choose { key: SettingKey::OriginRole, value: "primary".into() }]);
}

#[test]
fn a_website_endpoint_of_a_private_bucket_becomes_its_rest_endpoint() {
    mended(&FixKind::SignRequests, |design| {
        part(design, "web", |settings| {
            if let PartSettings::S3(web) = settings {
                web.endpoint = crate::parts::Endpoint::Website;
            }
        });
    });
}

#[test]
fn a_public_subnet_gets_its_route_and_a_vpc_its_gateway() {
    mended(&FixKind::AttachInternetGateway, |design| {
        part(design, "vpc", |settings| {
            if let PartSettings::Vpc(vpc) = settings {
                vpc.internet_gateway = false
            }
        });
    });
    mended(&FixKind::AddInternetRoute(id("pub-a")), |design| subnet(design, "pub-a", |subnet| subnet.routes.clear()));
    mended(&FixKind::UsePublicSubnets(vec![id("pub-a"), id("pub-b")]), |design| {
        *design.parts.get_mut(&id("alb")).unwrap().subnets_mut().unwrap() = vec![id("app-a"), id("pub-b")];
    });
    mended(&FixKind::AddInternetRoute(id("app-a")), |design| {
        subnet(design, "app-a", |subnet| subnet.map_public_ip = true);
    });
}

#[test]
fn a_main_route_table_is_mended_like_any_other() {
    let main = |design: &mut Design, target: RouteTarget| {
        part(design, "vpc", |settings| {
            if let PartSettings::Vpc(vpc) = settings {
                vpc.main_routes.insert("0.0.0.0/0".into(), target);
            }
        });
    };
    mended(&FixKind::RouteThroughNat(id("nat_gateway")), |design| main(design, RouteTarget::NatGateway(id("gone"))));
    let nat = || settings(PartSettings::NatGateway(NatGateway::default()), Some("pub-a"));
    let design = mended(&FixKind::NatPerZone, |design| {
        design.parts.insert(id("nat"), nat());
        main(design, RouteTarget::NatGateway(id("nat")));
    });
    // The zone of the old gateway still uses the main table, the other one has a table of its own.
    let own = |name: &str| matches!(&design.parts[&id(name)].settings, PartSettings::Subnet(subnet) if subnet.has_own_table());
    assert_eq!((own("app-a"), own("app-b")), (false, true));
}

#[test]
fn one_nat_gateway_for_all_zones_becomes_one_in_each() {
    let to = |name: &str| RouteTarget::NatGateway(id(name));
    let design = mended(&FixKind::NatPerZone, |design| {
        let nat = settings(PartSettings::NatGateway(NatGateway::default()), Some("pub-a"));
        design.parts.insert(id("nat"), nat);
        for name in ["app-a", "app-b"] {
            subnet(design, name, |subnet| drop(subnet.routes.insert("0.0.0.0/0".into(), to("nat"))));
        }
    });
    let PartSettings::Subnet(b) = &design.parts[&id("app-b")].settings else { panic!("app-b is a subnet") };
    assert_eq!(b.routes["0.0.0.0/0"], to("nat_gateway"));
    assert_eq!(design.parts[&id("nat_gateway")].container, Some(id("pub-b")));
}

#[test]
fn a_subnet_without_a_way_out_gets_one() {
    let needs = |needs: LaunchNeeds| {
        move |design: &mut Design| {
            part(design, "api", |settings| {
                if let PartSettings::Asg(asg) = settings {
                    asg.application.launch_needs = needs;
                }
            });
        }
    };
    mended(&FixKind::RouteThroughNat(id("nat_gateway")), needs(LaunchNeeds::Internet));
    mended(&FixKind::TurnOn(SettingKey::S3Endpoint), needs(LaunchNeeds::S3));
    mended(&FixKind::RouteThroughNat(id("nat_gateway")), |design| {
        let gone = RouteTarget::NatGateway(id("gone"));
        subnet(design, "app-a", |subnet| drop(subnet.routes.insert("0.0.0.0/0".into(), gone)));
    });
    mended(&FixKind::DefaultAcl(id("app-a")), |design| {
        subnet(design, "app-a", |subnet| {
            subnet.network_acl.outbound = vec!["100 allow 0.0.0.0/0 443".parse().unwrap()]
        });
    });
}

#[test]
fn subnets_are_added_replaced_and_left_out() {
    let set = |name: &'static str, subnets: &'static [&'static str]| {
        move |design: &mut Design| {
            let all = subnets.iter().map(|subnet| id(subnet)).collect();
            *design.parts.get_mut(&id(name)).unwrap().subnets_mut().unwrap() = all;
        }
    };
    mended(&FixKind::AddSubnets(vec![id("pub-b")]), set("alb", &["pub-a"]));
    mended(&FixKind::AddSubnets(vec![id("pub-a"), id("pub-b")]), set("alb", &[]));
    mended(&FixKind::AddSubnets(vec![id("app-b")]), set("db", &["data-a"]));
    mended(&FixKind::UsePrivateSubnets(vec![id("app-a"), id("app-b")]), set("db", &["pub-a", "pub-b"]));
    mended(&FixKind::LeaveOut("cert-alb".into()), set("api", &["app-a", "app-b", "cert-alb"]));
    mended(&FixKind::LeaveOut("nobody".into()), |design| {
        part(design, "api", |settings| {
            if let PartSettings::Asg(asg) = settings {
                asg.security_groups = vec!["nobody".into()];
            }
        });
    });
}

#[test]
fn addresses_and_zones_get_what_is_free() {
    let range = FixKind::Fill { key: SettingKey::SubnetCidr, text: "10.0.2.0/24".into() };
    for cidr in ["ten", "10.1.0.0/24", "10.0.10.128/25"] {
        mended(&range, |design| subnet(design, "app-b", |subnet| subnet.cidr = cidr.into()));
    }
    let zone = FixKind::Fill { key: SettingKey::ZoneName, text: "ap-northeast-2b".into() };
    for name in ["", "ap-northeast-2a", "us-east-1b"] {
        mended(&zone, |design| {
            part(design, "az-b", |settings| {
                if let PartSettings::Az(az) = settings {
                    az.zone = name.into()
                }
            });
        });
    }
}

#[test]
fn target_groups_get_settings_that_aws_takes() {
    mended(&FixKind::TurnOn(SettingKey::CrossZone), |design| {
        group(design, |group| {
            group.stickiness.cookie = StickinessCookie::LbCookie;
            group.cross_zone = false;
        });
    });
    mended(&FixKind::TurnOff(SettingKey::SlowStart), |design| {
        group(design, |group| {
            (group.algorithm, group.slow_start_s) = (Algorithm::LeastOutstandingRequests, 60.0);
        });
    });
    mended(&FixKind::TurnOff(SettingKey::AnomalyMitigation), |design| {
        group(design, |group| group.anomaly_mitigation = true);
    });
    let unit = crate::fact::HEALTH_TIMEOUT.unit;
    mended(&FixKind::SetTo { key: SettingKey::HealthTimeout, value: 9.0, unit }, |design| {
        group(design, |group| (group.health_check.interval_s, group.health_check.timeout_s) = (10.0, 10.0));
    });
    mended(&FixKind::Choose { key: SettingKey::HealthCheckDepth, value: "shallow".into() }, |design| {
        group(design, |group| group.health_check.depth = HealthCheckDepth::Deep);
    });
    mended(&FixKind::Fill { key: SettingKey::SuccessCodes, text: "200,302".into() }, |design| {
        group(design, |group| group.health_check.status = 302);
    });
    mended(&FixKind::Fill { key: SettingKey::CheckPath, text: "/".into() }, |design| {
        group(design, |group| group.health_check.path = "/lost".into());
    });
    let unit = crate::fact::CHECK_PORT.unit;
    mended(&FixKind::SetTo { key: SettingKey::CheckPort, value: 0.0, unit }, |design| {
        group(design, |group| group.health_check.port = 9_000);
    });
    mended(&FixKind::RaiseDnsThresholds, |design| group(design, |group| group.group_health.routing_count = 2));
    mended(&FixKind::GiveWeight, |design| group(design, |group| group.weight = 0));
}

#[test]
fn targets_keep_idle_connections_longer_than_the_load_balancer() {
    let unit = crate::fact::SERVER_KEEP_ALIVE.unit;
    mended(&FixKind::SetTo { key: SettingKey::ServerKeepAlive, value: 65.0, unit }, |design| {
        part(design, "api", |settings| {
            if let PartSettings::Asg(asg) = settings {
                asg.application.keep_alive_s = 20.0
            }
        });
    });
}

#[test]
fn a_security_group_gets_the_rule_that_is_missing() {
    let closed = |design: &mut Design, name: &str| {
        design.security_groups.insert("closed".into(), SecurityGroup::default());
        part(design, name, |settings| match settings {
            PartSettings::Asg(asg) => asg.security_groups = vec!["closed".into()],
            PartSettings::Rds(rds) => rds.security_groups = vec!["closed".into()],
            _ => {}
        });
    };
    let design = mended(&FixKind::Admit, |design| closed(design, "db"));
    assert_eq!(design.security_groups["closed"].inbound[0].from, "api");
    mended(&FixKind::Admit, |design| {
        closed(design, "api");
        design.security_groups.get_mut("closed").unwrap().outbound.clear();
    });
    // Targets of a Network Load Balancer see the clients' addresses.
    let mut design = seed_architecture();
    closed(&mut design, "api");
    let nlb = Nlb { subnets: vec![id("pub-a"), id("pub-b")], ..Nlb::default() };
    design.parts.insert(id("nlb"), settings(PartSettings::Nlb(nlb), Some("vpc")));
    design.wires.insert(design.free_wire_id(), Wire::new(id("nlb"), id("api")));
    assert!(mend(&mut design).contains(&FixKind::Admit));
}

#[test]
fn capacities_and_pools_fit() {
    let api = |change: fn(&mut crate::parts::Asg)| {
        move |design: &mut Design| {
            part(design, "api", |settings| {
                if let PartSettings::Asg(asg) = settings {
                    change(asg)
                }
            });
        }
    };
    mended(&FixKind::OrderCapacity, api(|asg| (asg.min, asg.desired, asg.max) = (6, 9, 4)));
    let fewer = FixKind::SetTo { key: SettingKey::GroupMax, value: 22.0, unit: crate::fact::GROUP_MAX.unit };
    mended(&fewer, |design| {
        subnet(design, "app-a", |subnet| subnet.cidr = "10.0.10.0/28".into());
        subnet(design, "app-b", |subnet| subnet.cidr = "10.0.11.0/28".into());
        api(|asg| asg.max = 23)(design);
    });
    mended(&FixKind::SharePools(1), |design| {
        part(design, "db", |settings| {
            if let PartSettings::Rds(rds) = settings {
                rds.max_connections = 20
            }
        });
    });
}

#[test]
fn wires_and_events_without_meaning_go_and_missing_ones_come() {
    mended(&FixKind::RemoveWire, |design| {
        design.wires.insert(design.free_wire_id(), Wire::new(id("db"), id("users")));
    });
    mended(&FixKind::RemoveEvent, |design| {
        design.scenario.events.push(Event { at_ms: 1000, action: Action::PrimaryFailure { part: id("gone") } });
    });
    let unwired = |from: &'static str| move |design: &mut Design| design.wires.retain(|_, wire| wire.from != id(from));
    mended(&FixKind::Connect(id("dns")), unwired("users"));
    mended(&FixKind::Connect(id("api")), unwired("alb"));
    mended(&FixKind::Connect(id("web")), unwired("cdn"));
    mended(&FixKind::ReplicateFrom(id("db")), |design| {
        part(design, "replica", |settings| {
            if let PartSettings::ReadReplica(replica) = settings {
                replica.replica_of = None;
            }
        });
    });
}

#[test]
fn every_number_out_of_its_range_and_every_unknown_choice_has_a_fix() {
    let design = seed_architecture();
    for (part_id, part) in &design.parts {
        for setting in part.settings_table() {
            let wrong: serde_json::Value = match setting.control {
                Control::Decimal(fact) => (fact.max + 1.0).into(),
                Control::Integer(fact) => (fact.max as u64 + 1).into(),
                _ => continue,
            };
            let Ok(edit) = design.set_part(part_id, setting.path, wrong) else { continue };
            let mut spoilt = design.clone();
            spoilt.apply(edit).unwrap();
            let is_range = |problem: &Problem| matches!(problem.kind, ProblemKind::OutOfRange { .. });
            let found = problems(&spoilt).into_iter().find(is_range).unwrap();
            let fixed = fix(&spoilt, &found).unwrap_or_else(|| panic!("{} has no fix", setting.path));
            spoilt.apply(fixed.edit).unwrap();
            assert!(!problems(&spoilt).contains(&found));
        }
    }
    let mut unknown = seed_architecture();
    part(&mut unknown, "api", |settings| {
        if let PartSettings::Asg(asg) = settings {
            asg.instance_type = "m1.tiny".into()
        }
    });
    let done = mend(&mut unknown);
    assert!(matches!(done.first(), Some(FixKind::Choose { key: SettingKey::InstanceType, .. })));
}

fn chosen(key: SettingKey, value: &str) -> FixKind {
    FixKind::Choose { key, value: value.into() }
}

fn record(design: &mut Design, wire: &str, change: impl FnOnce(&mut Record)) {
    let wire = design.wires.get_mut(&wire.parse().unwrap()).unwrap();
    let mut record = wire.record();
    change(&mut record);
    wire.settings = Some(WireSettings::Record(record));
}

#[test]
fn records_that_route_53_refuses_are_made_ones_that_it_takes() {
    let mended = |expected: &FixKind, spoil: &dyn Fn(&mut Record)| {
        let mut design = two_regions();
        record(&mut design, "w3", spoil);
        assert_eq!(mend(&mut design).first(), Some(expected));
        assert_eq!(problems(&design), Vec::<Problem>::new());
    };
    mended(&chosen(SettingKey::RecordPolicy, "failover"), &|record| record.policy = RoutingPolicy::Weighted);
    mended(&chosen(SettingKey::RecordFailover, "secondary"), &|record| record.failover = FailoverRole::Primary);
    mended(&chosen(SettingKey::RecordCheckType, "https"), &|record| {
        record.health_check.kind = RecordCheckType::Http;
    });
    let long = FixKind::SetTo { key: SettingKey::RecordTtl, value: 60.0, unit: Unit::Seconds };
    mended(&long, &|record| (record.alias, record.health_check.kind) = (false, RecordCheckType::Https));
}

#[test]
fn two_simple_records_of_a_name_become_weighted_ones() {
    let mut design = two_regions();
    for wire in ["w2", "w3"] {
        record(&mut design, wire, |record| record.policy = RoutingPolicy::Simple);
    }
    assert_eq!(mend(&mut design).first(), Some(&chosen(SettingKey::RecordPolicy, "weighted")));
    assert_eq!(problems(&design), Vec::<Problem>::new());
}

#[test]
fn aliases_at_the_apex_and_checks_without_effect_are_mended() {
    mended(&FixKind::TurnOn(SettingKey::RecordAlias), |design| record(design, "w2", |record| record.alias = false));
    mended(&FixKind::TurnOff(SettingKey::EvaluateTargetHealth), |design| {
        record(design, "w2", |record| record.evaluate_target_health = true);
    });
    mended(&chosen(SettingKey::RecordCheckType, "none"), |design| {
        record(design, "w3", |record| record.health_check.kind = RecordCheckType::Https);
    });
    mended(&chosen(SettingKey::RecordLocation, "*"), |design| {
        record(design, "w3", |record| {
            (record.policy, record.location) = (RoutingPolicy::Geolocation, "EU".into());
        });
    });
}

#[test]
fn a_certificate_that_would_not_be_renewed_is_one_that_acm_renews() {
    for (source, expected) in [
        (CertificateSource::Imported, chosen(SettingKey::CertificateSource, "issued")),
        (CertificateSource::Issued, FixKind::TurnOn(SettingKey::ValidationRecord)),
    ] {
        mended(&expected, |design| {
            part(design, "cert-api", |settings| {
                if let PartSettings::Certificate(certificate) = settings {
                    (certificate.expires_in_days, certificate.validation_record) = (0.001, false);
                    certificate.source = source;
                }
            });
        });
    }
}

#[test]
fn pools_calls_and_tables_are_mended() {
    mended(&FixKind::SetTo { key: SettingKey::PoolSize, value: 5.0, unit: Unit::Count }, |design| {
        part(design, "api", |settings| {
            if let PartSettings::Asg(asg) = settings {
                asg.application.threads = 5;
            }
        });
    });
    mended(&chosen(SettingKey::Shape, "constant"), |design| {
        part(design, "users", |settings| {
            if let PartSettings::Users(users) = settings {
                users.traffic.shape = Shape::Table;
            }
        });
    });
    let late = FixKind::SetTo { key: SettingKey::CallTimeout, value: 10.0, unit: Unit::Seconds };
    let often = FixKind::SetTo { key: SettingKey::CallTries, value: 1.0, unit: Unit::Count };
    for (expected, timeout_s, tries) in [(late, 20.0, 1), (often, 3.0, 10)] {
        mended(&expected, |design| {
            design.parts.insert(id("bank"), settings(PartSettings::ExternalService(ExternalService::default()), None));
            // Its subnets have a way out.
            part(design, "api", |settings| {
                if let PartSettings::Asg(asg) = settings {
                    asg.subnets = vec![id("pub-a"), id("pub-b")];
                }
            });
            let call = Call { timeout_s, tries, ..Call::default() };
            let wire = Wire { settings: Some(WireSettings::Call(call)), ..Wire::new(id("api"), id("bank")) };
            design.wires.insert(design.free_wire_id(), wire);
        });
    }
}

#[test]
fn whatever_is_wrong_with_a_preset_a_fix_mends_what_it_says() {
    for preset in Preset::ALL {
        mend(&mut preset.design());
    }
}

#[test]
fn a_fix_is_one_step_of_the_history() {
    let (mut design, mut history) = (seed_architecture(), History::default());
    group(&mut design, |group| group.group_health.routing_count = 2);
    let before = design.clone();
    let found = problems(&design);
    let Fix { edit, .. } = fix(&design, &found[0]).unwrap();
    history.commit(&mut design, Change::Fix, edit).unwrap();
    assert_eq!(problems(&design), Vec::new());
    history.undo(&mut design).unwrap();
    assert_eq!(design, before);
    assert_eq!(history.undoable(), None);
}

#[test]
fn a_scaling_group_listens_to_its_load_balancer_and_keeps_room_for_the_loss_of_a_zone() {
    let mut design = seed_architecture();
    part(&mut design, "api", |settings| {
        let PartSettings::Asg(asg) = settings else { return };
        (asg.health_check_type, asg.register_at) = (HealthCheckType::Ec2, RegisterAt::InService);
        (asg.user_data_s, asg.default_instance_warmup_s, asg.target_tracking.cpu_percent) = (400.0, 100.0, 80.0);
        (asg.max_instance_lifetime_s, asg.scheduled_actions) = (60.0, vec!["soon".into()]);
        (asg.maintenance_policy.enabled, asg.maintenance_policy.max_healthy_percent) = (true, 200.0);
        asg.maintenance_policy.min_healthy_percent = 50.0;
    });
    let done = mend(&mut design);
    assert_eq!(done.len(), 7, "{done:?}");
    let PartSettings::Asg(asg) = &design.parts[&id("api")].settings else { return };
    assert_eq!((asg.health_check_type, asg.health_check_grace_s), (HealthCheckType::Elb, 400.0));
    assert_eq!((asg.default_instance_warmup_s, asg.target_tracking.cpu_percent), (400.0, 50.0));
    assert_eq!((asg.max_instance_lifetime_s, asg.maintenance_policy.max_healthy_percent), (86_400.0, 150.0));
    assert!(asg.scheduled_actions.is_empty());
}
