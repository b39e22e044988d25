//! Settings: sections, units and choices. Labels and help have files of their own.

use ninepins_model::{Section, SettingKey, Unit};

use crate::{Language, settings_help_en, settings_help_ko};

/// A section of the inspector.
pub const fn section_name(language: Language, section: Section) -> &'static str {
    language.pick(match section {
        Section::General => ("General", "일반"),
        Section::Traffic => ("Traffic", "트래픽"),
        Section::Client => ("Client", "클라이언트"),
        Section::Network => ("Network", "네트워크"),
        Section::Capacity => ("Capacity", "용량"),
        Section::Application => ("Application", "애플리케이션"),
        Section::Cache => ("Cache", "캐시"),
        Section::Health => ("Health checks", "상태 검사"),
        Section::Scaling => ("Scaling", "조정"),
        Section::Availability => ("Availability", "가용성"),
        Section::Storage => ("Storage", "스토리지"),
        Section::Connections => ("Connections", "연결"),
        Section::Assumptions => ("Assumptions", "가정"),
    })
}

/// What a setting does in AWS and in the simulation, in a sentence or two.
pub const fn setting_help(language: Language, key: SettingKey) -> &'static str {
    match language {
        Language::English => settings_help_en::help(key),
        Language::Korean => settings_help_ko::help(key),
    }
}

/// What stands after a number of this unit; empty for counts, plain numbers and weights.
pub const fn unit_suffix(language: Language, unit: Unit) -> &'static str {
    language.pick(match unit {
        Unit::Count | Unit::Number | Unit::Weight => ("", ""),
        Unit::Percent => ("%", "%"),
        Unit::Seconds => ("s", "초"),
        Unit::Milliseconds => ("ms", "ms"),
        Unit::Days => ("days", "일"),
        Unit::PerSecond => ("/s", "/초"),
        Unit::Bytes => ("bytes", "바이트"),
        Unit::Megabytes => ("MB", "MB"),
        Unit::Gibibytes => ("GiB", "GiB"),
        Unit::Kibibytes => ("KiB", "KiB"),
        Unit::MebibytesPerSecond => ("MiB/s", "MiB/s"),
        Unit::MegabitsPerSecond => ("Mbit/s", "Mbit/s"),
        Unit::GigabitsPerSecond => ("Gbit/s", "Gbit/s"),
        Unit::UsdPerHour => ("USD an hour", "USD/시간"),
        Unit::UsdPerMonth => ("USD a month", "USD/월"),
        Unit::UsdPerGigabyte => ("USD a GB", "USD/GB"),
        Unit::UsdPerRequest => ("USD a request", "USD/요청"),
        Unit::UsdPerMillion => ("USD a million", "USD/백만 건"),
    })
}

/// What one value of a choice is called. Names that AWS gives, such as instance types, stay as they are.
pub fn choice_name(language: Language, key: SettingKey, value: &str) -> &str {
    language.pick(match (key, value) {
        (SettingKey::Population, "open") => ("Open", "개방형"),
        (SettingKey::Population, "closed") => ("Closed", "폐쇄형"),
        (SettingKey::Arrivals, "poisson") => ("At random (Poisson)", "무작위(Poisson)"),
        (SettingKey::Arrivals, "deterministic") => ("Evenly", "균등"),
        (SettingKey::Shape, "constant") => ("Constant", "일정"),
        (SettingKey::Shape, "ramp") => ("Ramp", "점진적 변화"),
        (SettingKey::Shape, "step") => ("Step", "계단"),
        (SettingKey::Shape, "daily") => ("Daily curve", "하루 곡선"),
        (SettingKey::Shape, "flash_crowd") => ("Flash crowd", "순간 인파"),
        (SettingKey::Shape, "table") => ("Table", "표"),
        (SettingKey::UsersLocation, "") => ("Not set", "지정 안 함"),
        (SettingKey::RetryBackoff, "exponential") => ("Exponential", "지수"),
        (SettingKey::RetryBackoff, "fixed") => ("Fixed", "고정"),
        (SettingKey::RetryBackoff, "immediate") => ("At once", "즉시"),
        (SettingKey::RetryBackoff, "at_timeout") => ("At timeout", "제한 시간 시점"),
        (SettingKey::RecordPolicy, "simple") => ("Simple", "단순"),
        (SettingKey::RecordPolicy, "weighted") => ("Weighted", "가중치"),
        (SettingKey::RecordPolicy, "latency") => ("Latency", "지연 시간"),
        (SettingKey::RecordPolicy, "failover") => ("Failover", "장애 조치"),
        (SettingKey::RecordPolicy, "multivalue") => ("Multivalue answer", "다중 값 응답"),
        (SettingKey::RecordPolicy, "geolocation") => ("Geolocation", "지리적 위치"),
        (SettingKey::RecordFailover, "primary") => ("Primary", "기본"),
        (SettingKey::RecordFailover, "secondary") => ("Secondary", "보조"),
        (SettingKey::RecordLocation, "*") => ("Default", "기본값"),
        (SettingKey::RecordCheckType, "none") => ("None", "없음"),
        (SettingKey::RecordCheckType, "http") => ("HTTP", "HTTP 요청"),
        (SettingKey::RecordCheckType, "https") => ("HTTPS", "HTTPS 요청"),
        (SettingKey::RecordCheckType, "tcp") => ("TCP", "TCP 연결"),
        (SettingKey::RecordCheckType, "calculated") => ("Calculated", "계산됨"),
        (SettingKey::RecordCheckType, "cloudwatch_alarm") => ("CloudWatch alarm", "CloudWatch 경보"),
        (SettingKey::RecordCheckInterval, "standard") => ("Standard (30 s)", "표준(30초)"),
        (SettingKey::RecordCheckInterval, "fast") => ("Fast (10 s)", "빠름(10초)"),
        (SettingKey::CertificateSource, "issued") => ("Issued by ACM", "ACM 발급"),
        (SettingKey::CertificateSource, "imported") => ("Imported", "가져옴"),
        (SettingKey::RetryJitter, "decorrelated") => ("Decorrelated", "비상관"),
        (SettingKey::RetryJitter, "none") => ("None", "없음"),
        (SettingKey::RetryJitter, "full") => ("Full", "전체"),
        (SettingKey::RetryJitter, "equal") => ("Equal", "절반 고정"),
        (SettingKey::TlsVersion, "1.2") => ("TLS 1.2", "TLS 1.2"),
        (SettingKey::TlsVersion, "1.3") => ("TLS 1.3", "TLS 1.3"),
        (SettingKey::OriginRole, "primary") => ("Primary", "기본"),
        (SettingKey::OriginRole, "secondary") => ("Secondary", "보조"),
        (SettingKey::CachePolicy, "custom") => ("The distribution's TTLs", "배포의 TTL"),
        (SettingKey::CachePolicy, "caching_optimized") => ("CachingOptimized", "CachingOptimized"),
        (SettingKey::CachePolicy, "caching_disabled") => ("CachingDisabled", "CachingDisabled"),
        (SettingKey::CacheControl, "usual") => ("API: no-store, files: none", "API는 no-store, 파일은 없음"),
        (SettingKey::CacheControl, "absent") => ("None", "없음"),
        (SettingKey::CacheControl, "max_age") => ("max-age", "max-age"),
        (SettingKey::CacheControl, "no_store") => ("no-store", "no-store"),
        (SettingKey::AllowedMethods, "get_head") => ("GET, HEAD", "GET, HEAD"),
        (SettingKey::AllowedMethods, "all") => ("All", "전체"),
        (SettingKey::OriginProtocol, "automatic") => ("As the origin", "오리진에 맞춤"),
        (SettingKey::OriginProtocol, "http_only") => ("HTTP only", "HTTP만"),
        (SettingKey::OriginProtocol, "https_only") => ("HTTPS only", "HTTPS만"),
        (SettingKey::BucketEndpoint, "rest") => ("REST", "REST"),
        (SettingKey::BucketEndpoint, "website") => ("Website", "웹 사이트"),
        (SettingKey::Algorithm, "round_robin") => ("Round robin", "라운드 로빈"),
        (SettingKey::Algorithm, "least_outstanding_requests") => ("Least outstanding requests", "최소 미해결 요청"),
        (SettingKey::Algorithm, "weighted_random") => ("Weighted random", "가중치 기반 무작위"),
        (SettingKey::TargetProtocol, "http") => ("HTTP", "HTTP"),
        (SettingKey::TargetProtocol, "https") => ("HTTPS", "HTTPS"),
        (SettingKey::Stickiness, "off") => ("Off", "끄기"),
        (SettingKey::Stickiness, "lb_cookie") => ("Load balancer cookie", "로드 밸런서 쿠키"),
        (SettingKey::Stickiness, "app_cookie") => ("Application cookie", "애플리케이션 쿠키"),
        (SettingKey::CheckProtocol, "tcp") => ("TCP", "TCP"),
        (SettingKey::CheckProtocol, "http") => ("HTTP", "HTTP"),
        (SettingKey::NlbListener, "tcp") => ("TCP", "TCP"),
        (SettingKey::NlbListener, "tls") => ("TLS", "TLS"),
        (SettingKey::HealthCheckDepth, "shallow") => ("Server only", "서버만"),
        (SettingKey::HealthCheckDepth, "deep") => ("Server and database", "서버와 데이터베이스"),
        (SettingKey::LaunchNeeds, "nothing") => ("Nothing", "없음"),
        (SettingKey::LaunchNeeds, "internet") => ("The internet", "인터넷"),
        (SettingKey::LaunchNeeds, "s3") => ("Amazon S3", "Amazon S3"),
        (SettingKey::RegisterAt, "ready") => ("User data has finished", "user data가 끝난 뒤"),
        (SettingKey::RegisterAt, "in_service") => ("It runs", "실행되자마자"),
        (SettingKey::DemandDistribution, "exponential") => ("Exponential", "지수"),
        (SettingKey::DemandDistribution, "constant") => ("Constant", "상수"),
        (SettingKey::DemandDistribution, "lognormal") => ("Log-normal", "로그 정규"),
        (SettingKey::ExternalDistribution, "exponential") => ("Exponential", "지수"),
        (SettingKey::ExternalDistribution, "constant") => ("Constant", "상수"),
        (SettingKey::ExternalDistribution, "lognormal") => ("Log-normal", "로그 정규"),
        (SettingKey::QueueOrder, "fifo") => ("First in, first out", "선입 선출"),
        (SettingKey::QueueOrder, "lifo") => ("Last in, first out", "후입 선출"),
        (SettingKey::Rejection, "service_unavailable") => ("503", "503 응답"),
        (SettingKey::Rejection, "refused") => ("Closes the connection", "연결 닫기"),
        (SettingKey::ServerTlsKey, "none") => ("None (plain HTTP)", "없음(HTTP)"),
        (SettingKey::ServerTlsKey, "rsa_2048") => ("RSA 2,048", "RSA 2,048"),
        (SettingKey::ServerTlsKey, "rsa_3072") => ("RSA 3,072", "RSA 3,072"),
        (SettingKey::ServerTlsKey, "rsa_4096") => ("RSA 4,096", "RSA 4,096"),
        (SettingKey::ServerTlsKey, "ecdsa_p256") => ("ECDSA P-256", "ECDSA P-256"),
        (SettingKey::CreditSpecification, "unlimited") => ("Unlimited", "무제한"),
        (SettingKey::CreditSpecification, "standard") => ("Standard", "표준"),
        (SettingKey::ScalingMetric, "asg_average_cpu_utilization") => {
            ("ASGAverageCPUUtilization", "ASGAverageCPUUtilization")
        }
        (SettingKey::ScalingMetric, "alb_request_count_per_target") => {
            ("ALBRequestCountPerTarget", "ALBRequestCountPerTarget")
        }
        (SettingKey::HealthCheckType, "ec2") => ("EC2", "EC2"),
        (SettingKey::HealthCheckType, "elb") => ("EC2 and ELB", "EC2 및 ELB"),
        (SettingKey::DatabaseEngine, "postgres") => ("PostgreSQL", "PostgreSQL"),
        (SettingKey::DatabaseEngine, "mysql") => ("MySQL", "MySQL"),
        (SettingKey::DatabaseEngine, "mariadb") => ("MariaDB", "MariaDB"),
        (SettingKey::DatabaseEngine, "aurora_mysql") => ("Aurora MySQL", "Aurora MySQL"),
        (SettingKey::DatabaseEngine, "aurora_postgresql") => ("Aurora PostgreSQL", "Aurora PostgreSQL"),
        (SettingKey::ClassMemory, "observed") => ("As observed", "관측값"),
        (SettingKey::ClassMemory, "nominal") => ("Nominal", "명목값"),
        _ => (value, value),
    })
}
