//! What each setting does, in English.

use ninepins_model::SettingKey as Key;

use crate::settings_database::{self as database, database_keys};
use crate::settings_help_machine::{self, machine_keys};

/// What a setting does in AWS and in the simulation.
pub(crate) const fn help(key: Key) -> &'static str {
    match key {
        Key::NoteText => "Shown on the canvas and kept in the link. It changes nothing in the run.",
        Key::RequestsPerSecond => {
            "Client requests that start each second, before retries. They arrive at random and do not wait for earlier ones to be answered."
        }
        Key::Population => {
            "Open: requests arrive at a rate, whatever became of earlier ones. Closed: each client waits for its answer and thinks before it sends the next."
        }
        Key::ThinkTime => {
            "Mean time that a client of a closed population thinks between an answer and its next request."
        }
        Key::Arrivals => "At random, with exponential gaps or think times, or evenly, with all of them alike.",
        Key::Shape => "How the rate of an open population changes in the course of the run.",
        Key::PeakRate => "The rate after a ramp or a step, at the peak of a day, or while a crowd is there.",
        Key::ShapeStart => "When a ramp, a step or a crowd begins. For a daily curve, when its peak is.",
        Key::ShapeLength => "How long a ramp or a crowd lasts. For a daily curve, the length of a day.",
        Key::CrowdRise => "How long a flash crowd takes to arrive, and again to leave.",
        Key::RateTable => {
            "Lines of seconds and requests per second, as typed or from a CSV file. Between two points the rate is on the line between them."
        }
        Key::AssetBytes => {
            "Bytes of an asset, which count in the byte metrics and take time at the client's bandwidth."
        }
        Key::ReadBytes => "Bytes of the answer to an API read.",
        Key::WriteBytes => "Bytes of the answer to an API write.",
        Key::RequestBytes => "Bytes of a request for an asset or of an API read.",
        Key::WriteRequestBytes => "Bytes of the request of an API write.",
        Key::UsersLocation => {
            "The Region nearest to these clients. The way from there to other Regions adds to their round trip, and latency and geolocation records answer by it."
        }
        Key::Clients => {
            "Distinct clients. Each has its own DNS cache and its own kept-alive connections, so more clients mean more lookups and TLS handshakes."
        }
        Key::WebHost => "The host name from which clients load the web page and its assets.",
        Key::ApiHost => "The host name to which clients send API reads and writes.",
        Key::MixAssets => "Weight of requests for static assets. Only the ratio of the three weights counts.",
        Key::MixReads => "Weight of API reads. Each takes a thread, CPU time and one read query.",
        Key::MixWrites => "Weight of API writes. Each takes a thread, CPU time and one write query on the primary.",
        Key::AssetObjects => {
            "How many different objects clients ask for. More than the bucket holds gives requests for missing keys."
        }
        Key::AssetZipf => {
            "Exponent of the Zipf distribution of popularity. 0 makes all objects equally popular; a higher value helps the cache."
        }
        Key::DeepLinks => {
            "Share of asset requests for a path of the single-page app, which is no key in the bucket. The bucket answers 403 or 404 unless CloudFront rewrites it."
        }
        Key::ClientTimeout => {
            "How long a client waits for one attempt before it gives up. The server may go on with work that nobody waits for."
        }
        Key::ClientConnectTimeout => {
            "How long a client waits for a connection before it takes the address for dead. 0 waits as long as for the whole attempt."
        }
        Key::AddressesTried => {
            "How many addresses of a DNS answer a client tries, one after the other, when a connection is refused or not opened in time. All within the client timeout."
        }
        Key::Stalling => {
            "Share of the requests whose client stops sending in the middle, as on a bad mobile connection. A load balancer that waits for longer than its idle timeout answers 408."
        }
        Key::StallTime => {
            "How long such a client stops. The client's own timeout may end the attempt before the load balancer does."
        }
        Key::ForwardedAddresses => {
            "Addresses that proxies before the clients leave in the X-Forwarded-For header. An Application Load Balancer answers 463 to more than 30."
        }
        Key::HttpVersion => {
            "What requests are written in where TLS ends at the load balancer; without TLS it is HTTP/1.1. A target group of another protocol version answers 464."
        }
        Key::RetriesMax => {
            "Retries after the first attempt. When everything fails, N retries multiply the load by 1 + N."
        }
        Key::RetryBackoff => {
            "How the wait before a retry grows. At timeout: the next try starts when the last one's timeout is over, even if it failed earlier."
        }
        Key::RetryBase => "Wait before the first retry. It doubles with every further one, up to the longest backoff.",
        Key::RetryCap => "The longest wait between two attempts.",
        Key::RetryJitter => "How the wait is spread. Without jitter, clients that failed together retry together.",
        Key::RetryWrites => "Whether clients also retry writes. Only safe where a write may happen twice.",
        Key::TokenBucket => {
            "Retries need a token from a bucket that the clients of this source share. Successes fill it, so retries stay a small share of them."
        }
        Key::TokenDeposit => {
            "Tokens that a success adds. With 0.1, retries add at most a tenth to the load in the long run."
        }
        Key::TokenCapacity => "Most tokens that the bucket holds, which is the largest burst of retries.",
        Key::TokenInitial => "Tokens in the bucket when the run starts.",
        Key::CircuitBreaker => {
            "After failures in a row, clients of this source fail requests to that host at once for a while, then try with a few."
        }
        Key::BreakerFailures => "Failed attempts in a row that open the circuit breaker.",
        Key::BreakerOpen => "How long the circuit breaker stays open before it tries.",
        Key::BreakerProbes => "Attempts let through then. It closes if all succeed and opens again if one fails.",
        Key::ClientKeepAlive => {
            "How long a client keeps an idle connection open. 0 opens a new one, with its handshakes, for every request."
        }
        Key::ClientDnsMinimum => {
            "Least time a client keeps a DNS answer, whatever its TTL. Runtimes that ignore short TTLs stay on a lost address longer."
        }
        Key::ClientDnsForever => {
            "Clients keep their first DNS answer for the life of the process, as a JVM with a security manager does. They never notice a failover."
        }
        Key::Resolvers => {
            "Caching resolvers that clients share. All clients of a resolver get the same record until its TTL ends. 0: every client asks for itself."
        }
        Key::TlsVersion => "TLS 1.2 takes two round trips for a handshake, TLS 1.3 takes one.",
        Key::EdgeRoundTrip => {
            "Round trip between a client and its nearest edge location. It depends on where your clients are."
        }
        Key::RegionRoundTrip => "Round trip between a client and the Region. It depends on where your clients are.",
        Key::FailureValue => {
            "What a request that fails costs you, by your own estimate. The bill shows it apart from AWS's prices."
        }
        Key::ClientBandwidth => {
            "How fast a client sends and receives the bytes of requests and answers. 0 takes no time for them."
        }
        Key::HostedZone => "The domain of the public hosted zone. Its records are the wires that leave it.",
        Key::LookupTime => "Time of a DNS lookup that no cache answers.",
        Key::CheckerRoundTrip => {
            "Round trip between a Route 53 health checker and what it checks. AWS does not publish it."
        }
        Key::ResolverTimeout => {
            "How long a resolver waits for name servers that do not answer before the lookup fails."
        }
        Key::RecordName => "The full name that resolves to the target. Empty means the domain itself.",
        Key::RecordPolicy => "How Route 53 chooses among the records of one name. All of them need the same policy.",
        Key::RecordWeight => {
            "Share of a weighted record: its weight over the sum of the healthy ones. 0 answers only while no other can."
        }
        Key::RecordFailover => {
            "The primary answers while it is healthy, the secondary otherwise. If both are unhealthy, the primary does."
        }
        Key::RecordLocation => "Whom a geolocation record is for: a country, a continent, or * for everyone else.",
        Key::RecordAlias => {
            "An alias to a load balancer or CloudFront may stand at the apex, has a TTL of 60 s, and its queries are free. Otherwise the record is a CNAME."
        }
        Key::RecordTtl => {
            "How long resolvers keep the answer. An alias to a load balancer or CloudFront has a fixed TTL of 60 s instead, so this counts for instances and CNAMEs."
        }
        Key::EvaluateTargetHealth => {
            "Whether an alias to a load balancer counts as unhealthy when one of its target groups has no healthy target."
        }
        Key::RecordCheckType => {
            "What Route 53's checkers do from outside the VPC. Certificates are not validated. A calculated check counts others; an alarm follows HealthyHostCount."
        }
        Key::RecordCheckInterval => {
            "How long a checker waits after a result before it checks again: 30 s, or 10 s for fast checks."
        }
        Key::RecordCheckThreshold => "Results in a row that change one checker's opinion, in both directions.",
        Key::RecordCheckers => {
            "Checkers around the world, each with a phase of its own. The target is healthy while more than 18% of them say so."
        }
        Key::SearchStringEnd => {
            "Byte of the body at which the search string ends. Checkers look at the first 5,120 bytes only. 0 searches for nothing."
        }
        Key::RecordCheckInverted => "Healthy counts as unhealthy and the other way round.",
        Key::RecordCheckChildren => "For a calculated check: the ids of the blocks whose checks are counted.",
        Key::HealthyChildren => "For a calculated check: how many of those must be healthy.",
        Key::CertificateNames => {
            "The names that the certificate covers. A wildcard such as *.example.com covers one label, and not the domain itself."
        }
        Key::CertificateDays => {
            "Days from the start of the run until it expires. After that, new TLS handshakes fail, unless ACM renews it before."
        }
        Key::CertificateSource => {
            "ACM renews what it issued and validated by DNS from 60 days before expiry on, while it is in use. It never renews an imported certificate."
        }
        Key::ValidationRecord => {
            "Whether the CNAME that validates the domain is in DNS. Without it ACM does not renew the certificate."
        }
        Key::Certificate => {
            "The ACM certificate for HTTPS. CloudFront takes one of us-east-1 only, a load balancer one of its own Region."
        }
        Key::EdgeLocations => {
            "Edge locations that serve these clients. Each has its own cache, so more of them mean more first fetches from the origin."
        }
        Key::DefaultTtl => "How long an object stays fresh at the edge when the origin says nothing about it.",
        Key::ErrorCachingTtl => {
            "How long an error answer of the origin is served from the edge before the origin is asked again."
        }
        Key::SpaErrorPage => {
            "Answers 403 and 404 with /index.html and status 200, as single-page apps need. It holds for all origins, so it also hides a 404 of the API."
        }
        Key::OriginPath => {
            "Path pattern of the behavior: * stands for any characters, ? for one. /* is the default behavior, which takes what no other pattern matches."
        }
        Key::BehaviourPrecedence => {
            "Order of the behaviors: the lowest number that matches the path serves the request."
        }
        Key::AllowedMethods => "Methods that the behavior takes. CloudFront answers others with 403.",
        Key::OriginAccessControl => {
            "Whether CloudFront signs its requests to a bucket, so that a private bucket admits them. Website endpoints know no signatures."
        }
        Key::OriginRole => {
            "A secondary origin stands in for the primary of the same path. Every GET tries the primary first; writes never fail over."
        }
        Key::FailoverCodes => {
            "Status codes of the primary after which the secondary is asked. Failed connections and timeouts always fail over."
        }
        Key::CachePolicy => {
            "How long answers are kept: the distribution's own TTLs, a day at least a second (CachingOptimized), or not at all (CachingDisabled)."
        }
        Key::CacheControl => {
            "What the origin says about caching. max-age is kept between minimum and maximum TTL; no-store is kept for the minimum TTL."
        }
        Key::OriginMaxAge => "The max-age or s-maxage that the origin sends, if it sends one.",
        Key::OriginShield => {
            "One more cache beside the origin that all others ask, so that the origin gets one request per object."
        }
        Key::Compress => {
            "Compresses text between 1,000 bytes and 10 MB where the behavior caches, which saves bytes and transfer time."
        }
        Key::OriginProtocol => {
            "HTTPS checks the origin's certificate: one that is missing, expired or of another name gives 502. Website endpoints speak HTTP only."
        }
        Key::OriginDomain => {
            "The domain that the origin's certificate must cover. Empty takes the record that leads to it, or the host that viewers ask for."
        }
        Key::OriginKeepAlive => {
            "How long an idle connection to the origin stays open. A new one costs a TCP handshake, and with HTTPS a TLS handshake."
        }
        Key::RegionalCaches => {
            "Larger caches that edge locations ask before the origin. Without any, every location fetches for itself."
        }
        Key::MinTtl => "How long an object stays fresh at least. Above 0 it overrides no-store of the origin.",
        Key::MaxTtl => "How long an object stays fresh at most, whatever max-age the origin sends.",
        Key::CustomErrorResponses => {
            "One a line: the error code, the page, the code of the answer, such as 404 /index.html 200. They hold for all behaviors, the API included."
        }
        Key::DefaultRootObject => {
            "The object served for /. Without one, the bucket is asked for / itself, which is no key."
        }
        Key::RequestQuota => "Requests per second of the distribution. Beyond it CloudFront answers 503.",
        Key::ThroughputQuota => "Throughput of the distribution. Beyond it CloudFront answers 503.",
        Key::EdgeCacheSize => {
            "What the cache of one location holds. Beyond it the objects that nobody asked for longest leave."
        }
        Key::CompressedShare => "What is left of an answer once it is compressed.",
        Key::RegionalRoundTrip => {
            "Round trip between an edge location and its regional cache: part of the round trip to the origin."
        }
        Key::InvalidationMin => {
            "Seconds until an invalidation reaches the first location. Until then it serves old copies."
        }
        Key::InvalidationMax => "Seconds until an invalidation reaches the last location.",
        Key::BucketEndpoint => {
            "The REST endpoint takes signed requests. The website endpoint speaks HTTP only, serves public objects only and answers 404 for missing keys."
        }
        Key::PublicRead => "Whether anybody may read. A private bucket answers 403 to all but signed requests.",
        Key::PutObject => "Whether the bucket stores writes that CloudFront signs. Without it they get 403.",
        Key::BucketPrefixes => "Prefixes that the keys are spread over. Each has its own read and write rate.",
        Key::PutRate => "Writes per second that one prefix serves. Beyond it the bucket answers 503 Slow Down.",
        Key::RepartitionTime => {
            "Seconds of sustained throttling after which S3 has split the prefix, so that it serves twice its rate."
        }
        Key::OriginConnectionTimeout => "How long CloudFront waits for one TCP connection to the origin.",
        Key::OriginConnectionAttempts => {
            "How often CloudFront tries to connect. Attempts times timeout is the longest wait before it answers 504."
        }
        Key::OriginResponseTimeout => {
            "How long CloudFront waits for the origin's answer. A GET is tried as often as connections are, then the answer is 504; a write is not repeated."
        }
        Key::OriginRoundTrip => "Round trip between an edge location and the origin.",
        Key::BucketObjects => "Objects in the bucket. Requests for any other key find nothing.",
        Key::FirstByteMin => {
            "Shortest time to the first byte of a small object. AWS gives 100 to 200 ms; the simulation draws evenly between shortest and longest."
        }
        Key::FirstByteMax => "Longest time to the first byte of a small object.",
        Key::GetRate => "Reads per second that one prefix serves. Beyond it the bucket answers 503 Slow Down.",
        Key::ListBucket => {
            "Whether the bucket policy grants ListBucket. A missing key is then answered with 404, otherwise with 403."
        }
        Key::RegionCode => "AWS's code of the Region, such as ap-northeast-2. Certificates must match it.",
        Key::SameZoneRoundTrip => "Round trip between two members in the same Availability Zone.",
        Key::CrossZoneRoundTrip => {
            "Round trip between two members in different Availability Zones. Every commit of a Multi-AZ database pays it."
        }
        Key::VpcCidr => "The VPC's address range, /16 to /28. Its subnets lie inside it.",
        Key::InternetGateway => "Whether the VPC has an internet gateway. Without one, no route to the internet works.",
        Key::ZoneName => {
            "AWS's name of the zone, such as ap-northeast-2a. A zone fault hits everything with this name, in every VPC."
        }
        Key::SubnetCidr => {
            "The subnet's address range, /16 to /28 inside the VPC's. AWS keeps five addresses; every member takes one, and without one left nothing can be launched."
        }
        Key::OtherRegionRoundTrip => "Round trip to another Region, where no measurement of the pair is published.",
        Key::S3Endpoint => {
            "A free route to S3 in every route table of the VPC, without a NAT gateway or an internet gateway."
        }
        Key::MapPublicIp => {
            "Whether instances launched here get a public address. Without one, a route to the internet gateway leads nowhere, in either direction."
        }
        Key::AclInbound => {
            "Rules for packets that enter the subnet, such as 100 allow 0.0.0.0/0 80 or 90 deny 10.0.1.0/24. The lowest number that matches decides; what no rule matches is denied."
        }
        Key::AclOutbound => {
            "Rules for packets that leave the subnet. They are stateless: answers need a rule too, for ports 1024-65535."
        }
        Key::NatAddresses => "Public addresses of the gateway. Each gives 55,000 connections to one destination.",
        Key::NatScaling => {
            "How long the gateway is under load before its bandwidth and packet rate double. They begin at 5 Gbit/s and a million packets a second and end at 100 Gbit/s and ten million."
        }
        Key::LaunchNeeds => {
            "What user data must reach before the application can start. Without a way there, it never does."
        }
        Key::TcpKeepalive => {
            "Time between two TCP keepalive packets. They keep a Network Load Balancer or a NAT gateway from forgetting an idle connection and resetting what comes next. 0 sends none."
        }
        Key::TrackedConnections => {
            "Connections that the security groups of one instance can track. Beyond it packets are dropped and callers wait for their timeouts."
        }
        Key::RegisterAt => {
            "When a new instance is in service and registers with its target groups: once user data has finished, or as soon as it runs. In the second case it refuses connections until its application listens."
        }
        Key::MainRoutes => {
            "The main route table of the VPC: that of every subnet without a route table of its own. A route of 0.0.0.0/0 to the internet gateway makes all of them public."
        }
        Key::OwnRouteTable => {
            "A subnet without routes uses the VPC's main route table. Turn this on to give it a table of its own that leads nowhere but inside the VPC."
        }
        Key::Routes => {
            "The subnet's own route table. A route of 0.0.0.0/0 to the internet gateway makes the subnet public."
        }
        Key::Subnets => "The subnets its members live in. Subnets in two zones survive the loss of one zone.",
        Key::SecurityGroups => {
            "Security groups that decide who may connect. Without any, rules follow from the wires. Traffic that no rule admits is dropped, not refused."
        }
        Key::InternetFacing => "Whether the nodes have public addresses. They then also need public subnets.",
        Key::IdleTimeout => {
            "A connection without bytes for this long is closed. With a request outstanding, the load balancer answers 504."
        }
        Key::AddedLatency => "Time that a load balancer node adds to each request.",
        Key::NodeDetection => {
            "Time until a lost load balancer node leaves DNS. Until then clients still try its address."
        }
        Key::Algorithm => "How a node chooses a target: in turn, or the target with the fewest requests in progress.",
        Key::HealthInterval => {
            "Time between two health checks of one target. Every load balancer node checks for itself."
        }
        Key::HealthTimeout => "A health check without answer in this time has failed.",
        Key::HealthyThreshold => "Passed checks in a row that turn an unhealthy target healthy.",
        Key::UnhealthyThreshold => {
            "Failed checks in a row that turn a target unhealthy. Interval times threshold is about how long a lost target still gets requests."
        }
        Key::HealthCheckDepth => {
            "Whether the checked path also queries the database. A database outage then turns every target unhealthy, and the group may replace them all."
        }
        Key::DeregistrationDelay => {
            "How long requests in flight may still take after a target is deregistered. New requests stop at once."
        }
        Key::CrossZone => {
            "On: each node spreads requests over targets of all zones. Off: over targets of its own zone only."
        }
        Key::RegistrationDelay => "Time between a target's registration and its first health check.",
        Key::TargetGroupName => {
            "Wires of one load balancer with the same name lead to one target group. Without a name every Auto Scaling group is a target group of its own, and all single instances share one."
        }
        Key::TargetGroupWeight => {
            "Share of the requests of its listener rule, in proportion to the weights of the rule's other target groups. 0 gets none."
        }
        Key::RulePath => {
            "The listener rule takes requests whose path matches, with * and ?. Empty takes all. Assets are under /assets/, the API is under /api/."
        }
        Key::RuleHost => "The listener rule takes requests whose host matches, with * and ?. Empty takes all.",
        Key::RulePriority => {
            "Rules are evaluated from the lowest number. A rule without path and host is the default and comes last."
        }
        Key::AnomalyMitigation => {
            "With weighted random, targets that answer with unusually many errors get a smaller share. It needs three healthy targets."
        }
        Key::TargetProtocol => {
            "What targets speak. With HTTPS a new connection costs a TLS handshake, and one that takes longer than 10 s is a 502."
        }
        Key::ProtocolVersion => {
            "The version in which requests reach targets. HTTP/2 and gRPC take an HTTPS listener, and clients that speak them; others get 464."
        }
        Key::Authenticate => {
            "Sends clients without a session to an identity provider first. Nobody has a session at the start of a run. It takes an HTTPS listener."
        }
        Key::IdentityLatency => {
            "From the redirect to the identity provider until the load balancer has the user's claims. AWS publishes no number."
        }
        Key::IdentityErrors => {
            "Share of the identity provider's answers that are errors. The load balancer makes a 561 of each."
        }
        Key::IdentitySession => {
            "How long a client stays authenticated. Clients without cookies authenticate for every request."
        }
        Key::Stickiness => {
            "Binds a client to the target that answered it first, as long as the target is healthy. New targets then get only new clients."
        }
        Key::StickinessDuration => {
            "The cookie expires when it has not been used for this long. Every request renews it."
        }
        Key::SlowStart => {
            "A target that becomes healthy gets a share that grows to the full one over this time. 0 is off. Only with round robin, and only beside a target that is warm."
        }
        Key::RoutingHealthyCount => {
            "With fewer healthy targets in a zone, or in all with cross-zone balancing, requests go to all targets, healthy or not."
        }
        Key::RoutingHealthyPercent => {
            "With a smaller percentage of healthy targets, requests go to all targets, healthy or not. 0 is off."
        }
        Key::DnsHealthyCount => {
            "With fewer healthy targets, the zone's addresses leave DNS. It must not be below the threshold for routing."
        }
        Key::DnsHealthyPercent => {
            "With a smaller percentage of healthy targets, the zone's addresses leave DNS. 0 is off."
        }
        Key::SuccessCodes => "Statuses that count as a passed check, such as 200, 200,302 or 200-399.",
        Key::CheckPath => {
            "The path that a check asks for. Where it is not the application's health endpoint, the answer is 404."
        }
        Key::CheckPort => {
            "The port that a check connects to; 0 is the traffic port. Where nothing listens, the connection is refused, and where no security group's rule admits it, nothing answers."
        }
        Key::HealthPath => "The path at which the application answers health checks. Any other path gets 404.",
        Key::HealthPort => {
            "The port of the application's health endpoint. A management port of its own answers checks even when all threads are busy. 0 is the port that serves requests."
        }
        Key::CheckStatus => {
            "The status that the checked path answers while all is well. A redirect to a login page is 302, which success codes of 200 do not take."
        }
        Key::CheckProtocol => {
            "TCP asks only for a connection, which a hung application still accepts. HTTP asks for an answer."
        }
        Key::PreserveClientIp => {
            "Targets see the clients' addresses, so their security groups must admit them. Without, a target takes at most 55,000 connections through the load balancer."
        }
        Key::ConnectionTermination => {
            "When the deregistration delay is over, connections to the target are reset. Otherwise they go on."
        }
        Key::UnhealthyConnectionTermination => {
            "Connections to a target that became unhealthy are reset with their next packet."
        }
        Key::NlbListener => {
            "TCP passes the bytes on, so TLS ends at the targets. TLS ends it here, with a certificate and an idle timeout of 350 s."
        }
        Key::ClientConnectionLife => {
            "A client's connection is closed in good order after this long, however busy it is."
        }
        Key::KeepAliveRace => {
            "How long a node still uses a connection that its target has just closed. Such a request is answered with 502."
        }
        Key::ZonalShift => "With cross-zone balancing AWS shifts traffic away from a zone only if this is on.",
        Key::StartingCapacity => {
            "LCUs that the load balancer can take at the start. Beyond its capacity connections are refused and requests get 503."
        }
        Key::CapacityReservation => "LCUs that the load balancer can always take, spread evenly over its zones.",
        Key::CapacityGrowth => {
            "How fast capacity follows traffic. AWS advises to raise the load by at most half every five minutes."
        }
        Key::Cookies => {
            "Whether clients send back the cookies they got. Without, every request is a new session and stickiness has no effect."
        }
        Key::GroupMin => "The group never has fewer instances than this.",
        Key::GroupMax => {
            "The group never has more instances than this. It also bounds the database connections that the group can open."
        }
        Key::GroupDesired => {
            "Instances at the start of the run. Scaling changes the number within minimum and maximum."
        }
        Key::InstanceType => {
            "The instance type. The simulation uses its vCPUs, its price and, of a t3, its CPU credits."
        }
        Key::CreditSpecification => {
            "What a t3 does once its CPU credits are spent: unlimited borrows and pays for them, standard is held at its baseline."
        }
        machine_keys!() => settings_help_machine::help(key).0,
        Key::CreditStart => {
            "CPU credits of a t3 at the start of the run, in percent of the most it can hold. One launched later starts with none."
        }
        Key::HealthCheckType => {
            "Whose health checks count. With EC2 alone, an instance that hangs but still runs is never replaced."
        }
        Key::HealthGrace => {
            "Time after an instance is in service during which failed load balancer checks are ignored. Too short, and instances are replaced while they start."
        }
        Key::HealthPoll => "How often the group looks at the health of its instances.",
        Key::LaunchTime => "Time from the launch call until the operating system is up.",
        Key::UserDataTime => {
            "Time that user data and the start of the application take. The instance registers with the load balancer afterwards."
        }
        Key::InstanceWarmup => {
            "Time during which a new instance is left out of the group's metrics, so that its start does not disturb scaling."
        }
        Key::TargetTracking => {
            "Scales the group to hold its average CPUUtilization at the target. AWS adds instances after 3 high minutes and removes them after 15 low ones."
        }
        Key::ScalingMetric => {
            "What the policy keeps near its target. CPU cannot exceed 100 %, so under overload it asks for too little and needs several steps; requests do not saturate."
        }
        Key::TargetRequests => {
            "Requests a minute for each target of the load balancer, where the policy follows ALBRequestCountPerTarget."
        }
        Key::TargetCpu => {
            "The average CPUUtilization that target tracking aims at. A lower target leaves more room for the loss of a zone."
        }
        Key::ScaleIn => "Whether target tracking may also remove instances.",
        Key::LowAlarmRatio => {
            "Threshold of the low alarm as a share of the target. AWS does not publish it; 0.7 and 0.9 have been observed."
        }
        Key::CloudwatchDelay => {
            "Time from the end of a minute until CloudWatch has its data point. Alarms act this much later."
        }
        Key::SecondMetric
        | Key::TargetNetwork
        | Key::AlarmPolicy
        | Key::AlarmMetric
        | Key::HighThreshold
        | Key::LowThreshold
        | Key::EvaluationPeriods
        | Key::AdjustmentType
        | Key::MinAdjustment
        | Key::ScaleOutSteps
        | Key::ScaleInSteps
        | Key::Cooldown
        | Key::ScheduledActions
        | Key::ScheduledDelay
        | Key::PredictiveScaling
        | Key::PredictiveMetric
        | Key::PredictiveForecast
        | Key::SchedulingBuffer
        | Key::IncreaseMaxCapacity
        | Key::MaxCapacityBuffer
        | Key::DetailedMonitoring
        | Key::MetricPeriod
        | Key::MaintenancePolicy
        | Key::MinHealthy
        | Key::MaxHealthy
        | Key::MaxInstanceLifetime
        | Key::TerminationPolicy
        | Key::ScaleInProtection
        | Key::LaunchHook
        | Key::LaunchHookTime
        | Key::LaunchHookTimeout
        | Key::LaunchHookResult
        | Key::TerminateHook
        | Key::TerminateHookTime
        | Key::TerminateHookTimeout
        | Key::WarmPool
        | Key::WarmPoolState
        | Key::MaxPrepared
        | Key::WarmPoolMin
        | Key::OnDemandBase
        | Key::SpotShare
        | Key::CapacityRebalancing
        | Key::GroupZonalShift
        | Key::ReplaceShifted
        | Key::ImpairedWait
        | Key::OnDemandQuota => crate::settings_help_scaling::help(crate::Language::English, key),
        Key::ServerThreads => {
            "Worker threads of the server. A request holds one until it is answered, also while it waits for the database."
        }
        Key::ServerMaxConnections => "Connections that the server accepts. Requests beyond the threads wait here.",
        Key::ServerAcceptCount => {
            "Connections that the operating system queues once the server accepts no more. The next one is refused."
        }
        Key::ReadCpu => "Mean CPU time of an API read. It follows from your code, not from AWS.",
        Key::WriteCpu => "Mean CPU time of an API write. It follows from your code, not from AWS.",
        Key::AssetCpu => "Mean CPU time of a static file, where the server has to deliver it.",
        Key::ReadWait | Key::WriteWait | Key::AssetWait => {
            "Mean time that the handler holds its thread without CPU, for example in a slow library or a sleep. Spread like the CPU time."
        }
        Key::DemandDistribution => {
            "How CPU times and waits are spread around their means. Constant always takes the mean; log-normal has a variation of its own."
        }
        Key::DemandVariation | Key::ExternalVariation => {
            "Standard deviation over mean of a log-normal time. 0.3 is narrow, 1 as wide as an exponential, 3 has a long tail."
        }
        Key::QueueOrder => {
            "Who takes the next free thread. Last in, first out keeps serving fresh requests in an overload and gives up old ones."
        }
        Key::QueueLimit => {
            "Most requests that wait for a thread. The next one is turned away at once, which keeps the wait short."
        }
        Key::DropOlder => {
            "A request that reaches the head of the queue older than this is turned away, because its client has probably given up. 0 serves all."
        }
        Key::DropCountsService => {
            "Whether the time that the request is expected to take counts as age, so that nothing is begun that cannot be finished in time."
        }
        Key::Rejection => {
            "Whether the server answers 503 or closes the connection. A load balancer makes a 502 of a closed connection."
        }
        Key::ServerKeepAlive => {
            "Idle time after which the server closes a connection. Below the idle timeout of the load balancer it may close one that is about to be used."
        }
        Key::ServerKeepAliveRequests => {
            "Requests on one connection, after which the server closes it and the client opens another one."
        }
        Key::ServerTlsKey => {
            "The key with which the server itself ends TLS for clients that reach it directly. Each full handshake costs CPU: 0.27 ms with RSA 2,048, 0.065 ms with ECDSA P-256."
        }
        Key::TlsResumption => "Share of handshakes that resume an earlier session and need no private-key operation.",
        Key::CallTimeout => {
            "How long one try of a call may take. The thread waits meanwhile, so it should be shorter than what the callers before it wait."
        }
        Key::CallTries => {
            "How often a call is sent before the request fails. Tries at every layer multiply: three at each of five services make 243."
        }
        Key::CallBackoff => "Pause before the second try of a call. It doubles with each further one.",
        Key::CallJitter => {
            "Spreads each pause evenly between zero and the backoff, so that callers that failed together do not return together."
        }
        Key::CallsPerRequest => "Calls that one request makes one after the other. Each waits for a round trip.",
        Key::CallShare => "Share of the requests that call this service at all.",
        Key::Queries => {
            "How many queries a request sends one after the other over its connection, each of which waits for a round trip to the database's zone. All but the last read."
        }
        Key::QueryTries => {
            "How often the application sends a query that fails before its request fails. Tries multiply with those of the callers."
        }
        Key::ExternalLatency => "Mean time until the service answers, without the network between.",
        Key::ExternalDistribution => "How the time to answer is spread around its mean.",
        Key::ExternalRoundTrip => "Round trip between the Region and the service over the internet.",
        Key::ExternalCapacity => {
            "Requests per second that the service answers, with bursts of one second. It answers the others with 429."
        }
        Key::ExternalFailures => "Share of the requests that the service answers with an error by itself.",
        Key::PublicAddress => {
            "Whether the instance has a public address. To be reached from the internet it also needs a public subnet."
        }
        Key::PoolSize => {
            "Connections in the pool of each instance. All pools together must stay under the database's limit."
        }
        Key::PoolWait => {
            "How long a thread waits for a pooled connection before the API answers 500. It holds its thread meanwhile."
        }
        Key::DriverConnectTimeout => {
            "How long the driver tries to open a connection to a database that does not answer."
        }
        Key::DriverSocketTimeout => {
            "How long a query may stay without an answer. 0 waits until TCP gives up, about 15 minutes, and holds the thread and the connection."
        }
        Key::CacheNodeType
        | Key::CacheReplicas
        | Key::CacheMultiAz
        | Key::CacheTtl
        | Key::CacheItems
        | Key::CacheZipf
        | Key::CacheItemBytes
        | Key::CacheFilled
        | Key::MaxmemoryPolicy
        | Key::ReservedMemory
        | Key::CacheMaxConnections
        | Key::CacheCommand
        | Key::CacheFailoverMin
        | Key::CacheFailoverMax
        | Key::CacheReplacement
        | Key::CacheReplicationLag
        | Key::CacheTimeout
        | Key::CacheReconnect
        | Key::CacheConnections
        | Key::CacheOnWrite => crate::settings_elasticache::english(key),
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
        | Key::BacklogPerInstance => crate::settings_sqs::english(key),
        Key::PoolMaxLifetime => "Age at which the pool replaces a connection.",
        Key::ApplicationDnsCache => {
            "How long the application keeps the database's address. After a failover it connects to the old one until this has passed."
        }
        Key::DatabaseEngine => {
            "The database engine. In the simulation it decides how many connections the memory allows."
        }
        Key::DatabaseClass => {
            "The instance class. The simulation uses its vCPUs, and its memory for the limit of connections."
        }
        Key::MultiAz => {
            "Keeps a synchronous standby in another zone, which takes over when the primary is lost. It serves no reads, and every commit waits for it."
        }
        Key::PrimaryZone => "Zone in which the primary starts. Automatic takes the zone of the first subnet.",
        Key::MaxConnections => {
            "Most client connections; the next one is refused. 0 takes what the engine derives from the memory of the class."
        }
        Key::DatabaseReadCpu => {
            "Mean CPU time of a read query, exponentially distributed. It follows from your queries, not from AWS."
        }
        Key::DatabaseWriteCpu => {
            "Mean CPU time of a write query, exponentially distributed. It follows from your queries, not from AWS."
        }
        Key::StorageLatency => {
            "Storage latency of a query. AWS promises single-digit milliseconds for general purpose volumes."
        }
        Key::StandbyWrite => {
            "Time the standby takes to write its log. A commit waits for it and for one round trip across zones."
        }
        Key::FailoverMin => {
            "Shortest failover to the standby. AWS gives 60 to 120 s; the simulation draws evenly between shortest and longest."
        }
        Key::FailoverMax => "Longest failover to the standby.",
        Key::RecoveryTime => {
            "Time for crash recovery, or for a new host where there is no standby, once the zone has power."
        }
        Key::StandbyRebuild => {
            "Time to rebuild a lost standby once its zone has power. Until then there is nothing to fail over to."
        }
        Key::EndpointTtl => {
            "TTL of the database endpoint's DNS record, which moves to the new primary after a failover."
        }
        database_keys!() => database::help(key).0,
        Key::ReplicaOf => "The database that it follows. Replication is asynchronous, so reads may be stale.",
        Key::ApplyRate => "Writes per second that the replica can apply. With more writes than this its lag grows.",
        Key::BaseLag => "Replication lag when there is little to apply.",
    }
}
