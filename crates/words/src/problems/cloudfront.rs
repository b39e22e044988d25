//! What is wrong with a distribution and its origins.

use ninepins_model::CloudfrontProblem as Problem;

use crate::Language::{self, English, Korean};
use crate::number::duration;

/// A problem of a distribution or an origin as one sentence.
pub(crate) fn sentence(language: Language, problem: &Problem) -> String {
    let plain = match problem {
        Problem::DeepLinksUnmapped { code } => {
            return match language {
                English => format!("The bucket answers deep links with {code}, which nothing maps to /index.html."),
                Korean => format!("버킷이 딥 링크에 {code}로 응답하지만 /index.html로 바꾸는 오류 응답이 없습니다."),
            };
        }
        Problem::ApiErrorsHidden { code } => {
            return match language {
                English => format!("A {code} of the API is answered with a page and status 200 as well."),
                Korean => format!("API의 {code} 응답도 페이지와 상태 200으로 바뀝니다."),
            };
        }
        Problem::BadErrorResponse(line) => {
            return match language {
                English => format!("“{line}” is not a code, a page and a code, such as 404 /index.html 200."),
                Korean => format!("“{line}” 값은 404 /index.html 200과 같은 형식이 아닙니다."),
            };
        }
        Problem::BadFailoverCode(code) => {
            return match language {
                English => format!("An origin group cannot fail over on “{code}”."),
                Korean => format!("오리진 그룹은 “{code}” 코드로 장애 조치할 수 없습니다."),
            };
        }
        Problem::WaitsTooLong { waits_s, timeout_s } => {
            let (waits, timeout) = (duration(language, *waits_s), duration(language, *timeout_s));
            return match language {
                English => format!("All attempts may take {waits}, but clients wait for {timeout} only."),
                Korean => format!("모든 시도에 최대 {waits}가 걸리지만 클라이언트는 {timeout}만 기다립니다."),
            };
        }
        Problem::NoDefaultBehaviour => (
            "No behavior has the path /*, so other paths lead nowhere.",
            "경로가 /*인 기본 동작이 없어 나머지 경로가 갈 곳이 없습니다.",
        ),
        Problem::TtlOrder => {
            ("Minimum, default and maximum TTL are not in order.", "최소, 기본, 최대 TTL의 순서가 맞지 않습니다.")
        }
        Problem::NoRootObject => (
            "Without a default root object the bucket has no key for /.",
            "기본 루트 객체가 없어 /에 해당하는 키가 없습니다.",
        ),
        Problem::NotSigned => (
            "The bucket is private and the requests are not signed, so it answers 403.",
            "버킷은 프라이빗인데 요청에 서명하지 않아 403으로 응답합니다.",
        ),
        Problem::SignedWebsite => (
            "A website endpoint cannot take signed requests.",
            "웹 사이트 엔드포인트는 서명된 요청을 받을 수 없습니다.",
        ),
        Problem::PrivateWebsite => (
            "A website endpoint serves public objects only, and this bucket is private.",
            "웹 사이트 엔드포인트는 퍼블릭 객체만 제공하는데 이 버킷은 프라이빗입니다.",
        ),
        Problem::WrongProtocol => (
            "The origin does not speak this protocol, so CloudFront answers 502.",
            "오리진이 이 프로토콜을 지원하지 않아 CloudFront가 502로 응답합니다.",
        ),
        Problem::RecordToRest => (
            "A record can point to a website endpoint only: the REST endpoint has no certificate for the name.",
            "레코드는 웹 사이트 엔드포인트만 가리킬 수 있습니다. REST 엔드포인트에는 이 이름의 인증서가 없습니다.",
        ),
        Problem::FilesUncached => (
            "Files are not cached, so each request goes to the bucket.",
            "파일을 캐시하지 않아 모든 요청이 버킷으로 갑니다.",
        ),
        Problem::SecondaryAlone => (
            "No primary origin has this path, so the secondary is never asked.",
            "이 경로의 기본 오리진이 없어 보조 오리진에 요청이 가지 않습니다.",
        ),
    };
    language.pick(plain).to_owned()
}
