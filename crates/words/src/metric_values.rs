//! A metric's value in its unit.

use ninepins_report::Metric;

use crate::Language;
use crate::number::{bytes, bytes_per_second, decimal, duration, latency, percent, rate};

/// The value of a metric as CloudWatch's unit says it: `412 /s`, `53.7 GB`, `31 %`.
pub fn metric_value(language: Language, metric: Metric, value: f64) -> String {
    match metric {
        Metric::TargetResponseTime => latency(language, value),
        Metric::ReplicaLag if value < 0.0 => "–".into(),
        Metric::ReplicaLag | Metric::ReplicationLag | Metric::ApproximateAgeOfOldestMessage => {
            duration(language, value)
        }
        Metric::CpuUtilization
        | Metric::EngineCpuUtilization
        | Metric::MemUsedPercent
        | Metric::DiskUsedPercent
        | Metric::BurstBalance
        | Metric::CacheHitRate
        | Metric::HealthCheckPercentageHealthy => percent(language, value),
        Metric::FreeStorageSpace => bytes(value),
        Metric::ProcessedBytes
        | Metric::NetworkIn
        | Metric::NetworkOut
        | Metric::BytesUploaded
        | Metric::BytesDownloaded
        | Metric::OriginBytes
        | Metric::BytesOutToDestination => bytes_per_second(language, value),
        metric if is_rate(metric) => rate(language, value),
        _ => decimal(value, 1),
    }
}

/// Whether a metric counts what happened in a second.
const fn is_rate(metric: Metric) -> bool {
    matches!(
        metric,
        Metric::RequestCount
            | Metric::FailedRequests
            | Metric::ThrottledRequests
            | Metric::HttpCodeElb4xxCount
            | Metric::HttpCodeElb502Count
            | Metric::HttpCodeElb503Count
            | Metric::HttpCodeElb504Count
            | Metric::HttpCodeElb5xxCount
            | Metric::HttpCodeTarget5xxCount
            | Metric::Http4xxErrors
            | Metric::Http5xxErrors
            | Metric::CustomErrorResponses
            | Metric::NewConnectionCount
            | Metric::RejectedConnectionCount
            | Metric::NewFlowCount
            | Metric::TcpElbResetCount
            | Metric::PortAllocationErrorCount
            | Metric::ErrorPortAllocation
            | Metric::ConntrackAllowanceExceeded
            | Metric::PacketsDropCount
            | Metric::Queries
            | Metric::StaleReads
            | Metric::ReadIops
            | Metric::WriteIops
            | Metric::EbsReadOps
            | Metric::EbsWriteOps
            | Metric::OriginRequests
            | Metric::DnsQueries
            | Metric::DnsQueriesBilled
            | Metric::CacheHits
            | Metric::CacheMisses
            | Metric::StaleHits
            | Metric::Evictions
            | Metric::NumberOfMessagesSent
            | Metric::NumberOfMessagesReceived
            | Metric::NumberOfMessagesDeleted
            | Metric::NumberOfEmptyReceives
            | Metric::DuplicateDeliveries
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{English, Korean};
    use crate::metric_help;

    #[test]
    fn what_is_counted_by_the_second_is_written_so() {
        for metric in Metric::ALL.iter().copied() {
            let per_second = metric_help(English, metric).to_ascii_lowercase().contains("per second");
            assert_eq!(metric_value(English, metric, 7.0).ends_with("/s"), per_second, "{metric:?}");
        }
    }

    #[test]
    fn bytes_are_written_in_the_unit_that_fits() {
        assert_eq!(metric_value(English, Metric::FreeStorageSpace, 53_686_673_408.0), "53.7 GB");
        assert_eq!(metric_value(English, Metric::NetworkIn, 1_234.0), "1.2 kB/s");
        assert_eq!(metric_value(Korean, Metric::NetworkOut, 12_345_678.0), "12.3 MB/초");
        assert_eq!(metric_value(English, Metric::ProcessedBytes, 0.0), "0 B/s");
    }
}
