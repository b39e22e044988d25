//! Load balancers and target groups.

use ninepins_model::SettingKey as Key;

explained! { balancer_keys:
    InternetFacing:
        "Whether the nodes have public addresses. They then also need public subnets.",
        "노드에 퍼블릭 주소를 부여할지 정합니다. 이때 서브넷도 퍼블릭이어야 합니다.";
    IdleTimeout:
        "A connection without bytes for this long is closed. With a request outstanding, the load balancer answers 504.",
        "이 시간 동안 데이터가 없으면 연결을 닫습니다. 처리 중인 요청이 있으면 로드 밸런서가 504로 응답합니다.";
    AddedLatency:
        "Time that a load balancer node adds to each request.",
        "로드 밸런서 노드가 요청마다 더하는 시간입니다.";
    NodeDetection:
        "Time until a lost load balancer node leaves DNS. Until then clients still try its address.",
        "장애가 난 로드 밸런서 노드가 DNS에서 빠질 때까지의 시간입니다. 그때까지 클라이언트는 그 주소로 계속 연결합니다.";
    Algorithm:
        "How a node chooses a target: in turn, or the target with the fewest requests in progress.",
        "노드가 대상을 고르는 방식입니다. 차례로 고르거나 처리 중인 요청이 가장 적은 대상을 고릅니다.";
    HealthInterval:
        "Time between two health checks of one target. Every load balancer node checks for itself.",
        "대상 하나를 검사하는 간격입니다. 로드 밸런서 노드마다 따로 검사합니다.";
    HealthTimeout:
        "A health check without answer in this time has failed.",
        "이 시간 안에 응답이 없으면 상태 확인에 실패한 것입니다.";
    HealthyThreshold:
        "Passed checks in a row that turn an unhealthy target healthy.",
        "비정상 대상을 정상으로 바꾸는 데 필요한 연속 성공 횟수입니다.";
    UnhealthyThreshold:
        "Failed checks in a row that turn a target unhealthy. Interval times threshold is about how long a lost target still gets requests.",
        "대상을 비정상으로 바꾸는 데 필요한 연속 실패 횟수입니다. 장애 대상은 대략 간격에 이 값을 곱한 시간 동안 요청을 계속 받습니다.";
    HealthCheckDepth:
        "Whether the checked path also queries the database. A database outage then turns every target unhealthy, and the group may replace them all.",
        "검사하는 경로가 데이터베이스까지 조회할지 정합니다. 그러면 데이터베이스 장애 때 모든 대상이 비정상이 되어 그룹이 전부 교체할 수 있습니다.";
    DeregistrationDelay:
        "How long requests in flight may still take after a target is deregistered. New requests stop at once.",
        "대상의 등록을 취소한 뒤 처리 중인 요청에 주는 시간입니다. 새 요청은 즉시 중단됩니다.";
    CrossZone:
        "On: each node spreads requests over targets of all zones. Off: over targets of its own zone only.",
        "켜면 각 노드가 모든 가용 영역의 대상에 요청을 분산합니다. 끄면 자기 가용 영역의 대상만 사용합니다.";
    RegistrationDelay:
        "Time between a target's registration and its first health check.",
        "대상을 등록한 뒤 첫 상태 확인까지의 시간입니다.";
    TargetGroupName:
        "Wires of one load balancer with the same name lead to one target group. Without a name every Auto Scaling group is a target group of its own, and all single instances share one.",
        "한 로드 밸런서에서 이름이 같은 연결은 같은 대상 그룹입니다. 이름이 없으면 Auto Scaling 그룹은 각각 대상 그룹이 되고 단일 인스턴스는 모두 하나를 공유합니다.";
    TargetGroupWeight:
        "Share of the requests of its listener rule, in proportion to the weights of the rule's other target groups. 0 gets none.",
        "같은 리스너 규칙의 다른 대상 그룹과 비교한 요청 비율입니다. 0이면 요청을 받지 않습니다.";
    RulePath:
        "The listener rule takes requests whose path matches, with * and ?. Empty takes all. Assets are under /assets/, the API is under /api/.",
        "경로가 이 패턴과 맞는 요청을 전달합니다. *와 ?를 쓸 수 있고 비우면 모두 받습니다. 정적 자산은 /assets/, API는 /api/ 아래에 있습니다.";
    RuleHost:
        "The listener rule takes requests whose host matches, with * and ?. Empty takes all.",
        "호스트가 이 패턴과 맞는 요청을 전달합니다. *와 ?를 쓸 수 있고 비우면 모두 받습니다.";
    RulePriority:
        "Rules are evaluated from the lowest number. A rule without path and host is the default and comes last.",
        "숫자가 낮은 규칙부터 평가합니다. 경로와 호스트가 없는 규칙은 기본 규칙이며 마지막에 평가합니다.";
    AnomalyMitigation:
        "With weighted random, targets that answer with unusually many errors get a smaller share. It needs three healthy targets.",
        "가중치 기반 무작위에서 오류가 유난히 많은 대상의 비율을 줄입니다. 정상 대상이 세 개 이상 필요합니다.";
    TargetProtocol:
        "What targets speak. With HTTPS a new connection costs a TLS handshake, and one that takes longer than 10 s is a 502.",
        "대상과 통신하는 프로토콜입니다. HTTPS이면 새 연결마다 TLS 핸드셰이크가 필요하고 10초를 넘으면 502가 됩니다.";
    ProtocolVersion:
        "The version in which requests reach targets. HTTP/2 and gRPC take an HTTPS listener, and clients that speak them; others get 464.",
        "요청이 대상에 전달되는 버전입니다. HTTP/2와 gRPC에는 HTTPS 리스너와 이를 쓰는 클라이언트가 필요하며, 다른 클라이언트는 464를 받습니다.";
    Authenticate:
        "Sends clients without a session to an identity provider first. Nobody has a session at the start of a run. It takes an HTTPS listener.",
        "세션이 없는 클라이언트를 먼저 자격 증명 공급자로 보냅니다. 실행을 시작할 때는 세션이 없습니다. HTTPS 리스너가 필요합니다.";
    IdentityLatency:
        "From the redirect to the identity provider until the load balancer has the user's claims. AWS publishes no number.",
        "자격 증명 공급자로 보낸 때부터 로드 밸런서가 사용자 정보를 받을 때까지의 시간입니다. AWS는 수치를 공개하지 않습니다.";
    IdentityErrors:
        "Share of the identity provider's answers that are errors. The load balancer makes a 561 of each.",
        "자격 증명 공급자의 응답 중 오류의 비율입니다. 로드 밸런서는 오류마다 561로 응답합니다.";
    IdentitySession:
        "How long a client stays authenticated. Clients without cookies authenticate for every request.",
        "클라이언트의 인증이 유지되는 시간입니다. 쿠키를 쓰지 않는 클라이언트는 요청마다 인증합니다.";
    Stickiness:
        "Binds a client to the target that answered it first, as long as the target is healthy. New targets then get only new clients.",
        "처음 응답한 대상에 클라이언트를 고정합니다. 대상이 정상인 동안 유지되므로 새 대상은 새 클라이언트만 받습니다.";
    StickinessDuration:
        "The cookie expires when it has not been used for this long. Every request renews it.",
        "쿠키를 이 시간 동안 쓰지 않으면 만료됩니다. 요청할 때마다 연장됩니다.";
    SlowStart:
        "A target that becomes healthy gets a share that grows to the full one over this time. 0 is off. Only with round robin, and only beside a target that is warm.",
        "정상이 된 대상의 요청 비율을 이 시간에 걸쳐 늘립니다. 0이면 사용하지 않습니다. 라운드 로빈에서만, 이미 준비된 대상이 있을 때 동작합니다.";
    RoutingHealthyCount:
        "With fewer healthy targets in a zone, or in all with cross-zone balancing, requests go to all targets, healthy or not.",
        "가용 영역(교차 영역이면 전체)의 정상 대상이 이보다 적으면 상태와 관계없이 모든 대상으로 요청을 보냅니다.";
    RoutingHealthyPercent:
        "With a smaller percentage of healthy targets, requests go to all targets, healthy or not. 0 is off.",
        "정상 대상의 비율이 이보다 낮으면 상태와 관계없이 모든 대상으로 요청을 보냅니다. 0이면 사용하지 않습니다.";
    DnsHealthyCount:
        "With fewer healthy targets, the zone's addresses leave DNS. It must not be below the threshold for routing.",
        "정상 대상이 이보다 적으면 해당 가용 영역의 주소를 DNS에서 뺍니다. 라우팅 임계값보다 작으면 안 됩니다.";
    DnsHealthyPercent:
        "With a smaller percentage of healthy targets, the zone's addresses leave DNS. 0 is off.",
        "정상 대상의 비율이 이보다 낮으면 해당 가용 영역의 주소를 DNS에서 뺍니다. 0이면 사용하지 않습니다.";
    SuccessCodes:
        "Statuses that count as a passed check, such as 200, 200,302 or 200-399.",
        "검사 성공으로 보는 상태 코드입니다. 예: 200, 200,302, 200-399.";
    CheckPath:
        "The path that a check asks for. Where it is not the application's health endpoint, the answer is 404.",
        "검사가 요청하는 경로입니다. 애플리케이션의 상태 엔드포인트가 아니면 404를 받습니다.";
    CheckPort:
        "The port that a check connects to; 0 is the traffic port. Where nothing listens, the connection is refused, and where no security group's rule admits it, nothing answers.",
        "검사가 연결하는 포트입니다. 0이면 트래픽 포트입니다. 수신하는 것이 없으면 연결이 거부되고, 보안 그룹 규칙이 허용하지 않으면 응답이 없습니다.";
    HealthPath:
        "The path at which the application answers health checks. Any other path gets 404.",
        "애플리케이션이 상태 확인에 응답하는 경로입니다. 다른 경로는 404를 받습니다.";
    HealthPort:
        "The port of the application's health endpoint. A management port of its own answers checks even when all threads are busy. 0 is the port that serves requests.",
        "애플리케이션 상태 엔드포인트의 포트입니다. 별도 관리 포트이면 모든 스레드가 바빠도 검사에 응답합니다. 0이면 요청을 받는 포트입니다.";
    CheckStatus:
        "The status that the checked path answers while all is well. A redirect to a login page is 302, which success codes of 200 do not take.",
        "모든 것이 정상일 때 검사 경로가 응답하는 상태 코드입니다. 로그인 페이지로의 리디렉션은 302라서 성공 코드가 200이면 실패합니다.";
    CheckProtocol:
        "TCP asks only for a connection, which a hung application still accepts. HTTP asks for an answer.",
        "TCP는 연결만 확인하므로 응답이 멈춘 애플리케이션도 통과합니다. HTTP는 응답을 확인합니다.";
    PreserveClientIp:
        "Targets see the clients' addresses, so their security groups must admit them. Without, a target takes at most 55,000 connections through the load balancer.",
        "대상이 클라이언트 주소를 그대로 보므로 보안 그룹이 클라이언트를 허용해야 합니다. 끄면 대상마다 로드 밸런서를 통한 연결이 55,000개로 제한됩니다.";
    ConnectionTermination:
        "When the deregistration delay is over, connections to the target are reset. Otherwise they go on.",
        "등록 취소 지연이 끝나면 대상의 연결을 재설정합니다. 끄면 연결이 계속됩니다.";
    UnhealthyConnectionTermination:
        "Connections to a target that became unhealthy are reset with their next packet.",
        "비정상이 된 대상의 연결을 다음 패킷에서 재설정합니다.";
    NlbListener:
        "TCP passes the bytes on, so TLS ends at the targets. TLS ends it here, with a certificate and an idle timeout of 350 s.",
        "TCP는 바이트를 그대로 전달하므로 TLS가 대상에서 끝납니다. TLS는 인증서로 여기에서 끝나며 유휴 제한 시간이 350초입니다.";
    ClientConnectionLife:
        "A client's connection is closed in good order after this long, however busy it is.",
        "클라이언트 연결은 사용 중이어도 이 시간이 지나면 정상적으로 닫힙니다.";
    KeepAliveRace:
        "How long a node still uses a connection that its target has just closed. Such a request is answered with 502.",
        "대상이 막 닫은 연결을 노드가 아직 사용하는 시간입니다. 이때의 요청은 502가 됩니다.";
    ZonalShift:
        "With cross-zone balancing AWS shifts traffic away from a zone only if this is on.",
        "교차 영역 로드 밸런싱에서는 이 설정을 켜야 가용 영역의 트래픽을 다른 곳으로 전환할 수 있습니다.";
    StartingCapacity:
        "LCUs that the load balancer can take at the start. Beyond its capacity connections are refused and requests get 503.",
        "시작할 때 처리할 수 있는 LCU입니다. 용량을 넘으면 연결이 거부되고 요청은 503을 받습니다.";
    CapacityReservation:
        "LCUs that the load balancer can always take, spread evenly over its zones.",
        "항상 처리할 수 있는 LCU이며 가용 영역에 고르게 나뉩니다.";
    CapacityGrowth:
        "How fast capacity follows traffic. AWS advises to raise the load by at most half every five minutes.",
        "용량이 트래픽을 따라가는 속도입니다. AWS는 5분마다 부하를 절반 이내로 늘리도록 안내합니다.";
    Cookies:
        "Whether clients send back the cookies they got. Without, every request is a new session and stickiness has no effect.",
        "클라이언트가 받은 쿠키를 다시 보낼지 정합니다. 끄면 요청마다 새 세션이 되어 고정 세션이 동작하지 않습니다.";
}
