//! S3: a private bucket with the built web page, reached through its REST endpoint.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A bucket.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct S3 {
    /// Objects it holds; a request for a later object is one for a missing key.
    pub objects: u32,
    /// Shortest first-byte latency in milliseconds (S3-11).
    pub first_byte_min_ms: f64,
    /// Longest first-byte latency in milliseconds (S3-11).
    pub first_byte_max_ms: f64,
    /// Reads per second before 503 Slow Down (S3-02, S3-03).
    pub get_rps: f64,
    /// Whether the bucket policy grants ListBucket: missing keys are then 404, else 403 (S3-04, S3-05).
    pub list_bucket: bool,
}

impl Default for S3 {
    fn default() -> Self {
        S3 {
            objects: fact::BUCKET_OBJECTS.whole(),
            first_byte_min_ms: fact::FIRST_BYTE_MIN.value,
            first_byte_max_ms: fact::FIRST_BYTE_MAX.value,
            get_rps: fact::GET_RATE.value,
            list_bucket: false,
        }
    }
}

/// The settings of a bucket.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::BucketObjects, "objects", Section::General, Control::Integer(&fact::BUCKET_OBJECTS)),
    setting(SettingKey::ListBucket, "list_bucket", Section::General, Control::Toggle),
    setting(SettingKey::GetRate, "get_rps", Section::Capacity, Control::Decimal(&fact::GET_RATE)),
    setting(SettingKey::FirstByteMin, "first_byte_min_ms", Section::Capacity, Control::Decimal(&fact::FIRST_BYTE_MIN)),
    setting(SettingKey::FirstByteMax, "first_byte_max_ms", Section::Capacity, Control::Decimal(&fact::FIRST_BYTE_MAX)),
];
