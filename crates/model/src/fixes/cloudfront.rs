//! Distributions, their origins and buckets.

use super::lists::settled;
use super::{Fix, FixKind, wire_edit};
use crate::parts::Endpoint;
use crate::setting::SettingKey;
use crate::wires::{CacheControl, CachePolicy, Origin, OriginProtocol, OriginRole};
use crate::{CloudfrontProblem, Design, Edit, Part, PartId, PartSettings, Wire, WireId, WireSettings, fact};

/// What mends a problem of a distribution.
pub(super) fn of_part(design: &Design, id: &PartId, part: &Part, problem: &CloudfrontProblem) -> Option<Fix> {
    let PartSettings::Cloudfront(mut distribution) = part.settings.clone() else { return None };
    let kind = match problem {
        CloudfrontProblem::DeepLinksUnmapped { .. } => {
            distribution.spa_error_page = true;
            FixKind::TurnOn(SettingKey::SpaErrorPage)
        }
        CloudfrontProblem::TtlOrder => {
            let (a, b, c) = (distribution.min_ttl_s, distribution.default_ttl_s, distribution.max_ttl_s);
            distribution.min_ttl_s = a.min(c);
            distribution.max_ttl_s = a.max(c);
            distribution.default_ttl_s = b.clamp(distribution.min_ttl_s, distribution.max_ttl_s);
            FixKind::OrderTtls
        }
        CloudfrontProblem::NoRootObject => {
            distribution.default_root_object = "index.html".into();
            FixKind::Fill { key: SettingKey::DefaultRootObject, text: "index.html".into() }
        }
        CloudfrontProblem::BadErrorResponse(line) => {
            distribution.custom_error_responses.retain(|other| other != line);
            FixKind::LeaveOut(line.clone())
        }
        CloudfrontProblem::NoDefaultBehaviour => return default_behaviour(design, id),
        _ => return None,
    };
    let settings = PartSettings::Cloudfront(distribution);
    Some(Fix { kind, edit: super::part_edit(id, part, settings) })
}

/// The only primary origin takes everything.
fn default_behaviour(design: &Design, id: &PartId) -> Option<Fix> {
    let mut primary =
        design.wires.iter().filter(|(_, wire)| &wire.from == id && wire.origin().role == OriginRole::Primary);
    let ((id, wire), None) = (primary.next()?, primary.next()) else { return None };
    let path = Origin::default().path;
    let kind = FixKind::Fill { key: SettingKey::OriginPath, text: path.clone() };
    Some(Fix { kind, edit: wire_edit(id, wire, WireSettings::Origin(Origin { path, ..wire.origin() })) })
}

/// What mends a problem of an origin.
pub(super) fn of_wire(design: &Design, id: &WireId, wire: &Wire, problem: &CloudfrontProblem) -> Option<Fix> {
    let mut origin = wire.origin();
    let choose = |key, value: &str| FixKind::Choose { key, value: value.into() };
    let kind = match problem {
        CloudfrontProblem::NotSigned => {
            origin.origin_access_control = true;
            FixKind::TurnOn(SettingKey::OriginAccessControl)
        }
        CloudfrontProblem::SignedWebsite => {
            origin.origin_access_control = false;
            FixKind::TurnOff(SettingKey::OriginAccessControl)
        }
        CloudfrontProblem::PrivateWebsite => return sign_requests(design, id, wire),
        CloudfrontProblem::WrongProtocol => {
            origin.protocol = OriginProtocol::Automatic;
            choose(SettingKey::OriginProtocol, "automatic")
        }
        CloudfrontProblem::FilesUncached => {
            origin.cache_policy = CachePolicy::CachingOptimized;
            if origin.cache_control == CacheControl::NoStore {
                origin.cache_control = CacheControl::Usual;
            }
            choose(SettingKey::CachePolicy, "caching_optimized")
        }
        CloudfrontProblem::WaitsTooLong { timeout_s, .. } => {
            let each = (timeout_s / f64::from(origin.connection_attempts.max(1))).floor();
            let fact = &fact::ORIGIN_RESPONSE_TIMEOUT;
            origin.response_timeout_s = each.clamp(fact.min, fact.max);
            FixKind::SetTo { key: SettingKey::OriginResponseTimeout, value: origin.response_timeout_s, unit: fact.unit }
        }
        CloudfrontProblem::SecondaryAlone => {
            origin.role = OriginRole::Primary;
            choose(SettingKey::OriginRole, "primary")
        }
        CloudfrontProblem::BadFailoverCode(code) => {
            origin.failover_codes.retain(|other| other != code);
            FixKind::LeaveOut(code.clone())
        }
        _ => return None,
    };
    Some(Fix { kind, edit: wire_edit(id, wire, WireSettings::Origin(origin)) })
}

/// A private bucket answers signed requests at its REST endpoint.
fn sign_requests(design: &Design, id: &WireId, wire: &Wire) -> Option<Fix> {
    let bucket = settled(&wire.to, design.parts.get(&wire.to)?, |settings| {
        if let PartSettings::S3(bucket) = settings {
            bucket.endpoint = Endpoint::Rest;
        }
    });
    let origin = Origin { origin_access_control: true, ..wire.origin() };
    let edit = Edit::Batch(vec![bucket, wire_edit(id, wire, WireSettings::Origin(origin))]);
    Some(Fix { kind: FixKind::SignRequests, edit })
}
