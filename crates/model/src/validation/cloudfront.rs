//! What is wrong with a distribution, its behaviours and its buckets.

use super::index::Index;
use super::{Severity, Subject};
use crate::parts::{Cloudfront, Endpoint, S3, error_response};
use crate::wires::{CacheControl, CachePolicy, FAILOVER_CODES, Origin, OriginProtocol, OriginRole};
use crate::{Kind, Part, PartId, PartSettings, WireId};

/// What can be wrong with a distribution or an origin.
#[derive(Debug, Clone, PartialEq)]
pub enum CloudfrontProblem {
    /// Deep links of the app are answered with this code, which no custom error response maps to a page (CF-18, S3-04).
    DeepLinksUnmapped {
        /// 403, or 404 where the keys can be listed.
        code: u16,
    },
    /// This code is answered with status 200, for the API as well (CF-19).
    ApiErrorsHidden {
        /// The code.
        code: u16,
    },
    /// No behaviour takes what no other pattern matches.
    NoDefaultBehaviour,
    /// The TTLs are not in order (CF-01).
    TtlOrder,
    /// No object is served for `/` (CF-39).
    NoRootObject,
    /// A line of the custom error responses cannot be read.
    BadErrorResponse(String),
    /// A private bucket gets requests without a signature (S3-08).
    NotSigned,
    /// Requests to a website endpoint are to be signed, which it cannot take (S3-07).
    SignedWebsite,
    /// A website endpoint serves public objects only (S3-06).
    PrivateWebsite,
    /// The origin does not speak this protocol (CF-32).
    WrongProtocol,
    /// A record points to a bucket's REST endpoint, which has no certificate for the name (S3-07).
    RecordToRest,
    /// Files are not cached (CF-03).
    FilesUncached,
    /// CloudFront waits longer for the origin than the clients for CloudFront (CF-08).
    WaitsTooLong {
        /// Seconds that all attempts take.
        waits_s: f64,
        /// Seconds that a client waits.
        timeout_s: f64,
    },
    /// No primary origin has the path of this secondary one (CF-12).
    SecondaryAlone,
    /// No origin group fails over on this code (CF-11).
    BadFailoverCode(String),
}

/// Takes a problem.
type Add<'a> = &'a mut dyn FnMut(Subject, Severity, CloudfrontProblem);

/// A wire of a distribution with its settings and what it leads to.
struct Way<'a> {
    id: &'a WireId,
    origin: Origin,
    target: &'a PartSettings,
}

/// Every problem of one distribution with the wires to its origins, or of the wires that lead users to a bucket.
pub(super) fn check(index: &Index<'_>, id: &PartId, part: &Part, add: Add<'_>) {
    match &part.settings {
        PartSettings::Cloudfront(settings) => distribution(index, id, settings, add),
        PartSettings::S3(bucket) => direct(index, id, bucket, add),
        _ => {}
    }
}

/// Users who reach a bucket without a distribution before it.
fn direct(index: &Index<'_>, id: &PartId, bucket: &S3, add: Add<'_>) {
    for &(wire_id, wire) in index.wires_to(id) {
        let mut wire_problem = |problem| add(Subject::Wire(wire_id.clone()), Severity::Error, problem);
        match index.kind(&wire.from) {
            Some(Kind::Route53) if bucket.endpoint == Endpoint::Rest => wire_problem(CloudfrontProblem::RecordToRest),
            Some(Kind::Users | Kind::Route53) if !bucket.public_read => wire_problem(CloudfrontProblem::NotSigned),
            _ => {}
        }
    }
}

fn distribution(index: &Index<'_>, id: &PartId, distribution: &Cloudfront, add: Add<'_>) {
    let mut ways: Vec<Way<'_>> = Vec::new();
    for &(wire_id, wire) in index.wires_from(id) {
        if let Some(target) = index.design.parts.get(&wire.to)
            && matches!(target.kind(), Kind::S3 | Kind::Alb | Kind::Ec2)
        {
            ways.push(Way { id: wire_id, origin: wire.origin(), target: &target.settings });
        }
    }
    settings(id, distribution, add);
    let of_files = serving(&ways, "/assets/1.js").map(|way| way.id);
    let timeout_s = index.users.iter().map(|(_, users)| users.timeout_s).reduce(f64::min);
    for way in &ways {
        origin(way, &ways, of_files == Some(way.id), timeout_s, add);
    }
    if !ways.is_empty() {
        answers(index, id, distribution, &ways, add);
    }
}

fn settings(id: &PartId, distribution: &Cloudfront, add: Add<'_>) {
    let mut part = |severity, problem| add(Subject::Part(id.clone()), severity, problem);
    let (least, usual, most) = (distribution.min_ttl_s, distribution.default_ttl_s, distribution.max_ttl_s);
    if least > usual || usual > most {
        part(Severity::Error, CloudfrontProblem::TtlOrder);
    }
    for line in &distribution.custom_error_responses {
        if error_response(line).is_none() {
            part(Severity::Error, CloudfrontProblem::BadErrorResponse(line.clone()));
        }
    }
}

/// The primary way that serves a path.
fn serving<'a>(ways: &'a [Way<'a>], path: &str) -> Option<&'a Way<'a>> {
    let primary = ways.iter().filter(|way| way.origin.role == OriginRole::Primary && way.origin.serves(path));
    primary.min_by_key(|way| (way.origin.is_default(), way.origin.precedence))
}

/// What its answers are like as a whole.
fn answers(index: &Index<'_>, id: &PartId, distribution: &Cloudfront, ways: &[Way<'_>], add: Add<'_>) {
    let mut part = |severity, problem| add(Subject::Part(id.clone()), severity, problem);
    let is_primary_default = |way: &Way<'_>| way.origin.is_default() && way.origin.role == OriginRole::Primary;
    if !ways.iter().any(is_primary_default) {
        part(Severity::Error, CloudfrontProblem::NoDefaultBehaviour);
    }
    if let Some(Way { target: PartSettings::S3(bucket), .. }) = serving(ways, "/orders/1") {
        let code = missing_code(bucket);
        let is_mapped = distribution.error_response_for(code).is_some_and(|response| response.response_code == 200);
        if asks_for_deep_links(index) && !is_mapped {
            part(Severity::Warning, CloudfrontProblem::DeepLinksUnmapped { code });
        }
        let finds_index = distribution.default_root_object.trim_start_matches('/') == "index.html";
        if !finds_index && bucket.endpoint == Endpoint::Rest {
            part(Severity::Warning, CloudfrontProblem::NoRootObject);
        }
    }
    let takes_api = ways.iter().any(|way| !way.origin.is_default() && way.origin.serves("/api/items"));
    let hidden = distribution.error_responses().find(|response| response.response_code == 200);
    if let Some(response) = hidden.filter(|_| takes_api) {
        part(Severity::Warning, CloudfrontProblem::ApiErrorsHidden { code: response.code });
    }
}

/// What a bucket answers for a missing key (S3-04 to S3-06).
fn missing_code(bucket: &S3) -> u16 {
    if bucket.list_bucket || bucket.endpoint == Endpoint::Website { 404 } else { 403 }
}

fn asks_for_deep_links(index: &Index<'_>) -> bool {
    index.users.iter().any(|(_, users)| users.mix.assets > 0.0 && users.assets.deep_links_percent > 0.0)
}

/// `timeout_s` is the shortest time that clients wait.
fn origin(way: &Way<'_>, ways: &[Way<'_>], serves_files: bool, timeout_s: Option<f64>, add: Add<'_>) {
    let mut wire = |severity, problem| add(Subject::Wire(way.id.clone()), severity, problem);
    let origin = &way.origin;
    if let PartSettings::S3(bucket) = way.target {
        let signed = origin.origin_access_control;
        match bucket.endpoint {
            Endpoint::Rest if !signed && !bucket.public_read => wire(Severity::Error, CloudfrontProblem::NotSigned),
            Endpoint::Website if !bucket.public_read => wire(Severity::Error, CloudfrontProblem::PrivateWebsite),
            Endpoint::Website if signed => wire(Severity::Warning, CloudfrontProblem::SignedWebsite),
            _ => {}
        }
    }
    if !speaks(origin.protocol, way.target) {
        wire(Severity::Error, CloudfrontProblem::WrongProtocol);
    }
    let keeps_nothing =
        origin.cache_policy == CachePolicy::CachingDisabled || origin.cache_control == CacheControl::NoStore;
    if serves_files && keeps_nothing && matches!(way.target, PartSettings::S3(_)) {
        wire(Severity::Warning, CloudfrontProblem::FilesUncached);
    }
    for code in &origin.failover_codes {
        // Of a secondary origin nothing fails over.
        if origin.role == OriginRole::Primary && !FAILOVER_CODES.contains(&code.as_str()) {
            wire(Severity::Error, CloudfrontProblem::BadFailoverCode(code.clone()));
        }
    }
    let same_path =
        |other: &Way<'_>| other.origin.path == origin.path || other.origin.is_default() && origin.is_default();
    let has_primary = || ways.iter().any(|other| other.origin.role == OriginRole::Primary && same_path(other));
    if origin.role == OriginRole::Secondary && !has_primary() {
        wire(Severity::Warning, CloudfrontProblem::SecondaryAlone);
    }
    let waits_s = origin.response_timeout_s * f64::from(origin.connection_attempts);
    if let Some(timeout_s) = timeout_s
        && timeout_s < waits_s
        && !matches!(way.target, PartSettings::S3(_))
    {
        wire(Severity::Warning, CloudfrontProblem::WaitsTooLong { waits_s, timeout_s });
    }
}

/// Whether the target listens for what CloudFront speaks.
fn speaks(protocol: OriginProtocol, target: &PartSettings) -> bool {
    match (protocol, target) {
        (OriginProtocol::HttpsOnly, PartSettings::S3(bucket)) => bucket.endpoint == Endpoint::Rest,
        (OriginProtocol::HttpsOnly, PartSettings::Alb(alb)) => alb.certificate.is_some(),
        (OriginProtocol::HttpsOnly, _) => false,
        (OriginProtocol::HttpOnly, PartSettings::Alb(alb)) => alb.certificate.is_none(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::CloudfrontProblem as Problem;
    use crate::parts::{Cloudfront, Endpoint, S3};
    use crate::presets::seed_architecture;
    use crate::wires::{CachePolicy, Origin, OriginProtocol, OriginRole};
    use crate::{Design, PartSettings, ProblemKind, Wire, WireSettings, problems};

    /// The seed architecture with another distribution, bucket and origin.
    fn changed(
        distribution: impl FnOnce(&mut Cloudfront),
        bucket: impl FnOnce(&mut S3),
        origin: impl FnOnce(&mut Origin),
    ) -> Design {
        let mut design = seed_architecture();
        if let Some(PartSettings::Cloudfront(cdn)) =
            design.parts.get_mut(&"cdn".parse().unwrap()).map(|part| &mut part.settings)
        {
            distribution(cdn);
        }
        if let Some(PartSettings::S3(web)) =
            design.parts.get_mut(&"web".parse().unwrap()).map(|part| &mut part.settings)
        {
            bucket(web);
        }
        if let Some(WireSettings::Origin(wire)) =
            design.wires.get_mut(&"w4".parse().unwrap()).and_then(|wire| wire.settings.as_mut())
        {
            origin(wire);
        }
        design
    }

    fn found(design: &Design) -> Vec<Problem> {
        let kinds = problems(design).into_iter().map(|problem| problem.kind);
        kinds
            .filter_map(|kind| if let ProblemKind::Cloudfront(problem) = kind { Some(problem) } else { None })
            .collect()
    }

    #[test]
    fn deep_links_need_a_page_for_the_code_that_the_bucket_answers_with() {
        let design = |list_bucket: bool, lines: &[&str]| {
            let custom_error_responses: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            changed(
                |cdn| (cdn.spa_error_page, cdn.custom_error_responses) = (false, custom_error_responses),
                |web| web.list_bucket = list_bucket,
                |_| {},
            )
        };
        assert_eq!(found(&design(false, &[])), [Problem::DeepLinksUnmapped { code: 403 }]);
        assert_eq!(found(&design(false, &["404 /index.html 200"])), [Problem::DeepLinksUnmapped { code: 403 }]);
        assert_eq!(found(&design(true, &["404 /index.html 200"])), []);
        assert_eq!(found(&design(true, &["nonsense"])).len(), 2);
    }

    #[test]
    fn a_mapping_hides_the_errors_of_an_api_behind_the_same_distribution() {
        let mut design = changed(|_| {}, |_| {}, |_| {});
        let origin = Origin { path: "/api/*".into(), response_timeout_s: 3.0, ..Origin::default() };
        let wire = Wire {
            settings: Some(WireSettings::Origin(origin)),
            ..Wire::new("cdn".parse().unwrap(), "alb".parse().unwrap())
        };
        design.wires.insert("w8".parse().unwrap(), wire.clone());
        assert_eq!(found(&design), [Problem::ApiErrorsHidden { code: 403 }]);
        let slow =
            Wire { settings: Some(WireSettings::Origin(Origin { path: "/x/*".into(), ..Origin::default() })), ..wire };
        design.wires.insert("w8".parse().unwrap(), slow);
        assert_eq!(found(&design), [Problem::WaitsTooLong { waits_s: 90.0, timeout_s: 10.0 }]);
    }

    #[test]
    fn a_bucket_and_its_origin_agree_on_signatures_and_protocol() {
        let with = |endpoint, public_read, signed, protocol| {
            let bucket = |web: &mut S3| (web.endpoint, web.public_read) = (endpoint, public_read);
            let origin = |wire: &mut Origin| (wire.origin_access_control, wire.protocol) = (signed, protocol);
            let spa = |cdn: &mut Cloudfront| cdn.spa_error_page = true;
            found(&changed(spa, bucket, origin))
        };
        let automatic = OriginProtocol::Automatic;
        assert_eq!(with(Endpoint::Rest, false, true, automatic), []);
        assert_eq!(with(Endpoint::Rest, false, false, automatic), [Problem::NotSigned]);
        assert_eq!(with(Endpoint::Rest, true, false, automatic), []);
        assert_eq!(with(Endpoint::Website, false, false, automatic), [Problem::PrivateWebsite]);
        assert_eq!(with(Endpoint::Website, true, true, automatic), [Problem::SignedWebsite]);
        assert_eq!(with(Endpoint::Website, true, false, OriginProtocol::HttpsOnly), [Problem::WrongProtocol]);
    }

    #[test]
    fn files_that_are_not_cached_and_a_secondary_alone_are_pointed_out() {
        let uncached = changed(|_| {}, |_| {}, |wire| wire.cache_policy = CachePolicy::CachingDisabled);
        assert_eq!(found(&uncached), [Problem::FilesUncached]);
        let alone = changed(|_| {}, |_| {}, |wire| wire.role = OriginRole::Secondary);
        assert_eq!(found(&alone), [Problem::NoDefaultBehaviour, Problem::SecondaryAlone]);
        let code = changed(|_| {}, |_| {}, |wire| wire.failover_codes = vec!["418".into()]);
        assert_eq!(found(&code), [Problem::BadFailoverCode("418".into())]);
    }

    #[test]
    fn ttls_in_the_wrong_order_and_a_missing_front_page_are_pointed_out() {
        let ttl = changed(|cdn| cdn.min_ttl_s = 100_000.0, |_| {}, |_| {});
        assert_eq!(found(&ttl), [Problem::TtlOrder]);
        let root = changed(|cdn| cdn.default_root_object.clear(), |_| {}, |_| {});
        assert_eq!(found(&root), [Problem::NoRootObject]);
    }
}
