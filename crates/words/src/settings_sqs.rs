//! What the settings of a queue and of its consumers are called, and what each does.

use ninepins_model::SettingKey as Key;

/// The settings of queues and of those who work on their messages.
macro_rules! queue_keys {
    () => {
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
            | Key::BacklogPerInstance
    };
}
pub(crate) use queue_keys;

/// A setting's label in English and Korean; empty for a setting of something else.
pub(crate) const fn label(key: Key) -> (&'static str, &'static str) {
    match key {
        Key::VisibilityTimeout => ("Visibility timeout", "표시 제한 시간"),
        Key::MessageRetention => ("Message retention", "메시지 보존 기간"),
        Key::ReceiveWait => ("Receive message wait time", "메시지 수신 대기 시간"),
        Key::DeadLetterQueue => ("Dead-letter queue", "배달 못한 편지 대기열"),
        Key::MaxReceiveCount => ("Maximum receives", "최대 수신 수"),
        Key::InFlightMessages => ("Most messages in flight", "최대 처리 중 메시지 수"),
        Key::MessagesAtStart => ("Messages at the start", "시작 시 메시지 수"),
        Key::QueueEndpoint => ("VPC endpoint for SQS", "SQS용 VPC 엔드포인트"),
        Key::QueueLatency => ("Time of a request", "요청 처리 시간"),
        Key::ConsumerConcurrency => ("Messages at a time", "동시에 처리하는 메시지 수"),
        Key::ConsumerPause => ("Pause after an empty receive", "빈 수신 후 대기 시간"),
        Key::PoisonMessages => ("Messages that always fail", "항상 실패하는 메시지"),
        Key::BacklogPerInstance => ("Target messages per instance", "인스턴스당 목표 메시지 수"),
        _ => ("", ""),
    }
}

/// What a setting does, in English.
pub(crate) const fn english(key: Key) -> &'static str {
    match key {
        Key::VisibilityTimeout => {
            "How long a received message stays hidden from the others. If it is not deleted by then, it is delivered again."
        }
        Key::MessageRetention => "How long the queue keeps a message. What is older is gone.",
        Key::ReceiveWait => {
            "How long a receive waits for a message (long polling). At 0 it answers at once, and every empty receive is paid for."
        }
        Key::DeadLetterQueue => {
            "Whether a message that was received too often goes to a queue of its own instead of coming back."
        }
        Key::MaxReceiveCount => "Receives after which a message goes to the dead-letter queue (maxReceiveCount).",
        Key::InFlightMessages => {
            "Messages that may be received and not deleted at a time. Beyond it nothing is delivered."
        }
        Key::MessagesAtStart => "Messages that are in the queue when the run begins.",
        Key::QueueEndpoint => {
            "An interface endpoint in the VPCs of those who send and receive, so that they need no way to the internet. It is paid by the hour and zone."
        }
        Key::QueueLatency => "Time from a request to the queue to its answer. AWS does not publish it.",
        Key::ConsumerConcurrency => {
            "How many messages each instance works on at a time. Each is received by itself and takes a thread, as a write does."
        }
        Key::ConsumerPause => "How long a worker waits after a receive that brought nothing, with short polling.",
        Key::PoisonMessages => {
            "Share of the messages that fail every time they are worked on, as a malformed one does."
        }
        Key::BacklogPerInstance => {
            "Visible messages for each instance that the policy aims at: the delay that is acceptable over the time that a message takes."
        }
        _ => "",
    }
}

/// What a setting does, in Korean.
pub(crate) const fn korean(key: Key) -> &'static str {
    match key {
        Key::VisibilityTimeout => {
            "수신한 메시지가 다른 작업자에게 숨겨지는 시간입니다. 그 안에 삭제하지 않으면 다시 전달됩니다."
        }
        Key::MessageRetention => "대기열이 메시지를 보관하는 기간입니다. 더 오래된 메시지는 사라집니다.",
        Key::ReceiveWait => {
            "수신 요청이 메시지를 기다리는 시간입니다(긴 폴링). 0이면 바로 응답하며 빈 수신에도 요금이 부과됩니다."
        }
        Key::DeadLetterQueue => "너무 많이 수신된 메시지를 되돌리지 않고 별도의 대기열로 보낼지 정합니다.",
        Key::MaxReceiveCount => "메시지가 배달 못한 편지 대기열로 가기까지의 수신 횟수입니다(maxReceiveCount).",
        Key::InFlightMessages => "수신되었지만 삭제되지 않은 메시지의 한도입니다. 넘으면 아무것도 전달되지 않습니다.",
        Key::MessagesAtStart => "실행이 시작될 때 대기열에 있는 메시지 수입니다.",
        Key::QueueEndpoint => {
            "보내고 받는 쪽의 VPC에 두는 인터페이스 엔드포인트입니다. 인터넷으로 나가는 길이 필요 없으며 시간과 가용 영역마다 요금이 부과됩니다."
        }
        Key::QueueLatency => "대기열에 보낸 요청의 응답을 받기까지의 시간입니다. AWS는 이 값을 공개하지 않습니다.",
        Key::ConsumerConcurrency => {
            "인스턴스마다 동시에 처리하는 메시지 수입니다. 하나씩 수신하며 쓰기 요청처럼 스레드를 하나씩 씁니다."
        }
        Key::ConsumerPause => "짧은 폴링에서 아무것도 받지 못한 뒤 다음 수신까지 기다리는 시간입니다.",
        Key::PoisonMessages => "잘못된 형식처럼 처리할 때마다 실패하는 메시지의 비율입니다.",
        Key::BacklogPerInstance => {
            "정책이 목표로 하는 인스턴스당 대기 메시지 수입니다. 허용하는 지연을 메시지 하나의 처리 시간으로 나눈 값입니다."
        }
        _ => "",
    }
}
