//! Distributions, origins and buckets.

use ninepins_model::SettingKey as Key;

explained! { edge_keys:
    EdgeLocations:
        "Edge locations that serve these clients. Each has its own cache, so more of them mean more first fetches from the origin.",
        "이 클라이언트에 응답하는 엣지 로케이션의 수입니다. 각자 캐시가 있으므로 많을수록 오리진에서 처음 가져오는 횟수가 늘어납니다.";
    DefaultTtl:
        "How long an object stays fresh at the edge when the origin says nothing about it.",
        "오리진이 따로 지정하지 않을 때 객체가 엣지에서 유효한 시간입니다.";
    ErrorCachingTtl:
        "How long an error answer of the origin is served from the edge before the origin is asked again.",
        "오리진의 오류 응답을 엣지가 보관하는 시간입니다. 이 시간이 지나야 오리진에 다시 요청합니다.";
    SpaErrorPage:
        "Answers 403 and 404 with /index.html and status 200, as single-page apps need. It holds for all origins, so it also hides a 404 of the API.",
        "단일 페이지 앱에 필요한 설정으로, 403과 404에 /index.html과 상태 200으로 응답합니다. 모든 오리진에 적용되므로 API의 404도 가려집니다.";
    OriginPath:
        "Path pattern of the behavior: * stands for any characters, ? for one. /* is the default behavior, which takes what no other pattern matches.",
        "동작의 경로 패턴입니다. *는 임의의 문자열, ?는 한 문자입니다. /*는 다른 패턴과 맞지 않는 요청을 받는 기본 동작입니다.";
    BehaviourPrecedence:
        "Order of the behaviors: the lowest number that matches the path serves the request.",
        "동작의 순서입니다. 경로와 맞는 동작 중 숫자가 가장 낮은 것이 요청을 처리합니다.";
    AllowedMethods:
        "Methods that the behavior takes. CloudFront answers others with 403.",
        "동작이 받는 메서드입니다. 그 밖의 메서드에는 CloudFront가 403으로 응답합니다.";
    OriginAccessControl:
        "Whether CloudFront signs its requests to a bucket, so that a private bucket admits them. Website endpoints know no signatures.",
        "CloudFront가 버킷 요청에 서명하여 프라이빗 버킷이 받아들이게 합니다. 웹 사이트 엔드포인트는 서명을 지원하지 않습니다.";
    OriginRole:
        "A secondary origin stands in for the primary of the same path. Every GET tries the primary first; writes never fail over.",
        "보조 오리진은 같은 경로의 기본 오리진을 대신합니다. 모든 GET은 기본 오리진을 먼저 시도하고 쓰기는 장애 조치하지 않습니다.";
    FailoverCodes:
        "Status codes of the primary after which the secondary is asked. Failed connections and timeouts always fail over.",
        "기본 오리진이 이 상태 코드로 응답하면 보조 오리진에 요청합니다. 연결 실패와 시간 초과는 항상 장애 조치합니다.";
    CachePolicy:
        "How long answers are kept: the distribution's own TTLs, a day at least a second (CachingOptimized), or not at all (CachingDisabled).",
        "응답을 보관하는 시간입니다. 배포의 TTL을 쓰거나, 하루 동안 보관하거나(CachingOptimized), 보관하지 않습니다(CachingDisabled).";
    CacheControl:
        "What the origin says about caching. max-age is kept between minimum and maximum TTL; no-store is kept for the minimum TTL.",
        "오리진이 보내는 캐시 지시입니다. max-age는 최소 TTL과 최대 TTL 사이로 조정되고 no-store는 최소 TTL 동안 보관됩니다.";
    OriginMaxAge:
        "The max-age or s-maxage that the origin sends, if it sends one.",
        "오리진이 보내는 max-age 또는 s-maxage 값입니다.";
    OriginShield:
        "One more cache beside the origin that all others ask, so that the origin gets one request per object.",
        "모든 캐시가 먼저 묻는 오리진 옆의 캐시입니다. 오리진은 객체마다 요청을 한 번만 받습니다.";
    Compress:
        "Compresses text between 1,000 bytes and 10 MB where the behavior caches, which saves bytes and transfer time.",
        "캐시하는 동작에서 1,000바이트~10 MB의 텍스트를 압축하여 전송량과 전송 시간을 줄입니다.";
    OriginProtocol:
        "HTTPS checks the origin's certificate: one that is missing, expired or of another name gives 502. Website endpoints speak HTTP only.",
        "HTTPS에서는 오리진의 인증서를 검증합니다. 인증서가 없거나 만료되었거나 이름이 다르면 502가 됩니다. 웹 사이트 엔드포인트는 HTTP만 지원합니다.";
    OriginDomain:
        "The domain that the origin's certificate must cover. Empty takes the record that leads to it, or the host that viewers ask for.",
        "오리진의 인증서가 포함해야 하는 도메인입니다. 비워 두면 오리진을 가리키는 레코드나 사용자가 요청한 호스트를 씁니다.";
    OriginKeepAlive:
        "How long an idle connection to the origin stays open. A new one costs a TCP handshake, and with HTTPS a TLS handshake.",
        "오리진과의 유휴 연결을 유지하는 시간입니다. 새 연결에는 TCP 핸드셰이크가, HTTPS이면 TLS 핸드셰이크도 듭니다.";
    RegionalCaches:
        "Larger caches that edge locations ask before the origin. Without any, every location fetches for itself.",
        "엣지 로케이션이 오리진보다 먼저 묻는 더 큰 캐시입니다. 없으면 로케이션마다 직접 가져옵니다.";
    MinTtl:
        "How long an object stays fresh at least. Above 0 it overrides no-store of the origin.",
        "객체가 유효한 최소 시간입니다. 0보다 크면 오리진의 no-store보다 우선합니다.";
    MaxTtl:
        "How long an object stays fresh at most, whatever max-age the origin sends.",
        "오리진이 보낸 max-age와 상관없이 객체가 유효한 최대 시간입니다.";
    CustomErrorResponses:
        "One a line: the error code, the page, the code of the answer, such as 404 /index.html 200. They hold for all behaviors, the API included.",
        "한 줄에 하나씩 오류 코드, 페이지, 응답 코드를 적습니다(예: 404 /index.html 200). API를 포함한 모든 동작에 적용됩니다.";
    DefaultRootObject:
        "The object served for /. Without one, the bucket is asked for / itself, which is no key.",
        "/ 요청에 제공하는 객체입니다. 없으면 키가 아닌 /를 버킷에 그대로 요청합니다.";
    RequestQuota:
        "Requests per second of the distribution. Beyond it CloudFront answers 503.",
        "배포의 초당 요청 수입니다. 넘으면 CloudFront가 503으로 응답합니다.";
    ThroughputQuota:
        "Throughput of the distribution. Beyond it CloudFront answers 503.",
        "배포의 처리량입니다. 넘으면 CloudFront가 503으로 응답합니다.";
    EdgeCacheSize:
        "What the cache of one location holds. Beyond it the objects that nobody asked for longest leave.",
        "로케이션 하나의 캐시 용량입니다. 넘으면 가장 오래 요청되지 않은 객체가 나갑니다.";
    CompressedShare:
        "What is left of an answer once it is compressed.",
        "압축한 뒤 남는 응답 크기의 비율입니다.";
    RegionalRoundTrip:
        "Round trip between an edge location and its regional cache: part of the round trip to the origin.",
        "엣지 로케이션과 리전 캐시 사이의 왕복 시간입니다. 오리진까지의 왕복 시간에 포함됩니다.";
    InvalidationMin:
        "Seconds until an invalidation reaches the first location. Until then it serves old copies.",
        "무효화가 첫 로케이션에 도달하기까지의 시간(초)입니다. 그때까지 이전 사본을 제공합니다.";
    InvalidationMax:
        "Seconds until an invalidation reaches the last location.",
        "무효화가 마지막 로케이션에 도달하기까지의 시간(초)입니다.";
    BucketEndpoint:
        "The REST endpoint takes signed requests. The website endpoint speaks HTTP only, serves public objects only and answers 404 for missing keys.",
        "REST 엔드포인트는 서명된 요청을 받습니다. 웹 사이트 엔드포인트는 HTTP로 퍼블릭 객체만 제공하고 없는 키에 404로 응답합니다.";
    PublicRead:
        "Whether anybody may read. A private bucket answers 403 to all but signed requests.",
        "누구나 읽을 수 있는지 정합니다. 프라이빗 버킷은 서명된 요청이 아니면 403으로 응답합니다.";
    PutObject:
        "Whether the bucket stores writes that CloudFront signs. Without it they get 403.",
        "CloudFront가 서명한 쓰기를 버킷이 저장할지 정합니다. 허용하지 않으면 403으로 응답합니다.";
    BucketPrefixes:
        "Prefixes that the keys are spread over. Each has its own read and write rate.",
        "키가 나뉘어 있는 접두사 수입니다. 접두사마다 읽기 속도와 쓰기 속도가 따로 있습니다.";
    PutRate:
        "Writes per second that one prefix serves. Beyond it the bucket answers 503 Slow Down.",
        "접두사 하나가 처리하는 초당 쓰기 수입니다. 넘으면 버킷이 503 Slow Down으로 응답합니다.";
    RepartitionTime:
        "Seconds of sustained throttling after which S3 has split the prefix, so that it serves twice its rate.",
        "스로틀링이 이 시간만큼 이어지면 S3가 접두사를 분할하여 두 배의 속도를 처리합니다.";
    OriginConnectionTimeout:
        "How long CloudFront waits for one TCP connection to the origin.",
        "CloudFront가 오리진과의 TCP 연결 한 번을 기다리는 시간입니다.";
    OriginConnectionAttempts:
        "How often CloudFront tries to connect. Attempts times timeout is the longest wait before it answers 504.",
        "CloudFront가 연결을 시도하는 횟수입니다. 횟수에 제한 시간을 곱한 만큼 기다린 뒤 504로 응답합니다.";
    OriginResponseTimeout:
        "How long CloudFront waits for the origin's answer. A GET is tried as often as connections are, then the answer is 504; a write is not repeated.",
        "CloudFront가 오리진의 응답을 기다리는 시간입니다. GET은 연결 시도 횟수만큼 다시 시도한 뒤 504로 응답하고 쓰기는 반복하지 않습니다.";
    OriginRoundTrip:
        "Round trip between an edge location and the origin.",
        "엣지 로케이션과 오리진 사이의 왕복 시간입니다.";
    BucketObjects:
        "Objects in the bucket. Requests for any other key find nothing.",
        "버킷에 있는 객체 수입니다. 다른 키를 요청하면 찾지 못합니다.";
    FirstByteMin:
        "Shortest time to the first byte of a small object. AWS gives 100 to 200 ms; the simulation draws evenly between shortest and longest.",
        "작은 객체의 첫 바이트까지 걸리는 최소 시간입니다. AWS는 100~200 ms로 안내하며 시뮬레이션은 최소와 최대 사이에서 균등하게 뽑습니다.";
    FirstByteMax:
        "Longest time to the first byte of a small object.",
        "작은 객체의 첫 바이트까지 걸리는 최대 시간입니다.";
    GetRate:
        "Reads per second that one prefix serves. Beyond it the bucket answers 503 Slow Down.",
        "접두사 하나가 처리하는 초당 읽기 수입니다. 넘으면 버킷이 503 Slow Down으로 응답합니다.";
    ListBucket:
        "Whether the bucket policy grants ListBucket. A missing key is then answered with 404, otherwise with 403.",
        "버킷 정책에서 ListBucket을 허용할지 정합니다. 허용하면 없는 키에 404로, 아니면 403으로 응답합니다.";
}
