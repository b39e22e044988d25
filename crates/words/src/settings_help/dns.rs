//! Hosted zones, records and certificates.

use ninepins_model::SettingKey as Key;

explained! { dns_keys:
    HostedZone:
        "The domain of the public hosted zone. Its records are the wires that leave it.",
        "퍼블릭 호스팅 영역의 도메인입니다. 이 블록에서 나가는 연결이 레코드입니다.";
    LookupTime:
        "Time of a DNS lookup that no cache answers.",
        "캐시에 없는 이름을 DNS로 조회하는 데 걸리는 시간입니다.";
    CheckerRoundTrip:
        "Round trip between a Route 53 health checker and what it checks. AWS does not publish it.",
        "Route 53 상태 확인기와 확인 대상 사이의 왕복 시간입니다. AWS가 공개하지 않은 값입니다.";
    ResolverTimeout:
        "How long a resolver waits for name servers that do not answer before the lookup fails.",
        "응답하지 않는 이름 서버를 해석기가 기다리는 시간이며, 지나면 조회가 실패합니다.";
    RecordName:
        "The full name that resolves to the target. Empty means the domain itself.",
        "대상을 가리키는 전체 이름입니다. 비워 두면 도메인 자체를 뜻합니다.";
    RecordPolicy:
        "How Route 53 chooses among the records of one name. All of them need the same policy.",
        "Route 53이 이름이 같은 레코드 가운데 하나를 고르는 방식입니다. 모든 레코드의 정책이 같아야 합니다.";
    RecordWeight:
        "Share of a weighted record: its weight over the sum of the healthy ones. 0 answers only while no other can.",
        "가중치 레코드의 비율은 정상 레코드의 가중치 합에 대한 이 가중치입니다. 0이면 다른 레코드가 응답할 수 없을 때만 응답합니다.";
    RecordFailover:
        "The primary answers while it is healthy, the secondary otherwise. If both are unhealthy, the primary does.",
        "기본 레코드가 정상이면 기본이, 아니면 보조가 응답합니다. 둘 다 비정상이면 기본이 응답합니다.";
    RecordLocation:
        "Whom a geolocation record is for: a country, a continent, or * for everyone else.",
        "지리적 위치 레코드의 대상입니다. 국가, 대륙, 또는 나머지 모두를 뜻하는 *를 고릅니다.";
    RecordAlias:
        "An alias to a load balancer or CloudFront may stand at the apex, has a TTL of 60 s, and its queries are free. Otherwise the record is a CNAME.",
        "로드 밸런서나 CloudFront에 대한 별칭은 영역 꼭대기에 둘 수 있고 TTL이 60초이며 쿼리가 무료입니다. 끄면 CNAME 레코드가 됩니다.";
    RecordTtl:
        "How long resolvers keep the answer. An alias to a load balancer or CloudFront has a fixed TTL of 60 s instead, so this counts for instances and CNAMEs.",
        "DNS 해석기가 응답을 유지하는 시간입니다. 로드 밸런서나 CloudFront에 대한 별칭은 TTL이 60초로 고정되므로 인스턴스와 CNAME에만 적용됩니다.";
    EvaluateTargetHealth:
        "Whether an alias to a load balancer counts as unhealthy when one of its target groups has no healthy target.",
        "대상 그룹 가운데 하나라도 정상 대상이 없을 때 로드 밸런서에 대한 별칭을 비정상으로 볼지 정합니다.";
    RecordCheckType:
        "What Route 53's checkers do from outside the VPC. Certificates are not validated. A calculated check counts others; an alarm follows HealthyHostCount.",
        "Route 53 상태 확인기가 VPC 밖에서 확인하는 방식입니다. 인증서는 검증하지 않습니다. 계산된 확인은 다른 확인을 세고, 경보는 HealthyHostCount를 따릅니다.";
    RecordCheckInterval:
        "How long a checker waits after a result before it checks again: 30 s, or 10 s for fast checks.",
        "상태 확인기가 결과를 받고 다시 확인할 때까지의 시간입니다. 표준은 30초, 빠름은 10초입니다.";
    RecordCheckThreshold:
        "Results in a row that change one checker's opinion, in both directions.",
        "상태 확인기 하나의 판단을 바꾸는 연속 결과 수이며 양쪽 방향 모두에 적용됩니다.";
    RecordCheckers:
        "Checkers around the world, each with a phase of its own. The target is healthy while more than 18% of them say so.",
        "세계 곳곳의 상태 확인기 수이며 저마다 확인 시점이 다릅니다. 18%를 넘는 확인기가 정상이라고 하면 대상은 정상입니다.";
    SearchStringEnd:
        "Byte of the body at which the search string ends. Checkers look at the first 5,120 bytes only. 0 searches for nothing.",
        "본문에서 검색 문자열이 끝나는 바이트입니다. 상태 확인기는 처음 5,120바이트만 봅니다. 0이면 검색하지 않습니다.";
    RecordCheckInverted:
        "Healthy counts as unhealthy and the other way round.",
        "정상을 비정상으로, 비정상을 정상으로 바꿔 봅니다.";
    RecordCheckChildren:
        "For a calculated check: the ids of the blocks whose checks are counted.",
        "계산된 확인에서 집계할 상태 확인의 대상 블록 id입니다.";
    HealthyChildren:
        "For a calculated check: how many of those must be healthy.",
        "계산된 확인에서 그 가운데 정상이어야 하는 수입니다.";
    CertificateNames:
        "The names that the certificate covers. A wildcard such as *.example.com covers one label, and not the domain itself.",
        "인증서가 포함하는 이름입니다. *.example.com 같은 와일드카드는 레이블 하나만 포함하며 도메인 자체는 포함하지 않습니다.";
    CertificateDays:
        "Days from the start of the run until it expires. After that, new TLS handshakes fail, unless ACM renews it before.",
        "실행 시작부터 만료까지의 일수입니다. 만료된 뒤에는 새 TLS 핸드셰이크가 실패하며, 그 전에 ACM이 갱신할 수 있습니다.";
    CertificateSource:
        "ACM renews what it issued and validated by DNS from 60 days before expiry on, while it is in use. It never renews an imported certificate.",
        "ACM은 직접 발급하고 DNS로 검증한 인증서를 사용 중일 때 만료 60일 전부터 갱신합니다. 가져온 인증서는 갱신하지 않습니다.";
    ValidationRecord:
        "Whether the CNAME that validates the domain is in DNS. Without it ACM does not renew the certificate.",
        "도메인을 검증하는 CNAME이 DNS에 있는지 나타냅니다. 없으면 ACM이 인증서를 갱신하지 않습니다.";
    Certificate:
        "The ACM certificate for HTTPS. CloudFront takes one of us-east-1 only, a load balancer one of its own Region.",
        "HTTPS에 사용할 ACM 인증서입니다. CloudFront는 us-east-1의 인증서만, 로드 밸런서는 자기 리전의 인증서만 사용합니다.";
}
