//! Every value has a text in every language, and the languages differ.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fmt::Debug;

use ninepins_model::{
    Action, Change, Group, Kind, ScalingProcess, Section, SettingKey, Severity, Unit, WireKind, fact,
};
use ninepins_report::{CauseKind, Class, Health, MemberRole, MemberState, Metric, Outcome, RunState};
use ninepins_words::Language::{self, English, Korean};
use ninepins_words::{page_texts, texts};

/// What is wrong with a table: texts that are empty or unfinished, and texts that are not translated.
fn faults<T: Copy + Debug>(values: &[T], says: impl Fn(Language, T) -> String, same: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for &value in values {
        let (english, korean) = (says(English, value), says(Korean, value));
        for text in [&english, &korean] {
            if text.trim() != text || text.is_empty() || text.contains("TODO") || text.contains('<') {
                found.push(format!("{value:?}: “{text}”"));
            }
        }
        let is_korean = korean.chars().any(|letter| ('가'..='힣').contains(&letter));
        if !is_korean && !same.contains(&korean.as_str()) {
            found.push(format!("{value:?} is not translated: “{korean}”"));
        }
        if english.chars().any(|letter| ('가'..='힣').contains(&letter)) {
            found.push(format!("{value:?} is Korean in English: “{english}”"));
        }
    }
    found
}

macro_rules! complete {
    ($name:ident, $values:expr, $says:expr $(, $same:literal)* $(,)?) => {
        #[test]
        fn $name() {
            assert_eq!(faults($values, |language, value| $says(language, value).to_string(), &[$($same),*]), Vec::<String>::new());
        }
    };
}

const GROUPS: &[Group] = &[Group::Edge, Group::Network, Group::Compute, Group::Data];
const WIRE_KINDS: &[WireKind] = &[
    WireKind::Client,
    WireKind::Record,
    WireKind::Origin,
    WireKind::TargetGroup,
    WireKind::NlbTargetGroup,
    WireKind::Call,
    WireKind::Pool,
    WireKind::ProxyTarget,
];
const SECTIONS: &[Section] = &[
    Section::General,
    Section::Traffic,
    Section::Client,
    Section::Network,
    Section::Capacity,
    Section::Application,
    Section::Cache,
    Section::Health,
    Section::Scaling,
    Section::Availability,
    Section::Storage,
    Section::Connections,
    Section::Assumptions,
];
const STATUSES: &[fact::Status] = &[fact::Status::Confirmed, fact::Status::Assumed, fact::Status::Choice];
const RUN_STATES: &[RunState] = &[RunState::Running, RunState::CatchingUp, RunState::Finished, RunState::Stopped];
const CHANGES: &[Change] = &[
    Change::Add,
    Change::Remove,
    Change::Move,
    Change::Resize,
    Change::Wire,
    Change::Unwire,
    Change::Setting,
    Change::Rename,
    Change::Timeline,
    Change::Network,
    Change::Open,
];

complete!(
    kinds_have_names,
    &Kind::ALL,
    ninepins_words::kind_name,
    "Route 53",
    "CloudFront",
    "VPC",
    "RDS Proxy",
    "ElastiCache"
);
complete!(kinds_are_described, &Kind::ALL, ninepins_words::kind_description);
complete!(kinds_have_a_placement_rule, &Kind::ALL, ninepins_words::placement_rule);
complete!(kinds_have_a_wiring_rule, &Kind::ALL, ninepins_words::wiring_rule);
complete!(groups_have_names, GROUPS, ninepins_words::group_name);
complete!(wire_kinds_have_names, WIRE_KINDS, ninepins_words::wire_kind_name);
complete!(wire_kinds_are_described, WIRE_KINDS, ninepins_words::wire_kind_description);
complete!(sections_have_names, SECTIONS, ninepins_words::section_name);
complete!(settings_have_labels, SettingKey::ALL, ninepins_words::setting_label);
complete!(settings_are_explained, SettingKey::ALL, ninepins_words::setting_help);
complete!(statuses_have_names, STATUSES, ninepins_words::status_name);
complete!(severities_have_names, &[Severity::Error, Severity::Warning], ninepins_words::severity_name);
complete!(changes_have_names, CHANGES, ninepins_words::change_name);
complete!(classes_have_names, Class::ALL, ninepins_words::class_name);
complete!(
    outcomes_have_names,
    Outcome::ALL,
    ninepins_words::outcome_name,
    "HTTP 403",
    "HTTP 404",
    "HTTP 408",
    "HTTP 429",
    "HTTP 463",
    "HTTP 464",
    "HTTP 500",
    "HTTP 502",
    "HTTP 503",
    "HTTP 504",
    "HTTP 561",
);
complete!(outcomes_are_explained, Outcome::ALL, ninepins_words::outcome_sentence);
complete!(causes_have_names, CauseKind::ALL, ninepins_words::cause_name, "Slow Down");
complete!(metrics_are_explained, Metric::ALL, ninepins_words::metric_help);
complete!(healths_have_names, Health::ALL, ninepins_words::health_name);
complete!(roles_have_names, MemberRole::ALL, ninepins_words::member_role_name);
complete!(member_states_have_names, MemberState::ALL, ninepins_words::member_state_name);
complete!(run_states_have_names, RUN_STATES, ninepins_words::run_state_name);

/// The fields of a table of texts, from its debug output: `field: "text",` on each line.
fn fields(table: &impl Debug) -> Vec<(String, String)> {
    format!("{table:#?}")
        .lines()
        .filter_map(|line| line.trim().strip_suffix(',')?.split_once(": "))
        .map(|(field, text)| (field.to_owned(), text.trim_matches('"').to_owned()))
        .collect()
}

#[test]
fn the_interfaces_texts_are_complete_and_translated() {
    let tables = [
        fields(texts(English)).into_iter().zip(fields(texts(Korean))).collect::<Vec<_>>(),
        fields(page_texts(English)).into_iter().zip(fields(page_texts(Korean))).collect(),
    ];
    let mut same: Vec<String> = Vec::new();
    for ((field, english), (_, korean)) in tables.into_iter().flatten() {
        assert!(!english.is_empty() && !korean.is_empty() && !korean.contains("TODO"), "{field}");
        if english == korean {
            same.push(field);
        }
    }
    assert_eq!(same, ["app_name", "cpu"]);
}

#[test]
fn a_setting_of_a_choice_has_a_name_for_every_option() {
    let mut bare: Vec<&str> = Vec::new();
    for setting in Kind::ALL.into_iter().flat_map(ninepins_model::parts::settings_of) {
        if let ninepins_model::Control::Choice(options) = setting.control {
            let snake = options.iter().filter(|option| option.chars().all(|letter| letter.is_ascii_lowercase()));
            bare.extend(snake.filter(|option| ninepins_words::choice_name(Korean, setting.key, option) == **option));
        }
    }
    assert_eq!(bare, Vec::<&str>::new());
}

#[test]
fn units_stand_after_numbers() {
    let units = [Unit::Percent, Unit::Seconds, Unit::Milliseconds, Unit::Days, Unit::PerSecond];
    assert_eq!(units.map(|unit| ninepins_words::unit_suffix(Korean, unit)), ["%", "초", "ms", "일", "/초"]);
}

#[test]
fn every_action_has_its_texts() {
    let design = ninepins_model::presets::seed_architecture();
    for action in actions() {
        let says: [&dyn Fn(Language) -> String; 4] = [
            &|language| ninepins_words::action_name(language, &design, &action),
            &|language| ninepins_words::fault_label(language, &action),
            &|language| ninepins_words::fault_help(language, &action).to_owned(),
            &|language| ninepins_words::action_sentence(language, &design, &action),
        ];
        for say in says {
            assert_eq!(faults(&[()], |language, ()| say(language), &[]), Vec::<String>::new());
        }
    }
}

fn actions() -> [Action; 60] {
    let part = |id: &str| id.parse().unwrap();
    [
        Action::TerminateInstance { target: "api/3".parse().unwrap() },
        Action::StopInstance { target: "api/any".parse().unwrap(), for_s: 60 },
        Action::HangInstance { target: "api/any".parse().unwrap(), for_s: 60 },
        Action::ApplicationCrash { target: "api/2".parse().unwrap(), for_s: 60 },
        Action::CpuStress { target: "api/any".parse().unwrap(), percent: 100.0, for_s: 60 },
        Action::MemoryStress { target: "api/any".parse().unwrap(), percent: 80.0, for_s: 60 },
        Action::IoStress { target: "api/any".parse().unwrap(), percent: 80.0, for_s: 60 },
        Action::DiskFill { target: "api/any".parse().unwrap(), percent: 100.0, for_s: 60 },
        Action::VolumeIoPause { target: "api/any".parse().unwrap(), for_s: 60 },
        Action::VolumeIoLatency { target: "api/any".parse().unwrap(), latency_ms: 100.0, for_s: 60 },
        Action::Errors { part: part("api"), percent: 20.0, for_s: 60 },
        Action::ExternalServiceOutage { part: part("users"), for_s: 60 },
        Action::ZonePowerLoss { zone: "ap-northeast-2a".into(), for_s: 600 },
        Action::ZoneNetworkCut { zone: "ap-northeast-2a".into(), within: false, for_s: 600 },
        Action::InsufficientInstanceCapacity { zone: "ap-northeast-2a".into(), for_s: 600 },
        Action::RegionLoss { part: part("seoul"), for_s: 600 },
        Action::NetworkLatency { part: part("api"), latency_ms: 200.0, jitter_ms: 10.0, for_s: 600 },
        Action::PacketLoss { part: part("api"), percent: 7.0, for_s: 600 },
        Action::Partition { part: part("api"), other: part("db"), for_s: 600 },
        Action::NetworkAclDeny { part: part("app-a"), outbound: true, from_port: 1024, to_port: 65535, for_s: 600 },
        Action::RouteRemoval { part: part("pub-a"), destination: "0.0.0.0/0".into(), for_s: 600 },
        Action::NatGatewayLoss { part: part("nat"), for_s: 600 },
        Action::PrimaryFailure { part: part("db") },
        Action::RebootWithFailover { part: part("db") },
        Action::ReplicaCut { part: part("replica"), for_s: 0 },
        Action::SlowQueries { part: part("db"), percent: 5.0, factor: 100.0, for_s: 90 },
        Action::DatabaseLock { part: part("db"), for_s: 90 },
        Action::StorageFull { part: part("db"), for_s: 90 },
        Action::ConnectionLeak { part: part("api"), percent: 1.0, for_s: 90 },
        Action::ReplicaLag { part: part("replica"), for_s: 90 },
        Action::DatabaseMaintenance { part: part("db") },
        Action::EngineUpgrade { part: part("db") },
        Action::DatabaseClassChange { part: part("db"), instance_class: "db.m6g.xlarge".into() },
        Action::DatabaseBackup { part: part("db") },
        Action::DatabaseRestore { part: part("db") },
        Action::PromoteReplica { part: part("replica") },
        Action::CertificateExpiry { part: part("cert-api"), for_s: 90 },
        Action::SecurityGroupRuleRemoval { part: part("db"), from: "api".into(), for_s: 90 },
        Action::NodeLoss { part: part("alb"), zone: "ap-northeast-2a".into(), for_s: 90 },
        Action::ZonalShift { part: part("alb"), zone: "ap-northeast-2a".into(), for_s: 90 },
        Action::BadHealthCheck { part: part("api"), status: 500, for_s: 90 },
        Action::TargetDeregistration { target: "api/oldest".parse().unwrap(), for_s: 90 },
        Action::TargetGroupWeight { part: part("api"), weight: 5, for_s: 90 },
        Action::CacheFlush { part: part("cdn") },
        Action::CacheNodeFailure { part: part("db") },
        Action::CacheZoneInterruption { part: part("db"), zone: "ap-northeast-2a".into(), for_s: 60 },
        Action::ValidationRecordRemoval { part: part("cert-api"), for_s: 60 },
        Action::DnsOutage { part: part("dns"), for_s: 60 },
        Action::WrongRecord { part: part("dns"), to: part("alb"), instead: None, for_s: 60 },
        Action::WrongRecord { part: part("dns"), to: part("alb"), instead: Some(part("cdn")), for_s: 60 },
        Action::Invalidation { part: part("cdn"), path: "/*".into() },
        Action::EdgeLocationLoss { part: part("cdn"), for_s: 60 },
        Action::S3Throttling { part: part("web"), remaining: 0.1, for_s: 60 },
        Action::BucketAccessDenied { part: part("web"), for_s: 0 },
        Action::Traffic { part: part("users"), factor: 5.0, for_s: 300 },
        Action::SpotInterruption { target: "api/any".parse().unwrap(), after_s: 120 },
        Action::OnDemandQuota { part: part("seoul"), vcpus: 8, for_s: 600 },
        Action::ProcessSuspension { part: part("api"), process: ScalingProcess::AzRebalance, for_s: 600 },
        Action::InstanceRefresh { part: part("api") },
        Action::SetDesiredCapacity { part: part("api"), desired: 6 },
    ]
}
