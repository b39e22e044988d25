//! The log in Korean.

use ninepins_model::Design;
use ninepins_model::limits::{MEMORY_MIB, STATE_MIB};
use ninepins_report::{LogFact, MemberRole, TargetsLeft};

use super::Said;
use crate::causes::cause_sentence;
use crate::number::count;
use crate::particle::{object, subject};
use crate::places::{member_name, part_name, zone_name};

impl Said<'_> {
    /// What happened, without what follows from it.
    pub(super) fn korean(&self) -> String {
        let (part, design) = (self.part(), self.design);
        let target_name = |target, number| object(&member_name(design, target, MemberRole::Instance, number));
        match self.entry.fact {
            LogFact::EventApplied { event, members } => self.event_applied(event, members),
            LogFact::EventWithoutEffect { event } => self.event_without_effect(event),
            LogFact::EventEnded { event } => self.event_ended(event),
            LogFact::DesiredCapacity { from, to } => self.desired_capacity(from, to),
            LogFact::FailuresBegan { outcome, cause } => self.failures_began(outcome, &cause),
            LogFact::FailuresEnded { outcome, cause, count } => self.failures_ended(outcome, &cause, count),
            LogFact::TargetUnhealthy { target, number, checks, .. } => {
                format!("상태 확인에 {checks}회 연속 실패하여 {} 비정상으로 판정했습니다", target_name(target, number))
            }
            LogFact::TargetHealthy { target, number, checks } => {
                format!("상태 확인을 {checks}회 연속 통과하여 {} 정상으로 판정했습니다", target_name(target, number))
            }
            LogFact::TargetUnused { target, number, .. } => {
                format!("인스턴스가 없어져 {} 미사용으로 바꾸었습니다", target_name(target, number))
            }
            LogFact::FailOpen { target } => {
                format!("{}의 정상 대상이 부족하여 모든 대상에 요청을 보냅니다", part_name(design, target))
            }
            LogFact::ProcessKilled => {
                format!("{}의 메모리가 모자라 커널이 애플리케이션을 종료했습니다", self.member())
            }
            LogFact::CreditsSpent => {
                format!("{}의 CPU 크레딧이 소진되어 기준 성능으로 제한됩니다", self.member())
            }
            LogFact::NodeLeftDns => format!("{} 노드가 DNS에서 제외되었습니다", self.member()),
            LogFact::NodeBackInDns => format!("{} 노드가 DNS에 다시 등록되었습니다", self.member()),
            LogFact::AlarmHigh { metric, value, threshold, periods, period_s } => {
                format!("{} {}", periods_korean(periods, period_s), self.alarm(metric, value, '>', threshold))
            }
            LogFact::AlarmLow { metric, value, threshold, periods, period_s } => {
                format!("{} {}", periods_korean(periods, period_s), self.alarm(metric, value, '<', threshold))
            }
            LogFact::ScheduledAction => format!("{part}의 예약된 작업이 실행되었습니다"),
            LogFact::CapacityForecast { instances } => {
                format!("다음 1시간 동안 {part}에 인스턴스 {instances}개가 필요하다고 예측했습니다")
            }
            LogFact::InstanceLaunching { zone } => {
                format!("{}에서 {} 시작합니다", zone_name(design, zone), object(&self.member()))
            }
            LogFact::LaunchFailed => format!("{part}의 인스턴스를 시작할 수 있는 가용 영역이 없습니다"),
            LogFact::QuotaReached => {
                format!("리전의 vCPU 할당량이 차서 {}의 인스턴스를 시작하지 못했습니다", part)
            }
            LogFact::LaunchAbandoned => {
                format!("시작 후크가 제때 완료되지 않아 {} 종료합니다", object(&self.member()))
            }
            LogFact::InstanceRotated => format!("{} 교체하기로 했습니다", object(&self.member())),
            LogFact::ZonesRebalanced { zone } => {
                format!("{}에 인스턴스가 몰려 있어 {part}의 일부를 옮깁니다", zone_name(design, zone))
            }
            LogFact::RefreshCompleted => format!("{part}의 모든 인스턴스를 교체했습니다"),
            LogFact::SpotReclaimed => format!("EC2가 {} 회수했습니다", object(&self.member())),
            LogFact::InstanceInService { after_s } => {
                format!("시작 후 {} 만에 {} 서비스에 투입되었습니다", self.time(after_s), subject(&self.member()))
            }
            LogFact::UserDataFailed { cause } => {
                let cause = cause_sentence(self.language, design, &cause);
                format!("{}의 user data가 실패하여 애플리케이션이 시작되지 않습니다: {cause}", self.member())
            }
            LogFact::InstanceReplaced => format!("{} 비정상으로 판정하여 교체합니다", object(&self.member())),
            LogFact::InstanceDraining => format!("{}의 연결을 드레이닝합니다", self.member()),
            LogFact::InstanceTerminated => format!("{} 종료되었습니다", subject(&self.member())),
            LogFact::PrimaryLost { after_s } => {
                format!("{} 만에 {part}의 기본 인스턴스를 장애로 판정했습니다", self.time(after_s))
            }
            LogFact::StandbyPromoting => format!("{part}의 예비 인스턴스를 승격하는 중입니다"),
            LogFact::EndpointMoved { after_s, zone } => {
                let zone = object(zone_name(design, zone));
                format!("{} 만에 {part}의 엔드포인트가 {zone} 가리킵니다", self.time(after_s))
            }
            LogFact::NoStandby => format!("{part}에는 장애 조치할 예비 인스턴스가 없습니다"),
            LogFact::DatabaseRecovering => format!("{} 복구하는 중입니다", object(part)),
            LogFact::DatabaseAvailable { after_s } => {
                format!("{} 만에 {} 다시 응답합니다", self.time(after_s), subject(part))
            }
            LogFact::StandbyReady => format!("{part}의 예비 인스턴스가 다시 동기화되었습니다"),
            LogFact::PoolReconnected { client, after_s } => {
                format!("{} 만에 {}에서 {part}에 다시 연결했습니다", self.time(after_s), part_name(design, client))
            }
            LogFact::CachePrimaryLost { promotes: true } => {
                format!("{part}의 기본 노드를 잃어 복제본이 이어받습니다")
            }
            LogFact::CachePrimaryLost { promotes: false } => {
                format!("{part}의 기본 노드를 잃어 노드를 교체합니다")
            }
            LogFact::CachePromoted { after_s, zone, lost } => {
                let zone = zone_name(design, zone);
                let lost = count(u64::from(lost));
                format!(
                    "{} 만에 {zone}에 있는 {part}의 복제본이 승격되었습니다(잃은 쓰기 {lost}건)",
                    self.time(after_s)
                )
            }
            LogFact::CacheReplaced { after_s, is_empty: true } => {
                format!("{} 만에 {part}의 노드가 빈 노드로 교체되었습니다", self.time(after_s))
            }
            LogFact::CacheReplaced { after_s, is_empty: false } => {
                format!("{} 만에 {part}의 노드가 교체되어 복제본의 내용을 받았습니다", self.time(after_s))
            }
            LogFact::MessageReturned => format!("{part}의 메시지가 제때 삭제되지 않아 다시 전달됩니다"),
            LogFact::MessageDeadLettered => format!("{part}의 메시지가 배달 못한 편지 대기열로 갔습니다"),
            LogFact::MessagesExpired => format!("{part}의 메시지가 보존 기간을 넘겨 사라졌습니다"),
            LogFact::CacheReplicaReady => format!("{part}의 복제본이 다시 준비되었습니다"),
            LogFact::ReplicaCaughtUp { largest_lag_s } => {
                format!("{} 원본을 따라잡았습니다(최대 지연 {})", subject(part), self.time(largest_lag_s))
            }
            LogFact::EngineUpgrading => format!("{part}의 엔진을 업그레이드하는 중입니다"),
            LogFact::BurstCreditsSpent => format!("{part} 볼륨의 I/O 크레딧이 소진되어 기준 성능으로 제한됩니다"),
            LogFact::StorageFull => format!("{part}의 스토리지가 가득 차서 쓸 수 없습니다"),
            LogFact::StorageScaled { to_gib } => {
                format!("{part}의 스토리지를 {}GiB까지 늘렸습니다", count(u64::from(to_gib)))
            }
            LogFact::DatabaseRestored { after_s, lost_writes, zone } => {
                let (time, zone) = (self.time(after_s), zone_name(design, zone));
                let lost = count(u64::from(lost_writes));
                format!("{time} 만에 {zone}에서 {} 복원했습니다(마지막 쓰기 {lost}건 손실)", object(part))
            }
            LogFact::ReplicaPromoted { lost_writes } => {
                format!("{} 승격되었습니다(원본의 쓰기 {}건 손실)", subject(part), count(u64::from(lost_writes)))
            }
            LogFact::RecordUnhealthy { target, passing, of } => {
                format!("{}의 상태 확인이 비정상입니다{}", part_name(design, target), checkers_korean(passing, of))
            }
            LogFact::RecordHealthy { target, passing, of } => {
                format!("{}의 상태 확인이 정상입니다{}", part_name(design, target), checkers_korean(passing, of))
            }
            LogFact::CircuitOpened => format!("{part}의 회로 차단기가 열렸습니다"),
            LogFact::CircuitClosed => format!("{part}의 회로 차단기가 닫혔습니다"),
            LogFact::CertificateRenewed => format!("인증서 {} 갱신했습니다", object(part)),
            LogFact::InvalidationCompleted { after_s } => {
                format!("{} 만에 {part}의 무효화가 완료되었습니다", self.time(after_s))
            }
            LogFact::PrefixRepartitioned { partitions } => {
                format!("{part}의 접두사가 재파티셔닝되어 속도의 {partitions}배를 처리합니다")
            }
            LogFact::CertificateExpired => format!("인증서 {} 만료되었습니다", subject(part)),
            LogFact::TooManyInFlight => "처리 중인 요청이 너무 많아 실행을 중지했습니다".into(),
            LogFact::TooMuchMemory => format!("실행 상태가 {STATE_MIB} MiB를 넘어 실행을 중지했습니다"),
            LogFact::DesignTooLarge { mib } => format!(
                "시작할 때 {} MiB가 필요해 한도 {MEMORY_MIB} MiB를 넘으므로 실행하지 않았습니다. 대부분 {part}에 쓰입니다",
                count(u64::from(mib))
            ),
            LogFact::LogFull => "로그가 가득 차서 이후 항목은 남기지 않습니다".into(),
        }
    }
}

/// Who takes the requests of a target that fell out of use.
pub(super) fn who_is_left_korean(design: &Design, left: TargetsLeft) -> String {
    match left {
        TargetsLeft::None => ". 남은 정상 대상이 없습니다".into(),
        TargetsLeft::One { target, number } => {
            let survivor = member_name(design, target, MemberRole::Instance, number);
            format!(". 이제 {survivor}만 요청을 받습니다")
        }
        TargetsLeft::Several(healthy) => {
            format!(". 남은 정상 대상 {}개가 요청을 받습니다", count(u64::from(healthy)))
        }
    }
}

/// How many checkers agree, of a check that has some.
fn checkers_korean(passing: u32, of: u32) -> String {
    if of == 0 { String::new() } else { format!("(상태 확인기 {of}개 중 {passing}개 통과)") }
}

fn periods_korean(periods: u8, period_s: u8) -> String {
    match period_s {
        60 => format!("{periods}분 중 {periods}분 동안"),
        _ => format!("{period_s}초 기간 {periods}개 중 {periods}개 동안"),
    }
}
