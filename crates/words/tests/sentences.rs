//! Sentences of a log as a person reads them, word for word.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use ninepins_model::presets::seed_architecture;
use ninepins_model::{Action, Design, Event, Problem, ProblemKind, Severity, Subject};
use ninepins_report::{
    Because, Cause, CauseKind, LogEntry, LogFact, Metric, Outcome, PartIndex, PartReason, TargetsLeft,
};
use ninepins_words::Language::{self, English, Korean};
use ninepins_words::{
    Tone, action_name, action_sentence, because_sentence, cause_sentence, entry_because_sentence, log_sentence,
    log_tag, problem_sentence, reason_sentence,
};

/// The seed architecture with its database called orders, a power loss and a spike.
fn design() -> Design {
    let mut design = seed_architecture();
    design.parts.get_mut(&"db".parse().unwrap()).unwrap().name = "orders".into();
    let power = Action::ZonePowerLoss { zone: "ap-northeast-2a".into(), for_s: 600 };
    let spike = Action::Traffic { part: "users".parse().unwrap(), factor: 2.0, for_s: 300 };
    design.scenario.events = vec![Event { at_ms: 120_000, action: power }, Event { at_ms: 300_000, action: spike }];
    design
}

fn index(design: &Design, id: &str) -> PartIndex {
    design.parts.keys().position(|part| part.as_str() == id).unwrap() as PartIndex
}

fn pool_exhausted(design: &Design) -> Cause {
    Cause { kind: CauseKind::PoolExhausted, part: index(design, "db"), because: Because::Event(0) }
}

/// A log of one power loss, its failover, and a scaling decision.
fn log(design: &Design) -> Vec<LogEntry> {
    let at = |id: &str| Some(index(design, id));
    let (api, az_b) = (index(design, "api"), index(design, "az-b"));
    let failing = Cause { because: Because::Decision(2), ..pool_exhausted(design) };
    let (zone, failure, demand) = (Because::Event(0), Because::Decision(2), Because::Demand);
    let rows = [
        (120, None, None, LogFact::EventApplied { event: 0, members: 4 }, zone),
        (
            141,
            at("alb"),
            None,
            LogFact::TargetUnhealthy { target: api, number: 3, checks: 2, left: TargetsLeft::Several(3) },
            zone,
        ),
        (157, at("db"), None, LogFact::PrimaryLost { after_s: 37.0 }, zone),
        (157, at("db"), None, LogFact::StandbyPromoting, failure),
        (194, at("db"), None, LogFact::EndpointMoved { after_s: 74.0, zone: az_b }, failure),
        (
            200,
            at("api"),
            None,
            LogFact::AlarmHigh {
                metric: Metric::CpuUtilization,
                value: 78.0,
                threshold: 60.0,
                periods: 3,
                period_s: 60,
            },
            demand,
        ),
        (200, at("api"), None, LogFact::DesiredCapacity { from: 4, to: 6 }, Because::Decision(5)),
        (201, at("api"), Some(5), LogFact::InstanceLaunching { zone: az_b }, Because::Decision(6)),
        (275, at("api"), Some(5), LogFact::InstanceInService { after_s: 74.0 }, Because::Decision(7)),
        (280, None, None, LogFact::FailuresBegan { outcome: Outcome::InternalError, cause: failing }, failure),
        (
            290,
            None,
            None,
            LogFact::FailuresEnded { outcome: Outcome::InternalError, cause: failing, count: 1204 },
            failure,
        ),
        (300, None, None, LogFact::EventWithoutEffect { event: 1 }, Because::Event(1)),
        (720, None, None, LogFact::EventEnded { event: 0 }, zone),
    ];
    let entry = |(id, (at_s, part, member, fact, because)): (usize, (u64, _, _, _, _))| LogEntry {
        id: id as u32,
        at_ns: at_s * 1_000_000_000,
        part,
        member,
        fact,
        because,
    };
    rows.into_iter().enumerate().map(entry).collect()
}

fn sentences(language: Language) -> Vec<String> {
    let design = design();
    let log = log(&design);
    log.iter().map(|entry| log_sentence(language, &design, &log, entry)).collect()
}

#[test]
fn a_log_reads_in_english() {
    assert_eq!(
        sentences(English),
        [
            "AZ ap-northeast-2a lost power: 4 members",
            "api/3 unhealthy after 2 failed checks; 3 healthy targets are left to take the requests",
            "primary of orders judged lost after 37 s",
            "standby of orders promoting",
            "endpoint of orders points to ap-northeast-2b after 1 min 14 s",
            "CPUUtilization 78 % > 60 % for 3 of 3 min",
            "CPUUtilization 78 % > 60 % for 3 of 3 min → desired 4 → 6",
            "api/5 launching in ap-northeast-2b",
            "api/5 in service after 1 min 14 s",
            "HTTP 500 began: waited for a pooled database connection at orders",
            "HTTP 500 ended 10 s ago, after 1,204 requests: waited for a pooled database connection at orders",
            "Traffic ×2: no effect, nothing changes",
            "AZ ap-northeast-2a has power again",
        ]
    );
}

#[test]
fn a_log_reads_in_korean() {
    assert_eq!(
        sentences(Korean),
        [
            "가용 영역 ap-northeast-2a의 전원이 끊겼습니다: 멤버 4개",
            "상태 확인에 2회 연속 실패하여 api/3을 비정상으로 판정했습니다. 남은 정상 대상 3개가 요청을 받습니다",
            "37초 만에 orders의 기본 인스턴스를 장애로 판정했습니다",
            "orders의 예비 인스턴스를 승격하는 중입니다",
            "1분 14초 만에 orders의 엔드포인트가 ap-northeast-2b를 가리킵니다",
            "3분 중 3분 동안 CPUUtilization 78% > 60%",
            "3분 중 3분 동안 CPUUtilization 78% > 60% → 원하는 용량 4 → 6",
            "ap-northeast-2b에서 api/5를 시작합니다",
            "시작 후 1분 14초 만에 api/5가 서비스에 투입되었습니다",
            "HTTP 500 시작: orders에서 연결 풀의 데이터베이스 연결을 기다렸습니다",
            "HTTP 500 10초 전에 종료(1,204건): orders에서 연결 풀의 데이터베이스 연결을 기다렸습니다",
            "트래픽 ×2: 바뀌는 것이 없습니다",
            "가용 영역 ap-northeast-2a의 전원이 복구되었습니다",
        ]
    );
}

#[test]
fn an_event_names_the_member_it_hit() {
    let mut design = design();
    design.scenario.events[0].action = Action::TerminateInstance { target: "api/any".parse().unwrap() };
    let part = Some(index(&design, "api"));
    let fact = LogFact::EventApplied { event: 0, members: 1 };
    let entry = LogEntry { id: 0, at_ns: 0, part, member: Some(3), fact, because: Because::Event(0) };
    let said = |entry: &LogEntry, design: &Design| log_sentence(English, design, &[], entry);
    assert_eq!(said(&entry, &design), "an instance of api was terminated: api/3");
    assert_eq!(said(&LogEntry { member: None, ..entry.clone() }, &design), "an instance of api was terminated");
    design.scenario.events[0].action = Action::TerminateInstance { target: "api/3".parse().unwrap() };
    assert_eq!(said(&entry, &design), "api/3 was terminated");
}

#[test]
fn entries_have_tags_and_tones() {
    let design = design();
    let tags: Vec<(&str, Tone)> = log(&design).iter().map(|entry| log_tag(English, &design, entry)).collect();
    assert_eq!(
        tags,
        [
            ("FAULT", Tone::Bad),
            ("ALB", Tone::Bad),
            ("RDS", Tone::Bad),
            ("RDS", Tone::Change),
            ("RDS", Tone::Good),
            ("ASG", Tone::Change),
            ("ASG", Tone::Change),
            ("ASG", Tone::Neutral),
            ("ASG", Tone::Good),
            ("USERS", Tone::Bad),
            ("USERS", Tone::Good),
            ("USERS", Tone::Neutral),
            ("FAULT", Tone::Good),
        ]
    );
}

#[test]
fn a_decision_is_told_with_its_own_reason_once() {
    let design = design();
    let log = log(&design);
    let because = |language, because| because_sentence(language, &design, &log, because);
    assert_eq!(because(English, Because::Configuration), "the design is set up that way");
    assert_eq!(because(English, Because::Event(0)), "AZ ap-northeast-2a lost power at 00:02:00");
    assert_eq!(
        because(English, Because::Decision(2)),
        "primary of orders judged lost after 37 s, because AZ ap-northeast-2a lost power at 00:02:00"
    );
    assert_eq!(
        because(English, Because::Decision(7)),
        "api/5 launching in ap-northeast-2b, because CPUUtilization 78 % > 60 % for 3 of 3 min → desired 4 → 6"
    );
    assert_eq!(
        because(Korean, Because::Decision(2)),
        "37초 만에 orders의 기본 인스턴스를 장애로 판정했습니다(원인: 00:02:00에 가용 영역 ap-northeast-2a의 전원이 끊겼습니다)"
    );
    assert_eq!(because(Korean, Because::Demand), "수요가 용량을 초과합니다");
    assert_eq!(because(English, Because::Decision(99)), "a decision that the log no longer holds");
}

#[test]
fn an_alarm_is_not_told_twice() {
    let design = design();
    let log = log(&design);
    assert_eq!(entry_because_sentence(English, &design, &log, &log[6]), "demand exceeds capacity");
}

#[test]
fn decisions_that_name_each_other_end() {
    let design = design();
    let mut log = log(&design);
    log[2].because = Because::Decision(3);
    log[6].because = Because::Decision(6);
    let said = because_sentence(English, &design, &log, Because::Decision(2));
    assert_eq!(said, "primary of orders judged lost after 37 s, because standby of orders promoting");
    assert_eq!(log_sentence(English, &design, &log, &log[6]), "desired 4 → 6");
}

#[test]
fn causes_and_reasons_name_the_part_and_the_event() {
    let design = design();
    let log = log(&design);
    let cause = pool_exhausted(&design);
    assert_eq!(cause_sentence(English, &design, &cause), "waited for a pooled database connection at orders");
    assert_eq!(cause_sentence(Korean, &design, &cause), "orders에서 연결 풀의 데이터베이스 연결을 기다렸습니다");
    let reason = PartReason { kind: CauseKind::ThreadsBusy, because: Because::Event(0) };
    assert_eq!(
        reason_sentence(English, &design, &log, &reason),
        "Waited for a worker thread: AZ ap-northeast-2a lost power at 00:02:00."
    );
    assert_eq!(
        reason_sentence(Korean, &design, &log, &reason),
        "작업 스레드를 기다렸습니다. 원인: 00:02:00에 가용 영역 ap-northeast-2a의 전원이 끊겼습니다."
    );
    let reason = PartReason { kind: CauseKind::InstanceCpu, because: Because::Demand };
    let said = reason_sentence(English, &design, &log, &reason);
    assert_eq!(said, "Nearly all of its CPU is in use: work waits for it.", "demand need not exceed capacity yet");
}

#[test]
fn actions_read_as_chips_and_as_sentences() {
    let design = design();
    let power = &design.scenario.events[0].action;
    assert_eq!(action_name(English, &design, power), "Power off ap-northeast-2a");
    assert_eq!(action_name(Korean, &design, power), "ap-northeast-2a 전원 차단");
    assert_eq!(action_sentence(English, &design, power), "AZ ap-northeast-2a loses power for 10 min");
    assert_eq!(action_sentence(Korean, &design, power), "10분 동안 가용 영역 ap-northeast-2a의 전원이 끊깁니다");
    let spike = &design.scenario.events[1].action;
    assert_eq!(action_sentence(Korean, &design, spike), "5분 동안 users의 트래픽이 ×2로 바뀝니다");
    let cut = Action::ReplicaCut { part: "replica".parse().unwrap(), for_s: 0 };
    assert_eq!(action_sentence(English, &design, &cut), "replica is cut off from the network to the end of the run");
}

#[test]
fn every_problem_is_a_sentence_in_both_languages() {
    use ninepins_model::{CacheProblem, CloudfrontProblem, CostProblem, DatabaseProblem, QueueProblem, ScalingProblem};
    let design = design();
    let setting = ninepins_model::parts::settings_of(ninepins_model::Kind::Asg)[0];
    let host = || "api.example.com".to_owned();
    let kinds = [
        ProblemKind::WrongContainer,
        ProblemKind::WireToNothing,
        ProblemKind::WireWithoutMeaning { from: ninepins_model::Kind::S3, to: ninepins_model::Kind::Rds },
        ProblemKind::NoSubnets,
        ProblemKind::ForeignSubnet("pub-a".parse().unwrap()),
        ProblemKind::OneZone,
        ProblemKind::NoCertificate,
        ProblemKind::CertificateRegion { needed: "us-east-1".into() },
        ProblemKind::CertificateName { host: host() },
        ProblemKind::NoRecord { host: host() },
        ProblemKind::NoTargetForUsers,
        ProblemKind::NoTargets,
        ProblemKind::NoOrigin,
        ProblemKind::NotPublic("app-a".parse().unwrap()),
        ProblemKind::NoInternetGateway,
        ProblemKind::PublicDatabase,
        ProblemKind::ReplicaOfNothing,
        ProblemKind::DuplicateZone("ap-northeast-2a".into()),
        ProblemKind::NoZoneName,
        ProblemKind::ZoneOutsideRegion("us-east-1a".into()),
        ProblemKind::CapacityOrder,
        ProblemKind::NoZoneForStandby,
        ProblemKind::NoSecurityGroup("web".into()),
        ProblemKind::NotAdmitted,
        ProblemKind::OutOfRange { setting, value: 5000.0 },
        ProblemKind::UnknownChoice { setting, value: "other".into() },
        ProblemKind::PoolsOverLimit { pools: 1200, limit: 823 },
        ProblemKind::EventWithoutTarget,
        ProblemKind::CnameAtApex,
        ProblemKind::MixedPolicies,
        ProblemKind::DuplicateRecord,
        ProblemKind::TargetHealthOfDistribution,
        ProblemKind::LoneHealthCheck,
        ProblemKind::CheckOfOtherPort,
        ProblemKind::NoDefaultLocation,
        ProblemKind::LongTtl,
        ProblemKind::EmptyTable,
        ProblemKind::UnorderedTable,
        ProblemKind::CertificateNotRenewed,
        ProblemKind::BadRange,
        ProblemKind::RangeOutsideVpc,
        ProblemKind::RangeOverlaps("pub-a".parse().unwrap()),
        ProblemKind::TooFewAddresses { instances: 20, addresses: 11 },
        ProblemKind::MissingNatGateway("nat".parse().unwrap()),
        ProblemKind::SharedNatGateway,
        ProblemKind::NoPublicAddress,
        ProblemKind::AddressesWithoutRoute,
        ProblemKind::NoWayOut("app-a".parse().unwrap()),
        ProblemKind::AclBlocks("app-a".parse().unwrap()),
        ProblemKind::DifferentVpcs,
        ProblemKind::Scaling(ScalingProblem::BalancerIgnored),
        ProblemKind::Scaling(ScalingProblem::GraceShort { grace_s: 30.0, boot_s: 90.0 }),
        ProblemKind::Scaling(ScalingProblem::WarmupShort { warmup_s: 30.0, boot_s: 90.0 }),
        ProblemKind::Scaling(ScalingProblem::NotStaticallyStable { load_percent: 140.0, target_percent: 50.0 }),
        ProblemKind::Scaling(ScalingProblem::ThresholdsCross),
        ProblemKind::Scaling(ScalingProblem::BadStep("0 1".into())),
        ProblemKind::Scaling(ScalingProblem::StepsDisagree),
        ProblemKind::Scaling(ScalingProblem::TooManySteps),
        ProblemKind::Scaling(ScalingProblem::BadScheduledAction("soon".into())),
        ProblemKind::Scaling(ScalingProblem::BadForecast("x".into())),
        ProblemKind::Scaling(ScalingProblem::LifetimeShort),
        ProblemKind::Scaling(ScalingProblem::MaintenanceSpread),
        ProblemKind::Database(DatabaseProblem::SingleZone),
        ProblemKind::Database(DatabaseProblem::ReplicaAsStandby),
        ProblemKind::Database(DatabaseProblem::StandbyServesNoReads { load: 120 }),
        ProblemKind::Database(DatabaseProblem::StorageShort { needed: 5000, limit: 3000 }),
        ProblemKind::Database(DatabaseProblem::NotProvisioned),
        ProblemKind::Database(DatabaseProblem::ReplicasNeedBackups),
        ProblemKind::Database(DatabaseProblem::BadFailoverTier),
        ProblemKind::Database(DatabaseProblem::ClusterZones),
        ProblemKind::Database(DatabaseProblem::ClusterEngine),
        ProblemKind::Database(DatabaseProblem::ProxyOfNothing),
        ProblemKind::Database(DatabaseProblem::NoReaders),
        ProblemKind::Database(DatabaseProblem::TooManyReplicas { count: 16 }),
        ProblemKind::Cost(CostProblem::CreditsRunOut { load: 120, baseline: 20 }),
        ProblemKind::Cost(CostProblem::SurplusDearer { load: 80, instead: "m6i.large" }),
        ProblemKind::Cost(CostProblem::NatForS3),
        ProblemKind::Cost(CostProblem::UnusedNat),
        ProblemKind::Cost(CostProblem::UnusedBalancer),
        ProblemKind::Cost(CostProblem::Io1WithinGp3 { included: 3000 }),
        ProblemKind::Cloudfront(CloudfrontProblem::DeepLinksUnmapped { code: 403 }),
        ProblemKind::Cloudfront(CloudfrontProblem::ApiErrorsHidden { code: 404 }),
        ProblemKind::Cloudfront(CloudfrontProblem::NoDefaultBehaviour),
        ProblemKind::Cloudfront(CloudfrontProblem::TtlOrder),
        ProblemKind::Cloudfront(CloudfrontProblem::NoRootObject),
        ProblemKind::Cloudfront(CloudfrontProblem::BadErrorResponse("x".into())),
        ProblemKind::Cloudfront(CloudfrontProblem::NotSigned),
        ProblemKind::Cloudfront(CloudfrontProblem::SignedWebsite),
        ProblemKind::Cloudfront(CloudfrontProblem::PrivateWebsite),
        ProblemKind::Cloudfront(CloudfrontProblem::WrongProtocol),
        ProblemKind::Cloudfront(CloudfrontProblem::RecordToRest),
        ProblemKind::Cloudfront(CloudfrontProblem::FilesUncached),
        ProblemKind::Cloudfront(CloudfrontProblem::WaitsTooLong { waits_s: 90.0, timeout_s: 10.0 }),
        ProblemKind::Cloudfront(CloudfrontProblem::SecondaryAlone),
        ProblemKind::Cloudfront(CloudfrontProblem::BadFailoverCode("418".into())),
        ProblemKind::OverQuota { quota: ninepins_model::Quota::AclRules, count: 21 },
        ProblemKind::RetriesMultiply { attempts: 243 },
        ProblemKind::TimeoutLongerDownstream { upstream_s: 1.0, downstream_s: 3.0 },
        ProblemKind::PoolOverThreads { pool: 100, threads: 20 },
        ProblemKind::CallsInACircle,
        ProblemKind::CallAcrossVpcs,
        ProblemKind::CheckOfOtherPath { path: "/health".into(), port: 0 },
        ProblemKind::CheckOfOtherPath { path: "/health".into(), port: 8081 },
        ProblemKind::TooManyForwarded { count: 31 },
        ProblemKind::TooLarge { mib: 2_000 },
        ProblemKind::NeedsHttpsListener,
        ProblemKind::OtherProtocolVersion,
        ProblemKind::CheckPortClosed { port: 9000 },
        ProblemKind::CheckNotAdmitted { port: 8081 },
        ProblemKind::Cache(CacheProblem::LossOverloads { reads: 3000.0, capacity: 400.0 }),
        ProblemKind::Queue(QueueProblem::NoConsumer),
        ProblemKind::Queue(QueueProblem::VisibilityShort { visibility_s: 5.0, work_s: 8.0 }),
        ProblemKind::Queue(QueueProblem::NoDeadLetterQueue),
        ProblemKind::Queue(QueueProblem::ShortPolling),
        ProblemKind::Queue(QueueProblem::NoWay("app-a".parse().unwrap())),
        ProblemKind::Cache(CacheProblem::NoFailover),
        ProblemKind::Cache(CacheProblem::NothingLeaves { capacity: 12 }),
        ProblemKind::Cache(CacheProblem::SecondCache),
        ProblemKind::NothingLeadsHere,
    ];
    let said = |language, kind: &ProblemKind| {
        let subject = Subject::Part("api".parse().unwrap());
        problem_sentence(language, &design, &Problem { subject, severity: Severity::Error, kind: kind.clone() })
    };
    for kind in &kinds {
        let (english, korean) = (said(English, kind), said(Korean, kind));
        assert!(english.ends_with('.') && korean.ends_with("다."), "{english} | {korean}");
    }
    assert_eq!(said(English, &kinds[24]), "Minimum capacity is 5,000; the valid range is 0 to 1,000.");
    assert_eq!(said(Korean, &kinds[24]), "최소 용량: 5,000은 유효 범위(0~1,000)를 벗어났습니다.");
    assert_eq!(said(English, &kinds[26]), "All pools together may open 1,200 connections; the database allows 823.");
    assert_eq!(said(Korean, &kinds[9]), "이름이 api.example.com인 레코드가 없습니다.");
}

#[test]
fn a_target_that_falls_out_of_use_says_who_takes_its_requests() {
    let design = design();
    let (target, part) = (index(&design, "api"), Some(index(&design, "alb")));
    let said = |language, left| {
        let fact = LogFact::TargetUnused { target, number: 1, left };
        let entry = LogEntry { id: 0, at_ns: 0, part, member: Some(1), fact, because: Because::Configuration };
        log_sentence(language, &design, std::slice::from_ref(&entry), &entry)
    };
    let one = TargetsLeft::One { target, number: 2 };
    assert_eq!(said(English, one), "api/1 unused, for its instance is gone; api/2 alone takes the requests now");
    assert_eq!(
        said(English, TargetsLeft::Several(3)),
        "api/1 unused, for its instance is gone; 3 healthy targets are left to take the requests"
    );
    assert_eq!(said(English, TargetsLeft::None), "api/1 unused, for its instance is gone; no healthy target is left");
    assert_eq!(said(Korean, one), "인스턴스가 없어져 api/1을 미사용으로 바꾸었습니다. 이제 api/2만 요청을 받습니다");
    assert_eq!(
        said(Korean, TargetsLeft::None),
        "인스턴스가 없어져 api/1을 미사용으로 바꾸었습니다. 남은 정상 대상이 없습니다"
    );
}
