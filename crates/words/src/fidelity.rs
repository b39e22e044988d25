//! What is modelled and what is simplified, and the texts of the fidelity page. `ninepins fidelity` prints the lists, and
//! `docs/fidelity.md` is what it prints.

use crate::Language::{self, English, Korean};

/// A sentence in English and Korean.
type Both = (&'static str, &'static str);

/// The fidelity page's own texts.
#[derive(Debug)]
#[allow(missing_docs, reason = "the English text of each says what it is for")]
pub struct FidelityTexts {
    pub intro: &'static str,
    pub tab_tests: &'static str,
    pub tab_model: &'static str,
    pub tab_facts: &'static str,
    pub run_all: &'static str,
    pub run_again: &'static str,
    pub run_one: &'static str,
    pub cancel: &'static str,
    pub test: &'static str,
    pub expected: &'static str,
    pub measured: &'static str,
    pub result: &'static str,
    pub pass: &'static str,
    pub fail: &'static str,
    pub not_run: &'static str,
    pub running: &'static str,
    pub waiting: &'static str,
    pub nothing: &'static str,
    pub no_worker: &'static str,
    pub why: &'static str,
    pub modelled: &'static str,
    pub simplified: &'static str,
    pub assumed: &'static str,
    pub assumed_note: &'static str,
    pub search: &'static str,
    pub filter: &'static str,
    pub all: &'static str,
    pub default_value: &'static str,
    pub range: &'static str,
    pub set_on: &'static str,
    pub fixed: &'static str,
    pub no_facts: &'static str,
    pub page: &'static str,
    pub show_fact: &'static str,
}

const ENGLISH: FidelityTexts = FidelityTexts {
    intro: "Every figure on this page is measured from simulated requests. These tests run small designs here, in your browser, and compare what comes out with theory and with AWS's documented clocks. Your own run goes on undisturbed.",
    tab_tests: "Self-tests",
    tab_model: "What is modelled",
    tab_facts: "Facts and sources",
    run_all: "Run all tests",
    run_again: "Run all again",
    run_one: "Run",
    cancel: "Cancel",
    test: "Test",
    expected: "Expected",
    measured: "Measured",
    result: "Result",
    pass: "Pass",
    fail: "Fail",
    not_run: "Not run yet",
    running: "Running",
    waiting: "Waiting",
    nothing: "It did not happen",
    no_worker: "The simulation could not be started. Reload the page to try again.",
    why: "Why",
    modelled: "Modelled",
    simplified: "Simplified",
    assumed: "Assumed",
    assumed_note: "AWS does not publish these. Each is a setting that can be changed; this is its default.",
    search: "Search facts",
    filter: "How well it is known",
    all: "All",
    default_value: "Default",
    range: "Range",
    set_on: "Set on",
    fixed: "fixed",
    no_facts: "No fact matches.",
    page: "Source",
    show_fact: "All facts",
};

const KOREAN: FidelityTexts = FidelityTexts {
    intro: "이 페이지의 수치는 모두 시뮬레이션한 요청에서 측정한 값입니다. 이 테스트는 작은 설계를 지금 이 브라우저에서 실행하여 결과를 이론과 AWS 문서의 시간에 비교합니다. 진행 중인 실행에는 영향을 주지 않습니다.",
    tab_tests: "자체 테스트",
    tab_model: "모델링 범위",
    tab_facts: "사실과 출처",
    run_all: "모든 테스트 실행",
    run_again: "모두 다시 실행",
    run_one: "실행",
    cancel: "취소",
    test: "테스트",
    expected: "기댓값",
    measured: "측정값",
    result: "결과",
    pass: "통과",
    fail: "실패",
    not_run: "아직 실행하지 않음",
    running: "실행 중",
    waiting: "대기 중",
    nothing: "일어나지 않음",
    no_worker: "시뮬레이션을 시작하지 못했습니다. 페이지를 새로 고쳐 다시 시도하십시오.",
    why: "근거",
    modelled: "모델링한 것",
    simplified: "단순화한 것",
    assumed: "가정한 것",
    assumed_note: "AWS가 공개하지 않는 값입니다. 모두 바꿀 수 있는 설정이며, 다음은 그 기본값입니다.",
    search: "사실 검색",
    filter: "확실성",
    all: "전체",
    default_value: "기본값",
    range: "범위",
    set_on: "설정 위치",
    fixed: "고정",
    no_facts: "일치하는 사실이 없습니다.",
    page: "출처",
    show_fact: "사실 목록",
};

/// The texts in a language.
pub const fn fidelity_texts(language: Language) -> &'static FidelityTexts {
    match language {
        English => &ENGLISH,
        Korean => &KOREAN,
    }
}

/// What stands above the lists in the documentation.
pub const fn fidelity_note(language: Language) -> &'static str {
    language.pick((
        "Every latency, rate and failure is measured from simulated requests, one by one. Inputs are service demands, network delays, limits and AWS's documented clocks; the [catalogue of facts](facts.md) lists them with their sources. The page runs the self-tests below in the browser (File menu, *Are the numbers real?*), and `tests/tests/self_tests.rs` runs them natively with further seeds. Equal digests natively and in WASM, and what requests hold at every simulated second, are checked there as well.",
        "지연 시간, 속도, 실패는 모두 시뮬레이션한 요청 하나하나에서 측정한 값입니다. 입력은 처리 시간, 네트워크 지연, 한도, AWS 문서의 시간이며, [사실 목록](facts.md)에 출처와 함께 있습니다. 아래의 자체 테스트는 페이지의 파일 메뉴(*수치의 근거*)에서 브라우저로 실행할 수 있고, `tests/tests/self_tests.rs`가 다른 시드로도 실행합니다. 네이티브와 WASM의 다이제스트가 같은지, 시뮬레이션의 매초 요청이 차지하는 자원이 맞는지도 함께 검사합니다.",
    ))
}

/// How many tests passed: "11 of 12 passed".
pub fn fidelity_summary(language: Language, passed: usize, all: usize) -> String {
    match language {
        English => format!("{passed} of {all} passed"),
        Korean => format!("{all}개 중 {passed}개 통과"),
    }
}

/// How far the tests are: "Test 3 of 12".
pub fn fidelity_progress(language: Language, number: usize, all: usize) -> String {
    match language {
        English => format!("Test {number} of {all}"),
        Korean => format!("{all}개 중 {number}번째 테스트"),
    }
}

/// What is announced when the tests have ended.
pub fn announce_self_tests(language: Language, passed: usize, all: usize) -> String {
    match language {
        English => format!("Self-tests ended: {passed} of {all} passed."),
        Korean => format!("자체 테스트가 끝났습니다. {all}개 중 {passed}개가 통과했습니다."),
    }
}

/// What follows AWS's documented rules, packet by packet and second by second.
pub const MODELLED: &[Both] = &[
    (
        "Each client request by itself: DNS answer, connection, TLS handshake, every hop, queue, thread and pooled connection it holds, and what becomes of it when somebody gives up.",
        "클라이언트 요청 하나하나를 모델링합니다. DNS 응답, 연결, TLS 핸드셰이크, 모든 홉, 대기열, 요청이 차지하는 스레드와 풀 연결, 누군가 포기한 뒤의 일까지 포함합니다.",
    ),
    (
        "Timeouts at every hop, and retries with backoff and jitter: abandoned work is still executed and still holds its thread.",
        "모든 홉의 제한 시간과, 백오프와 지터가 있는 재시도를 모델링합니다. 버려진 작업도 계속 실행되며 스레드를 차지합니다.",
    ),
    (
        "Clients: shapes of traffic, open and closed populations, retry policies, token buckets and circuit breakers, DNS caches, kept connections, TLS handshakes.",
        "클라이언트의 트래픽 모양, 열린 집단과 닫힌 집단, 재시도 정책, 토큰 버킷과 회로 차단기, DNS 캐시, 유지하는 연결, TLS 핸드셰이크를 모델링합니다.",
    ),
    (
        "Route 53 and ACM: routing policies, health checks by checkers, TTLs, fail-open; names, Regions, expiry and renewal of certificates.",
        "Route 53과 ACM의 라우팅 정책, 검사기의 상태 확인, TTL, 페일 오픈, 인증서의 이름, 리전, 만료, 갱신을 모델링합니다.",
    ),
    (
        "CloudFront: behaviours, cache policies, TTLs, request collapsing, cache layers, origin groups, error caching and custom error responses, quotas.",
        "CloudFront의 동작, 캐시 정책, TTL, 요청 병합, 캐시 계층, 오리진 그룹, 오류 캐싱과 사용자 지정 오류 응답, 할당량을 모델링합니다.",
    ),
    (
        "S3: who may read, 403 or 404 for missing keys, REST and website endpoints, rates per prefix.",
        "S3의 읽기 권한, 없는 키에 대한 403 또는 404, REST와 웹 사이트 엔드포인트, 접두사별 속도를 모델링합니다.",
    ),
    (
        "Load balancers: a node per zone, listener rules, algorithms, health checks by every node, fail-open, stickiness, slow start, idle timeouts, capacity.",
        "로드 밸런서의 영역별 노드, 리스너 규칙, 알고리즘, 모든 노드의 상태 확인, 페일 오픈, 고정 세션, 느린 시작, 유휴 제한 시간, 용량을 모델링합니다.",
    ),
    (
        "Networks: address ranges, routes, internet and NAT gateways, security groups, network ACLs. A dropped packet is a timeout, never an instant error.",
        "네트워크의 주소 범위, 경로, 인터넷 게이트웨이와 NAT 게이트웨이, 보안 그룹, 네트워크 ACL을 모델링합니다. 버려진 패킷은 즉시 오류가 아니라 시간 초과가 됩니다.",
    ),
    (
        "EC2 Auto Scaling: CloudWatch's minutes, high-resolution metrics and missing data points, target tracking, step, simple, scheduled and predictive scaling, warm-up, replacement limits, instance refresh, balance between zones, termination policies, lifecycle hooks, warm pools, Spot, suspended processes, quotas, launches that fail.",
        "EC2 Auto Scaling의 CloudWatch 1분 지표와 고해상도 지표, 누락된 데이터 포인트, 대상 추적·단계·단순·예약·예측 조정, 워밍업, 교체 제한, 인스턴스 새로 고침, 가용 영역 간 균형, 종료 정책, 수명 주기 후크, 웜 풀, 스팟, 일시 중단된 프로세스, 할당량, 실패하는 시작을 모델링합니다.",
    ),
    (
        "RDS: CPU and CPU credits of queries, connection limits of each engine, Multi-AZ failover with DNS, recovery, maintenance, changes of class, restore from backups, replication lag and promotion; Multi-AZ DB clusters and Aurora with their reader endpoint; RDS Proxy with borrowed and pinned connections.",
        "RDS 쿼리의 CPU와 CPU 크레딧, 엔진별 연결 한도, DNS를 포함한 다중 AZ 장애 조치, 복구, 유지 관리, 클래스 변경, 백업에서 복원, 복제 지연과 승격, 리더 엔드포인트가 있는 Multi-AZ DB 클러스터와 Aurora, 연결을 빌려주고 고정하는 RDS Proxy를 모델링합니다.",
    ),
    (
        "RDS storage: gp2 with I/O credits, gp3 and io1 with their IOPS and throughput by size, free space, storage autoscaling, a full volume.",
        "RDS 스토리지의 I/O 크레딧이 있는 gp2, 크기에 따른 gp3와 io1의 IOPS와 처리량, 여유 공간, 자동 조정, 가득 찬 볼륨을 모델링합니다.",
    ),
    (
        "ElastiCache as a look-aside cache: items by popularity, TTL, memory and eviction, connections, failover with the loss of the last writes, empty replacements, and the database behind it when it is lost.",
        "룩어사이드 캐시로 쓰는 ElastiCache의 인기도별 항목, TTL, 메모리와 축출, 연결, 마지막 쓰기를 잃는 장애 조치, 빈 노드로의 교체, 캐시를 잃었을 때 뒤의 데이터베이스를 모델링합니다.",
    ),
    (
        "SQS standard queues: visibility timeout, delivery at least once, dead-letter queue, retention, long and short polling, and groups of workers that scale with the backlog.",
        "SQS 표준 대기열의 표시 제한 시간, 최소 한 번 전달, 배달 못한 편지 대기열, 보존 기간, 긴 폴링과 짧은 폴링, 대기 메시지 수에 따라 조정되는 작업자 그룹을 모델링합니다.",
    ),
    (
        "The same seed gives the same run, in the browser and on the command line, to the last request.",
        "시드가 같으면 브라우저에서나 명령줄에서나 마지막 요청까지 똑같이 실행됩니다.",
    ),
    (
        "What a run costs: hours of instances and load balancers, LCUs, gigabytes, requests and DNS queries as counted, at us-east-1's on-demand prices; and the SLAs of the services, composed.",
        "실행 비용을 모델링합니다. 인스턴스와 로드 밸런서의 시간, LCU, 기가바이트, 요청, DNS 쿼리를 센 대로 us-east-1의 온디맨드 요금으로 계산하며, 서비스 SLA를 합성합니다.",
    ),
];

/// What is simpler than in AWS.
pub const SIMPLIFIED: &[Both] = &[
    (
        "CPU on instances and databases is first come, first served per burst; service demands of databases are exponential, those of applications as their setting says.",
        "인스턴스와 데이터베이스의 CPU는 작업을 온 순서대로 처리하며, 처리 시간은 데이터베이스에서는 지수 분포를, 애플리케이션에서는 설정한 분포를 따릅니다.",
    ),
    (
        "A client keeps one connection per host and multiplexes requests over it (HTTP/2). One that tries further addresses of a DNS answer tries them one after the other, and stays with the one that answers.",
        "클라이언트는 호스트마다 연결 하나를 유지하며 요청을 다중화합니다(HTTP/2). DNS 응답의 다른 주소를 시도하는 클라이언트는 차례로 시도하고, 응답한 주소를 계속 씁니다.",
    ),
    (
        "Clients have been here before: at the start of a run their DNS answers, and the pools' connections, are of every age.",
        "클라이언트는 이미 방문한 적이 있습니다. 실행을 시작할 때 DNS 응답과 풀의 연결은 나이가 제각각입니다.",
    ),
    (
        "A load balancer's node uses the idle connection to a target that was used last, and opens one where none is idle. A target that vanished therefore costs the 10 s connect timeout, and the idle timeout where a connection was open. When a security group's rule goes, the connections that it had admitted stay, unless it was open to everyone. Of a target's connections one is closed for every so many requests as it allows on one.",
        "로드 밸런서의 노드는 대상과의 유휴 연결 가운데 마지막에 쓴 것을 쓰고, 없으면 새로 엽니다. 따라서 사라진 대상은 연결 제한 시간 10초만큼, 연결이 열려 있었다면 유휴 제한 시간만큼 지연됩니다. 보안 그룹 규칙이 없어져도 그 규칙이 허용한 연결은 남으며, 모두에게 열린 규칙이었다면 끊깁니다. 대상은 연결 하나에 허용한 수만큼 요청을 처리할 때마다 연결 하나를 닫습니다.",
    ),
    (
        "Wires of one load balancer with the same name are one target group, with the first wire's settings. Without a name, single instances share one and each Auto Scaling group is its own. Assets are under `/assets/`, the API is under `/api/`.",
        "로드 밸런서 하나에서 이름이 같은 연결은 첫 연결의 설정을 쓰는 대상 그룹 하나입니다. 이름이 없으면 단일 인스턴스들은 하나를 공유하고 Auto Scaling 그룹은 저마다 대상 그룹입니다. 정적 자산은 `/assets/`, API는 `/api/` 아래에 있습니다.",
    ),
    (
        "A load balancer's capacity is a number of LCUs for all its nodes: new connections, rule evaluations and bytes of one second are held against it. It never shrinks during a run. Network Load Balancers have no such limit.",
        "로드 밸런서의 용량은 모든 노드를 합친 LCU 수이며, 1초 동안의 새 연결, 규칙 평가, 바이트를 이에 견줍니다. 실행 중에는 줄어들지 않습니다. Network Load Balancer에는 이런 한도가 없습니다.",
    ),
    (
        "A target is anomalous when its share of errors is well above that of all others together; AWS does not publish its detector.",
        "오류 비율이 나머지 대상 전체보다 훨씬 높은 대상을 이상 대상으로 봅니다. AWS는 감지 방법을 공개하지 않습니다.",
    ),
    (
        "A Network Load Balancer draws the target of a flow at random instead of hashing addresses, which is the same to an observer. It notices a failed target by its health checks alone. The way back of an answer is part of the way there. A service or an edge location that reaches a target through one draws a target for each request. Its targets close connections after so many requests, not for being idle.",
        "Network Load Balancer는 주소를 해시하는 대신 흐름의 대상을 무작위로 고르며, 관찰자에게는 같습니다. 실패한 대상은 상태 확인으로만 알아챕니다. 응답이 돌아오는 경로는 가는 경로에 포함됩니다. 서비스나 엣지 로케이션이 이를 거쳐 보내는 요청은 저마다 대상을 고릅니다. 대상은 정한 수의 요청을 처리하면 연결을 닫으며, 유휴 상태라고 닫지는 않습니다.",
    ),
    (
        "Clients of a load balancer that has reached its capacity see refused connections, and 503 on connections that are open.",
        "용량에 이른 로드 밸런서의 클라이언트는 연결을 거부당하고, 열려 있는 연결에서는 503을 받습니다.",
    ),
    (
        "Route 53's health checkers share one round trip to their target; a check costs what a file costs, or with a deep check a read, and its path matters where an instance answers it. A record that is changed by a fault is changed at all name servers at once (AWS: generally within a minute). Shared resolvers have equally many clients and are as far as an edge location; a client takes any address of an answer and keeps it.",
        "Route 53의 상태 확인기는 대상까지의 왕복 시간이 모두 같습니다. 검사는 파일 하나, 깊은 검사에서는 읽기 하나만큼 들며, 경로는 인스턴스가 응답할 때 따집니다. 장애로 바뀐 레코드는 모든 이름 서버에서 동시에 바뀝니다(AWS: 대개 1분 이내). 공유 리졸버는 클라이언트 수가 같고 엣지 로케이션만큼 떨어져 있으며, 클라이언트는 응답의 주소 하나를 골라 계속 씁니다.",
    ),
    (
        "Round trips to Regions beyond the nearest are published ones, else 1.4 times the light's way along the great circle. Latency records compare these.",
        "가장 가까운 리전 밖의 왕복 시간은 공개된 값이며, 없으면 대권을 따라 빛이 가는 시간의 1.4배입니다. 지연 시간 레코드는 이 값을 비교합니다.",
    ),
    (
        "Retry tokens and circuit breakers are shared by the clients of a source. A class has one size of requests and answers, and each takes the client's whole bandwidth. A day's curve is a wave in 48 steps.",
        "재시도 토큰과 회로 차단기는 한 트래픽 소스의 클라이언트가 공유합니다. 요청과 응답의 크기는 종류마다 하나이며 저마다 클라이언트의 대역폭 전체를 씁니다. 하루 곡선은 48단계의 물결입니다.",
    ),
    (
        "ACM renews a certificate at the moment its time comes and everything it needs is there.",
        "ACM은 때가 되고 필요한 것이 모두 있으면 곧바로 인증서를 갱신합니다.",
    ),
    (
        "Names resolved through Route 53 are HTTPS at load balancers and distributions; a part reached by its own AWS name is plain HTTP, except CloudFront, which has its own certificate.",
        "Route 53을 거친 이름은 로드 밸런서와 배포에서 HTTPS입니다. AWS 자체 이름으로 접근하면 HTTP이며, 자체 인증서가 있는 CloudFront는 예외입니다.",
    ),
    (
        "A service keeps the connections of its calls open and uses any that is idle, until the callee would have closed them; a call has the size of the client's request that it is for. Services outside AWS are HTTPS, load balancers called by their own name plain HTTP.",
        "서비스는 호출에 쓴 연결을 열어 두고, 호출받는 쪽이 닫을 때까지 유휴 연결을 다시 씁니다. 호출의 크기는 그 호출을 일으킨 클라이언트 요청의 크기와 같습니다. AWS 밖의 서비스는 HTTPS, 자체 이름으로 호출하는 로드 밸런서는 HTTP입니다.",
    ),
    (
        "A health check costs a connection and a thread, but no CPU.",
        "상태 확인은 연결과 스레드를 쓰지만 CPU는 쓰지 않습니다.",
    ),
    (
        "CloudFront opens a connection to an origin anew when none was used within the keep-alive timeout: a TCP handshake, and with HTTPS two round trips of TLS 1.2. At the start of a run each location has one. An origin that vanished costs connection timeouts even where a connection was kept. The way to a regional edge cache is part of the way to the origin; the Origin Shield stands beside it.",
        "CloudFront는 연결 유지 제한 시간 안에 쓴 연결이 없으면 오리진과 새로 연결합니다. TCP 핸드셰이크와, HTTPS라면 TLS 1.2 왕복 두 번이 듭니다. 실행을 시작할 때 위치마다 연결이 하나 있습니다. 사라진 오리진은 유지한 연결이 있어도 연결 제한 시간만큼 지연됩니다. 리전 엣지 캐시까지의 경로는 오리진까지의 경로에 포함되며, Origin Shield는 오리진 옆에 있습니다.",
    ),
    (
        "Regional edge caches are off unless their number is set, so that hit ratios of single locations can be seen; AWS always has them.",
        "리전 엣지 캐시는 개수를 설정해야 켜지므로 위치별 적중률을 볼 수 있습니다. AWS에는 항상 있습니다.",
    ),
    (
        "Files are `/index.html` and `/assets/…`, deep links `/orders/…`, the API's requests `/api/items/…`. Reads that can be cached ask for as many addresses as there are files, as unevenly. The page of every custom error response is `/index.html`. A quarter of the files are images, which are not compressed. Quotas are counted by the second.",
        "파일은 `/index.html`과 `/assets/…`, 딥 링크는 `/orders/…`, API 요청은 `/api/items/…`입니다. 캐시할 수 있는 읽기는 파일 수만큼의 주소를 같은 쏠림으로 요청합니다. 사용자 지정 오류 응답의 페이지는 모두 `/index.html`입니다. 파일의 4분의 1은 압축하지 않는 이미지입니다. 할당량은 초 단위로 셉니다.",
    ),
    (
        "A prefix of a bucket that was throttled for long enough serves twice its rate at once. A wrong-region certificate counts as none.",
        "충분히 오래 제한된 버킷 접두사는 곧바로 두 배의 속도를 냅니다. 리전이 잘못된 인증서는 없는 것으로 봅니다.",
    ),
    (
        "Two fifths of a database failover is detection; the rest is promotion. A cut replica loses queries' answers, not its data.",
        "데이터베이스 장애 조치 시간의 5분의 2는 감지, 나머지는 승격입니다. 끊긴 복제본은 쿼리의 응답을 잃을 뿐 데이터를 잃지 않습니다.",
    ),
    (
        "Reads go to a replica or to the reader endpoint wherever one is wired, but for the share that the writer takes; a stale read is counted and is not a failure.",
        "복제본이나 리더 엔드포인트에 연결되어 있으면 기본 인스턴스가 맡는 비율을 빼고 읽기는 모두 그쪽으로 갑니다. 오래된 읽기는 세기만 하고 실패로 보지 않습니다.",
    ),
    (
        "Of several queries of a request all but the last are reads, and a proxy may use another connection for each. A read that misses the buffer pool is one I/O operation, a write a fixed number of them; a volume serves what it can serve in a second in any order of that second. Aurora's storage has no limit, and its instances are of one class. Readers of a Multi-AZ DB cluster keep up, so its flow control never acts.",
        "요청의 쿼리가 여럿이면 마지막을 뺀 나머지는 읽기이고, 프록시는 쿼리마다 다른 연결을 쓸 수 있습니다. 버퍼 풀에 없는 읽기는 I/O 작업 하나, 쓰기는 정해진 수의 작업입니다. 볼륨은 1초 동안 처리할 수 있는 만큼을 그 안에서 순서 없이 처리합니다. Aurora 스토리지에는 한도가 없고 인스턴스 클래스는 모두 같습니다. Multi-AZ DB 클러스터의 리더는 뒤처지지 않으므로 흐름 제어가 동작하지 않습니다.",
    ),
    (
        "After a promotion applications write to the replica at once; what the old source still takes is not merged. Maintenance begins as an event, not in a window of the week. A restored database takes the place of the lost one at once, with the same load, and its read replicas follow it.",
        "승격이 끝나면 애플리케이션은 바로 복제본에 씁니다. 이전 원본에 남은 쓰기는 합쳐지지 않습니다. 유지 관리는 매주 정해진 시간이 아니라 이벤트로 시작됩니다. 복원한 데이터베이스는 잃은 데이터베이스를 바로 대신하며 읽기 전용 복제본도 이를 따릅니다.",
    ),
    (
        "A cache is one shard with equally large items that share a TTL; memory is items times their size. All commands go to the primary. Its clients know a new primary when it answers, and open their connections with the first command. A read writes the cache with what the database said last.",
        "캐시는 샤드 하나이고 항목은 크기와 TTL이 모두 같으며, 메모리는 항목 수와 크기의 곱입니다. 모든 명령은 기본 노드로 갑니다. 클라이언트는 새 기본 노드가 응답하면 곧바로 알고, 첫 명령과 함께 연결을 엽니다. 읽기는 데이터베이스가 마지막에 답한 값을 캐시에 씁니다.",
    ),
    (
        "A queue delivers one message with each receive, the one that has been visible longest. A write that sends a message leaves the database to the workers. The backlog of a scaling policy is read at the end of each minute. The dead-letter queue is a number of messages: nobody receives them.",
        "대기열은 수신마다 가장 오래 기다린 메시지 하나를 전달합니다. 메시지를 보낸 쓰기는 데이터베이스를 작업자에게 맡깁니다. 조정 정책의 대기 메시지 수는 매분 끝에 읽습니다. 배달 못한 편지 대기열은 메시지 수일 뿐이며 아무도 받지 않습니다.",
    ),
    (
        "A message is one packet: latency is added to it once, and a lost one is sent again after 200 ms, 400 ms and so on. All clients and services on the internet share one address, which a range in a rule either holds or not.",
        "메시지 하나는 패킷 하나입니다. 지연은 한 번 더해지고, 잃어버린 패킷은 200 ms, 400 ms 등의 간격으로 다시 보냅니다. 인터넷의 모든 클라이언트와 서비스는 주소 하나를 공유하며, 규칙의 범위는 그 주소를 포함하거나 포함하지 않습니다.",
    ),
    (
        "An address is taken from the subnet by every member: a load balancer's node takes one, where AWS asks for eight free ones.",
        "멤버마다 서브넷의 주소를 하나 씁니다. 로드 밸런서의 노드도 하나를 쓰지만 AWS는 빈 주소 여덟 개를 요구합니다.",
    ),
    (
        "A NAT gateway's bandwidth and packet rate double after an assumed time under load. User data asks for what it needs once, when it ends; an instance that did not get it stays in service without its application.",
        "NAT 게이트웨이의 대역폭과 패킷 속도는 부하가 가정한 시간만큼 이어지면 두 배가 됩니다. 사용자 데이터는 끝날 때 필요한 것을 한 번 요청하며, 받지 못한 인스턴스는 애플리케이션 없이 서비스 상태로 남습니다.",
    ),
    (
        "A zone that is cut off is unavailable for launches, and status checks fail there. A Multi-AZ database fails over if its standby lies outside.",
        "고립된 가용 영역에서는 인스턴스를 시작할 수 없고 상태 확인이 실패합니다. 다중 AZ 데이터베이스는 예비 인스턴스가 밖에 있으면 장애 조치를 합니다.",
    ),
    (
        "A client that stops sending does so once, at the end of its request. Authentication is one wait for the identity provider; nobody has a session at the start of a run. Health checks of HTTP/2 and gRPC target groups are plain HTTP requests. Queries of instances to the VPC's resolver are far below its 1,024 packets a second.",
        "전송을 멈추는 클라이언트는 요청 끝에서 한 번 멈춥니다. 인증은 자격 증명 공급자를 한 번 기다리는 것이며, 실행을 시작할 때는 아무도 세션이 없습니다. HTTP/2와 gRPC 대상 그룹의 상태 확인은 일반 HTTP 요청입니다. 인스턴스가 VPC 리졸버에 보내는 쿼리는 초당 1,024패킷보다 훨씬 적습니다.",
    ),
    (
        "An instance's network interface carries requests and answers one after the other in each direction, and starts a run with full network credits; its EBS bandwidth has no limit of its own. Volumes do their operations in order. Stress shares vCPUs as the Linux scheduler does; memory is looked at once a second, and the kernel kills the application first.",
        "인스턴스의 네트워크 인터페이스는 방향마다 요청과 응답을 차례로 전달하고, 실행을 시작할 때 네트워크 크레딧이 가득 차 있으며, EBS 대역폭의 한도는 따로 없습니다. 볼륨은 작업을 차례로 처리합니다. 부하는 Linux 스케줄러처럼 vCPU를 나누고, 메모리는 1초에 한 번 확인하며, 커널은 애플리케이션을 먼저 종료합니다.",
    ),
    (
        "A t3 whose credits are spent computes at its baseline from one second to the next, where AWS takes minutes to slow it down; the other types hold what they have.",
        "크레딧을 다 쓴 t3은 다음 순간부터 기준 성능으로 계산하지만 실제 AWS에서는 몇 분에 걸쳐 느려집니다.",
    ),
    (
        "A prepared instance of a warm pool is one that starts faster: it takes no address and serves no request before. Predictive scaling forecasts an hour by the mean of that hour on earlier days of the run, or takes the forecast it is given. A refresh has no checkpoints and no rollback.",
        "웜 풀의 인스턴스는 더 빨리 시작하는 인스턴스일 뿐 그 전에는 주소도 요청도 없습니다. 예측 조정은 실행의 지난 날들에서 같은 시각의 평균으로 예측하거나 주어진 예측을 따릅니다. 새로 고침에는 체크포인트와 롤백이 없습니다.",
    ),
    (
        "The bill has no free tiers, no discounts, no storage in S3, and no metrics and alarms of CloudWatch; queries and calls weigh as much as the client's request and answer; prices of instance sizes beyond large follow their family's proportion. Instances are billed from the launch call.",
        "비용에는 프리 티어와 할인, S3 스토리지, CloudWatch의 지표와 경보가 없고, 쿼리와 호출의 크기는 클라이언트의 요청과 응답을 따르며, large보다 큰 인스턴스의 요금은 패밀리의 비율을 따릅니다. 인스턴스는 시작 호출부터 청구합니다.",
    ),
];

/// The facts that are assumed: what AWS does not publish.
pub fn assumed() -> impl Iterator<Item = &'static ninepins_model::fact::Fact> {
    ninepins_model::catalogue().filter(|fact| fact.status == ninepins_model::fact::Status::Assumed)
}
