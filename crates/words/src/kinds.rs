//! Kinds of parts and wires: their names, what they are, where they may lie and what they may be wired to.

use ninepins_model::{Group, Kind, Severity, WireKind, fact};

use crate::Language;

/// What a kind is called.
pub const fn kind_name(language: Language, kind: Kind) -> &'static str {
    language.pick(match kind {
        Kind::Users => ("Users", "사용자"),
        Kind::Route53 => ("Route 53", "Route 53"),
        Kind::Certificate => ("ACM certificate", "ACM 인증서"),
        Kind::Cloudfront => ("CloudFront", "CloudFront"),
        Kind::S3 => ("S3 bucket", "S3 버킷"),
        Kind::Region => ("Region", "리전"),
        Kind::Vpc => ("VPC", "VPC"),
        Kind::Az => ("Availability Zone", "가용 영역"),
        Kind::Subnet => ("Subnet", "서브넷"),
        Kind::NatGateway => ("NAT gateway", "NAT 게이트웨이"),
        Kind::Alb => ("Load balancer (ALB)", "로드 밸런서(ALB)"),
        Kind::Nlb => ("Load balancer (NLB)", "로드 밸런서(NLB)"),
        Kind::Asg => ("Auto Scaling group", "Auto Scaling 그룹"),
        Kind::Ec2 => ("EC2 instance", "EC2 인스턴스"),
        Kind::Rds => ("RDS database", "RDS 데이터베이스"),
        Kind::ReadReplica => ("Read replica", "읽기 전용 복제본"),
        Kind::Elasticache => ("ElastiCache", "ElastiCache"),
        Kind::Sqs => ("SQS queue", "SQS 대기열"),
        Kind::RdsProxy => ("RDS Proxy", "RDS Proxy"),
        Kind::ExternalService => ("External service", "외부 서비스"),
        Kind::Note => ("Note", "메모"),
        Kind::Frame => ("Frame", "프레임"),
    })
}

/// A kind in an English sentence, with its article.
pub(crate) const fn a_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Users => "users",
        Kind::Route53 => "Route 53",
        Kind::Certificate => "an ACM certificate",
        Kind::Cloudfront => "CloudFront",
        Kind::S3 => "an S3 bucket",
        Kind::Region => "a Region",
        Kind::Vpc => "a VPC",
        Kind::Az => "an Availability Zone",
        Kind::Subnet => "a subnet",
        Kind::NatGateway => "a NAT gateway",
        Kind::Alb => "a load balancer",
        Kind::Nlb => "a Network Load Balancer",
        Kind::Asg => "an Auto Scaling group",
        Kind::Ec2 => "an EC2 instance",
        Kind::Rds => "an RDS database",
        Kind::ReadReplica => "a read replica",
        Kind::Elasticache => "an ElastiCache cache",
        Kind::Sqs => "an SQS queue",
        Kind::RdsProxy => "an RDS Proxy",
        Kind::ExternalService => "an external service",
        Kind::Note => "a note",
        Kind::Frame => "a frame",
    }
}

/// What a kind is, in one line for the palette.
pub const fn kind_description(language: Language, kind: Kind) -> &'static str {
    language.pick(match kind {
        Kind::Users => ("Clients that send requests and retry", "요청을 보내고 재시도하는 클라이언트"),
        Kind::Route53 => ("DNS: its wires are its records", "DNS. 연결 하나가 레코드 하나입니다"),
        Kind::Certificate => ("TLS certificate of one Region", "한 리전에 속한 TLS 인증서"),
        Kind::Cloudfront => ("CDN with a cache at every edge location", "엣지 로케이션마다 캐시를 둔 CDN"),
        Kind::S3 => ("Private bucket with the built web page", "빌드한 웹 페이지를 담은 프라이빗 버킷"),
        Kind::Region => ("Holds VPCs, buckets and certificates", "VPC, 버킷, 인증서를 담는 리전"),
        Kind::Vpc => ("Private network over the zones of a Region", "리전의 가용 영역에 걸친 사설 네트워크"),
        Kind::Az => ("Data centers that fail together", "함께 장애가 나는 데이터 센터 묶음"),
        Kind::Subnet => {
            ("Part of a VPC in one zone, public or private", "한 가용 영역 안의 퍼블릭 또는 프라이빗 네트워크")
        }
        Kind::NatGateway => {
            ("Way out for private subnets, zonal or regional", "프라이빗 서브넷이 인터넷으로 나가는 길(영역 또는 리전)")
        }
        Kind::Alb => ("Spreads requests over healthy targets", "정상 대상에 요청을 분산합니다"),
        Kind::Nlb => ("Passes connections on, one to a target", "연결 하나를 대상 하나에 그대로 전달합니다"),
        Kind::Asg => ("Keeps a number of instances and scales it", "인스턴스 수를 유지하고 조정합니다"),
        Kind::Ec2 => ("One server that nothing replaces", "교체되지 않는 단일 서버"),
        Kind::Rds => {
            ("Relational database, with a standby if Multi-AZ", "관계형 데이터베이스. Multi-AZ면 예비 인스턴스 포함")
        }
        Kind::ReadReplica => {
            ("Takes reads, follows its database with a lag", "읽기를 맡고 원본을 지연을 두고 따라갑니다")
        }
        Kind::Elasticache => ("In-memory cache asked before the database", "데이터베이스보다 먼저 찾는 인메모리 캐시"),
        Kind::Sqs => ("Keeps messages until workers have done them", "작업자가 처리할 때까지 메시지를 보관합니다"),
        Kind::RdsProxy => {
            ("Shares database connections and follows failovers", "데이터베이스 연결을 공유하고 장애 조치를 따라갑니다")
        }
        Kind::ExternalService => ("Somebody else's API on the internet", "인터넷에 있는 다른 회사의 API"),
        Kind::Note => ("Your own words, anywhere on the canvas", "캔버스 어디에나 적는 글"),
        Kind::Frame => {
            ("A title around blocks; it moves what lies in it", "블록을 묶는 제목 틀. 안의 블록과 함께 움직입니다")
        }
    })
}

/// A group of the palette.
pub const fn group_name(language: Language, group: Group) -> &'static str {
    language.pick(match group {
        Group::Edge => ("Traffic and edge", "트래픽 및 엣지"),
        Group::Network => ("Network", "네트워크"),
        Group::Compute => ("Compute", "컴퓨팅"),
        Group::Data => ("Data", "데이터"),
        Group::Annotation => ("Notes", "주석"),
    })
}

/// What a kind of wire is called.
pub const fn wire_kind_name(language: Language, kind: WireKind) -> &'static str {
    language.pick(match kind {
        WireKind::Client => ("Clients", "클라이언트"),
        WireKind::Record => ("DNS record", "DNS 레코드"),
        WireKind::Origin => ("Origin and behavior", "오리진 및 동작"),
        WireKind::TargetGroup => ("Target group", "대상 그룹"),
        WireKind::NlbTargetGroup => ("Target group (NLB)", "대상 그룹(NLB)"),
        WireKind::Call => ("Call", "호출"),
        WireKind::Pool => ("Connection pool", "연결 풀"),
        WireKind::Cache => ("Cache client", "캐시 클라이언트"),
        WireKind::Consumer => ("Consumer", "소비자"),
        WireKind::ProxyTarget => ("Proxy target", "프록시 대상"),
    })
}

/// What a kind of wire means, in one sentence.
pub const fn wire_kind_description(language: Language, kind: WireKind) -> &'static str {
    language.pick(match kind {
        WireKind::Client => (
            "Clients resolve names here, or connect straight to the part's own AWS name.",
            "클라이언트가 여기에서 이름을 조회하거나 해당 리소스의 AWS 이름으로 직접 연결합니다.",
        ),
        WireKind::Record => (
            "A name that resolves to this part. It carries no request.",
            "이 리소스를 가리키는 이름입니다. 요청이 지나가지는 않습니다.",
        ),
        WireKind::Origin => (
            "Where the distribution fetches what its cache does not have.",
            "캐시에 없는 객체를 배포가 가져오는 곳입니다.",
        ),
        WireKind::TargetGroup => {
            ("The targets of the load balancer, with their health checks.", "로드 밸런서의 대상과 그 상태 확인입니다.")
        }
        WireKind::NlbTargetGroup => (
            "The targets of the Network Load Balancer, with their health checks.",
            "Network Load Balancer의 대상과 그 상태 확인입니다.",
        ),
        WireKind::Call => (
            "Requests of this service call that one and hold their threads until it answers.",
            "이 서비스의 요청이 상대 서비스를 호출하고 응답을 받을 때까지 스레드를 잡고 있습니다.",
        ),
        WireKind::Pool => (
            "The database connections that every instance keeps open.",
            "각 인스턴스가 열어 두는 데이터베이스 연결입니다.",
        ),
        WireKind::Consumer => (
            "Each instance receives messages, works on them as on writes, and deletes them.",
            "각 인스턴스가 메시지를 받아 쓰기 요청처럼 처리한 뒤 삭제합니다.",
        ),
        WireKind::Cache => (
            "Reads ask this cache before the database, and write what it lacked.",
            "읽기가 데이터베이스보다 먼저 이 캐시를 찾고, 없던 값은 캐시에 씁니다.",
        ),
        WireKind::ProxyTarget => (
            "The database whose connections the proxy shares among its clients.",
            "프록시가 클라이언트에게 연결을 나누어 주는 데이터베이스입니다.",
        ),
    })
}

/// Where a part of this kind may lie, as a sentence for a drop that is refused.
pub const fn placement_rule(language: Language, kind: Kind) -> &'static str {
    language.pick(match kind {
        Kind::Users | Kind::Route53 | Kind::Cloudfront | Kind::Region | Kind::ExternalService => {
            ("It lies on the open canvas, outside every Region.", "리전 바깥의 캔버스에 놓습니다.")
        }
        Kind::S3 | Kind::Sqs | Kind::Certificate | Kind::Vpc => {
            ("It lies directly in a Region.", "리전 안에 바로 놓습니다.")
        }
        Kind::Az => ("It lies in a VPC.", "VPC 안에 놓습니다."),
        Kind::Subnet => ("It lies in an Availability Zone.", "가용 영역 안에 놓습니다."),
        Kind::NatGateway => (
            "It lies in a public subnet, or as a regional one in a VPC.",
            "퍼블릭 서브넷에 놓거나, 리전 게이트웨이로 VPC 안에 바로 놓습니다.",
        ),
        Kind::Alb | Kind::Nlb | Kind::Asg | Kind::Rds | Kind::RdsProxy | Kind::Elasticache => (
            "It spans zones, so it lies in a VPC and names its subnets.",
            "여러 가용 영역에 걸치므로 VPC 안에 놓고 서브넷을 지정합니다.",
        ),
        Kind::Ec2 | Kind::ReadReplica => ("It lies in one subnet.", "서브넷 하나 안에 놓습니다."),
        Kind::Note | Kind::Frame => ("It lies anywhere.", "어디에나 놓습니다."),
    })
}

/// What a wire from this kind may end at, as a sentence for a wire that is refused.
pub const fn wiring_rule(language: Language, from: Kind) -> &'static str {
    language.pick(match from {
        Kind::Users => (
            "Users connect to Route 53, CloudFront, a load balancer, an instance or a bucket.",
            "사용자는 Route 53, CloudFront, 로드 밸런서, 인스턴스, 버킷에 연결합니다.",
        ),
        Kind::Route53 => (
            "A record points to CloudFront, a load balancer, an instance or a bucket.",
            "레코드는 CloudFront, 로드 밸런서, 인스턴스, 버킷을 가리킵니다.",
        ),
        Kind::Cloudfront => (
            "An origin is a bucket, a load balancer or an instance.",
            "오리진은 버킷, 로드 밸런서, 인스턴스 중 하나입니다.",
        ),
        Kind::Alb | Kind::Nlb => (
            "Targets of a load balancer are Auto Scaling groups and instances.",
            "로드 밸런서의 대상은 Auto Scaling 그룹과 인스턴스입니다.",
        ),
        Kind::Asg | Kind::Ec2 => (
            "Instances connect to databases, proxies, read replicas and caches and call load balancers, instances, queues and external services.",
            "인스턴스는 데이터베이스, 프록시, 읽기 전용 복제본, 캐시에 연결하고 로드 밸런서, 인스턴스, 대기열, 외부 서비스를 호출합니다.",
        ),
        Kind::Sqs => (
            "Those who work on a queue's messages are Auto Scaling groups and instances.",
            "대기열의 메시지는 Auto Scaling 그룹과 인스턴스가 처리합니다.",
        ),
        Kind::RdsProxy => ("A proxy connects to one database.", "프록시는 데이터베이스 하나에 연결합니다."),
        Kind::Certificate => (
            "A certificate is attached in the settings of CloudFront or a load balancer, not by a wire.",
            "인증서는 선으로 연결하지 않고 CloudFront나 로드 밸런서의 설정에서 연결합니다.",
        ),
        Kind::Region | Kind::Vpc | Kind::Az | Kind::Subnet => (
            "Containers have no wires: wire the blocks inside.",
            "컨테이너에는 선이 없습니다. 안에 있는 블록을 연결하십시오.",
        ),
        Kind::NatGateway => (
            "A NAT gateway has no wires: subnets route to it in their route tables.",
            "NAT 게이트웨이에는 선이 없습니다. 서브넷의 라우팅 테이블에서 지정합니다.",
        ),
        Kind::Note | Kind::Frame => ("Notes and frames have no wires.", "메모와 프레임에는 선이 없습니다."),
        Kind::S3 | Kind::Rds | Kind::ReadReplica | Kind::Elasticache | Kind::ExternalService => {
            ("Wires end here: it calls nothing.", "선이 끝나는 곳입니다. 다른 리소스를 호출하지 않습니다.")
        }
    })
}

/// How bad a problem is.
pub const fn severity_name(language: Language, severity: Severity) -> &'static str {
    language.pick(match severity {
        Severity::Error => ("Error", "오류"),
        Severity::Warning => ("Warning", "경고"),
    })
}

/// How well a number is known.
pub const fn status_name(language: Language, status: fact::Status) -> &'static str {
    language.pick(match status {
        fact::Status::Confirmed => ("Published", "공개된 값"),
        fact::Status::Assumed => ("Assumed", "가정한 값"),
        fact::Status::Choice => ("Your choice", "선택하는 값"),
    })
}
