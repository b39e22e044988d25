//! S3: a bucket with the built web page, reached through its REST endpoint or its website endpoint.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A bucket.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct S3 {
    /// Objects it holds; a request for a later object is one for a missing key.
    pub objects: u32,
    /// The endpoint that answers (S3-06, S3-07).
    pub endpoint: Endpoint,
    /// Whether anybody may read its objects; else only signed requests of a distribution (S3-08).
    pub public_read: bool,
    /// Whether the bucket policy grants ListBucket: missing keys are then 404, else 403 (S3-04, S3-05).
    pub list_bucket: bool,
    /// Whether the bucket policy grants PutObject to signed requests, so that writes are stored (S3-09).
    pub put_object: bool,
    /// Shortest first-byte latency in milliseconds (S3-11).
    pub first_byte_min_ms: f64,
    /// Longest first-byte latency in milliseconds (S3-11).
    pub first_byte_max_ms: f64,
    /// Prefixes that its keys are spread over, each with its own rates (S3-01, S3-02).
    pub prefixes: u32,
    /// Reads per second and prefix before 503 Slow Down (S3-02, S3-03).
    pub get_rps: f64,
    /// Writes per second and prefix before 503 Slow Down (S3-01, S3-03).
    pub put_rps: f64,
    /// Seconds of sustained throttling after which a prefix serves twice its rate (S3-03, not published).
    pub repartition_s: f64,
}

/// The endpoint of a bucket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum Endpoint {
    /// The REST endpoint: HTTP and HTTPS, signed requests.
    Rest,
    /// The website endpoint: HTTP only, public objects only, 404 for every missing key (S3-06, S3-07).
    Website,
}

impl Default for S3 {
    fn default() -> Self {
        S3 {
            objects: fact::BUCKET_OBJECTS.whole(),
            endpoint: Endpoint::Rest,
            public_read: false,
            list_bucket: false,
            put_object: false,
            first_byte_min_ms: fact::FIRST_BYTE_MIN.value,
            first_byte_max_ms: fact::FIRST_BYTE_MAX.value,
            prefixes: fact::BUCKET_PREFIXES.whole(),
            get_rps: fact::GET_RATE.value,
            put_rps: fact::PUT_RATE.value,
            repartition_s: fact::REPARTITION_TIME.value,
        }
    }
}

/// The settings of a bucket.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::BucketObjects, "objects", Section::General, Control::Integer(&fact::BUCKET_OBJECTS)),
    setting(SettingKey::BucketEndpoint, "endpoint", Section::General, Control::Choice(&["rest", "website"])),
    setting(SettingKey::PublicRead, "public_read", Section::General, Control::Toggle),
    setting(SettingKey::ListBucket, "list_bucket", Section::General, Control::Toggle),
    setting(SettingKey::PutObject, "put_object", Section::General, Control::Toggle),
    setting(SettingKey::BucketPrefixes, "prefixes", Section::Capacity, Control::Integer(&fact::BUCKET_PREFIXES)),
    setting(SettingKey::GetRate, "get_rps", Section::Capacity, Control::Decimal(&fact::GET_RATE)),
    setting(SettingKey::PutRate, "put_rps", Section::Capacity, Control::Decimal(&fact::PUT_RATE)),
    setting(SettingKey::FirstByteMin, "first_byte_min_ms", Section::Capacity, Control::Decimal(&fact::FIRST_BYTE_MIN)),
    setting(SettingKey::FirstByteMax, "first_byte_max_ms", Section::Capacity, Control::Decimal(&fact::FIRST_BYTE_MAX)),
    setting(
        SettingKey::RepartitionTime,
        "repartition_s",
        Section::Assumptions,
        Control::Decimal(&fact::REPARTITION_TIME),
    ),
];
