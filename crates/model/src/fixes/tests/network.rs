//! Subnets, routes, addresses, security groups.

use super::*;

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
