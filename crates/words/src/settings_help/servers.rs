//! Application servers, their calls and pools, and services outside AWS.

use ninepins_model::SettingKey as Key;

explained! { server_keys:
    ServerThreads:
        "Worker threads of the server. A request holds one until it is answered, also while it waits for the database.",
        "서버의 작업 스레드 수입니다. 요청은 데이터베이스를 기다리는 동안에도 응답할 때까지 스레드 하나를 차지합니다.";
    ServerMaxConnections:
        "Connections that the server accepts. Requests beyond the threads wait here.",
        "서버가 수락하는 연결 수입니다. 스레드를 얻지 못한 요청은 여기에서 기다립니다.";
    ServerAcceptCount:
        "Connections that the operating system queues once the server accepts no more. The next one is refused.",
        "서버가 더 수락하지 않을 때 운영 체제가 대기시키는 연결 수입니다. 그다음 연결은 거부됩니다.";
    ReadCpu:
        "Mean CPU time of an API read. It follows from your code, not from AWS.",
        "API 읽기 한 건의 평균 CPU 시간입니다. AWS가 아니라 코드에 따라 정해지는 값입니다.";
    WriteCpu:
        "Mean CPU time of an API write. It follows from your code, not from AWS.",
        "API 쓰기 한 건의 평균 CPU 시간입니다. AWS가 아니라 코드에 따라 정해지는 값입니다.";
    AssetCpu:
        "Mean CPU time of a static file, where the server has to deliver it.",
        "서버가 정적 파일을 직접 보낼 때의 평균 CPU 시간입니다.";
    ReadWait | WriteWait | AssetWait:
        "Mean time that the handler holds its thread without CPU, for example in a slow library or a sleep. Spread like the CPU time.",
        "처리기가 CPU 없이 스레드를 잡고 있는 평균 시간입니다. 느린 라이브러리나 대기 호출이 그렇습니다. CPU 시간과 같은 분포를 따릅니다.";
    DemandDistribution:
        "How CPU times and waits are spread around their means. Constant always takes the mean; log-normal has a variation of its own.",
        "CPU 시간과 대기 시간이 평균 주위에 퍼지는 모양입니다. 상수는 항상 평균이고, 로그 정규는 변동 계수를 따로 정합니다.";
    DemandVariation | ExternalVariation:
        "Standard deviation over mean of a log-normal time. 0.3 is narrow, 1 as wide as an exponential, 3 has a long tail.",
        "로그 정규 시간의 표준편차를 평균으로 나눈 값입니다. 0.3은 좁고 1은 지수 분포만큼 넓으며 3은 꼬리가 깁니다.";
    QueueOrder:
        "Who takes the next free thread. Last in, first out keeps serving fresh requests in an overload and gives up old ones.",
        "다음 스레드를 받을 요청입니다. 후입 선출은 과부하에서도 새 요청을 계속 처리하고 오래된 요청을 포기합니다.";
    QueueLimit:
        "Most requests that wait for a thread. The next one is turned away at once, which keeps the wait short.",
        "스레드를 기다릴 수 있는 최대 요청 수입니다. 그다음 요청은 즉시 거절되어 대기 시간이 짧게 유지됩니다.";
    DropOlder:
        "A request that reaches the head of the queue older than this is turned away, because its client has probably given up. 0 serves all.",
        "대기열의 맨 앞에 왔을 때 이보다 오래된 요청은 거절합니다. 클라이언트가 이미 포기했을 것이기 때문입니다. 0이면 모두 처리합니다.";
    DropCountsService:
        "Whether the time that the request is expected to take counts as age, so that nothing is begun that cannot be finished in time.",
        "예상 처리 시간을 나이에 더할지 정합니다. 더하면 제때 끝낼 수 없는 요청은 시작하지 않습니다.";
    Rejection:
        "Whether the server answers 503 or closes the connection. A load balancer makes a 502 of a closed connection.",
        "서버가 503으로 응답할지 연결을 닫을지 정합니다. 닫힌 연결은 로드 밸런서에서 502가 됩니다.";
    ServerKeepAlive:
        "Idle time after which the server closes a connection. Below the idle timeout of the load balancer it may close one that is about to be used.",
        "서버가 유휴 연결을 닫는 시간입니다. 로드 밸런서의 유휴 제한 시간보다 짧으면 곧 쓰일 연결을 닫을 수 있습니다.";
    ServerKeepAliveRequests:
        "Requests on one connection, after which the server closes it and the client opens another one.",
        "한 연결에서 처리하는 요청 수입니다. 지나면 서버가 연결을 닫고 클라이언트가 새 연결을 엽니다.";
    ServerTlsKey:
        "The key with which the server itself ends TLS for clients that reach it directly. Each full handshake costs CPU: 0.27 ms with RSA 2,048, 0.065 ms with ECDSA P-256.",
        "직접 연결하는 클라이언트의 TLS를 서버가 직접 종료할 때의 키입니다. 핸드셰이크마다 CPU를 씁니다. RSA 2,048은 0.27 ms, ECDSA P-256은 0.065 ms입니다.";
    TlsResumption:
        "Share of handshakes that resume an earlier session and need no private-key operation.",
        "이전 세션을 재개하여 개인 키 연산이 필요 없는 핸드셰이크의 비율입니다.";
    CallTimeout:
        "How long one try of a call may take. The thread waits meanwhile, so it should be shorter than what the callers before it wait.",
        "호출 한 번이 걸릴 수 있는 시간입니다. 그동안 스레드가 기다리므로 앞선 호출자의 제한 시간보다 짧아야 합니다.";
    CallTries:
        "How often a call is sent before the request fails. Tries at every layer multiply: three at each of five services make 243.",
        "요청이 실패하기 전까지 호출을 보내는 횟수입니다. 계층마다 곱해집니다. 다섯 서비스가 세 번씩이면 243번입니다.";
    CallBackoff:
        "Pause before the second try of a call. It doubles with each further one.",
        "두 번째 호출 시도 전의 대기 시간입니다. 시도할 때마다 두 배가 됩니다.";
    CallJitter:
        "Spreads each pause evenly between zero and the backoff, so that callers that failed together do not return together.",
        "대기 시간을 0과 백오프 사이에 고르게 흩어, 함께 실패한 호출자가 함께 돌아오지 않게 합니다.";
    CallsPerRequest:
        "Calls that one request makes one after the other. Each waits for a round trip.",
        "요청 하나가 차례로 보내는 호출 수입니다. 호출마다 왕복 시간을 기다립니다.";
    CallShare:
        "Share of the requests that call this service at all.",
        "이 서비스를 호출하는 요청의 비율입니다.";
    Queries:
        "How many queries a request sends one after the other over its connection, each of which waits for a round trip to the database's zone. All but the last read.",
        "요청 하나가 연결에서 차례로 보내는 쿼리 수입니다. 쿼리마다 데이터베이스의 가용 영역까지 왕복을 기다립니다. 마지막을 뺀 나머지는 읽기입니다.";
    QueryTries:
        "How often the application sends a query that fails before its request fails. Tries multiply with those of the callers.",
        "요청이 실패하기 전까지 애플리케이션이 실패한 쿼리를 보내는 횟수입니다. 호출자의 시도 횟수와 곱해집니다.";
    ExternalLatency:
        "Mean time until the service answers, without the network between.",
        "네트워크 시간을 뺀, 서비스가 응답하기까지의 평균 시간입니다.";
    ExternalDistribution:
        "How the time to answer is spread around its mean.",
        "응답 시간이 평균 주위에 퍼지는 모양입니다.";
    ExternalRoundTrip:
        "Round trip between the Region and the service over the internet.",
        "리전과 서비스 사이의 인터넷 왕복 시간입니다.";
    ExternalCapacity:
        "Requests per second that the service answers, with bursts of one second. It answers the others with 429.",
        "서비스가 초당 처리하는 요청 수이며 1초 분량까지 몰릴 수 있습니다. 넘는 요청에는 429로 응답합니다.";
    ExternalFailures:
        "Share of the requests that the service answers with an error by itself.",
        "서비스가 스스로 오류로 응답하는 요청의 비율입니다.";
    PublicAddress:
        "Whether the instance has a public address. To be reached from the internet it also needs a public subnet.",
        "인스턴스에 퍼블릭 주소를 부여할지 정합니다. 인터넷에서 접근하려면 퍼블릭 서브넷도 필요합니다.";
    PoolSize:
        "Connections in the pool of each instance. All pools together must stay under the database's limit.",
        "인스턴스마다 풀에 두는 연결 수입니다. 모든 풀의 합이 데이터베이스의 한도를 넘지 않아야 합니다.";
    PoolWait:
        "How long a thread waits for a pooled connection before the API answers 500. It holds its thread meanwhile.",
        "스레드가 풀의 연결을 기다리는 시간입니다. 지나면 API가 500으로 응답하며, 기다리는 동안 스레드를 차지합니다.";
    DriverConnectTimeout:
        "How long the driver tries to open a connection to a database that does not answer.",
        "응답하지 않는 데이터베이스에 드라이버가 연결을 시도하는 시간입니다.";
    DriverSocketTimeout:
        "How long a query may stay without an answer. 0 waits until TCP gives up, about 15 minutes, and holds the thread and the connection.",
        "쿼리가 응답 없이 기다릴 수 있는 시간입니다. 0이면 TCP가 포기할 때까지 약 15분 동안 스레드와 연결을 차지합니다.";
    PoolMaxLifetime:
        "Age at which the pool replaces a connection.",
        "풀이 연결을 교체하는 수명입니다.";
    ApplicationDnsCache:
        "How long the application keeps the database's address. After a failover it connects to the old one until this has passed.",
        "애플리케이션이 데이터베이스의 주소를 유지하는 시간입니다. 장애 조치 뒤에도 이 시간이 지날 때까지 이전 주소로 연결합니다.";
}
