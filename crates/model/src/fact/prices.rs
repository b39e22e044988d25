//! Prices, SLAs and the length of a run.

use super::Fact;

facts! {
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
