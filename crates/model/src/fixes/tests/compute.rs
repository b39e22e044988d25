//! Target groups, instances, pools, calls.

use super::*;

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
