//! What is wrong with a cache.

use ninepins_model::CacheProblem as Problem;

use crate::Language::{self, English, Korean};
use crate::number::{count, rate};

/// A problem of a cache as one sentence.
pub(crate) fn sentence(language: Language, problem: Problem) -> String {
    match (language, problem) {
        (English, Problem::LossOverloads { reads, capacity }) => format!(
            "If its node is lost, {} reads reach databases that serve {}, and no replica takes over.",
            rate(English, reads),
            rate(English, capacity)
        ),
        (Korean, Problem::LossOverloads { reads, capacity }) => format!(
            "노드를 잃으면 {}만 처리하는 데이터베이스에 읽기 {}가 몰리는데 이어받을 복제본이 없습니다.",
            rate(Korean, capacity),
            rate(Korean, reads)
        ),
        (English, Problem::NoFailover) => "It has replicas, but none takes over by itself without Multi-AZ.".into(),
        (Korean, Problem::NoFailover) => "복제본이 있지만 Multi-AZ가 꺼져 있어 자동으로 이어받지 않습니다.".into(),
        (English, Problem::NothingLeaves { capacity }) => {
            format!("Only {} items fit, and none leaves for another.", count(u64::from(capacity)))
        }
        (Korean, Problem::NothingLeaves { capacity }) => {
            format!("항목 {}개만 들어가고 자리를 비우는 항목이 없습니다.", count(u64::from(capacity)))
        }
        (English, Problem::SecondCache) => "Its client asks another cache first, so this one is never asked.".into(),
        (Korean, Problem::SecondCache) => "클라이언트가 다른 캐시를 먼저 찾으므로 이 캐시는 쓰이지 않습니다.".into(),
    }
}
