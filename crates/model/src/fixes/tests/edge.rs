//! Certificates, records, distributions.

use super::*;

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
