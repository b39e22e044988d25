//! What a run costs.

use ninepins_report::{CostLine, Item};

use crate::Language;
use crate::number::{decimal, fixed, number};

/// Texts about money.
#[derive(Debug)]
pub struct CostTexts {
    /// The heading.
    pub cost: &'static str,
    /// What the run cost so far.
    pub so_far: &'static str,
    /// What a month like the run would cost.
    pub per_month: &'static str,
    /// Where the prices are from, and what is left out.
    pub basis: &'static str,
    /// What failed requests are worth, beside what AWS charges.
    pub failures: &'static str,
    /// Whose estimate that is.
    pub estimate: &'static str,
}

const ENGLISH: CostTexts = CostTexts {
    cost: "Cost",
    so_far: "This run",
    per_month: "A month like this run",
    basis: "On-demand prices of us-east-1, whatever the Region, times what the run used. Without free tiers, discounts, storage in S3, and CloudWatch.",
    failures: "Failed requests a month (your estimate)",
    estimate: "Your own estimate of what a failed request costs; not a price of AWS's, and not part of the sum.",
};

const KOREAN: CostTexts = CostTexts {
    cost: "비용",
    so_far: "이번 실행",
    per_month: "이 추세로 한 달",
    basis: "리전과 관계없이 us-east-1의 온디맨드 요금에 실행에서 쓴 양을 곱했습니다. 프리 티어, 할인, S3 스토리지, CloudWatch는 제외했습니다.",
    failures: "한 달 실패한 요청(사용자 추정)",
    estimate: "실패한 요청 하나의 손실을 사용자가 추정한 값입니다. AWS 요금이 아니며 합계에 포함되지 않습니다.",
};

/// Texts about money.
pub const fn cost_texts(language: Language) -> &'static CostTexts {
    match language {
        Language::English => &ENGLISH,
        Language::Korean => &KOREAN,
    }
}

/// What a line of the bill is for.
pub const fn item_name(language: Language, item: Item) -> &'static str {
    language.pick(match item {
        Item::Instances => ("Instances", "인스턴스"),
        Item::SpotInstances => ("Spot Instances", "스팟 인스턴스"),
        Item::SurplusCredits => ("Surplus CPU credits", "초과 CPU 크레딧"),
        Item::VolumeStorage => ("EBS storage", "EBS 스토리지"),
        Item::VolumeIops => ("EBS provisioned IOPS", "EBS 프로비저닝된 IOPS"),
        Item::VolumeThroughput => ("EBS provisioned throughput", "EBS 프로비저닝된 처리량"),
        Item::Proxy => ("RDS Proxy vCPUs", "RDS Proxy vCPU"),
        Item::Storage => ("Storage", "스토리지"),
        Item::ProvisionedIops => ("Provisioned IOPS", "프로비저닝된 IOPS"),
        Item::StorageIos => ("Storage I/O", "스토리지 I/O"),
        Item::PublicAddresses => ("Public IPv4 addresses", "퍼블릭 IPv4 주소"),
        Item::LoadBalancer => ("Load balancer", "로드 밸런서"),
        Item::CapacityUnits => ("Capacity units (LCU)", "용량 단위(LCU)"),
        Item::NatGateway => ("NAT gateway", "NAT 게이트웨이"),
        Item::NatData => ("Data processed", "처리한 데이터"),
        Item::HostedZone => ("Hosted zone", "호스팅 영역"),
        Item::HealthChecks => ("Health checks", "상태 확인"),
        Item::Queries => ("DNS queries", "DNS 쿼리"),
        Item::EdgeRequests => ("HTTPS requests", "HTTPS 요청"),
        Item::GetRequests => ("GET requests", "GET 요청"),
        Item::PutRequests => ("PUT requests", "PUT 요청"),
        Item::QueueRequests => ("SQS requests", "SQS 요청"),
        Item::Endpoints => ("VPC endpoint", "VPC 엔드포인트"),
        Item::DataTransferOut => ("Data transfer out", "인터넷으로 보낸 데이터"),
        Item::BetweenZones => ("Between zones, out and in", "가용 영역 간 데이터(송신과 수신)"),
        Item::BetweenRegions => ("To other Regions", "다른 리전으로 보낸 데이터"),
        Item::DataToOrigins => ("Data to origins", "오리진으로 보낸 데이터"),
        Item::FailedRequests => ("Failed requests (your estimate)", "실패한 요청(사용자 추정)"),
    })
}

const fn unit(language: Language, item: Item) -> &'static str {
    language.pick(match item {
        Item::Instances
        | Item::SpotInstances
        | Item::PublicAddresses
        | Item::LoadBalancer
        | Item::NatGateway
        | Item::Endpoints => ("h", "시간"),
        Item::SurplusCredits | Item::Proxy => ("vCPU-h", "vCPU-시간"),
        Item::CapacityUnits => ("LCU-h", "LCU-시간"),
        Item::Storage | Item::VolumeStorage => ("GB-months", "GB-월"),
        Item::ProvisionedIops | Item::VolumeIops => ("IOPS-months", "IOPS-월"),
        Item::VolumeThroughput => ("MiB/s-months", "MiB/s-월"),
        Item::NatData | Item::DataTransferOut | Item::BetweenZones | Item::BetweenRegions | Item::DataToOrigins => {
            ("GB", "GB")
        }
        Item::FailedRequests => ("requests", "건"),
        Item::HostedZone | Item::HealthChecks => ("months", "개월"),
        Item::StorageIos
        | Item::Queries
        | Item::EdgeRequests
        | Item::GetRequests
        | Item::PutRequests
        | Item::QueueRequests => ("million", "백만 건"),
    })
}

/// How a line comes about: "2.03 h × $0.096".
pub fn cost_formula(language: Language, line: &CostLine) -> String {
    let amount = if line.amount < 0.01 { decimal(line.amount, 6) } else { number(line.amount) };
    format!("{amount} {} × ${}", unit(language, line.item), decimal(line.unit_price, 4))
}

/// US dollars: `$1,235`, `$12.40`, `$0.0031`.
pub fn dollars(usd: f64) -> String {
    let places = match usd.abs() {
        size if size >= 1_000.0 => 0,
        size if size >= 1.0 || size == 0.0 => 2,
        size if size >= 0.1 => 3,
        _ => 4,
    };
    format!("${}", if places == 0 { decimal(usd, 0) } else { fixed(usd, places) })
}

#[cfg(test)]
mod tests {
    use ninepins_model::fact;

    use super::*;

    #[test]
    fn money_has_as_many_decimals_as_its_size_deserves() {
        assert_eq!(
            [1_234.6, 12.4, 0.25, 0.003_14, 0.0].map(dollars),
            ["$1,235", "$12.40", "$0.250", "$0.0031", "$0.00"]
        );
    }

    #[test]
    fn a_line_says_how_it_comes_about() {
        let line =
            CostLine { part: 0, item: Item::CapacityUnits, amount: 2.0, unit_price: 0.008, fact: &fact::PRICE_LCU };
        assert_eq!(cost_formula(Language::English, &line), "2 LCU-h × $0.008");
        assert_eq!(cost_formula(Language::Korean, &line), "2 LCU-시간 × $0.008");
    }
}
