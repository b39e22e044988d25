//! Route 53, certificates, CloudFront and S3.

use super::Fact;

facts! {
    /// TTL of an alias record whose target is a load balancer or a distribution.
    ALIAS_TTL = "R53-20", 60, 60 ..= 60, Seconds, Confirmed, "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-alias-common.html";
    /// TTL of a record that is not an alias.
    RECORD_TTL = "R53-26", 300, 0 ..= 172800, Seconds, Confirmed, "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-basic.html";
    /// Time of one DNS lookup that no cache answers.
    LOOKUP_TIME = "GAP-LOOKUP", 20, 0 ..= 5000, Milliseconds, Assumed, "";
    /// Time after which a resolver gives up on name servers that do not answer.
    RESOLVER_TIMEOUT = "GAP-RESOLVER-TIMEOUT", 5, 0.1 ..= 60, Seconds, Assumed, "";
    /// Weight of a weighted record.
    RECORD_WEIGHT = "R53-16", 1, 0 ..= 255, Weight, Confirmed, "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-weighted.html";
    /// Time between a checker's checks.
    RECORD_CHECK_STANDARD = "R53-01", 30, 30 ..= 30, Seconds, Confirmed, "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html";
    /// Time between a checker's fast checks.
    RECORD_CHECK_FAST = "R53-01", 10, 10 ..= 10, Seconds, Confirmed, "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html";
    /// Consecutive passes or failures that change a checker's opinion.
    RECORD_CHECK_THRESHOLD = "R53-02", 3, 1 ..= 10, Count, Confirmed, "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html";
    /// Share of the checkers that must call a target healthy, and more than that.
    HEALTHY_QUORUM = "R53-03", 18, 18 ..= 18, Percent, Confirmed, "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html";
    /// Checkers of a health check.
    RECORD_CHECKERS = "R53-04", 16, 1 ..= 64, Count, Assumed, "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html";
    /// How long a checker waits for a connection to check over HTTP or HTTPS.
    CHECKER_CONNECT = "R53-05", 4, 4 ..= 4, Seconds, Confirmed, "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html";
    /// How long it then waits for the status.
    CHECKER_ANSWER = "R53-05", 2, 2 ..= 2, Seconds, Confirmed, "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html";
    /// How long a checker waits for a TCP connection.
    CHECKER_TCP = "R53-06", 10, 10 ..= 10, Seconds, Confirmed, "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html";
    /// Byte at which the search string ends in the body.
    SEARCH_STRING_END = "R53-07", 0, 0 ..= 1000000, Bytes, Choice, "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html";
    /// Bytes of the body in which a search string is found.
    SEARCH_STRING_BYTES = "R53-07", 5120, 5120 ..= 5120, Bytes, Confirmed, "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html";
    /// Children of a calculated check that must be healthy.
    HEALTHY_CHILDREN = "R53-10", 1, 0 ..= 256, Count, Choice, "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html";
    /// Round trip between a health checker and its target.
    CHECKER_ROUND_TRIP = "GAP-CHECKER-RTT", 50, 0 ..= 1000, Milliseconds, Assumed, "";
    /// Days before its expiry from which on a certificate is renewed.
    RENEWAL_DAYS = "ACM-06", 60, 60 ..= 60, Days, Confirmed, "https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html";
    /// Days until a certificate expires.
    CERTIFICATE_DAYS = "ACM-05", 198, 0 ..= 3650, Days, Assumed, "https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate.html";
    /// Edge locations that serve this design's clients, each with its own cache.
    EDGE_LOCATIONS = "CF-23", 4, 1 ..= 600, Count, Choice, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html";
    /// Regional edge caches between those locations and the origin; 0 leaves the layer out.
    REGIONAL_CACHES = "CF-23", 0, 0 ..= 13, Count, Choice, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html";
    /// Round trip between an edge location and its regional edge cache.
    REGIONAL_ROUND_TRIP = "GAP-REGIONAL-RTT", 10, 0 ..= 1000, Milliseconds, Assumed, "";
    /// How long an object stays fresh at least, whatever the origin says.
    MIN_TTL = "CF-01", 0, 0 ..= 31536000, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html";
    /// How long an object stays fresh at most, whatever the origin says.
    MAX_TTL = "CF-01", 31536000, 0 ..= 31536000, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html";
    /// Minimum TTL of the managed policy CachingOptimized.
    OPTIMIZED_MIN_TTL = "CF-02", 1, 1 ..= 1, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html";
    /// How long an object stays fresh when the origin says nothing.
    DEFAULT_TTL = "CF-01", 86400, 0 ..= 31536000, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html";
    /// How long an error answer of the origin is kept.
    ERROR_CACHING_TTL = "CF-15", 10, 0 ..= 31536000, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-expiration.html";
    /// Place of a behaviour among the others.
    BEHAVIOUR_PRECEDENCE = "CF-CHOICE-PRECEDENCE", 0, 0 ..= 74, Count, Choice, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-values-specify.html";
    /// `max-age` or `s-maxage` that an origin sends.
    ORIGIN_MAX_AGE = "CF-01", 3600, 0 ..= 31536000, Seconds, Choice, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html";
    /// Smallest answer that CloudFront compresses, in bytes.
    COMPRESSION_MIN = "CF-20", 1000, 1000 ..= 1000, Count, Confirmed, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html";
    /// Largest answer that CloudFront compresses, in bytes.
    COMPRESSION_MAX = "CF-20", 10000000, 10000000 ..= 10000000, Count, Confirmed, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html";
    /// What is left of an answer once it is compressed.
    COMPRESSED_SHARE = "GAP-COMPRESSED", 30, 1 ..= 100, Percent, Assumed, "";
    /// What the cache of one location holds.
    EDGE_CACHE_SIZE = "CF-35", 100000, 0.1 ..= 1000000, Megabytes, Assumed, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html";
    /// Requests per second of a distribution.
    REQUEST_QUOTA = "CF-24", 250000, 1 ..= 10000000, PerSecond, Confirmed, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html";
    /// Throughput of a distribution.
    THROUGHPUT_QUOTA = "CF-25", 150, 0.001 ..= 10000, GigabitsPerSecond, Confirmed, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html";
    /// Shortest time until an invalidation has reached a location.
    INVALIDATION_MIN = "CF-31", 10, 0 ..= 3600, Seconds, Assumed, "";
    /// Longest time until an invalidation has reached a location.
    INVALIDATION_MAX = "CF-31", 100, 0 ..= 3600, Seconds, Assumed, "";
    /// How long CloudFront waits for one TCP connection to the origin.
    ORIGIN_CONNECTION_TIMEOUT = "CF-05", 10, 1 ..= 10, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-values-specify.html";
    /// How often CloudFront tries to connect to the origin.
    ORIGIN_CONNECTION_ATTEMPTS = "CF-06", 3, 1 ..= 3, Count, Confirmed, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-values-specify.html";
    /// How long CloudFront waits for the origin's answer.
    ORIGIN_RESPONSE_TIMEOUT = "CF-07", 30, 1 ..= 120, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-values-specify.html";
    /// How long CloudFront keeps an idle connection to the origin.
    ORIGIN_KEEP_ALIVE = "CF-09", 5, 1 ..= 120, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-values-specify.html";
    /// Round trip between an edge location and the origin.
    ORIGIN_ROUND_TRIP = "LAT-09", 30, 0 ..= 1000, Milliseconds, Assumed, "";
    /// Objects in the bucket.
    BUCKET_OBJECTS = "S3-CHOICE-OBJECTS", 200, 0 ..= 100000, Count, Choice, "";
    /// Shortest first-byte latency of a small object.
    FIRST_BYTE_MIN = "S3-11", 100, 0 ..= 10000, Milliseconds, Confirmed, "https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html";
    /// Longest first-byte latency of a small object.
    FIRST_BYTE_MAX = "S3-11", 200, 0 ..= 10000, Milliseconds, Confirmed, "https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html";
    /// Reads per second that one prefix serves before `503 Slow Down`.
    GET_RATE = "S3-02", 5500, 1 ..= 1000000, PerSecond, Confirmed, "https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html";
    /// Writes per second that one prefix serves before `503 Slow Down`.
    PUT_RATE = "S3-01", 3500, 1 ..= 1000000, PerSecond, Confirmed, "https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html";
    /// Prefixes that a bucket's keys are spread over.
    BUCKET_PREFIXES = "S3-02", 1, 1 ..= 1000, Count, Choice, "https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html";
    /// Sustained throttling after which a prefix serves twice its rate.
    REPARTITION_TIME = "GAP-REPARTITION", 600, 1 ..= 86400, Seconds, Assumed, "https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html";
}
