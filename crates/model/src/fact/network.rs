//! Latencies, VPCs and load balancers.

use super::Fact;

facts! {
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
    /// Time until a target is `unused` whose instance was terminated or stopped.
    UNUSED_TARGET = "ALB-12", 0, 0 ..= 0, Seconds, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html";
    /// Status of a load balancer's answer where a target refuses, resets or breaks off.
    BAD_GATEWAY_STATUS = "ALB-39", 502, 502 ..= 502, Number, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html";
    /// Status of a load balancer's answer where a target group has no registered target.
    NO_TARGET_STATUS = "ALB-40", 503, 503 ..= 503, Number, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html";
    /// Status of a load balancer's answer where a target does not connect or answer in time.
    GATEWAY_TIMEOUT_STATUS = "ALB-41", 504, 504 ..= 504, Number, Confirmed, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html";
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
}
