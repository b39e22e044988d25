//! What is wrong with a queue.

use ninepins_model::{Design, QueueProblem as Problem};

use crate::Language::{self, English, Korean};
use crate::number::duration;

/// A problem of a queue as one sentence.
pub(crate) fn sentence(language: Language, design: &Design, problem: &Problem) -> String {
    let plain = match problem {
        Problem::VisibilityShort { visibility_s, work_s } => {
            let (hidden, work) = (duration(language, *visibility_s), duration(language, *work_s));
            return match language {
                English => format!("Work takes {work}, but messages are delivered again after {hidden}."),
                Korean => format!("처리에 {work}가 걸리지만 메시지는 {hidden} 뒤에 다시 전달됩니다."),
            };
        }
        Problem::NoWay(subnet) => {
            let subnet = design.display_name(subnet);
            return match language {
                English => {
                    format!("Instances in {subnet} have no way to the queue: no endpoint, and no way to the internet.")
                }
                Korean => format!("{subnet}의 인스턴스는 엔드포인트도 인터넷 경로도 없어 대기열에 닿지 못합니다."),
            };
        }
        Problem::NoConsumer => ("Nobody works on its messages.", "메시지를 처리하는 곳이 없습니다."),
        Problem::NoDeadLetterQueue => (
            "Without a dead-letter queue a message that always fails comes back until its retention is over.",
            "배달 못한 편지 대기열이 없어 항상 실패하는 메시지가 보존 기간 내내 되돌아옵니다.",
        ),
        Problem::ShortPolling => (
            "With short polling every empty receive is paid for, and messages wait for the next one.",
            "짧은 폴링이라 빈 수신에도 요금이 부과되고 메시지가 다음 수신을 기다립니다.",
        ),
    };
    language.pick(plain).to_owned()
}
