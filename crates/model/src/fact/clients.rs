//! Sources of traffic and what they wait for.

use super::Fact;

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
}
