//! What each setting does, in Korean.

use ninepins_model::SettingKey as Key;

use crate::settings_database::{self as database, database_keys};
use crate::settings_help_machine::{self, machine_keys};

/// What a setting does in AWS and in the simulation.
pub(crate) const fn help(key: Key) -> &'static str {
    match key {
        Key::NoteText => "캔버스에 표시되고 링크에 함께 저장됩니다. 실행 결과에는 영향을 주지 않습니다.",
        Key::RequestsPerSecond => {
            "초당 시작되는 클라이언트 요청 수이며 재시도는 포함하지 않습니다. 이전 요청의 응답을 기다리지 않고 임의의 간격으로 도착합니다."
        }
        Key::Population => {
            "개방형은 앞선 요청의 결과와 관계없이 일정한 속도로 도착합니다. 폐쇄형은 클라이언트마다 응답을 받고 생각한 뒤 다음 요청을 보냅니다."
        }
        Key::ThinkTime => "폐쇄형 모집단의 클라이언트가 응답을 받고 다음 요청을 보낼 때까지의 평균 시간입니다.",
        Key::Arrivals => "무작위는 간격과 생각 시간이 지수 분포를 따르고, 균등은 모두 같습니다.",
        Key::Shape => "실행하는 동안 개방형 모집단의 요청 속도가 변하는 방식입니다.",
        Key::PeakRate => "증가나 계단 이후, 하루의 정점, 또는 인파가 몰린 동안의 요청 속도입니다.",
        Key::ShapeStart => "증가, 계단, 인파가 시작되는 시점입니다. 하루 곡선에서는 정점의 시점입니다.",
        Key::ShapeLength => "증가나 인파가 지속되는 시간입니다. 하루 곡선에서는 하루의 길이입니다.",
        Key::CrowdRise => "인파가 몰려드는 데, 그리고 다시 빠져나가는 데 걸리는 시간입니다.",
        Key::RateTable => {
            "초와 초당 요청 수를 한 줄에 하나씩 입력하거나 CSV 파일로 올립니다. 두 점 사이의 속도는 두 점을 잇는 직선을 따릅니다."
        }
        Key::AssetBytes => {
            "정적 자산의 바이트 수입니다. 바이트 지표에 포함되며 클라이언트 대역폭에 따라 시간이 걸립니다."
        }
        Key::ReadBytes => "API 읽기 응답의 바이트 수입니다.",
        Key::WriteBytes => "API 쓰기 응답의 바이트 수입니다.",
        Key::RequestBytes => "정적 자산 요청과 API 읽기 요청의 바이트 수입니다.",
        Key::WriteRequestBytes => "API 쓰기 요청의 바이트 수입니다.",
        Key::UsersLocation => {
            "클라이언트와 가장 가까운 리전입니다. 다른 리전까지의 거리가 왕복 시간에 더해지고, 지연 시간과 지리적 위치 레코드가 이에 따라 응답합니다."
        }
        Key::Clients => {
            "서로 다른 클라이언트의 수입니다. 각자 DNS 캐시와 유지된 연결을 가지므로 클라이언트가 많을수록 이름 조회와 TLS 핸드셰이크가 늘어납니다."
        }
        Key::WebHost => "클라이언트가 웹 페이지와 정적 자산을 받는 호스트 이름입니다.",
        Key::ApiHost => "클라이언트가 API 읽기와 쓰기를 보내는 호스트 이름입니다.",
        Key::MixAssets => "정적 자산 요청의 비중입니다. 세 비중의 비율만 의미가 있습니다.",
        Key::MixReads => "API 읽기의 비중입니다. 요청마다 스레드, CPU 시간, 읽기 쿼리 하나를 사용합니다.",
        Key::MixWrites => {
            "API 쓰기의 비중입니다. 요청마다 스레드, CPU 시간, 기본 인스턴스의 쓰기 쿼리 하나를 사용합니다."
        }
        Key::AssetObjects => {
            "클라이언트가 요청하는 서로 다른 객체의 수입니다. 버킷의 객체 수보다 많으면 없는 키에 대한 요청이 생깁니다."
        }
        Key::AssetZipf => {
            "인기도를 나타내는 Zipf 분포의 지수입니다. 0이면 모든 객체의 인기가 같고, 값이 클수록 캐시 적중률이 높아집니다."
        }
        Key::DeepLinks => {
            "단일 페이지 앱의 경로를 요청하는 비율입니다. 버킷에 그런 키가 없으므로 CloudFront가 바꿔 주지 않으면 403 또는 404가 됩니다."
        }
        Key::ClientTimeout => {
            "클라이언트가 시도 한 번의 응답을 기다리는 시간입니다. 포기한 뒤에도 서버는 아무도 기다리지 않는 작업을 계속할 수 있습니다."
        }
        Key::ClientConnectTimeout => {
            "클라이언트가 연결을 기다리는 시간이며, 지나면 그 주소를 응답 없는 것으로 봅니다. 0이면 시도 전체의 제한 시간만큼 기다립니다."
        }
        Key::AddressesTried => {
            "연결이 거부되거나 제때 열리지 않을 때 DNS 응답의 주소를 차례로 몇 개까지 시도하는지입니다. 모두 클라이언트 제한 시간 안에서 이루어집니다."
        }
        Key::Stalling => {
            "모바일 연결이 나쁠 때처럼 클라이언트가 도중에 전송을 멈추는 요청의 비율입니다. 로드 밸런서는 유휴 제한 시간보다 오래 기다리면 408로 응답합니다."
        }
        Key::StallTime => {
            "그런 클라이언트가 멈추는 시간입니다. 로드 밸런서보다 클라이언트의 제한 시간이 먼저 끝날 수 있습니다."
        }
        Key::ForwardedAddresses => {
            "클라이언트 앞의 프록시들이 X-Forwarded-For 헤더에 남기는 주소 수입니다. Application Load Balancer는 30개를 넘으면 463으로 응답합니다."
        }
        Key::HttpVersion => {
            "TLS가 로드 밸런서에서 끝날 때 요청에 쓰는 버전이며, TLS가 없으면 HTTP/1.1입니다. 프로토콜 버전이 맞지 않는 대상 그룹은 464로 응답합니다."
        }
        Key::RetriesMax => "첫 시도 이후의 재시도 횟수입니다. 모두 실패하면 재시도 N회는 부하를 1 + N배로 만듭니다.",
        Key::RetryBackoff => {
            "재시도 전 대기 시간이 늘어나는 방식입니다. 제한 시간 시점을 고르면 더 일찍 실패했더라도 앞선 시도의 제한 시간이 지난 때에 재시도합니다."
        }
        Key::RetryBase => "첫 재시도 전의 대기 시간입니다. 재시도할 때마다 두 배가 되며 최대 백오프를 넘지 않습니다.",
        Key::RetryCap => "두 시도 사이의 최대 대기 시간입니다.",
        Key::RetryJitter => {
            "대기 시간을 흩뜨리는 방식입니다. 지터가 없으면 함께 실패한 클라이언트가 함께 재시도합니다."
        }
        Key::RetryWrites => "쓰기도 재시도할지 정합니다. 같은 쓰기가 두 번 실행되어도 괜찮을 때만 안전합니다.",
        Key::TokenBucket => {
            "재시도하려면 이 원본의 클라이언트가 공유하는 버킷에서 토큰을 꺼내야 합니다. 성공이 버킷을 채우므로 재시도가 그 일부로 제한됩니다."
        }
        Key::TokenDeposit => {
            "성공이 더하는 토큰 수입니다. 0.1이면 재시도가 더하는 부하는 길게 보아 10분의 1 이하입니다."
        }
        Key::TokenCapacity => "버킷이 담는 최대 토큰 수이며, 한꺼번에 할 수 있는 재시도의 최대 횟수입니다.",
        Key::TokenInitial => "실행을 시작할 때 버킷에 있는 토큰 수입니다.",
        Key::CircuitBreaker => {
            "연속으로 실패하면 이 원본의 클라이언트가 한동안 그 호스트의 요청을 바로 실패시킨 뒤 몇 번만 시도해 봅니다."
        }
        Key::BreakerFailures => "회로 차단기를 여는 연속 실패 횟수입니다.",
        Key::BreakerOpen => "회로 차단기가 다시 시도하기 전까지 열려 있는 시간입니다.",
        Key::BreakerProbes => "그때 통과시키는 시도 횟수입니다. 모두 성공하면 닫히고 하나라도 실패하면 다시 열립니다.",
        Key::ClientKeepAlive => {
            "클라이언트가 유휴 연결을 유지하는 시간입니다. 0이면 요청마다 새 연결과 핸드셰이크가 필요합니다."
        }
        Key::ClientDnsMinimum => {
            "TTL과 관계없이 클라이언트가 DNS 응답을 유지하는 최소 시간입니다. 짧은 TTL을 무시하는 런타임은 사라진 주소를 더 오래 사용합니다."
        }
        Key::ClientDnsForever => {
            "보안 관리자를 쓰는 JVM처럼 클라이언트가 첫 DNS 응답을 프로세스가 끝날 때까지 유지합니다. 장애 조치를 알아채지 못합니다."
        }
        Key::Resolvers => {
            "클라이언트가 공유하는 캐싱 해석기의 수입니다. 같은 해석기의 클라이언트는 TTL이 끝날 때까지 같은 레코드를 받습니다. 0이면 클라이언트마다 직접 조회합니다."
        }
        Key::TlsVersion => "핸드셰이크에 TLS 1.2는 왕복 두 번, TLS 1.3은 한 번이 필요합니다.",
        Key::EdgeRoundTrip => {
            "클라이언트와 가장 가까운 엣지 로케이션 사이의 왕복 시간입니다. 클라이언트의 위치에 따라 다릅니다."
        }
        Key::RegionRoundTrip => "클라이언트와 리전 사이의 왕복 시간입니다. 클라이언트의 위치에 따라 다릅니다.",
        Key::FailureValue => {
            "실패한 요청 하나가 입히는 손실을 직접 추정한 값입니다. 청구 내역에 AWS 요금과 따로 표시됩니다."
        }
        Key::ClientBandwidth => {
            "클라이언트가 요청과 응답의 바이트를 주고받는 속도입니다. 0이면 시간이 걸리지 않습니다."
        }
        Key::HostedZone => "퍼블릭 호스팅 영역의 도메인입니다. 이 블록에서 나가는 연결이 레코드입니다.",
        Key::LookupTime => "캐시에 없는 이름을 DNS로 조회하는 데 걸리는 시간입니다.",
        Key::CheckerRoundTrip => {
            "Route 53 상태 확인기와 확인 대상 사이의 왕복 시간입니다. AWS가 공개하지 않은 값입니다."
        }
        Key::ResolverTimeout => "응답하지 않는 이름 서버를 해석기가 기다리는 시간이며, 지나면 조회가 실패합니다.",
        Key::RecordName => "대상을 가리키는 전체 이름입니다. 비워 두면 도메인 자체를 뜻합니다.",
        Key::RecordPolicy => {
            "Route 53이 이름이 같은 레코드 가운데 하나를 고르는 방식입니다. 모든 레코드의 정책이 같아야 합니다."
        }
        Key::RecordWeight => {
            "가중치 레코드의 비율은 정상 레코드의 가중치 합에 대한 이 가중치입니다. 0이면 다른 레코드가 응답할 수 없을 때만 응답합니다."
        }
        Key::RecordFailover => {
            "기본 레코드가 정상이면 기본이, 아니면 보조가 응답합니다. 둘 다 비정상이면 기본이 응답합니다."
        }
        Key::RecordLocation => "지리적 위치 레코드의 대상입니다. 국가, 대륙, 또는 나머지 모두를 뜻하는 *를 고릅니다.",
        Key::RecordAlias => {
            "로드 밸런서나 CloudFront에 대한 별칭은 영역 꼭대기에 둘 수 있고 TTL이 60초이며 쿼리가 무료입니다. 끄면 CNAME 레코드가 됩니다."
        }
        Key::RecordTtl => {
            "DNS 해석기가 응답을 유지하는 시간입니다. 로드 밸런서나 CloudFront에 대한 별칭은 TTL이 60초로 고정되므로 인스턴스와 CNAME에만 적용됩니다."
        }
        Key::EvaluateTargetHealth => {
            "대상 그룹 가운데 하나라도 정상 대상이 없을 때 로드 밸런서에 대한 별칭을 비정상으로 볼지 정합니다."
        }
        Key::RecordCheckType => {
            "Route 53 상태 확인기가 VPC 밖에서 확인하는 방식입니다. 인증서는 검증하지 않습니다. 계산된 확인은 다른 확인을 세고, 경보는 HealthyHostCount를 따릅니다."
        }
        Key::RecordCheckInterval => {
            "상태 확인기가 결과를 받고 다시 확인할 때까지의 시간입니다. 표준은 30초, 빠름은 10초입니다."
        }
        Key::RecordCheckThreshold => "상태 확인기 하나의 판단을 바꾸는 연속 결과 수이며 양쪽 방향 모두에 적용됩니다.",
        Key::RecordCheckers => {
            "세계 곳곳의 상태 확인기 수이며 저마다 확인 시점이 다릅니다. 18%를 넘는 확인기가 정상이라고 하면 대상은 정상입니다."
        }
        Key::SearchStringEnd => {
            "본문에서 검색 문자열이 끝나는 바이트입니다. 상태 확인기는 처음 5,120바이트만 봅니다. 0이면 검색하지 않습니다."
        }
        Key::RecordCheckInverted => "정상을 비정상으로, 비정상을 정상으로 바꿔 봅니다.",
        Key::RecordCheckChildren => "계산된 확인에서 집계할 상태 확인의 대상 블록 id입니다.",
        Key::HealthyChildren => "계산된 확인에서 그 가운데 정상이어야 하는 수입니다.",
        Key::CertificateNames => {
            "인증서가 포함하는 이름입니다. *.example.com 같은 와일드카드는 레이블 하나만 포함하며 도메인 자체는 포함하지 않습니다."
        }
        Key::CertificateDays => {
            "실행 시작부터 만료까지의 일수입니다. 만료된 뒤에는 새 TLS 핸드셰이크가 실패하며, 그 전에 ACM이 갱신할 수 있습니다."
        }
        Key::CertificateSource => {
            "ACM은 직접 발급하고 DNS로 검증한 인증서를 사용 중일 때 만료 60일 전부터 갱신합니다. 가져온 인증서는 갱신하지 않습니다."
        }
        Key::ValidationRecord => {
            "도메인을 검증하는 CNAME이 DNS에 있는지 나타냅니다. 없으면 ACM이 인증서를 갱신하지 않습니다."
        }
        Key::Certificate => {
            "HTTPS에 사용할 ACM 인증서입니다. CloudFront는 us-east-1의 인증서만, 로드 밸런서는 자기 리전의 인증서만 사용합니다."
        }
        Key::EdgeLocations => {
            "이 클라이언트에 응답하는 엣지 로케이션의 수입니다. 각자 캐시가 있으므로 많을수록 오리진에서 처음 가져오는 횟수가 늘어납니다."
        }
        Key::DefaultTtl => "오리진이 따로 지정하지 않을 때 객체가 엣지에서 유효한 시간입니다.",
        Key::ErrorCachingTtl => {
            "오리진의 오류 응답을 엣지가 보관하는 시간입니다. 이 시간이 지나야 오리진에 다시 요청합니다."
        }
        Key::SpaErrorPage => {
            "단일 페이지 앱에 필요한 설정으로, 403과 404에 /index.html과 상태 200으로 응답합니다. 모든 오리진에 적용되므로 API의 404도 가려집니다."
        }
        Key::OriginPath => {
            "동작의 경로 패턴입니다. *는 임의의 문자열, ?는 한 문자입니다. /*는 다른 패턴과 맞지 않는 요청을 받는 기본 동작입니다."
        }
        Key::BehaviourPrecedence => "동작의 순서입니다. 경로와 맞는 동작 중 숫자가 가장 낮은 것이 요청을 처리합니다.",
        Key::AllowedMethods => "동작이 받는 메서드입니다. 그 밖의 메서드에는 CloudFront가 403으로 응답합니다.",
        Key::OriginAccessControl => {
            "CloudFront가 버킷 요청에 서명하여 프라이빗 버킷이 받아들이게 합니다. 웹 사이트 엔드포인트는 서명을 지원하지 않습니다."
        }
        Key::OriginRole => {
            "보조 오리진은 같은 경로의 기본 오리진을 대신합니다. 모든 GET은 기본 오리진을 먼저 시도하고 쓰기는 장애 조치하지 않습니다."
        }
        Key::FailoverCodes => {
            "기본 오리진이 이 상태 코드로 응답하면 보조 오리진에 요청합니다. 연결 실패와 시간 초과는 항상 장애 조치합니다."
        }
        Key::CachePolicy => {
            "응답을 보관하는 시간입니다. 배포의 TTL을 쓰거나, 하루 동안 보관하거나(CachingOptimized), 보관하지 않습니다(CachingDisabled)."
        }
        Key::CacheControl => {
            "오리진이 보내는 캐시 지시입니다. max-age는 최소 TTL과 최대 TTL 사이로 조정되고 no-store는 최소 TTL 동안 보관됩니다."
        }
        Key::OriginMaxAge => "오리진이 보내는 max-age 또는 s-maxage 값입니다.",
        Key::OriginShield => "모든 캐시가 먼저 묻는 오리진 옆의 캐시입니다. 오리진은 객체마다 요청을 한 번만 받습니다.",
        Key::Compress => "캐시하는 동작에서 1,000바이트~10 MB의 텍스트를 압축하여 전송량과 전송 시간을 줄입니다.",
        Key::OriginProtocol => {
            "HTTPS에서는 오리진의 인증서를 검증합니다. 인증서가 없거나 만료되었거나 이름이 다르면 502가 됩니다. 웹 사이트 엔드포인트는 HTTP만 지원합니다."
        }
        Key::OriginDomain => {
            "오리진의 인증서가 포함해야 하는 도메인입니다. 비워 두면 오리진을 가리키는 레코드나 사용자가 요청한 호스트를 씁니다."
        }
        Key::OriginKeepAlive => {
            "오리진과의 유휴 연결을 유지하는 시간입니다. 새 연결에는 TCP 핸드셰이크가, HTTPS이면 TLS 핸드셰이크도 듭니다."
        }
        Key::RegionalCaches => {
            "엣지 로케이션이 오리진보다 먼저 묻는 더 큰 캐시입니다. 없으면 로케이션마다 직접 가져옵니다."
        }
        Key::MinTtl => "객체가 유효한 최소 시간입니다. 0보다 크면 오리진의 no-store보다 우선합니다.",
        Key::MaxTtl => "오리진이 보낸 max-age와 상관없이 객체가 유효한 최대 시간입니다.",
        Key::CustomErrorResponses => {
            "한 줄에 하나씩 오류 코드, 페이지, 응답 코드를 적습니다(예: 404 /index.html 200). API를 포함한 모든 동작에 적용됩니다."
        }
        Key::DefaultRootObject => "/ 요청에 제공하는 객체입니다. 없으면 키가 아닌 /를 버킷에 그대로 요청합니다.",
        Key::RequestQuota => "배포의 초당 요청 수입니다. 넘으면 CloudFront가 503으로 응답합니다.",
        Key::ThroughputQuota => "배포의 처리량입니다. 넘으면 CloudFront가 503으로 응답합니다.",
        Key::EdgeCacheSize => "로케이션 하나의 캐시 용량입니다. 넘으면 가장 오래 요청되지 않은 객체가 나갑니다.",
        Key::CompressedShare => "압축한 뒤 남는 응답 크기의 비율입니다.",
        Key::RegionalRoundTrip => {
            "엣지 로케이션과 리전 캐시 사이의 왕복 시간입니다. 오리진까지의 왕복 시간에 포함됩니다."
        }
        Key::InvalidationMin => {
            "무효화가 첫 로케이션에 도달하기까지의 시간(초)입니다. 그때까지 이전 사본을 제공합니다."
        }
        Key::InvalidationMax => "무효화가 마지막 로케이션에 도달하기까지의 시간(초)입니다.",
        Key::BucketEndpoint => {
            "REST 엔드포인트는 서명된 요청을 받습니다. 웹 사이트 엔드포인트는 HTTP로 퍼블릭 객체만 제공하고 없는 키에 404로 응답합니다."
        }
        Key::PublicRead => "누구나 읽을 수 있는지 정합니다. 프라이빗 버킷은 서명된 요청이 아니면 403으로 응답합니다.",
        Key::PutObject => "CloudFront가 서명한 쓰기를 버킷이 저장할지 정합니다. 허용하지 않으면 403으로 응답합니다.",
        Key::BucketPrefixes => "키가 나뉘어 있는 접두사 수입니다. 접두사마다 읽기 속도와 쓰기 속도가 따로 있습니다.",
        Key::PutRate => "접두사 하나가 처리하는 초당 쓰기 수입니다. 넘으면 버킷이 503 Slow Down으로 응답합니다.",
        Key::RepartitionTime => "스로틀링이 이 시간만큼 이어지면 S3가 접두사를 분할하여 두 배의 속도를 처리합니다.",
        Key::OriginConnectionTimeout => "CloudFront가 오리진과의 TCP 연결 한 번을 기다리는 시간입니다.",
        Key::OriginConnectionAttempts => {
            "CloudFront가 연결을 시도하는 횟수입니다. 횟수에 제한 시간을 곱한 만큼 기다린 뒤 504로 응답합니다."
        }
        Key::OriginResponseTimeout => {
            "CloudFront가 오리진의 응답을 기다리는 시간입니다. GET은 연결 시도 횟수만큼 다시 시도한 뒤 504로 응답하고 쓰기는 반복하지 않습니다."
        }
        Key::OriginRoundTrip => "엣지 로케이션과 오리진 사이의 왕복 시간입니다.",
        Key::BucketObjects => "버킷에 있는 객체 수입니다. 다른 키를 요청하면 찾지 못합니다.",
        Key::FirstByteMin => {
            "작은 객체의 첫 바이트까지 걸리는 최소 시간입니다. AWS는 100~200 ms로 안내하며 시뮬레이션은 최소와 최대 사이에서 균등하게 뽑습니다."
        }
        Key::FirstByteMax => "작은 객체의 첫 바이트까지 걸리는 최대 시간입니다.",
        Key::GetRate => "접두사 하나가 처리하는 초당 읽기 수입니다. 넘으면 버킷이 503 Slow Down으로 응답합니다.",
        Key::ListBucket => {
            "버킷 정책에서 ListBucket을 허용할지 정합니다. 허용하면 없는 키에 404로, 아니면 403으로 응답합니다."
        }
        Key::RegionCode => "ap-northeast-2와 같은 AWS 리전 코드입니다. 인증서의 리전과 맞아야 합니다.",
        Key::SameZoneRoundTrip => "같은 가용 영역에 있는 두 멤버 사이의 왕복 시간입니다.",
        Key::CrossZoneRoundTrip => {
            "서로 다른 가용 영역에 있는 두 멤버 사이의 왕복 시간입니다. Multi-AZ 데이터베이스는 커밋할 때마다 이 시간이 듭니다."
        }
        Key::VpcCidr => "VPC의 주소 범위이며 /16~/28입니다. 서브넷은 이 범위 안에 있어야 합니다.",
        Key::InternetGateway => {
            "VPC에 인터넷 게이트웨이를 둘지 정합니다. 없으면 인터넷으로 가는 경로가 동작하지 않습니다."
        }
        Key::ZoneName => {
            "ap-northeast-2a와 같은 AWS 가용 영역 이름입니다. 가용 영역 장애는 모든 VPC에서 이 이름에 속한 리소스에 적용됩니다."
        }
        Key::SubnetCidr => {
            "서브넷의 주소 범위이며 VPC 범위 안의 /16~/28입니다. AWS가 주소 다섯 개를 예약하고 멤버마다 하나씩 사용하므로, 남은 주소가 없으면 아무것도 시작할 수 없습니다."
        }
        Key::OtherRegionRoundTrip => "측정값이 공개되지 않은 다른 리전까지의 왕복 시간입니다.",
        Key::S3Endpoint => {
            "VPC의 모든 라우팅 테이블에 두는 S3 경로입니다. NAT 게이트웨이나 인터넷 게이트웨이 없이 무료로 사용합니다."
        }
        Key::MapPublicIp => {
            "여기에서 시작하는 인스턴스에 퍼블릭 주소를 줄지 정합니다. 주소가 없으면 인터넷 게이트웨이 경로가 있어도 양방향 모두 통신하지 못합니다."
        }
        Key::AclInbound => {
            "서브넷으로 들어오는 패킷의 규칙입니다. 예: 100 allow 0.0.0.0/0 80, 90 deny 10.0.1.0/24. 맞는 규칙 중 번호가 가장 작은 것이 결정하며, 맞는 규칙이 없으면 거부합니다."
        }
        Key::AclOutbound => {
            "서브넷에서 나가는 패킷의 규칙입니다. 상태를 저장하지 않으므로 응답에도 1024-65535 포트 규칙이 필요합니다."
        }
        Key::NatAddresses => "게이트웨이의 퍼블릭 주소 수입니다. 주소마다 대상 하나에 연결 55,000개를 열 수 있습니다.",
        Key::NatScaling => {
            "부하가 이만큼 이어지면 게이트웨이의 대역폭과 패킷 처리율이 두 배가 됩니다. 5 Gbit/s와 초당 100만 패킷에서 시작하여 100 Gbit/s와 초당 1,000만 패킷까지 늘어납니다."
        }
        Key::LaunchNeeds => {
            "애플리케이션이 시작되기 전에 user data가 도달해야 하는 곳입니다. 경로가 없으면 애플리케이션이 시작되지 않습니다."
        }
        Key::TcpKeepalive => {
            "TCP keepalive 패킷의 간격입니다. Network Load Balancer와 NAT 게이트웨이가 유휴 연결을 잊고 다음 요청을 재설정하지 않게 합니다. 0이면 보내지 않습니다."
        }
        Key::TrackedConnections => {
            "인스턴스 하나의 보안 그룹이 추적할 수 있는 연결 수입니다. 넘으면 패킷을 버리므로 호출하는 쪽은 제한 시간까지 기다립니다."
        }
        Key::RegisterAt => {
            "새 인스턴스가 서비스에 투입되어 대상 그룹에 등록되는 시점입니다. user data가 끝난 뒤이거나 실행되자마자입니다. 뒤의 경우 애플리케이션이 준비될 때까지 연결을 거부합니다."
        }
        Key::MainRoutes => {
            "VPC의 기본 라우팅 테이블로, 자체 라우팅 테이블이 없는 모든 서브넷이 씁니다. 0.0.0.0/0을 인터넷 게이트웨이로 보내는 경로가 있으면 모두 퍼블릭 서브넷이 됩니다."
        }
        Key::OwnRouteTable => {
            "경로가 없는 서브넷은 VPC의 기본 라우팅 테이블을 씁니다. 켜면 VPC 안으로만 통하는 자체 라우팅 테이블을 갖습니다."
        }
        Key::Routes => {
            "서브넷의 자체 라우팅 테이블입니다. 0.0.0.0/0을 인터넷 게이트웨이로 보내는 경로가 있으면 퍼블릭 서브넷이 됩니다."
        }
        Key::Subnets => "멤버가 위치하는 서브넷입니다. 두 가용 영역의 서브넷을 지정하면 한 영역의 장애를 견딥니다.",
        Key::SecurityGroups => {
            "연결을 허용할 대상을 정하는 보안 그룹입니다. 지정하지 않으면 연결에서 규칙을 도출합니다. 허용되지 않은 트래픽은 거부 응답 없이 버려집니다."
        }
        Key::InternetFacing => "노드에 퍼블릭 주소를 부여할지 정합니다. 이때 서브넷도 퍼블릭이어야 합니다.",
        Key::IdleTimeout => {
            "이 시간 동안 데이터가 없으면 연결을 닫습니다. 처리 중인 요청이 있으면 로드 밸런서가 504로 응답합니다."
        }
        Key::AddedLatency => "로드 밸런서 노드가 요청마다 더하는 시간입니다.",
        Key::NodeDetection => {
            "장애가 난 로드 밸런서 노드가 DNS에서 빠질 때까지의 시간입니다. 그때까지 클라이언트는 그 주소로 계속 연결합니다."
        }
        Key::Algorithm => {
            "노드가 대상을 고르는 방식입니다. 차례로 고르거나 처리 중인 요청이 가장 적은 대상을 고릅니다."
        }
        Key::HealthInterval => "대상 하나를 검사하는 간격입니다. 로드 밸런서 노드마다 따로 검사합니다.",
        Key::HealthTimeout => "이 시간 안에 응답이 없으면 상태 검사에 실패한 것입니다.",
        Key::HealthyThreshold => "비정상 대상을 정상으로 바꾸는 데 필요한 연속 성공 횟수입니다.",
        Key::UnhealthyThreshold => {
            "대상을 비정상으로 바꾸는 데 필요한 연속 실패 횟수입니다. 장애 대상은 대략 간격에 이 값을 곱한 시간 동안 요청을 계속 받습니다."
        }
        Key::HealthCheckDepth => {
            "검사하는 경로가 데이터베이스까지 조회할지 정합니다. 그러면 데이터베이스 장애 때 모든 대상이 비정상이 되어 그룹이 전부 교체할 수 있습니다."
        }
        Key::DeregistrationDelay => {
            "대상의 등록을 취소한 뒤 처리 중인 요청에 주는 시간입니다. 새 요청은 즉시 중단됩니다."
        }
        Key::CrossZone => {
            "켜면 각 노드가 모든 가용 영역의 대상에 요청을 분산합니다. 끄면 자기 가용 영역의 대상만 사용합니다."
        }
        Key::RegistrationDelay => "대상을 등록한 뒤 첫 상태 검사까지의 시간입니다.",
        Key::TargetGroupName => {
            "한 로드 밸런서에서 이름이 같은 연결은 같은 대상 그룹입니다. 이름이 없으면 Auto Scaling 그룹은 각각 대상 그룹이 되고 단일 인스턴스는 모두 하나를 공유합니다."
        }
        Key::TargetGroupWeight => {
            "같은 리스너 규칙의 다른 대상 그룹과 비교한 요청 비율입니다. 0이면 요청을 받지 않습니다."
        }
        Key::RulePath => {
            "경로가 이 패턴과 맞는 요청을 전달합니다. *와 ?를 쓸 수 있고 비우면 모두 받습니다. 정적 자산은 /assets/, API는 /api/ 아래에 있습니다."
        }
        Key::RuleHost => "호스트가 이 패턴과 맞는 요청을 전달합니다. *와 ?를 쓸 수 있고 비우면 모두 받습니다.",
        Key::RulePriority => {
            "숫자가 낮은 규칙부터 평가합니다. 경로와 호스트가 없는 규칙은 기본 규칙이며 마지막에 평가합니다."
        }
        Key::AnomalyMitigation => {
            "가중치 기반 무작위에서 오류가 유난히 많은 대상의 비율을 줄입니다. 정상 대상이 세 개 이상 필요합니다."
        }
        Key::TargetProtocol => {
            "대상과 통신하는 프로토콜입니다. HTTPS이면 새 연결마다 TLS 핸드셰이크가 필요하고 10초를 넘으면 502가 됩니다."
        }
        Key::ProtocolVersion => {
            "요청이 대상에 전달되는 버전입니다. HTTP/2와 gRPC에는 HTTPS 리스너와 이를 쓰는 클라이언트가 필요하며, 다른 클라이언트는 464를 받습니다."
        }
        Key::Authenticate => {
            "세션이 없는 클라이언트를 먼저 자격 증명 공급자로 보냅니다. 실행을 시작할 때는 세션이 없습니다. HTTPS 리스너가 필요합니다."
        }
        Key::IdentityLatency => {
            "자격 증명 공급자로 보낸 때부터 로드 밸런서가 사용자 정보를 받을 때까지의 시간입니다. AWS는 수치를 공개하지 않습니다."
        }
        Key::IdentityErrors => "자격 증명 공급자의 응답 중 오류의 비율입니다. 로드 밸런서는 오류마다 561로 응답합니다.",
        Key::IdentitySession => {
            "클라이언트의 인증이 유지되는 시간입니다. 쿠키를 쓰지 않는 클라이언트는 요청마다 인증합니다."
        }
        Key::Stickiness => {
            "처음 응답한 대상에 클라이언트를 고정합니다. 대상이 정상인 동안 유지되므로 새 대상은 새 클라이언트만 받습니다."
        }
        Key::StickinessDuration => "쿠키를 이 시간 동안 쓰지 않으면 만료됩니다. 요청할 때마다 연장됩니다.",
        Key::SlowStart => {
            "정상이 된 대상의 요청 비율을 이 시간에 걸쳐 늘립니다. 0이면 사용하지 않습니다. 라운드 로빈에서만, 이미 준비된 대상이 있을 때 동작합니다."
        }
        Key::RoutingHealthyCount => {
            "가용 영역(교차 영역이면 전체)의 정상 대상이 이보다 적으면 상태와 관계없이 모든 대상으로 요청을 보냅니다."
        }
        Key::RoutingHealthyPercent => {
            "정상 대상의 비율이 이보다 낮으면 상태와 관계없이 모든 대상으로 요청을 보냅니다. 0이면 사용하지 않습니다."
        }
        Key::DnsHealthyCount => {
            "정상 대상이 이보다 적으면 해당 가용 영역의 주소를 DNS에서 뺍니다. 라우팅 임계값보다 작으면 안 됩니다."
        }
        Key::DnsHealthyPercent => {
            "정상 대상의 비율이 이보다 낮으면 해당 가용 영역의 주소를 DNS에서 뺍니다. 0이면 사용하지 않습니다."
        }
        Key::SuccessCodes => "검사 성공으로 보는 상태 코드입니다. 예: 200, 200,302, 200-399.",
        Key::CheckPath => "검사가 요청하는 경로입니다. 애플리케이션의 상태 엔드포인트가 아니면 404를 받습니다.",
        Key::CheckPort => {
            "검사가 연결하는 포트입니다. 0이면 트래픽 포트입니다. 수신하는 것이 없으면 연결이 거부되고, 보안 그룹 규칙이 허용하지 않으면 응답이 없습니다."
        }
        Key::HealthPath => "애플리케이션이 상태 검사에 응답하는 경로입니다. 다른 경로는 404를 받습니다.",
        Key::HealthPort => {
            "애플리케이션 상태 엔드포인트의 포트입니다. 별도 관리 포트이면 모든 스레드가 바빠도 검사에 응답합니다. 0이면 요청을 받는 포트입니다."
        }
        Key::CheckStatus => {
            "모든 것이 정상일 때 검사 경로가 응답하는 상태 코드입니다. 로그인 페이지로의 리디렉션은 302라서 성공 코드가 200이면 실패합니다."
        }
        Key::CheckProtocol => {
            "TCP는 연결만 확인하므로 응답이 멈춘 애플리케이션도 통과합니다. HTTP는 응답을 확인합니다."
        }
        Key::PreserveClientIp => {
            "대상이 클라이언트 주소를 그대로 보므로 보안 그룹이 클라이언트를 허용해야 합니다. 끄면 대상마다 로드 밸런서를 통한 연결이 55,000개로 제한됩니다."
        }
        Key::ConnectionTermination => "등록 취소 지연이 끝나면 대상의 연결을 재설정합니다. 끄면 연결이 계속됩니다.",
        Key::UnhealthyConnectionTermination => "비정상이 된 대상의 연결을 다음 패킷에서 재설정합니다.",
        Key::NlbListener => {
            "TCP는 바이트를 그대로 전달하므로 TLS가 대상에서 끝납니다. TLS는 인증서로 여기에서 끝나며 유휴 제한 시간이 350초입니다."
        }
        Key::ClientConnectionLife => "클라이언트 연결은 사용 중이어도 이 시간이 지나면 정상적으로 닫힙니다.",
        Key::KeepAliveRace => "대상이 막 닫은 연결을 노드가 아직 사용하는 시간입니다. 이때의 요청은 502가 됩니다.",
        Key::ZonalShift => {
            "교차 영역 로드 밸런싱에서는 이 설정을 켜야 가용 영역의 트래픽을 다른 곳으로 전환할 수 있습니다."
        }
        Key::StartingCapacity => {
            "시작할 때 처리할 수 있는 LCU입니다. 용량을 넘으면 연결이 거부되고 요청은 503을 받습니다."
        }
        Key::CapacityReservation => "항상 처리할 수 있는 LCU이며 가용 영역에 고르게 나뉩니다.",
        Key::CapacityGrowth => {
            "용량이 트래픽을 따라가는 속도입니다. AWS는 5분마다 부하를 절반 이내로 늘리도록 안내합니다."
        }
        Key::Cookies => {
            "클라이언트가 받은 쿠키를 다시 보낼지 정합니다. 끄면 요청마다 새 세션이 되어 고정 세션이 동작하지 않습니다."
        }
        Key::GroupMin => "그룹의 인스턴스 수는 이 값보다 적어지지 않습니다.",
        Key::GroupMax => {
            "그룹의 인스턴스 수는 이 값보다 많아지지 않습니다. 그룹이 열 수 있는 데이터베이스 연결 수의 한도이기도 합니다."
        }
        Key::GroupDesired => "실행을 시작할 때의 인스턴스 수입니다. 이후 최소와 최대 사이에서 조정됩니다.",
        Key::InstanceType => "인스턴스 유형입니다. vCPU 수와 요금, t3이면 CPU 크레딧까지 시뮬레이션합니다.",
        Key::CreditSpecification => {
            "t3이 CPU 크레딧을 다 썼을 때의 동작입니다. 무제한은 빌려 쓰고 요금을 내며, 표준은 기준 성능으로 제한됩니다."
        }
        machine_keys!() => settings_help_machine::help(key).1,
        Key::CreditStart => {
            "실행을 시작할 때 t3이 가진 CPU 크레딧이며 최대 보유량에 대한 비율입니다. 나중에 시작한 인스턴스는 크레딧 없이 시작합니다."
        }
        Key::HealthCheckType => {
            "어떤 상태 검사를 반영할지 정합니다. EC2만 선택하면 실행은 되지만 응답하지 않는 인스턴스를 교체하지 않습니다."
        }
        Key::HealthGrace => {
            "인스턴스가 서비스에 투입된 뒤 로드 밸런서 검사 실패를 무시하는 시간입니다. 너무 짧으면 시작하는 도중에 교체됩니다."
        }
        Key::HealthPoll => "그룹이 인스턴스의 상태를 확인하는 주기입니다.",
        Key::LaunchTime => "시작 요청부터 운영 체제가 올라올 때까지의 시간입니다.",
        Key::UserDataTime => {
            "사용자 데이터 실행과 애플리케이션 시작에 걸리는 시간입니다. 그 뒤에 로드 밸런서에 등록됩니다."
        }
        Key::InstanceWarmup => {
            "새 인스턴스를 그룹 지표에서 제외하는 시간입니다. 시작할 때의 부하가 조정에 영향을 주지 않게 합니다."
        }
        Key::TargetTracking => {
            "평균 CPUUtilization이 목표를 유지하도록 그룹을 조정합니다. AWS는 3분 동안 높으면 인스턴스를 늘리고 15분 동안 낮으면 줄입니다."
        }
        Key::ScalingMetric => {
            "정책이 목표 근처로 유지하는 지표입니다. CPU는 100%를 넘지 못해 과부하일 때 여러 단계로 확장하지만, 요청 수는 포화되지 않습니다."
        }
        Key::TargetRequests => {
            "정책이 ALBRequestCountPerTarget을 따를 때 로드 밸런서의 대상마다 유지하려는 분당 요청 수입니다."
        }
        Key::TargetCpu => {
            "대상 추적이 유지하려는 평균 CPUUtilization입니다. 낮을수록 가용 영역 하나를 잃을 때 여유가 커집니다."
        }
        Key::ScaleIn => "대상 추적이 인스턴스를 줄이는 것도 허용할지 정합니다.",
        Key::LowAlarmRatio => {
            "목표에 대한 하한 경보 임계값의 비율입니다. AWS가 공개하지 않으며 0.7과 0.9가 관찰되었습니다."
        }
        Key::CloudwatchDelay => {
            "1분이 끝난 뒤 CloudWatch에 데이터 포인트가 나타날 때까지의 시간입니다. 경보도 그만큼 늦게 동작합니다."
        }
        Key::SecondMetric
        | Key::TargetNetwork
        | Key::AlarmPolicy
        | Key::AlarmMetric
        | Key::HighThreshold
        | Key::LowThreshold
        | Key::EvaluationPeriods
        | Key::AdjustmentType
        | Key::MinAdjustment
        | Key::ScaleOutSteps
        | Key::ScaleInSteps
        | Key::Cooldown
        | Key::ScheduledActions
        | Key::ScheduledDelay
        | Key::PredictiveScaling
        | Key::PredictiveMetric
        | Key::PredictiveForecast
        | Key::SchedulingBuffer
        | Key::IncreaseMaxCapacity
        | Key::MaxCapacityBuffer
        | Key::DetailedMonitoring
        | Key::MetricPeriod
        | Key::MaintenancePolicy
        | Key::MinHealthy
        | Key::MaxHealthy
        | Key::MaxInstanceLifetime
        | Key::TerminationPolicy
        | Key::ScaleInProtection
        | Key::LaunchHook
        | Key::LaunchHookTime
        | Key::LaunchHookTimeout
        | Key::LaunchHookResult
        | Key::TerminateHook
        | Key::TerminateHookTime
        | Key::TerminateHookTimeout
        | Key::WarmPool
        | Key::WarmPoolState
        | Key::MaxPrepared
        | Key::WarmPoolMin
        | Key::OnDemandBase
        | Key::SpotShare
        | Key::CapacityRebalancing
        | Key::GroupZonalShift
        | Key::ReplaceShifted
        | Key::ImpairedWait
        | Key::OnDemandQuota => crate::settings_help_scaling::help(crate::Language::Korean, key),
        Key::ServerThreads => {
            "서버의 작업 스레드 수입니다. 요청은 데이터베이스를 기다리는 동안에도 응답할 때까지 스레드 하나를 차지합니다."
        }
        Key::ServerMaxConnections => "서버가 수락하는 연결 수입니다. 스레드를 얻지 못한 요청은 여기에서 기다립니다.",
        Key::ServerAcceptCount => {
            "서버가 더 수락하지 않을 때 운영 체제가 대기시키는 연결 수입니다. 그다음 연결은 거부됩니다."
        }
        Key::ReadCpu => "API 읽기 한 건의 평균 CPU 시간입니다. AWS가 아니라 코드에 따라 정해지는 값입니다.",
        Key::WriteCpu => "API 쓰기 한 건의 평균 CPU 시간입니다. AWS가 아니라 코드에 따라 정해지는 값입니다.",
        Key::AssetCpu => "서버가 정적 파일을 직접 보낼 때의 평균 CPU 시간입니다.",
        Key::ReadWait | Key::WriteWait | Key::AssetWait => {
            "처리기가 CPU 없이 스레드를 잡고 있는 평균 시간입니다. 느린 라이브러리나 대기 호출이 그렇습니다. CPU 시간과 같은 분포를 따릅니다."
        }
        Key::DemandDistribution => {
            "CPU 시간과 대기 시간이 평균 주위에 퍼지는 모양입니다. 상수는 항상 평균이고, 로그 정규는 변동 계수를 따로 정합니다."
        }
        Key::DemandVariation | Key::ExternalVariation => {
            "로그 정규 시간의 표준편차를 평균으로 나눈 값입니다. 0.3은 좁고 1은 지수 분포만큼 넓으며 3은 꼬리가 깁니다."
        }
        Key::QueueOrder => {
            "다음 스레드를 받을 요청입니다. 후입 선출은 과부하에서도 새 요청을 계속 처리하고 오래된 요청을 포기합니다."
        }
        Key::QueueLimit => {
            "스레드를 기다릴 수 있는 최대 요청 수입니다. 그다음 요청은 즉시 거절되어 대기 시간이 짧게 유지됩니다."
        }
        Key::DropOlder => {
            "대기열의 맨 앞에 왔을 때 이보다 오래된 요청은 거절합니다. 클라이언트가 이미 포기했을 것이기 때문입니다. 0이면 모두 처리합니다."
        }
        Key::DropCountsService => {
            "예상 처리 시간을 나이에 더할지 정합니다. 더하면 제때 끝낼 수 없는 요청은 시작하지 않습니다."
        }
        Key::Rejection => "서버가 503으로 응답할지 연결을 닫을지 정합니다. 닫힌 연결은 로드 밸런서에서 502가 됩니다.",
        Key::ServerKeepAlive => {
            "서버가 유휴 연결을 닫는 시간입니다. 로드 밸런서의 유휴 제한 시간보다 짧으면 곧 쓰일 연결을 닫을 수 있습니다."
        }
        Key::ServerKeepAliveRequests => {
            "한 연결에서 처리하는 요청 수입니다. 지나면 서버가 연결을 닫고 클라이언트가 새 연결을 엽니다."
        }
        Key::ServerTlsKey => {
            "직접 연결하는 클라이언트의 TLS를 서버가 직접 종료할 때의 키입니다. 핸드셰이크마다 CPU를 씁니다. RSA 2,048은 0.27 ms, ECDSA P-256은 0.065 ms입니다."
        }
        Key::TlsResumption => "이전 세션을 재개하여 개인 키 연산이 필요 없는 핸드셰이크의 비율입니다.",
        Key::CallTimeout => {
            "호출 한 번이 걸릴 수 있는 시간입니다. 그동안 스레드가 기다리므로 앞선 호출자의 제한 시간보다 짧아야 합니다."
        }
        Key::CallTries => {
            "요청이 실패하기 전까지 호출을 보내는 횟수입니다. 계층마다 곱해집니다. 다섯 서비스가 세 번씩이면 243번입니다."
        }
        Key::CallBackoff => "두 번째 호출 시도 전의 대기 시간입니다. 시도할 때마다 두 배가 됩니다.",
        Key::CallJitter => "대기 시간을 0과 백오프 사이에 고르게 흩어, 함께 실패한 호출자가 함께 돌아오지 않게 합니다.",
        Key::CallsPerRequest => "요청 하나가 차례로 보내는 호출 수입니다. 호출마다 왕복 시간을 기다립니다.",
        Key::CallShare => "이 서비스를 호출하는 요청의 비율입니다.",
        Key::Queries => {
            "요청 하나가 연결에서 차례로 보내는 쿼리 수입니다. 쿼리마다 데이터베이스의 가용 영역까지 왕복을 기다립니다. 마지막을 뺀 나머지는 읽기입니다."
        }
        Key::QueryTries => {
            "요청이 실패하기 전까지 애플리케이션이 실패한 쿼리를 보내는 횟수입니다. 호출자의 시도 횟수와 곱해집니다."
        }
        Key::ExternalLatency => "네트워크 시간을 뺀, 서비스가 응답하기까지의 평균 시간입니다.",
        Key::ExternalDistribution => "응답 시간이 평균 주위에 퍼지는 모양입니다.",
        Key::ExternalRoundTrip => "리전과 서비스 사이의 인터넷 왕복 시간입니다.",
        Key::ExternalCapacity => {
            "서비스가 초당 처리하는 요청 수이며 1초 분량까지 몰릴 수 있습니다. 넘는 요청에는 429로 응답합니다."
        }
        Key::ExternalFailures => "서비스가 스스로 오류로 응답하는 요청의 비율입니다.",
        Key::PublicAddress => {
            "인스턴스에 퍼블릭 주소를 부여할지 정합니다. 인터넷에서 접근하려면 퍼블릭 서브넷도 필요합니다."
        }
        Key::PoolSize => {
            "인스턴스마다 풀에 두는 연결 수입니다. 모든 풀의 합이 데이터베이스의 한도를 넘지 않아야 합니다."
        }
        Key::PoolWait => {
            "스레드가 풀의 연결을 기다리는 시간입니다. 지나면 API가 500으로 응답하며, 기다리는 동안 스레드를 차지합니다."
        }
        Key::DriverConnectTimeout => "응답하지 않는 데이터베이스에 드라이버가 연결을 시도하는 시간입니다.",
        Key::DriverSocketTimeout => {
            "쿼리가 응답 없이 기다릴 수 있는 시간입니다. 0이면 TCP가 포기할 때까지 약 15분 동안 스레드와 연결을 차지합니다."
        }
        Key::CacheNodeType
        | Key::CacheReplicas
        | Key::CacheMultiAz
        | Key::CacheTtl
        | Key::CacheItems
        | Key::CacheZipf
        | Key::CacheItemBytes
        | Key::CacheFilled
        | Key::MaxmemoryPolicy
        | Key::ReservedMemory
        | Key::CacheMaxConnections
        | Key::CacheCommand
        | Key::CacheFailoverMin
        | Key::CacheFailoverMax
        | Key::CacheReplacement
        | Key::CacheReplicationLag
        | Key::CacheTimeout
        | Key::CacheReconnect
        | Key::CacheConnections
        | Key::CacheOnWrite => crate::settings_elasticache::korean(key),
        Key::VisibilityTimeout
        | Key::MessageRetention
        | Key::ReceiveWait
        | Key::DeadLetterQueue
        | Key::MaxReceiveCount
        | Key::InFlightMessages
        | Key::MessagesAtStart
        | Key::QueueEndpoint
        | Key::QueueLatency
        | Key::ConsumerConcurrency
        | Key::ConsumerPause
        | Key::PoisonMessages
        | Key::BacklogPerInstance => crate::settings_sqs::korean(key),
        Key::PoolMaxLifetime => "풀이 연결을 교체하는 수명입니다.",
        Key::ApplicationDnsCache => {
            "애플리케이션이 데이터베이스의 주소를 유지하는 시간입니다. 장애 조치 뒤에도 이 시간이 지날 때까지 이전 주소로 연결합니다."
        }
        Key::DatabaseEngine => "데이터베이스 엔진입니다. 시뮬레이션에서는 메모리에 따른 최대 연결 수를 결정합니다.",
        Key::DatabaseClass => "인스턴스 클래스입니다. 시뮬레이션은 vCPU 수와, 연결 한도를 정하는 메모리를 사용합니다.",
        Key::MultiAz => {
            "다른 가용 영역에 동기식 예비 인스턴스를 두어 기본 인스턴스를 잃으면 이어받게 합니다. 읽기를 처리하지 않으며 모든 커밋이 이를 기다립니다."
        }
        Key::PrimaryZone => "기본 인스턴스가 시작하는 가용 영역입니다. 자동이면 첫 번째 서브넷의 영역을 사용합니다.",
        Key::MaxConnections => {
            "최대 클라이언트 연결 수이며 넘으면 거부됩니다. 0이면 엔진이 클래스의 메모리에서 계산한 값을 사용합니다."
        }
        Key::DatabaseReadCpu => {
            "읽기 쿼리 한 건의 평균 CPU 시간이며 지수 분포를 따릅니다. AWS가 아니라 쿼리에 따라 정해지는 값입니다."
        }
        Key::DatabaseWriteCpu => {
            "쓰기 쿼리 한 건의 평균 CPU 시간이며 지수 분포를 따릅니다. AWS가 아니라 쿼리에 따라 정해지는 값입니다."
        }
        Key::StorageLatency => "쿼리의 스토리지 지연 시간입니다. AWS는 범용 볼륨에 한 자릿수 밀리초를 안내합니다.",
        Key::StandbyWrite => {
            "예비 인스턴스가 로그를 쓰는 시간입니다. 커밋은 이 시간과 가용 영역 간 왕복 한 번을 기다립니다."
        }
        Key::FailoverMin => {
            "예비 인스턴스로 장애 조치하는 최소 시간입니다. AWS는 60~120초로 안내하며 시뮬레이션은 최소와 최대 사이에서 균등하게 뽑습니다."
        }
        Key::FailoverMax => "예비 인스턴스로 장애 조치하는 최대 시간입니다.",
        Key::RecoveryTime => {
            "충돌 복구에 걸리는 시간, 또는 예비 인스턴스가 없을 때 호스트를 교체하는 시간입니다. 가용 영역의 전원이 있어야 시작됩니다."
        }
        Key::StandbyRebuild => {
            "잃어버린 예비 인스턴스를 다시 만드는 시간입니다. 가용 영역의 전원이 있어야 시작되며 그때까지 장애 조치할 곳이 없습니다."
        }
        Key::EndpointTtl => {
            "데이터베이스 엔드포인트 DNS 레코드의 TTL입니다. 장애 조치 뒤 이 레코드가 새 기본 인스턴스를 가리킵니다."
        }
        database_keys!() => database::help(key).1,
        Key::ReplicaOf => "복제할 원본 데이터베이스입니다. 비동기로 복제하므로 읽기 결과가 최신이 아닐 수 있습니다.",
        Key::ApplyRate => "복제본이 적용할 수 있는 초당 쓰기 수입니다. 쓰기가 이보다 많으면 복제 지연이 늘어납니다.",
        Key::BaseLag => "적용할 쓰기가 적을 때의 복제 지연입니다.",
    }
}
