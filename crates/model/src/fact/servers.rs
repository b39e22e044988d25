//! Application servers, TLS, calls, services outside AWS, pools.

use super::Fact;

facts! {
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
}
