//! How requests end.

use ninepins_report::{Class, Outcome};

use crate::Language;

/// A class of requests.
pub const fn class_name(language: Language, class: Class) -> &'static str {
    language.pick(match class {
        Class::Asset => ("Asset", "정적 자산"),
        Class::Read => ("API read", "API 읽기"),
        Class::Write => ("API write", "API 쓰기"),
    })
}

/// An outcome, short.
pub const fn outcome_name(language: Language, outcome: Outcome) -> &'static str {
    language.pick(match outcome {
        Outcome::Ok => ("OK", "성공"),
        Outcome::DnsFailure => ("DNS failure", "DNS 실패"),
        Outcome::TlsFailure => ("TLS failure", "TLS 실패"),
        Outcome::ConnectTimeout => ("Connect timeout", "연결 시간 초과"),
        Outcome::Refused => ("Connection refused", "연결 거부"),
        Outcome::Reset => ("Connection reset", "연결 재설정"),
        Outcome::Forbidden => ("HTTP 403", "HTTP 403"),
        Outcome::NotFound => ("HTTP 404", "HTTP 404"),
        Outcome::RequestTimeout => ("HTTP 408", "HTTP 408"),
        Outcome::TooManyRequests => ("HTTP 429", "HTTP 429"),
        Outcome::TooManyForwarded => ("HTTP 463", "HTTP 463"),
        Outcome::ProtocolMismatch => ("HTTP 464", "HTTP 464"),
        Outcome::IdentityProviderError => ("HTTP 561", "HTTP 561"),
        Outcome::InternalError => ("HTTP 500", "HTTP 500"),
        Outcome::BadGateway => ("HTTP 502", "HTTP 502"),
        Outcome::ServiceUnavailable => ("HTTP 503", "HTTP 503"),
        Outcome::GatewayTimeout => ("HTTP 504", "HTTP 504"),
        Outcome::ClientTimeout => ("Client timeout", "클라이언트 시간 초과"),
        Outcome::Shed => ("Shed", "즉시 거절"),
    })
}

/// An outcome, as a sentence.
pub const fn outcome_sentence(language: Language, outcome: Outcome) -> &'static str {
    language.pick(match outcome {
        Outcome::Ok => ("The request was answered.", "요청에 응답을 받았습니다."),
        Outcome::DnsFailure => ("The name did not resolve.", "이름을 조회하지 못했습니다."),
        Outcome::TlsFailure => ("The TLS handshake failed.", "TLS 핸드셰이크에 실패했습니다."),
        Outcome::ConnectTimeout => {
            ("Nothing answered the connection request in time.", "제한 시간 안에 연결 요청에 응답이 없었습니다.")
        }
        Outcome::Refused => ("The connection was refused.", "연결이 거부되었습니다."),
        Outcome::Reset => ("The connection was reset during the request.", "요청 도중 연결이 재설정되었습니다."),
        Outcome::Forbidden => ("The answer was 403 Forbidden.", "403 Forbidden 응답을 받았습니다."),
        Outcome::NotFound => ("The answer was 404 Not Found.", "404 Not Found 응답을 받았습니다."),
        Outcome::RequestTimeout => (
            "The load balancer answered 408: the client stopped sending for longer than the idle timeout.",
            "로드 밸런서가 408로 응답했습니다. 클라이언트가 유휴 제한 시간보다 오래 전송을 멈췄습니다.",
        ),
        Outcome::TooManyForwarded => (
            "The load balancer answered 463: X-Forwarded-For has more than 30 addresses.",
            "로드 밸런서가 463으로 응답했습니다. X-Forwarded-For에 주소가 30개보다 많습니다.",
        ),
        Outcome::ProtocolMismatch => (
            "The load balancer answered 464: the target group expects another version of the protocol.",
            "로드 밸런서가 464로 응답했습니다. 대상 그룹의 프로토콜 버전과 맞지 않습니다.",
        ),
        Outcome::IdentityProviderError => (
            "The load balancer answered 561: the identity provider returned an error.",
            "로드 밸런서가 561로 응답했습니다. 자격 증명 공급자가 오류를 반환했습니다.",
        ),
        Outcome::TooManyRequests => {
            ("The answer was 429 Too Many Requests.", "429 Too Many Requests 응답을 받았습니다.")
        }
        Outcome::InternalError => (
            "The application answered 500 Internal Server Error.",
            "애플리케이션이 500 Internal Server Error로 응답했습니다.",
        ),
        Outcome::BadGateway => (
            "The load balancer or the edge answered 502: the target closed or refused the connection.",
            "로드 밸런서 또는 엣지가 502로 응답했습니다. 대상이 연결을 닫거나 거부했습니다.",
        ),
        Outcome::ServiceUnavailable => {
            ("The answer was 503 Service Unavailable.", "503 Service Unavailable 응답을 받았습니다.")
        }
        Outcome::GatewayTimeout => (
            "The load balancer or the edge answered 504: the target did not answer in time.",
            "로드 밸런서 또는 엣지가 504로 응답했습니다. 대상이 제한 시간 안에 응답하지 않았습니다.",
        ),
        Outcome::ClientTimeout => {
            ("The client gave up waiting for the answer.", "클라이언트가 응답을 기다리다 포기했습니다.")
        }
        Outcome::Shed => (
            "The request was refused at once so as not to add to the load.",
            "부하를 더하지 않도록 요청을 바로 거절했습니다.",
        ),
    })
}
