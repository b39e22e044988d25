//! Queues; credits, volumes and network of instances.

use super::Fact;

facts! {
    /// How long a received message stays hidden.
    VISIBILITY_TIMEOUT = "SQS-01", 30, 0 ..= 43200, Seconds, Confirmed, "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html";
    /// How long a message is kept.
    MESSAGE_RETENTION = "SQS-02", 345600, 60 ..= 1209600, Seconds, Confirmed, "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-architecture.html";
    /// How long a receive waits for a message.
    RECEIVE_WAIT = "SQS-04", 0, 0 ..= 20, Seconds, Confirmed, "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html";
    /// Receives after which a message goes to the dead-letter queue.
    MAX_RECEIVE_COUNT = "SQS-05", 10, 1 ..= 1000, Count, Confirmed, "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html";
    /// Messages of a standard queue that may be received and not deleted.
    IN_FLIGHT_MESSAGES = "SQS-06", 120000, 1 ..= 120000, Count, Confirmed, "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html";
    /// Messages in a queue at the start of a run.
    MESSAGES_AT_START = "SQS-CHOICE-START", 0, 0 ..= 1000000, Count, Choice, "";
    /// How long a request to a queue takes.
    QUEUE_LATENCY = "GAP-QUEUE-LATENCY", 10, 1 ..= 10000, Milliseconds, Assumed, "";
    /// Messages that an instance works on at a time.
    CONSUMER_CONCURRENCY = "SQS-CHOICE-CONCURRENCY", 10, 1 ..= 1000, Count, Choice, "";
    /// Pause between an empty receive and the next one.
    CONSUMER_PAUSE = "SQS-CHOICE-PAUSE", 1000, 1 ..= 3600000, Milliseconds, Choice, "";
    /// Share of messages that fail every time.
    POISON_MESSAGES = "SQS-CHOICE-POISON", 0, 0 ..= 100, Percent, Choice, "";
    /// Visible messages for each instance that a target tracking policy aims at.
    BACKLOG_PER_INSTANCE = "ASG-54", 100, 0.1 ..= 1000000, Number, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-using-sqs-queue.html";
    /// CPU credits of burstable instances at the start of a run.
    CREDIT_START = "EC2-CHOICE-CREDITS", 100, 0 ..= 100, Percent, Choice, "";
    /// Size of an instance's root volume: what Amazon Linux images come with.
    VOLUME_SIZE = "EBS-01", 8, 1 ..= 16384, Gibibytes, Choice, "https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html";
    /// Operations a second of a gp3 volume.
    VOLUME_IOPS = "EBS-05", 3000, 3000 ..= 80000, PerSecond, Confirmed, "https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html";
    /// Throughput of a gp3 volume.
    VOLUME_THROUGHPUT = "EBS-06", 125, 125 ..= 2000, MebibytesPerSecond, Confirmed, "https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html";
    /// Latency of an operation.
    VOLUME_LATENCY = "EBS-08", 1, 0 ..= 1000, Milliseconds, Assumed, "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html";
    /// How full the root volume is at the start.
    VOLUME_USED = "EBS-CHOICE-USED", 20, 0 ..= 100, Percent, Choice, "";
    /// How long a full bucket of network credits lasts at the burst bandwidth.
    NETWORK_BURST = "EC2-19", 1800, 300 ..= 3600, Seconds, Assumed, "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-network-bandwidth.html";
}
