//! What is wrong with an Auto Scaling group.

use ninepins_model::ScalingProblem as Problem;

use crate::Language::{self, English, Korean};
use crate::number::{duration, percent};

/// A problem of a group as one sentence.
pub(crate) fn sentence(language: Language, problem: &Problem) -> String {
    let plain = match problem {
        Problem::GraceShort { grace_s, boot_s } => {
            let (grace, boot) = (duration(language, *grace_s), duration(language, *boot_s));
            return match language {
                English => format!(
                    "Instances start for {boot} but have {grace} of grace, so they are replaced while they start."
                ),
                Korean => format!("시작에 {boot}가 걸리는데 유예 기간이 {grace}여서 시작하는 도중에 교체됩니다."),
            };
        }
        Problem::WarmupShort { warmup_s, boot_s } => {
            let (warmup, boot) = (duration(language, *warmup_s), duration(language, *boot_s));
            return match language {
                English => {
                    format!("Instances count in the metric after {warmup} but start for {boot}, so scaling flaps.")
                }
                Korean => format!("시작에 {boot}가 걸리는데 {warmup} 만에 지표에 포함되어 확장과 축소가 되풀이됩니다."),
            };
        }
        Problem::NotStaticallyStable { load_percent, target_percent } => {
            let (load, target) = (percent(language, *load_percent), percent(language, *target_percent));
            return match language {
                English => format!(
                    "Without one zone the others would need {load} of their CPU; a target of {target} leaves room."
                ),
                Korean => format!(
                    "가용 영역 하나를 잃으면 남은 CPU의 {load}가 필요합니다. 목표가 {target}이면 여유가 있습니다."
                ),
            };
        }
        Problem::BadStep(line) => {
            return match language {
                English => format!("“{line}” is not two bounds and an adjustment, such as 0 10 1."),
                Korean => format!("“{line}” 값은 0 10 1과 같은 형식이 아닙니다."),
            };
        }
        Problem::BadScheduledAction(line) => {
            return match language {
                English => format!("“{line}” is not a time and three sizes, such as 3600 2 10 6 or 0 9 * * * 2 10 6."),
                Korean => format!("“{line}” 값은 3600 2 10 6이나 0 9 * * * 2 10 6과 같은 형식이 아닙니다."),
            };
        }
        Problem::BadForecast(line) => {
            return match language {
                English => format!("“{line}” is not an hour of the day and its instances, such as 9 8."),
                Korean => format!("“{line}” 값은 9 8과 같은 형식이 아닙니다."),
            };
        }
        Problem::BalancerIgnored => (
            "It ignores the load balancer's health checks, so an instance that hangs is never replaced.",
            "로드 밸런서의 상태 확인을 무시하므로 응답하지 않는 인스턴스를 교체하지 않습니다.",
        ),
        Problem::ThresholdsCross => (
            "The high alarm's threshold is below the low one's, so the policy adds and removes instances in turn.",
            "상한 경보의 임계값이 하한보다 낮아 확장과 축소를 되풀이합니다.",
        ),
        Problem::StepsDisagree => (
            "Its steps leave a gap or overlap; AWS refuses them.",
            "단계 사이가 비거나 겹칩니다. AWS가 거부하는 설정입니다.",
        ),
        Problem::TooManySteps => (
            "A policy has more than 20 steps; AWS refuses them.",
            "단계가 20개보다 많습니다. AWS가 거부하는 설정입니다.",
        ),
        Problem::LifetimeShort => (
            "AWS accepts no maximum instance lifetime below a day.",
            "AWS는 하루보다 짧은 최대 인스턴스 수명을 허용하지 않습니다.",
        ),
        Problem::MaintenanceSpread => (
            "The healthy percentages are more than 100 points apart; AWS refuses them.",
            "정상 비율의 차이가 100보다 큽니다. AWS가 거부하는 설정입니다.",
        ),
    };
    language.pick(plain).to_owned()
}
