//! What costs more than it need.

use ninepins_model::CostProblem;

use crate::Language::{self, English, Korean};
use crate::number::count;

/// A problem as a sentence.
pub(crate) fn sentence(language: Language, problem: CostProblem) -> String {
    let plain = match problem {
        CostProblem::CreditsRunOut { load, baseline } => {
            let load = count(u64::from(load));
            return match language {
                English => format!(
                    "The instances need {load} % of their CPU and earn credits for {baseline} %: once these are spent, they are held at that."
                ),
                Korean => format!(
                    "인스턴스에 CPU의 {load}%가 필요하지만 크레딧은 {baseline}%만큼 쌓이므로, 다 쓰면 그만큼으로 제한됩니다."
                ),
            };
        }
        CostProblem::SurplusDearer { load, instead } => {
            let load = count(u64::from(load));
            return match language {
                English => format!(
                    "The instances need {load} % of their CPU: their surplus credits make them dearer than {instead}, which needs none."
                ),
                Korean => format!(
                    "인스턴스에 CPU의 {load}%가 필요하여, 초과 크레딧을 더하면 크레딧이 없는 {instead} 유형보다 비쌉니다."
                ),
            };
        }
        CostProblem::Io1WithinGp3 { included } => {
            let included = count(u64::from(included));
            return match language {
                English => format!("gp3 includes {included} IOPS at this size; with io1 each of them is paid for."),
                Korean => format!("이 크기의 gp3에는 {included} IOPS가 포함되지만 io1은 IOPS마다 요금을 냅니다."),
            };
        }
        CostProblem::NatForS3 => (
            "What comes from S3 passes the NAT gateway, which charges for every GB; a gateway endpoint for S3 is free.",
            "S3에서 받는 데이터가 NAT 게이트웨이를 지나며 GB마다 요금이 듭니다. S3용 게이트웨이 엔드포인트는 무료입니다.",
        ),
        CostProblem::UnusedNat => (
            "No route leads to the NAT gateway, and it costs by the hour.",
            "NAT 게이트웨이로 가는 경로가 없는데 시간마다 요금이 듭니다.",
        ),
        CostProblem::UnusedBalancer => (
            "Nothing leads to the load balancer, and it costs by the hour.",
            "로드 밸런서로 가는 연결이 없는데 시간마다 요금이 듭니다.",
        ),
    };
    match language {
        English => plain.0.to_owned(),
        Korean => plain.1.to_owned(),
    }
}
