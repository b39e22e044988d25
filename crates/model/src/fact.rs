//! The catalogue of facts in use: every default and range that a setting has comes from here.
//!
//! Ids follow the sections of the fact sheet the product is built on: `TRF` clients, `R53` Route 53, `ACM`
//! certificates, `TLS`, `CF` CloudFront, `S3`, `VPC`, `ALB`, `NLB`, `ASG`, `EC2`, `RDS`, `EC` ElastiCache, `SQS`, `LAT` latencies, `APP` the
//! application server, `EXT` services outside AWS, `PRC` prices (us-east-1, on demand). `GAP` marks what AWS does not publish: an adjustable assumption.

use crate::setting::Unit;

/// How well a fact is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Read in the vendor's documentation or measured.
    Confirmed,
    /// Not published: a visible setting with an assumed default.
    Assumed,
    /// A choice of this product, not a claim about AWS.
    Choice,
}

/// One published or assumed number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fact {
    /// Stable id, for example `ALB-01`.
    pub id: &'static str,
    /// The default.
    pub value: f64,
    /// The smallest valid value.
    pub min: f64,
    /// The largest valid value.
    pub max: f64,
    /// The unit of the three numbers.
    pub unit: Unit,
    /// Where it can be checked; empty for a choice of this product.
    pub page: &'static str,
    /// How well it is known.
    pub status: Status,
}

impl Fact {
    /// The default as a whole number.
    pub const fn whole(&self) -> u32 {
        self.value as u32
    }
}

macro_rules! facts {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $value:literal, $min:literal ..= $max:literal, $unit:ident, $status:ident, $page:literal;)*) => {
        $($(#[$doc])* pub const $name: Fact = Fact {
            id: $id, value: $value as f64, min: $min as f64, max: $max as f64,
            unit: Unit::$unit, page: $page, status: Status::$status,
        };)*
        /// Every fact in use, in the order of this file.
        pub const ALL: &[Fact] = &[$($name),*];
    };
}

facts! {
    /// Client requests per second before retries.
    REQUESTS_PER_SECOND = "TRF-CHOICE-RPS", 400, 0 ..= 1000000, PerSecond, Choice, "";
    /// The other rate of a ramp, a step, a daily curve or a crowd.
    PEAK_RATE = "TRF-CHOICE-PEAK", 1200, 0 ..= 1000000, PerSecond, Choice, "";
    /// When a ramp, a step or a crowd begins, or a daily curve peaks.
    SHAPE_START = "TRF-CHOICE-START", 300, 0 ..= 604800, Seconds, Choice, "";
    /// How long a ramp or a crowd lasts, or a day of a daily curve.
    SHAPE_LENGTH = "TRF-CHOICE-LENGTH", 600, 1 ..= 604800, Seconds, Choice, "";
    /// How long a crowd takes to come, and to leave.
    CROWD_RISE = "TRF-CHOICE-RISE", 30, 0 ..= 86400, Seconds, Choice, "";
    /// Mean think time of a client that waits for its answers.
    THINK_TIME = "TRF-11", 5, 0.001 ..= 86400, Seconds, Choice, "https://brooker.co.za/blog/2022/08/11/backoff.html";
    /// Bytes of an asset.
    ASSET_BYTES = "TRF-CHOICE-ASSET-BYTES", 50000, 0 ..= 1000000000, Bytes, Choice, "";
    /// Bytes of the answer to a read.
    READ_BYTES = "TRF-CHOICE-READ-BYTES", 10000, 0 ..= 1000000000, Bytes, Choice, "";
    /// Bytes of the answer to a write.
    WRITE_BYTES = "TRF-CHOICE-WRITE-BYTES", 1000, 0 ..= 1000000000, Bytes, Choice, "";
    /// Bytes of a request without a body.
    REQUEST_BYTES = "TRF-CHOICE-REQUEST-BYTES", 1000, 0 ..= 1000000000, Bytes, Choice, "";
    /// Bytes of a write's request.
    WRITE_REQUEST_BYTES = "TRF-CHOICE-UPLOAD-BYTES", 4000, 0 ..= 1000000000, Bytes, Choice, "";
    /// Distinct clients, each with its own DNS cache and connections.
    CLIENTS = "TRF-CHOICE-CLIENTS", 5000, 1 ..= 100000, Count, Choice, "";
    /// Weight of asset requests in the mix.
    MIX_ASSETS = "TRF-CHOICE-ASSETS", 60, 0 ..= 100, Weight, Choice, "";
    /// Weight of API reads in the mix.
    MIX_READS = "TRF-CHOICE-READS", 30, 0 ..= 100, Weight, Choice, "";
    /// Weight of API writes in the mix.
    MIX_WRITES = "TRF-CHOICE-WRITES", 10, 0 ..= 100, Weight, Choice, "";
    /// Distinct objects that clients ask for.
    ASSET_OBJECTS = "TRF-CHOICE-OBJECTS", 200, 1 ..= 100000, Count, Choice, "";
    /// Exponent of the objects' Zipf popularity.
    ASSET_ZIPF = "TRF-CHOICE-ZIPF", 0.9, 0 ..= 3, Number, Choice, "";
    /// Share of asset requests that are deep links of the single-page app, which no key in the bucket matches.
    DEEP_LINKS = "S3-04", 2, 0 ..= 100, Percent, Choice, "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html";
    /// How long a client waits for one attempt.
    CLIENT_TIMEOUT = "TRF-10", 10, 0.05 ..= 3600, Seconds, Choice, "https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/";
    /// Retries after the first attempt.
    RETRIES = "TRF-01", 2, 0 ..= 10, Count, Choice, "https://brooker.co.za/blog/2022/02/28/retries.html";
    /// Base of the exponential backoff.
    RETRY_BASE = "TRF-06", 200, 1 ..= 60000, Milliseconds, Choice, "https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/";
    /// Cap of the exponential backoff.
    RETRY_CAP = "TRF-06", 5000, 1 ..= 600000, Milliseconds, Choice, "https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/";
    /// Tokens that a success adds to the bucket that retries are taken from.
    TOKEN_DEPOSIT = "TRF-05", 0.1, 0 ..= 100, Number, Choice, "https://brooker.co.za/blog/2022/02/28/retries.html";
    /// Most tokens in the bucket.
    TOKEN_CAPACITY = "TRF-05", 100, 0 ..= 1000000, Number, Choice, "https://brooker.co.za/blog/2022/02/28/retries.html";
    /// Tokens in the bucket at the start.
    TOKEN_INITIAL = "TRF-05", 100, 0 ..= 1000000, Number, Choice, "https://brooker.co.za/blog/2022/02/28/retries.html";
    /// Failures in a row that open a circuit breaker.
    BREAKER_FAILURES = "TRF-CHOICE-BREAKER-FAILURES", 20, 1 ..= 100000, Count, Choice, "https://brooker.co.za/blog/2022/02/28/retries.html";
    /// How long a circuit breaker stays open.
    BREAKER_OPEN = "TRF-CHOICE-BREAKER-OPEN", 10, 0.1 ..= 3600, Seconds, Choice, "https://brooker.co.za/blog/2022/02/28/retries.html";
    /// Attempts that a half-open circuit breaker lets through.
    BREAKER_PROBES = "TRF-CHOICE-BREAKER-PROBES", 5, 1 ..= 1000, Count, Choice, "https://brooker.co.za/blog/2022/02/28/retries.html";
    /// Share of the requests whose client stops sending in the middle.
    STALLING = "TRF-CHOICE-STALLING", 0, 0 ..= 100, Percent, Choice, "";
    /// How long such a client stops.
    STALL_TIME = "TRF-CHOICE-STALL", 70, 0 ..= 3600, Seconds, Choice, "";
    /// Addresses in the X-Forwarded-For header of each request.
    FORWARDED_ADDRESSES = "ALB-42", 0, 0 ..= 200, Count, Choice, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html";
    /// Idle time after which a client closes a kept-alive connection.
    CLIENT_KEEP_ALIVE = "TRF-CHOICE-KEEPALIVE", 30, 0 ..= 3600, Seconds, Choice, "";
    /// Idle time after which a client's operating system probes a connection; 0 is off.
    TCP_KEEPALIVE = "TRF-CHOICE-TCP-KEEPALIVE", 0, 0 ..= 86400, Seconds, Choice, "";
    /// Least time a client keeps a DNS answer, whatever the record's TTL says (some runtimes ignore short TTLs).
    CLIENT_DNS_MINIMUM = "TRF-24", 0, 0 ..= 86400, Seconds, Choice, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html";
    /// Addresses of an answer that a client tries, one after the other.
    ADDRESSES_TRIED = "R53-18", 1, 1 ..= 8, Count, Choice, "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-multivalue.html";
    /// How long a client waits for a connection; 0 waits as long as for the whole attempt.
    CLIENT_CONNECT_TIMEOUT = "TRF-CHOICE-CONNECT", 0, 0 ..= 3600, Seconds, Choice, "https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/";
    /// Caching resolvers that clients share.
    RESOLVERS = "TRF-CHOICE-RESOLVERS", 0, 0 ..= 100000, Count, Choice, "";
    /// A client's bandwidth; 0 takes no time for the bytes.
    CLIENT_BANDWIDTH = "TRF-CHOICE-BANDWIDTH", 0, 0 ..= 100000, MegabitsPerSecond, Choice, "";
    /// What a failed request is worth to the user, in US dollars.
    FAILURE_VALUE = "TRF-CHOICE-FAILURE", 0, 0 ..= 1000000, UsdPerRequest, Choice, "";
    /// Round trip between a client and its nearest edge location.
    EDGE_ROUND_TRIP = "LAT-07", 15, 0 ..= 1000, Milliseconds, Assumed, "";
    /// Round trip between a client and the Region.
    REGION_ROUND_TRIP = "LAT-07", 40, 0 ..= 2000, Milliseconds, Assumed, "";
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
    /// Round trip inside one Availability Zone.
    SAME_ZONE_ROUND_TRIP = "LAT-01", 0.25, 0 ..= 100, Milliseconds, Confirmed, "";
    /// Round trip between two Availability Zones of a Region.
    CROSS_ZONE_ROUND_TRIP = "LAT-02", 1.0, 0 ..= 100, Milliseconds, Confirmed, "";
    /// Round trip between two Regions where no measurement of the pair is in the published tables.
    OTHER_REGION_ROUND_TRIP = "LAT-05", 150, 0 ..= 1000, Milliseconds, Assumed, "";
    /// Public addresses of a NAT gateway, each with 55,000 connections to one destination.
    NAT_ADDRESSES = "VPC-12", 1, 1 ..= 8, Count, Confirmed, "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html";
    /// Connections of one public address of a NAT gateway to one destination.
    NAT_CONNECTIONS = "VPC-12", 55000, 55000 ..= 55000, Count, Confirmed, "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html";
    /// Idle time after which a NAT gateway forgets a connection; its next packet is answered with a reset.
    NAT_IDLE_TIMEOUT = "VPC-13", 350, 350 ..= 350, Seconds, Confirmed, "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html";
    /// Time between two TCP keepalive packets of a caller; 0 sends none.
    CALLER_TCP_KEEPALIVE = "VPC-13", 0, 0 ..= 7200, Seconds, Choice, "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html";
    /// Time under load after which a NAT gateway doubles its bandwidth and packet rate.
    NAT_SCALING = "GAP-NAT-SCALING", 60, 1 ..= 3600, Seconds, Assumed, "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html";
    /// Connections that the security groups of one instance can track; packets of further ones are dropped.
    TRACKED_CONNECTIONS = "VPC-33", 150000, 1 ..= 10000000, Count, Assumed, "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html";
    /// Time between two health checks of one target by one node.
    HEALTH_INTERVAL = "ALB-01", 30, 5 ..= 300, Seconds, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html";
    /// No answer in this time is a failed health check.
    HEALTH_TIMEOUT = "ALB-02", 5, 2 ..= 120, Seconds, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html";
    /// Consecutive failures that turn a target unhealthy.
    UNHEALTHY_THRESHOLD = "ALB-03", 2, 2 ..= 10, Count, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html";
    /// Consecutive successes that turn an unhealthy target healthy.
    HEALTHY_THRESHOLD = "ALB-04", 5, 2 ..= 10, Count, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html";
    /// How long requests in flight may finish after deregistration.
    DEREGISTRATION_DELAY = "ALB-29", 300, 0 ..= 3600, Seconds, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html";
    /// No bytes for this long closes the connection, or answers 504 while a request is outstanding.
    IDLE_TIMEOUT = "ALB-34", 60, 1 ..= 4000, Seconds, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html";
    /// How long a node waits for a TCP connection to a target.
    TARGET_CONNECT_TIMEOUT = "ALB-37", 10, 10 ..= 10, Seconds, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html";
    /// Latency that a load balancer node adds.
    ADDED_LATENCY = "ALB-57", 1.5, 0 ..= 100, Milliseconds, Assumed, "";
    /// Time until a lost load balancer node leaves DNS.
    NODE_DETECTION = "GAP-NODE-DETECTION", 30, 0 ..= 3600, Seconds, Assumed, "";
    /// Time between registration of a target and its first health check being scheduled.
    REGISTRATION_DELAY = "GAP-REGISTRATION", 5, 0 ..= 300, Seconds, Assumed, "";
    /// How long the identity provider takes.
    IDENTITY_LATENCY = "GAP-IDENTITY-LATENCY", 300, 0 ..= 60000, Milliseconds, Assumed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html";
    /// Share of the identity provider's answers that are errors.
    IDENTITY_ERRORS = "ALB-CHOICE-IDENTITY-ERRORS", 0, 0 ..= 100, Percent, Choice, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html";
    /// How long a client stays authenticated.
    IDENTITY_SESSION = "ALB-62", 604800, 1 ..= 604800, Seconds, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html";
    /// Status that the checked path answers while all is well.
    CHECK_STATUS = "ALB-06", 200, 100 ..= 599, Number, Choice, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html";
    /// Port that health checks connect to; 0 is the traffic port.
    CHECK_PORT = "ALB-07", 0, 0 ..= 65535, Number, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html";
    /// Healthy targets below which a node sends requests to all targets.
    ROUTING_HEALTHY_COUNT = "ALB-14", 1, 1 ..= 1000, Count, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html";
    /// Percentage of healthy targets below which a node sends requests to all targets; 0 is off.
    ROUTING_HEALTHY_PERCENT = "ALB-15", 0, 0 ..= 100, Percent, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html";
    /// Healthy targets below which a zone leaves DNS.
    DNS_HEALTHY_COUNT = "ALB-16", 1, 1 ..= 1000, Count, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html";
    /// Percentage of healthy targets below which a zone leaves DNS; 0 is off.
    DNS_HEALTHY_PERCENT = "ALB-16", 0, 0 ..= 100, Percent, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html";
    /// How long the share of a target that has become healthy grows; 0 is off.
    SLOW_START = "ALB-28", 0, 0 ..= 900, Seconds, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html";
    /// How long a stickiness cookie lives after its last use.
    STICKINESS_DURATION = "ALB-32", 86400, 1 ..= 604800, Seconds, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html";
    /// Weight of a target group among those of its listener rule.
    TARGET_GROUP_WEIGHT = "ALB-47", 1, 0 ..= 999, Weight, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html";
    /// Place of a listener rule: lower ones are evaluated first.
    RULE_PRIORITY = "ALB-47", 1, 1 ..= 50000, Number, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html";
    /// Longest life of a client's connection to a load balancer.
    CLIENT_CONNECTION_LIFE = "ALB-36", 3600, 60 ..= 604800, Seconds, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html";
    /// Requests after which a load balancer closes an HTTP/2 connection.
    CONNECTION_REQUESTS = "ALB-44", 10000, 10000 ..= 10000, Count, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html";
    /// How long a node waits for the TLS handshake of a target.
    TARGET_TLS_TIMEOUT = "ALB-38", 10, 10 ..= 10, Seconds, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html";
    /// How long a node still uses a connection that its target has closed, because the news is under way.
    KEEP_ALIVE_RACE = "ALB-35", 1, 0 ..= 10000, Milliseconds, Assumed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html";
    /// Capacity that a load balancer has at the start, in LCUs.
    STARTING_CAPACITY = "GAP-ELB-CAPACITY", 500, 1 ..= 100000, Number, Assumed, "";
    /// Reserved capacity in LCUs: never less than this.
    CAPACITY_RESERVATION = "ALB-51", 0, 0 ..= 100000, Number, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/capacity-unit-reservation.html";
    /// How much the capacity of a load balancer grows in five minutes.
    CAPACITY_GROWTH = "ALB-50", 50, 0 ..= 1000, Percent, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html";
    /// Idle time after which a flow is forgotten.
    FLOW_IDLE_TIMEOUT = "NLB-04", 350, 60 ..= 6000, Seconds, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html";
    /// No answer in this time is a failed health check of a Network Load Balancer.
    FLOW_CHECK_TIMEOUT = "NLB-06", 10, 2 ..= 120, Seconds, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html";
    /// Time that the registration of a target of a Network Load Balancer takes.
    FLOW_REGISTRATION = "NLB-07", 60, 0 ..= 600, Seconds, Assumed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html";
    /// Connections to one target with translated client addresses, at a time and in a minute.
    TARGET_PORTS = "NLB-08", 55000, 55000 ..= 55000, Count, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-troubleshooting.html";
    /// Latency that a node of a Network Load Balancer adds.
    FLOW_LATENCY = "GAP-NLB-LATENCY", 0.1, 0 ..= 100, Milliseconds, Assumed, "";
    /// Fewest instances of a group.
    GROUP_MIN = "ASG-CHOICE-MIN", 1, 0 ..= 1000, Count, Choice, "";
    /// Most instances of a group.
    GROUP_MAX = "ASG-CHOICE-MAX", 4, 0 ..= 1000, Count, Choice, "";
    /// Instances the group starts with.
    GROUP_DESIRED = "ASG-CHOICE-DESIRED", 2, 0 ..= 1000, Count, Choice, "";
    /// Time after InService during which failed load balancer health checks are ignored.
    HEALTH_GRACE = "ASG-27", 300, 0 ..= 7200, Seconds, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-check-grace-period.html";
    /// How often the group looks at the health of its instances.
    HEALTH_POLL = "ASG-28", 60, 1 ..= 600, Seconds, Assumed, "";
    /// Time from the launch call until the instance runs and its operating system is up.
    LAUNCH_TIME = "EC2-21", 26, 0 ..= 3600, Seconds, Confirmed, "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html";
    /// Time that user data and the application's start take.
    USER_DATA_TIME = "EC2-24", 60, 0 ..= 3600, Seconds, Assumed, "";
    /// Time a new instance is left out of the group's metrics.
    INSTANCE_WARMUP = "ASG-23", 300, 0 ..= 3600, Seconds, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-default-instance-warmup.html";
    /// Requests in a minute that target tracking aims at for each target.
    TARGET_REQUESTS = "ASG-02", 6000, 1 ..= 10000000, Number, Choice, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html";
    /// CPU utilisation that target tracking aims at.
    TARGET_CPU = "ASG-01", 50, 1 ..= 100, Percent, Choice, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html";
    /// Threshold of the low alarm as a share of the target.
    LOW_ALARM_RATIO = "ASG-05", 0.7, 0.1 ..= 0.95, Number, Assumed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html";
    /// Time from the end of a minute until CloudWatch delivers its data point.
    CLOUDWATCH_DELAY = "ASG-62", 60, 0 ..= 600, Seconds, Assumed, "";
    /// Bytes a minute that target tracking aims at for each instance.
    TARGET_NETWORK = "ASG-01", 60000000, 1 ..= 1000000000, Bytes, Choice, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html";
    /// Threshold of the alarm that scales out, in its metric's unit.
    HIGH_THRESHOLD = "ASG-14", 70, 0 ..= 1000000000, Number, Choice, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-simple-step.html";
    /// Threshold of the alarm that scales in, in its metric's unit.
    LOW_THRESHOLD = "ASG-14", 30, 0 ..= 1000000000, Number, Choice, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-simple-step.html";
    /// Minutes in a row that an alarm of step or simple scaling must breach.
    EVALUATION_PERIODS = "ASG-60", 1, 1 ..= 60, Count, Choice, "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html";
    /// Fewest instances that a change in per cent adds or removes.
    MIN_ADJUSTMENT = "ASG-16", 1, 1 ..= 1000, Count, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-simple-step.html";
    /// How long simple scaling waits after the last launch or termination.
    COOLDOWN = "ASG-21", 300, 0 ..= 86400, Seconds, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scaling-cooldowns.html";
    /// How late a scheduled action may come.
    SCHEDULED_DELAY = "ASG-48", 5, 0 ..= 120, Seconds, Assumed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scheduled-scaling.html";
    /// How long before the hour predictive scaling launches.
    SCHEDULING_BUFFER = "ASG-50", 0, 0 ..= 3600, Seconds, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-predictive-scaling.html";
    /// How far above the forecast predictive scaling may raise the maximum.
    MAX_CAPACITY_BUFFER = "ASG-51", 10, 0 ..= 100, Percent, Choice, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-predictive-scaling.html";
    /// Share of the desired capacity that replacements leave healthy.
    MIN_HEALTHY = "ASG-44", 90, 0 ..= 100, Percent, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html";
    /// Share of the desired capacity that there may be while instances are replaced.
    MAX_HEALTHY = "ASG-32", 100, 100 ..= 200, Percent, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceMaintenancePolicy.html";
    /// Age at which an instance is replaced; 0 never, otherwise a day at least.
    MAX_LIFETIME = "ASG-53", 0, 0 ..= 31536000, Seconds, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-max-instance-lifetime.html";
    /// The shortest of those that AWS accepts.
    SHORTEST_LIFETIME = "ASG-53", 86400, 86400 ..= 86400, Seconds, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-max-instance-lifetime.html";
    /// How long what a lifecycle hook waits for takes.
    HOOK_TIME = "ASG-CHOICE-HOOK", 60, 0 ..= 172800, Seconds, Choice, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/lifecycle-hooks.html";
    /// How long a lifecycle hook waits.
    HEARTBEAT_TIMEOUT = "ASG-40", 3600, 30 ..= 7200, Seconds, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/lifecycle-hooks.html";
    /// Instances of warm pool and group together; 0 takes the maximum.
    MAX_PREPARED = "ASG-52", 0, 0 ..= 1000, Count, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-warm-pools.html";
    /// Fewest instances in a warm pool.
    WARM_POOL_MIN = "ASG-52", 0, 0 ..= 1000, Count, Confirmed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-warm-pools.html";
    /// Time that a stopped instance takes to run again.
    STOPPED_START = "EC2-22", 21.2, 21.2 ..= 21.2, Seconds, Confirmed, "https://github.com/brevdev/ec2-coldboot-research";
    /// The same hibernated.
    HIBERNATED_START = "EC2-22", 20.7, 20.7 ..= 20.7, Seconds, Confirmed, "https://github.com/brevdev/ec2-coldboot-research";
    /// The same where it runs already.
    RUNNING_START = "EC2-22", 1.9, 1.9 ..= 1.9, Seconds, Confirmed, "https://github.com/brevdev/ec2-coldboot-research";
    /// Instances that are On-Demand before any Spot Instance.
    ON_DEMAND_BASE = "ASG-CHOICE-BASE", 0, 0 ..= 1000, Count, Choice, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html";
    /// Share of the other instances that are Spot Instances.
    SPOT_SHARE = "ASG-CHOICE-SPOT", 0, 0 ..= 100, Percent, Choice, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html";
    /// Notice before a Spot Instance is taken back.
    SPOT_NOTICE = "ASG-55", 120, 120 ..= 120, Seconds, Confirmed, "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html";
    /// How long an instance whose status check fails is left alone.
    IMPAIRED_WAIT = "ASG-26", 180, 0 ..= 3600, Seconds, Assumed, "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html";
    /// vCPUs of On-Demand Instances that a Region allows.
    ON_DEMAND_QUOTA = "EC2-28", 1152, 0 ..= 100000, Count, Assumed, "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-on-demand-instances.html";
    /// Worker threads of the application server.
    SERVER_THREADS = "APP-01", 200, 1 ..= 10000, Count, Confirmed, "https://docs.spring.io/spring-boot/appendix/application-properties/index.html";
    /// Connections the application server accepts.
    SERVER_MAX_CONNECTIONS = "APP-02", 8192, 1 ..= 1000000, Count, Confirmed, "https://docs.spring.io/spring-boot/appendix/application-properties/index.html";
    /// Connections that wait in the operating system once those are in use; beyond it they are refused.
    SERVER_ACCEPT_COUNT = "APP-03", 100, 0 ..= 10000, Count, Confirmed, "https://docs.spring.io/spring-boot/appendix/application-properties/index.html";
    /// Mean CPU time of an API read on the application server.
    READ_CPU = "APP-CHOICE-READ", 9, 0 ..= 10000, Milliseconds, Choice, "";
    /// Mean CPU time of an API write on the application server.
    WRITE_CPU = "APP-CHOICE-WRITE", 11, 0 ..= 10000, Milliseconds, Choice, "";
    /// Mean CPU time of a static file served by the application server.
    ASSET_CPU = "APP-CHOICE-ASSET", 1, 0 ..= 10000, Milliseconds, Choice, "";
    /// Mean time that a handler holds its thread without CPU.
    HANDLER_WAIT = "APP-CHOICE-WAIT", 0, 0 ..= 3600000, Milliseconds, Choice, "";
    /// Standard deviation over mean of a log-normal duration.
    DEMAND_VARIATION = "APP-CHOICE-VARIATION", 1, 0.01 ..= 10, Number, Choice, "";
    /// Requests that may wait for a worker thread.
    SERVER_QUEUE_LIMIT = "APP-04", 1000000, 0 ..= 1000000, Count, Assumed, "https://tomcat.apache.org/tomcat-10.1-doc/config/http.html";
    /// Age beyond which a server turns a request away that it has not begun; 0 serves all.
    SERVER_DROP_OLDER = "TRF-23", 0, 0 ..= 600000, Milliseconds, Choice, "https://aws.amazon.com/builders-library/using-load-shedding-to-avoid-overload/";
    /// Idle time after which the server closes a kept-alive connection.
    SERVER_KEEP_ALIVE = "APP-05", 60, 0.1 ..= 86400, Seconds, Assumed, "https://tomcat.apache.org/tomcat-10.1-doc/config/http.html";
    /// Requests on one connection before the server closes it.
    SERVER_KEEP_ALIVE_REQUESTS = "APP-06", 100, 1 ..= 1000000, Count, Confirmed, "https://docs.spring.io/spring-boot/appendix/application-properties/index.html";
    /// Operations of a request on its instance's volume.
    DISK_OPERATIONS = "APP-CHOICE-DISK", 0, 0 ..= 100000, Count, Choice, "";
    /// Size of such an operation. gp2 and gp3 count up to 256 KiB as one.
    DISK_OPERATION_SIZE = "APP-CHOICE-DISK-SIZE", 16, 1 ..= 256, Kibibytes, Choice, "";
    /// Memory that the application and the operating system take without requests.
    SERVER_MEMORY = "APP-CHOICE-MEMORY", 600, 1 ..= 1000000, Megabytes, Choice, "";
    /// Memory of a request.
    REQUEST_MEMORY = "APP-CHOICE-REQUEST-MEMORY", 0, 0 ..= 10000, Megabytes, Choice, "";
    /// How long a killed process takes to run again.
    SERVER_RESTART = "APP-CHOICE-RESTART", 30, 1 ..= 3600, Seconds, Choice, "";
    /// Port of the application's health endpoint; 0 is the one that it serves requests on.
    HEALTH_PORT = "APP-CHOICE-HEALTH-PORT", 0, 0 ..= 65535, Number, Choice, "";
    /// CPU time of a full TLS handshake with an RSA key of 2,048 bits.
    RSA_2048_HANDSHAKE = "TLS-07", 0.27, 0.27 ..= 0.27, Milliseconds, Confirmed, "https://docs.openssl.org/3.0/man1/openssl-speed/";
    /// The same with 3,072 bits.
    RSA_3072_HANDSHAKE = "TLS-04", 1.47, 1.47 ..= 1.47, Milliseconds, Confirmed, "https://docs.openssl.org/3.0/man1/openssl-speed/";
    /// The same with 4,096 bits.
    RSA_4096_HANDSHAKE = "TLS-04", 3.27, 3.27 ..= 3.27, Milliseconds, Confirmed, "https://docs.openssl.org/3.0/man1/openssl-speed/";
    /// CPU time of a full TLS handshake with an ECDSA key on P-256.
    ECDSA_P256_HANDSHAKE = "TLS-05", 0.065, 0.065 ..= 0.065, Milliseconds, Confirmed, "https://docs.openssl.org/3.0/man1/openssl-speed/";
    /// CPU time of a resumed TLS handshake: the key exchange alone.
    RESUMED_HANDSHAKE = "TLS-06", 0.05, 0.05 ..= 0.05, Milliseconds, Confirmed, "https://docs.openssl.org/3.0/man1/openssl-speed/";
    /// Share of TLS handshakes that resume a session.
    TLS_RESUMPTION = "TLS-09", 0, 0 ..= 100, Percent, Choice, "";
    /// How long a service waits for another one's answer.
    CALL_TIMEOUT = "APP-CHOICE-CALL-TIMEOUT", 3, 0.001 ..= 3600, Seconds, Choice, "https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/";
    /// How often a service sends a call before it gives up.
    CALL_TRIES = "TRF-04", 1, 1 ..= 10, Count, Choice, "https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/";
    /// First pause before a call is sent again; it doubles each time.
    CALL_BACKOFF = "TRF-06", 100, 0 ..= 60000, Milliseconds, Choice, "https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/";
    /// Calls that one request makes, one after the other.
    CALLS_PER_REQUEST = "LAT-13", 1, 1 ..= 100, Count, Choice, "";
    /// Share of requests that call.
    CALL_SHARE = "APP-CHOICE-CALL-SHARE", 100, 0 ..= 100, Percent, Choice, "";
    /// Queries that a request sends one after the other.
    QUERIES = "LAT-13", 1, 1 ..= 100, Count, Choice, "";
    /// How often the application sends a query before its request fails.
    QUERY_TRIES = "TRF-04", 1, 1 ..= 10, Count, Choice, "https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/";
    /// Mean time that a service outside AWS takes to answer.
    EXTERNAL_LATENCY = "EXT-CHOICE-LATENCY", 80, 0 ..= 600000, Milliseconds, Choice, "";
    /// Round trip over the internet to a service outside AWS.
    EXTERNAL_ROUND_TRIP = "LAT-07", 20, 0 ..= 10000, Milliseconds, Assumed, "";
    /// Requests per second that a service outside AWS answers; it turns the others away with 429.
    EXTERNAL_CAPACITY = "EXT-CHOICE-CAPACITY", 1000, 0 ..= 1000000, PerSecond, Choice, "";
    /// Share of requests that a service outside AWS answers with an error.
    EXTERNAL_FAILURES = "EXT-CHOICE-FAILURES", 0, 0 ..= 100, Percent, Choice, "";
    /// Connections in an instance's pool.
    POOL_SIZE = "APP-07", 10, 1 ..= 1000, Count, Confirmed, "https://github.com/brettwooldridge/HikariCP#gear-configuration-knobs-baby";
    /// How long a thread waits for a pooled connection.
    POOL_WAIT = "APP-08", 30, 0.25 ..= 3600, Seconds, Confirmed, "https://github.com/brettwooldridge/HikariCP#gear-configuration-knobs-baby";
    /// How long opening a connection may take.
    DRIVER_CONNECT_TIMEOUT = "APP-10", 10, 0.1 ..= 3600, Seconds, Assumed, "https://jdbc.postgresql.org/documentation/use/";
    /// How long a query may stay without an answer; 0 waits until TCP gives up.
    DRIVER_SOCKET_TIMEOUT = "APP-10", 0, 0 ..= 3600, Seconds, Assumed, "https://jdbc.postgresql.org/documentation/use/";
    /// Longest life of a pooled connection.
    POOL_MAX_LIFETIME = "APP-09", 1800, 30 ..= 86400, Seconds, Confirmed, "https://github.com/brettwooldridge/HikariCP#gear-configuration-knobs-baby";
    /// How long the application keeps the database's address.
    APPLICATION_DNS_CACHE = "RDS-06", 5, 0 ..= 86400, Seconds, Assumed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_BestPractices.html";
    /// Mean CPU time of a read query (exponentially distributed).
    DATABASE_READ_CPU = "RDS-CHOICE-READ", 1.5, 0 ..= 10000, Milliseconds, Choice, "";
    /// Mean CPU time of a write query (exponentially distributed).
    DATABASE_WRITE_CPU = "RDS-CHOICE-WRITE", 2.5, 0 ..= 10000, Milliseconds, Choice, "";
    /// Storage latency of a query.
    STORAGE_LATENCY = "RDS-31", 1, 0 ..= 1000, Milliseconds, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html";
    /// Log write of the standby, which a commit waits for in addition to one cross-zone round trip.
    STANDBY_WRITE = "RDS-07", 1, 0 ..= 1000, Milliseconds, Assumed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html";
    /// Shortest failover.
    FAILOVER_MIN = "RDS-02", 60, 1 ..= 3600, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html";
    /// Longest failover.
    FAILOVER_MAX = "RDS-02", 120, 1 ..= 3600, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html";
    /// Crash recovery, or host replacement without a standby, once the zone has power.
    RECOVERY_TIME = "RDS-09", 180, 1 ..= 7200, Seconds, Assumed, "";
    /// Time to rebuild a lost standby once its zone has power.
    STANDBY_REBUILD = "RDS-08", 600, 1 ..= 86400, Seconds, Assumed, "";
    /// TTL of the database endpoint.
    ENDPOINT_TTL = "RDS-05", 5, 0 ..= 3600, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html";
    /// Most connections; 0 takes what the engine derives from the class's memory.
    MAX_CONNECTIONS = "RDS-20", 0, 0 ..= 100000, Count, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html";
    /// Aurora Replicas of a cluster.
    AURORA_REPLICAS = "AUR-03", 0, 0 ..= 15, Count, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html";
    /// Shortest failover of a Multi-AZ DB cluster or of Aurora.
    CLUSTER_FAILOVER_MIN = "GAP-CLUSTER-FAILOVER", 20, 1 ..= 3600, Seconds, Assumed, "";
    /// Longest failover of a Multi-AZ DB cluster; Aurora's is below a minute, often below half of it.
    CLUSTER_FAILOVER_MAX = "RDS-13", 35, 1 ..= 3600, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html";
    /// Upgrade of a database's engine.
    ENGINE_UPGRADE = "RDS-37", 600, 1 ..= 86400, Seconds, Assumed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Maintenance.html";
    /// Pause of the I/O while a backup begins, without a standby.
    BACKUP_PAUSE = "RDS-34", 3, 0 ..= 600, Seconds, Assumed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html";
    /// Days for which automated backups are kept; without them there is nothing to restore and nothing to replicate.
    BACKUP_RETENTION = "RDS-33", 7, 0 ..= 35, Days, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html";
    /// When in a day of the run the backup window begins. AWS picks it at random where nobody does.
    BACKUP_WINDOW = "RDS-35", 43200, 0 ..= 86399, Seconds, Choice, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html";
    /// Restore of a database to a point in time.
    RESTORE_TIME = "RDS-10", 1200, 60 ..= 86400, Seconds, Assumed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIT.html";
    /// Promotion of a read replica.
    PROMOTION = "RDS-17", 300, 1 ..= 86400, Seconds, Assumed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html";
    /// How long a query waits at a proxy for a database connection.
    BORROW_TIMEOUT = "PRX-01", 120, 0 ..= 3600, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-managing.html";
    /// Idle time after which a proxy closes a client connection.
    IDLE_CLIENT_TIMEOUT = "PRX-02", 1800, 1 ..= 28800, Seconds, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-managing.html";
    /// Share of the database's connections that a proxy may open.
    PROXY_CONNECTIONS = "PRX-03", 100, 1 ..= 100, Percent, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-managing.html";
    /// Share of the database's connections that a proxy keeps open unused.
    PROXY_IDLE_CONNECTIONS = "PRX-03-IDLE", 50, 0 ..= 100, Percent, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-managing.html";
    /// Client connections that are pinned to a database connection.
    PINNED_CONNECTIONS = "PRX-06", 0, 0 ..= 100, Percent, Choice, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-managing.html";
    /// What a proxy adds to a query.
    PROXY_LATENCY = "PRX-07", 1, 0 ..= 1000, Milliseconds, Assumed, "";
    /// By how much a proxy shortens failovers, at best.
    FAILOVER_REDUCTION = "PRX-05", 66, 0 ..= 100, Percent, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-planning.html";
    /// Shortest time in which clients find another host of a proxy.
    PROXY_FAILOVER_MIN = "GAP-PROXY-FAILOVER-MIN", 5, 0 ..= 600, Seconds, Assumed, "";
    /// Longest time in which clients find another host of a proxy.
    PROXY_FAILOVER_MAX = "GAP-PROXY-FAILOVER-MAX", 10, 0 ..= 600, Seconds, Assumed, "";
    /// How long a lost host of a proxy needs to come back.
    PROXY_RECOVERY = "GAP-PROXY-RECOVERY", 60, 0 ..= 3600, Seconds, Assumed, "";
    /// How far readers of a cluster are behind its writer.
    READER_LAG = "AUR-03", 20, 0 ..= 60000, Milliseconds, Assumed, "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html";
    /// Allocated storage of a database.
    ALLOCATED_STORAGE = "RDS-26", 100, 20 ..= 65536, Gibibytes, Choice, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html";
    /// Provisioned I/O operations a second; 0 takes what the type and the size include.
    PROVISIONED_IOPS = "RDS-30", 0, 0 ..= 256000, PerSecond, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html";
    /// Provisioned throughput in MiB a second; 0 takes what the size includes.
    STORAGE_THROUGHPUT = "RDS-29", 0, 0 ..= 4000, MebibytesPerSecond, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html";
    /// Up to where storage autoscaling may grow the volume; 0 is off.
    MAX_ALLOCATED_STORAGE = "RDS-32", 0, 0 ..= 65536, Gibibytes, Confirmed, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.StorageTypes.html";
    /// Storage in use at the start.
    STORAGE_USED = "RDS-CHOICE-USED", 50, 0 ..= 100, Percent, Choice, "";
    /// I/O credits at the start.
    BURST_START = "EBS-02", 100, 0 ..= 100, Percent, Choice, "https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html";
    /// Reads that the buffer pool answers.
    BUFFER_HITS = "RDS-CHOICE-BUFFER", 95, 0 ..= 100, Percent, Choice, "";
    /// I/O operations of a write.
    WRITE_IOS = "GAP-WRITE-IOS", 2, 0 ..= 1000, Number, Assumed, "";
    /// Size of an I/O operation.
    IO_SIZE = "GAP-IO-SIZE", 16, 1 ..= 256, Kibibytes, Assumed, "";
    /// What a write adds to the data.
    WRITE_SIZE = "RDS-CHOICE-GROWTH", 1, 0 ..= 1048576, Kibibytes, Choice, "";
    /// Share of the reads that go to the writer although there is a replica.
    READS_AT_WRITER = "RDS-15", 0, 0 ..= 100, Percent, Choice, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html";
    /// Writes per second that a replica applies.
    APPLY_RATE = "GAP-APPLY-RATE", 2000, 1 ..= 1000000, PerSecond, Assumed, "";
    /// Lag of an idle replica.
    BASE_LAG = "GAP-BASE-LAG", 50, 0 ..= 60000, Milliseconds, Assumed, "";
    /// TCP gives up on a peer that does not answer.
    TCP_GIVES_UP = "RDS-43", 924, 924 ..= 924, Seconds, Assumed, "";
    /// Replicas of a cache's primary node.
    CACHE_REPLICAS = "EC-01-REPLICAS", 0, 0 ..= 5, Count, Confirmed, "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Replication.Redis.Groups.html";
    /// How long an item lives in the cache after it was written; 0 for ever.
    CACHE_TTL = "EC-04", 3600, 0 ..= 2592000, Seconds, Choice, "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Strategies.html";
    /// Distinct items that an application asks its cache for.
    CACHE_ITEMS = "EC-CHOICE-ITEMS", 10000, 1 ..= 100000, Count, Choice, "";
    /// Exponent of the items' Zipf popularity.
    CACHE_ZIPF = "EC-CHOICE-ZIPF", 0.9, 0 ..= 3, Number, Choice, "";
    /// Bytes that an item takes in the cache's memory.
    CACHE_ITEM_BYTES = "EC-CHOICE-ITEM-BYTES", 10000, 1 ..= 512000000, Bytes, Choice, "";
    /// Share of the items that are in the cache at the start.
    CACHE_FILLED = "EC-CHOICE-FILLED", 0, 0 ..= 100, Percent, Choice, "";
    /// Share of a node's memory that is not for items.
    CACHE_RESERVED_MEMORY = "EC-RESERVED-MEMORY", 25, 0 ..= 100, Percent, Confirmed, "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/redis-memory-management.html";
    /// Client connections of a cache node.
    CACHE_MAX_CONNECTIONS = "EC-03", 65000, 1 ..= 65000, Count, Confirmed, "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html";
    /// CPU of a cache's engine for a command.
    CACHE_COMMAND = "GAP-CACHE-COMMAND", 0.01, 0.001 ..= 1000, Milliseconds, Assumed, "";
    /// Shortest failover of a cache, detection and DNS included ("typically a few seconds").
    CACHE_FAILOVER_MIN = "EC-01", 5, 0.1 ..= 3600, Seconds, Assumed, "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html";
    /// Longest failover of a cache.
    CACHE_FAILOVER_MAX = "EC-01", 30, 0.1 ..= 3600, Seconds, Assumed, "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html";
    /// Time until a lost cache node is replaced ("several minutes").
    CACHE_REPLACEMENT = "EC-02", 180, 1 ..= 7200, Seconds, Assumed, "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html";
    /// How far a cache's replicas are behind its primary.
    CACHE_REPLICATION_LAG = "GAP-CACHE-LAG", 10, 0 ..= 60000, Milliseconds, Assumed, "";
    /// How long a client waits for a cache.
    CACHE_TIMEOUT = "EC-CHOICE-TIMEOUT", 0.5, 0.001 ..= 3600, Seconds, Choice, "";
    /// How long a client leaves a cache alone that did not answer.
    CACHE_RECONNECT = "EC-CHOICE-RECONNECT", 1, 0 ..= 3600, Seconds, Choice, "";
    /// Connections that an instance keeps open to a cache.
    CACHE_CONNECTIONS = "EC-CHOICE-CONNECTIONS", 8, 1 ..= 10000, Count, Choice, "";
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
    /// A vCPU for an hour of surplus credits.
    PRICE_SURPLUS = "PRC-06", 0.05, 0.05 ..= 0.05, UsdPerHour, Confirmed, "https://aws.amazon.com/ec2/pricing/on-demand/";
    /// An m6i.large; other types have their own price in the same list.
    PRICE_INSTANCE = "PRC-03", 0.096, 0.096 ..= 0.096, UsdPerHour, Confirmed, "https://aws.amazon.com/ec2/pricing/on-demand/";
    /// A month of a gigabyte of a gp3 volume.
    PRICE_VOLUME_GP3 = "PRC-17", 0.08, 0.08 ..= 0.08, UsdPerGigabyte, Confirmed, "https://aws.amazon.com/ebs/pricing/";
    /// A month of a gigabyte of a gp2 volume.
    PRICE_VOLUME_GP2 = "PRC-17-GP2", 0.1, 0.1 ..= 0.1, UsdPerGigabyte, Confirmed, "https://aws.amazon.com/ebs/pricing/";
    /// A month of an I/O operation a second beyond the 3,000 of a gp3 volume.
    PRICE_VOLUME_IOPS = "PRC-17-IOPS", 0.005, 0.005 ..= 0.005, UsdPerMonth, Confirmed, "https://aws.amazon.com/ebs/pricing/";
    /// A month of a MiB a second beyond the 125 of a gp3 volume.
    PRICE_VOLUME_THROUGHPUT = "PRC-17-THROUGHPUT", 0.04, 0.04 ..= 0.04, UsdPerMonth, Confirmed, "https://aws.amazon.com/ebs/pricing/";
    /// What a Spot Instance costs, as a share of the same On-Demand: it follows supply and demand.
    PRICE_SPOT = "GAP-SPOT", 35, 35 ..= 35, Percent, Assumed, "https://aws.amazon.com/ec2/spot/pricing/";
    /// An hour of a load balancer.
    PRICE_BALANCER = "PRC-07", 0.0225, 0.0225 ..= 0.0225, UsdPerHour, Confirmed, "https://aws.amazon.com/elasticloadbalancing/pricing/";
    /// An LCU-hour of an Application Load Balancer.
    PRICE_LCU = "PRC-08", 0.008, 0.008 ..= 0.008, UsdPerHour, Confirmed, "https://aws.amazon.com/elasticloadbalancing/pricing/";
    /// An NLCU-hour of a Network Load Balancer.
    PRICE_NLCU = "PRC-08-NLB", 0.006, 0.006 ..= 0.006, UsdPerHour, Confirmed, "https://aws.amazon.com/elasticloadbalancing/pricing/";
    /// An hour of a NAT gateway.
    PRICE_NAT_HOUR = "PRC-09", 0.045, 0.045 ..= 0.045, UsdPerHour, Confirmed, "https://aws.amazon.com/vpc/pricing/";
    /// A gigabyte that a NAT gateway processes.
    PRICE_NAT_DATA = "PRC-09-DATA", 0.045, 0.045 ..= 0.045, UsdPerGigabyte, Confirmed, "https://aws.amazon.com/vpc/pricing/";
    /// A db.m6g.large with MySQL; other classes and PostgreSQL have their own price in the same list.
    PRICE_DATABASE = "PRC-11", 0.152, 0.152 ..= 0.152, UsdPerHour, Confirmed, "https://aws.amazon.com/rds/mysql/pricing/";
    /// A cache.m6g.large with Redis OSS; other node types have their own price in the same list.
    PRICE_CACHE = "PRC-31", 0.149, 0.149 ..= 0.149, UsdPerHour, Assumed, "https://aws.amazon.com/elasticache/pricing/";
    /// A vCPU of the database behind a proxy, two at least.
    PRICE_PROXY = "PRC-34", 0.015, 0.015 ..= 0.015, UsdPerHour, Assumed, "https://aws.amazon.com/rds/proxy/pricing/";
    /// A month of a gigabyte of a database's volume of type gp2 or gp3; the standby's costs the same again.
    PRICE_STORAGE = "PRC-12", 0.115, 0.115 ..= 0.115, UsdPerGigabyte, Confirmed, "https://aws.amazon.com/rds/mysql/pricing/";
    /// A month of a gigabyte of type io1.
    PRICE_IO1_STORAGE = "PRC-14", 0.125, 0.125 ..= 0.125, UsdPerGigabyte, Confirmed, "https://aws.amazon.com/rds/mysql/pricing/";
    /// A month of a gigabyte of Aurora's storage, which all instances share.
    PRICE_AURORA_STORAGE = "PRC-16", 0.1, 0.1 ..= 0.1, UsdPerGigabyte, Confirmed, "https://aws.amazon.com/rds/aurora/pricing/";
    /// A month of an I/O operation a second beyond what gp3 includes.
    PRICE_GP3_IOPS = "PRC-13", 0.02, 0.02 ..= 0.02, UsdPerMonth, Confirmed, "https://aws.amazon.com/rds/mysql/pricing/";
    /// A month of an I/O operation a second of type io1.
    PRICE_IO1_IOPS = "PRC-14-IOPS", 0.1, 0.1 ..= 0.1, UsdPerMonth, Confirmed, "https://aws.amazon.com/rds/mysql/pricing/";
    /// A million I/O operations of Aurora.
    PRICE_AURORA_IOS = "PRC-16-IO", 0.2, 0.2 ..= 0.2, UsdPerMillion, Confirmed, "https://aws.amazon.com/rds/aurora/pricing/";
    /// A gigabyte that CloudFront sends to clients.
    PRICE_EDGE_DATA = "PRC-18", 0.085, 0.085 ..= 0.085, UsdPerGigabyte, Confirmed, "https://aws.amazon.com/cloudfront/pricing/";
    /// A million HTTPS requests to CloudFront.
    PRICE_EDGE_REQUESTS = "PRC-19", 1, 1 ..= 1, UsdPerMillion, Confirmed, "https://aws.amazon.com/cloudfront/pricing/";
    /// A million requests that put an object into a bucket.
    PRICE_PUTS = "PRC-21-PUT", 5, 5 ..= 5, UsdPerMillion, Confirmed, "https://aws.amazon.com/s3/pricing/";
    /// A million other requests to a bucket.
    PRICE_GETS = "PRC-21", 0.4, 0.4 ..= 0.4, UsdPerMillion, Confirmed, "https://aws.amazon.com/s3/pricing/";
    /// A million requests to a standard queue.
    PRICE_QUEUE = "PRC-32", 0.4, 0.4 ..= 0.4, UsdPerMillion, Confirmed, "https://aws.amazon.com/sqs/pricing/";
    /// An hour of an interface endpoint in one zone.
    PRICE_ENDPOINT = "PRC-ENDPOINT", 0.01, 0.01 ..= 0.01, UsdPerHour, Assumed, "https://aws.amazon.com/privatelink/pricing/";
    /// A hosted zone.
    PRICE_ZONE = "PRC-22", 0.5, 0.5 ..= 0.5, UsdPerMonth, Confirmed, "https://aws.amazon.com/route53/pricing/";
    /// A million DNS queries.
    PRICE_QUERIES = "PRC-22-STANDARD", 0.4, 0.4 ..= 0.4, UsdPerMillion, Confirmed, "https://aws.amazon.com/route53/pricing/";
    /// A million DNS queries of a zone with latency records.
    PRICE_LATENCY_QUERIES = "PRC-22-LATENCY", 0.6, 0.6 ..= 0.6, UsdPerMillion, Confirmed, "https://aws.amazon.com/route53/pricing/";
    /// A million DNS queries of a zone with geolocation records.
    PRICE_GEO_QUERIES = "PRC-22-GEO", 0.7, 0.7 ..= 0.7, UsdPerMillion, Confirmed, "https://aws.amazon.com/route53/pricing/";
    /// A health check of an AWS endpoint.
    PRICE_CHECK = "PRC-23", 0.5, 0.5 ..= 0.5, UsdPerMonth, Confirmed, "https://aws.amazon.com/route53/pricing/";
    /// Each option of a health check of an AWS endpoint: HTTPS, a search string, a fast interval.
    PRICE_CHECK_OPTION = "PRC-23-OPTION", 1, 1 ..= 1, UsdPerMonth, Confirmed, "https://aws.amazon.com/route53/pricing/";
    /// A gigabyte sent to the internet.
    PRICE_INTERNET = "PRC-24", 0.09, 0.09 ..= 0.09, UsdPerGigabyte, Confirmed, "https://aws.amazon.com/ec2/pricing/on-demand/";
    /// A gigabyte from a zone to another, charged once where it leaves and once where it arrives.
    PRICE_ZONES = "PRC-25", 0.01, 0.01 ..= 0.01, UsdPerGigabyte, Confirmed, "https://aws.amazon.com/ec2/pricing/on-demand/";
    /// A gigabyte to another Region.
    PRICE_REGIONS = "PRC-26", 0.02, 0.02 ..= 0.02, UsdPerGigabyte, Confirmed, "https://aws.amazon.com/ec2/pricing/on-demand/";
    /// A gigabyte that CloudFront sends to an origin: bodies of writes.
    PRICE_EDGE_UPLOAD = "PRC-20", 0.02, 0.02 ..= 0.02, UsdPerGigabyte, Confirmed, "https://aws.amazon.com/cloudfront/pricing/";
    /// An hour of a public IPv4 address.
    PRICE_ADDRESS = "PRC-27", 0.005, 0.005 ..= 0.005, UsdPerHour, Confirmed, "https://aws.amazon.com/vpc/pricing/";
    /// EC2 in two or more zones.
    SLA_EC2 = "SLA-01", 99.99, 99.99 ..= 99.99, Percent, Confirmed, "https://aws.amazon.com/compute/sla/";
    /// EC2 in one zone.
    SLA_INSTANCE = "SLA-01-INSTANCE", 99.5, 99.5 ..= 99.5, Percent, Confirmed, "https://aws.amazon.com/compute/sla/";
    /// A load balancer in two or more zones.
    SLA_BALANCER = "SLA-02", 99.99, 99.99 ..= 99.99, Percent, Confirmed, "https://aws.amazon.com/elasticloadbalancing/sla/";
    /// A load balancer in one zone.
    SLA_BALANCER_ONE_ZONE = "SLA-02-SINGLE", 99.9, 99.9 ..= 99.9, Percent, Confirmed, "https://aws.amazon.com/elasticloadbalancing/sla/";
    /// A Multi-AZ database.
    SLA_MULTI_AZ = "SLA-03", 99.95, 99.95 ..= 99.95, Percent, Confirmed, "https://aws.amazon.com/rds/sla/";
    /// Aurora with a replica in another zone.
    SLA_AURORA = "SLA-05", 99.99, 99.99 ..= 99.99, Percent, Assumed, "https://aws.amazon.com/rds/aurora/sla/";
    /// A database in one zone.
    SLA_DATABASE = "SLA-03-SINGLE", 99.5, 99.5 ..= 99.5, Percent, Confirmed, "https://aws.amazon.com/rds/sla/";
    /// S3.
    SLA_S3 = "SLA-04-S3", 99.9, 99.9 ..= 99.9, Percent, Confirmed, "https://aws.amazon.com/s3/sla/";
    /// SQS.
    SLA_QUEUE = "SLA-06", 99.9, 99.9 ..= 99.9, Percent, Confirmed, "https://aws.amazon.com/messaging/sla/";
    /// CloudFront.
    SLA_CLOUDFRONT = "SLA-04", 99.9, 99.9 ..= 99.9, Percent, Confirmed, "https://aws.amazon.com/cloudfront/sla/";
    /// Route 53.
    SLA_ROUTE53 = "SLA-04-DNS", 100, 100 ..= 100, Percent, Confirmed, "https://aws.amazon.com/route53/sla/";
    /// Length of a scenario.
    DURATION = "CHOICE-DURATION", 1800, 1 ..= 604800, Seconds, Choice, "";
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn every_default_lies_in_its_range() {
        let outside: Vec<&str> =
            ALL.iter().filter(|fact| fact.value < fact.min || fact.value > fact.max).map(|fact| fact.id).collect();
        assert_eq!(outside, Vec::<&str>::new());
    }
}
