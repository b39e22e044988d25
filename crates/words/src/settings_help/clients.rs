//! Sources of traffic.

use ninepins_model::SettingKey as Key;

explained! { client_keys:
    RequestsPerSecond:
        "Client requests that start each second, before retries. They arrive at random and do not wait for earlier ones to be answered.",
        "초당 시작되는 클라이언트 요청 수이며 재시도는 포함하지 않습니다. 이전 요청의 응답을 기다리지 않고 임의의 간격으로 도착합니다.";
    Population:
        "Open: requests arrive at a rate, whatever became of earlier ones. Closed: each client waits for its answer and thinks before it sends the next.",
        "개방형은 앞선 요청의 결과와 관계없이 일정한 속도로 도착합니다. 폐쇄형은 클라이언트마다 응답을 받고 생각한 뒤 다음 요청을 보냅니다.";
    ThinkTime:
        "Mean time that a client of a closed population thinks between an answer and its next request.",
        "폐쇄형 모집단의 클라이언트가 응답을 받고 다음 요청을 보낼 때까지의 평균 시간입니다.";
    Arrivals:
        "At random, with exponential gaps or think times, or evenly, with all of them alike.",
        "무작위는 간격과 생각 시간이 지수 분포를 따르고, 균등은 모두 같습니다.";
    Shape:
        "How the rate of an open population changes in the course of the run.",
        "실행하는 동안 개방형 모집단의 요청 속도가 변하는 방식입니다.";
    PeakRate:
        "The rate after a ramp or a step, at the peak of a day, or while a crowd is there.",
        "증가나 계단 이후, 하루의 정점, 또는 인파가 몰린 동안의 요청 속도입니다.";
    ShapeStart:
        "When a ramp, a step or a crowd begins. For a daily curve, when its peak is.",
        "증가, 계단, 인파가 시작되는 시점입니다. 하루 곡선에서는 정점의 시점입니다.";
    ShapeLength:
        "How long a ramp or a crowd lasts. For a daily curve, the length of a day.",
        "증가나 인파가 지속되는 시간입니다. 하루 곡선에서는 하루의 길이입니다.";
    CrowdRise:
        "How long a flash crowd takes to arrive, and again to leave.",
        "인파가 몰려드는 데, 그리고 다시 빠져나가는 데 걸리는 시간입니다.";
    RateTable:
        "Lines of seconds and requests per second, as typed or from a CSV file. Between two points the rate is on the line between them.",
        "초와 초당 요청 수를 한 줄에 하나씩 입력하거나 CSV 파일로 올립니다. 두 점 사이의 속도는 두 점을 잇는 직선을 따릅니다.";
    AssetBytes:
        "Bytes of an asset, which count in the byte metrics and take time at the client's bandwidth.",
        "정적 자산의 바이트 수입니다. 바이트 지표에 포함되며 클라이언트 대역폭에 따라 시간이 걸립니다.";
    ReadBytes:
        "Bytes of the answer to an API read.",
        "API 읽기 응답의 바이트 수입니다.";
    WriteBytes:
        "Bytes of the answer to an API write.",
        "API 쓰기 응답의 바이트 수입니다.";
    RequestBytes:
        "Bytes of a request for an asset or of an API read.",
        "정적 자산 요청과 API 읽기 요청의 바이트 수입니다.";
    WriteRequestBytes:
        "Bytes of the request of an API write.",
        "API 쓰기 요청의 바이트 수입니다.";
    UsersLocation:
        "The Region nearest to these clients. The way from there to other Regions adds to their round trip, and latency and geolocation records answer by it.",
        "클라이언트와 가장 가까운 리전입니다. 다른 리전까지의 거리가 왕복 시간에 더해지고, 지연 시간과 지리적 위치 레코드가 이에 따라 응답합니다.";
    Clients:
        "Distinct clients. Each has its own DNS cache and its own kept-alive connections, so more clients mean more lookups and TLS handshakes.",
        "서로 다른 클라이언트의 수입니다. 각자 DNS 캐시와 유지된 연결을 가지므로 클라이언트가 많을수록 이름 조회와 TLS 핸드셰이크가 늘어납니다.";
    WebHost:
        "The host name from which clients load the web page and its assets.",
        "클라이언트가 웹 페이지와 정적 자산을 받는 호스트 이름입니다.";
    ApiHost:
        "The host name to which clients send API reads and writes.",
        "클라이언트가 API 읽기와 쓰기를 보내는 호스트 이름입니다.";
    MixAssets:
        "Weight of requests for static assets. Only the ratio of the three weights counts.",
        "정적 자산 요청의 비중입니다. 세 비중의 비율만 의미가 있습니다.";
    MixReads:
        "Weight of API reads. Each takes a thread, CPU time and one read query.",
        "API 읽기의 비중입니다. 요청마다 스레드, CPU 시간, 읽기 쿼리 하나를 사용합니다.";
    MixWrites:
        "Weight of API writes. Each takes a thread, CPU time and one write query on the primary.",
        "API 쓰기의 비중입니다. 요청마다 스레드, CPU 시간, 기본 인스턴스의 쓰기 쿼리 하나를 사용합니다.";
    AssetObjects:
        "How many different objects clients ask for. More than the bucket holds gives requests for missing keys.",
        "클라이언트가 요청하는 서로 다른 객체의 수입니다. 버킷의 객체 수보다 많으면 없는 키에 대한 요청이 생깁니다.";
    AssetZipf:
        "Exponent of the Zipf distribution of popularity. 0 makes all objects equally popular; a higher value helps the cache.",
        "인기도를 나타내는 Zipf 분포의 지수입니다. 0이면 모든 객체의 인기가 같고, 값이 클수록 캐시 적중률이 높아집니다.";
    DeepLinks:
        "Share of asset requests for a path of the single-page app, which is no key in the bucket. The bucket answers 403 or 404 unless CloudFront rewrites it.",
        "단일 페이지 앱의 경로를 요청하는 비율입니다. 버킷에 그런 키가 없으므로 CloudFront가 바꿔 주지 않으면 403 또는 404가 됩니다.";
    ClientTimeout:
        "How long a client waits for one attempt before it gives up. The server may go on with work that nobody waits for.",
        "클라이언트가 시도 한 번의 응답을 기다리는 시간입니다. 포기한 뒤에도 서버는 아무도 기다리지 않는 작업을 계속할 수 있습니다.";
    ClientConnectTimeout:
        "How long a client waits for a connection before it takes the address for dead. 0 waits as long as for the whole attempt.",
        "클라이언트가 연결을 기다리는 시간이며, 지나면 그 주소를 응답 없는 것으로 봅니다. 0이면 시도 전체의 제한 시간만큼 기다립니다.";
    AddressesTried:
        "How many addresses of a DNS answer a client tries, one after the other, when a connection is refused or not opened in time. All within the client timeout.",
        "연결이 거부되거나 제때 열리지 않을 때 DNS 응답의 주소를 차례로 몇 개까지 시도하는지입니다. 모두 클라이언트 제한 시간 안에서 이루어집니다.";
    Stalling:
        "Share of the requests whose client stops sending in the middle, as on a bad mobile connection. A load balancer that waits for longer than its idle timeout answers 408.",
        "모바일 연결이 나쁠 때처럼 클라이언트가 도중에 전송을 멈추는 요청의 비율입니다. 로드 밸런서는 유휴 제한 시간보다 오래 기다리면 408로 응답합니다.";
    StallTime:
        "How long such a client stops. The client's own timeout may end the attempt before the load balancer does.",
        "그런 클라이언트가 멈추는 시간입니다. 로드 밸런서보다 클라이언트의 제한 시간이 먼저 끝날 수 있습니다.";
    ForwardedAddresses:
        "Addresses that proxies before the clients leave in the X-Forwarded-For header. An Application Load Balancer answers 463 to more than 30.",
        "클라이언트 앞의 프록시들이 X-Forwarded-For 헤더에 남기는 주소 수입니다. Application Load Balancer는 30개를 넘으면 463으로 응답합니다.";
    HttpVersion:
        "What requests are written in where TLS ends at the load balancer; without TLS it is HTTP/1.1. A target group of another protocol version answers 464.",
        "TLS가 로드 밸런서에서 끝날 때 요청에 쓰는 버전이며, TLS가 없으면 HTTP/1.1입니다. 프로토콜 버전이 맞지 않는 대상 그룹은 464로 응답합니다.";
    RetriesMax:
        "Retries after the first attempt. When everything fails, N retries multiply the load by 1 + N.",
        "첫 시도 이후의 재시도 횟수입니다. 모두 실패하면 재시도 N회는 부하를 1 + N배로 만듭니다.";
    RetryBackoff:
        "How the wait before a retry grows. At timeout: the next try starts when the last one's timeout is over, even if it failed earlier.",
        "재시도 전 대기 시간이 늘어나는 방식입니다. 제한 시간 시점을 고르면 더 일찍 실패했더라도 앞선 시도의 제한 시간이 지난 때에 재시도합니다.";
    RetryBase:
        "Wait before the first retry. It doubles with every further one, up to the longest backoff.",
        "첫 재시도 전의 대기 시간입니다. 재시도할 때마다 두 배가 되며 최대 백오프를 넘지 않습니다.";
    RetryCap:
        "The longest wait between two attempts.",
        "두 시도 사이의 최대 대기 시간입니다.";
    RetryJitter:
        "How the wait is spread. Without jitter, clients that failed together retry together.",
        "대기 시간을 흩뜨리는 방식입니다. 지터가 없으면 함께 실패한 클라이언트가 함께 재시도합니다.";
    RetryWrites:
        "Whether clients also retry writes. Only safe where a write may happen twice.",
        "쓰기도 재시도할지 정합니다. 같은 쓰기가 두 번 실행되어도 괜찮을 때만 안전합니다.";
    TokenBucket:
        "Retries need a token from a bucket that the clients of this source share. Successes fill it, so retries stay a small share of them.",
        "재시도하려면 이 원본의 클라이언트가 공유하는 버킷에서 토큰을 꺼내야 합니다. 성공이 버킷을 채우므로 재시도가 그 일부로 제한됩니다.";
    TokenDeposit:
        "Tokens that a success adds. With 0.1, retries add at most a tenth to the load in the long run.",
        "성공이 더하는 토큰 수입니다. 0.1이면 재시도가 더하는 부하는 길게 보아 10분의 1 이하입니다.";
    TokenCapacity:
        "Most tokens that the bucket holds, which is the largest burst of retries.",
        "버킷이 담는 최대 토큰 수이며, 한꺼번에 할 수 있는 재시도의 최대 횟수입니다.";
    TokenInitial:
        "Tokens in the bucket when the run starts.",
        "실행을 시작할 때 버킷에 있는 토큰 수입니다.";
    CircuitBreaker:
        "After failures in a row, clients of this source fail requests to that host at once for a while, then try with a few.",
        "연속으로 실패하면 이 원본의 클라이언트가 한동안 그 호스트의 요청을 바로 실패시킨 뒤 몇 번만 시도해 봅니다.";
    BreakerFailures:
        "Failed attempts in a row that open the circuit breaker.",
        "회로 차단기를 여는 연속 실패 횟수입니다.";
    BreakerOpen:
        "How long the circuit breaker stays open before it tries.",
        "회로 차단기가 다시 시도하기 전까지 열려 있는 시간입니다.";
    BreakerProbes:
        "Attempts let through then. It closes if all succeed and opens again if one fails.",
        "그때 통과시키는 시도 횟수입니다. 모두 성공하면 닫히고 하나라도 실패하면 다시 열립니다.";
    ClientKeepAlive:
        "How long a client keeps an idle connection open. 0 opens a new one, with its handshakes, for every request.",
        "클라이언트가 유휴 연결을 유지하는 시간입니다. 0이면 요청마다 새 연결과 핸드셰이크가 필요합니다.";
    ClientDnsMinimum:
        "Least time a client keeps a DNS answer, whatever its TTL. Runtimes that ignore short TTLs stay on a lost address longer.",
        "TTL과 관계없이 클라이언트가 DNS 응답을 유지하는 최소 시간입니다. 짧은 TTL을 무시하는 런타임은 사라진 주소를 더 오래 사용합니다.";
    ClientDnsForever:
        "Clients keep their first DNS answer for the life of the process, as a JVM with a security manager does. They never notice a failover.",
        "보안 관리자를 쓰는 JVM처럼 클라이언트가 첫 DNS 응답을 프로세스가 끝날 때까지 유지합니다. 장애 조치를 알아채지 못합니다.";
    Resolvers:
        "Caching resolvers that clients share. All clients of a resolver get the same record until its TTL ends. 0: every client asks for itself.",
        "클라이언트가 공유하는 캐싱 해석기의 수입니다. 같은 해석기의 클라이언트는 TTL이 끝날 때까지 같은 레코드를 받습니다. 0이면 클라이언트마다 직접 조회합니다.";
    TlsVersion:
        "TLS 1.2 takes two round trips for a handshake, TLS 1.3 takes one.",
        "핸드셰이크에 TLS 1.2는 왕복 두 번, TLS 1.3은 한 번이 필요합니다.";
    EdgeRoundTrip:
        "Round trip between a client and its nearest edge location. It depends on where your clients are.",
        "클라이언트와 가장 가까운 엣지 로케이션 사이의 왕복 시간입니다. 클라이언트의 위치에 따라 다릅니다.";
    RegionRoundTrip:
        "Round trip between a client and the Region. It depends on where your clients are.",
        "클라이언트와 리전 사이의 왕복 시간입니다. 클라이언트의 위치에 따라 다릅니다.";
    FailureValue:
        "What a request that fails costs you, by your own estimate. The bill shows it apart from AWS's prices.",
        "실패한 요청 하나가 입히는 손실을 직접 추정한 값입니다. 청구 내역에 AWS 요금과 따로 표시됩니다.";
    ClientBandwidth:
        "How fast a client sends and receives the bytes of requests and answers. 0 takes no time for them.",
        "클라이언트가 요청과 응답의 바이트를 주고받는 속도입니다. 0이면 시간이 걸리지 않습니다.";
}
