//! The presets in English.

use ninepins_model::presets::Preset;

use super::{ExperimentTexts, PresetTexts, experiment};

pub(super) const fn texts(preset: Preset) -> &'static PresetTexts {
    match preset {
        Preset::SingleInstance => &PresetTexts {
            name: "One server",
            teaches: "A single EC2 instance: nothing shares its load, and nothing replaces it.",
            experiments: &[
                experiment!("Terminate the server", "It is gone for good. Nothing notices and nothing replaces it."),
                experiment!(
                    "Four times the traffic for two minutes",
                    "Its processors fill up within seconds, and the queue outlasts the rush.",
                ),
            ],
        },
        Preset::TwoTierOneAz => &PresetTexts {
            name: "Two tiers in one zone",
            teaches: "A load balancer, two instances and a database, all at work in one Availability Zone.",
            experiments: &[
                experiment!(
                    "Power off the zone for five minutes",
                    "Everything fails, and after the power is back it takes minutes until all is served again.",
                ),
                experiment!(
                    "Fail the database",
                    "There is no standby: three minutes of recovery, and waiting threads take the pages down too.",
                ),
            ],
        },
        Preset::StaticSite => &PresetTexts {
            name: "Static website",
            teaches: "Route 53, CloudFront and an S3 bucket: caches carry the load, a certificate carries the trust.",
            experiments: &[
                experiment!(
                    "Empty the caches",
                    "The bucket is asked for everything once. Pages are slower for a moment; none fails.",
                ),
                experiment!(
                    "Let the certificate expire for three minutes",
                    "Open connections go on. Whoever connects anew is shut out, and soon that is everybody.",
                ),
            ],
        },
        Preset::SpaErrorMapping => &PresetTexts {
            name: "Single-page app, with and without its error page",
            teaches: "Deep links are no keys of the bucket: one distribution maps the 403 to the app, the other does not.",
            experiments: &[
                experiment!(
                    "Break the bucket policy for five minutes",
                    "What is cached goes on. The error page hides the rest: status 200, and nobody notices.",
                ),
                experiment!(
                    "Invalidate everything after a deployment",
                    "One location after the other fetches anew, some only after more than a minute. Nothing fails.",
                ),
            ],
        },
        Preset::SeedArchitecture => &PresetTexts {
            name: "Spring API and React app",
            teaches: "A complete web application in two zones, with Multi-AZ, a read replica and Auto Scaling.",
            experiments: &[
                experiment!("Power off a zone", "Everything in the first Availability Zone vanishes for ten minutes."),
                experiment!(
                    "Fail the database's primary",
                    "Its host dies. See how long writes fail until the standby takes over.",
                ),
            ],
        },
        Preset::ThreeAz => &PresetTexts {
            name: "Three zones, statically stable",
            teaches: "Six instances where four would do: a lost zone is survived without launching anything.",
            experiments: &[
                experiment!(
                    "Power off zone c",
                    "A tenth of the requests fail until DNS and health checks notice, for under two minutes. Nothing is launched for it.",
                ),
                experiment!(
                    "Power off zone a, with the primary",
                    "The database is what must move: reads and writes wait for the standby, most pages go on.",
                ),
            ],
        },
        Preset::StaticStability => &PresetTexts {
            name: "With and without static stability",
            teaches: "Two services under the same load: one has just enough instances, the other has enough without a zone.",
            experiments: &[
                experiment!(
                    "Power off zone b",
                    "Both fail for the minute and a half that DNS takes. Then one is well, and the other turns two in five requests away until its instances are replaced.",
                ),
                experiment!(
                    "Let zone a run out of capacity for half an hour",
                    "By itself it changes nothing. Now power off zone b: nothing can be launched, and the difference lasts as long as the outage.",
                ),
            ],
        },
        Preset::TwoRegions => &PresetTexts {
            name: "Two Regions with DNS failover",
            teaches: "Route 53 sends everyone to the second Region when health checks of the first fail, as fast as caches let it.",
            experiments: &[
                experiment!(
                    "Lose Seoul",
                    "All fail until most health checkers agree, half a minute later; then caches run out within another minute and Tokyo serves.",
                ),
                experiment!(
                    "Expire the certificate in Seoul",
                    "New connections fail, but health checkers do not validate certificates: nothing fails over.",
                ),
            ],
        },
        Preset::OneNatGateway => &PresetTexts {
            name: "One NAT gateway for all zones",
            teaches: "Two zones share one way to the internet, so what one zone loses the other loses as well.",
            experiments: &[
                experiment!(
                    "Power off the gateway's zone",
                    "The other zone has instances enough, and serves all but what it must pay for on the internet.",
                ),
                experiment!(
                    "Fail the NAT gateway for five minutes",
                    "Every instance is healthy and no health check complains. Every payment fails, in both zones.",
                ),
            ],
        },
        Preset::ConnectionPoolTrap => &PresetTexts {
            name: "Connection pool trap",
            teaches: "Slow queries hold every pooled connection while all processors idle, so nothing scales.",
            experiments: &[
                experiment!(
                    "Three times the traffic for five minutes",
                    "Requests wait for a connection and fail, while no processor reaches 40 %. No alarm goes off.",
                ),
                experiment!(
                    "Double the instances",
                    "The obvious cure. Eight pools of ten are more than the database's fifty connections.",
                ),
            ],
        },
        Preset::RetryStormTrap => &PresetTexts {
            name: "Retry storm trap",
            teaches: "Clients that give up after a second and retry at once keep an overload alive by themselves.",
            experiments: &[
                experiment!(
                    "Twice the traffic for twenty seconds",
                    "The burst ends, the outage does not: retries keep the instances busy for nobody.",
                ),
                experiment!(
                    "Turn nine in ten users away for two minutes",
                    "In the middle of the storm, this is what ends it. Without the storm, a quiet moment.",
                ),
            ],
        },
        Preset::CreditsTrap => &PresetTexts {
            name: "CPU credits trap",
            teaches: "Burstable instances that are half busy all the time: fast until their credits are spent.",
            experiments: &[
                experiment!(
                    "Shift the traffic to t3 in unlimited mode",
                    "Nothing is throttled. What they use beyond their credits is on the bill once a day's worth is owed, or they end.",
                ),
                experiment!(
                    "Shift the traffic to m6i.large",
                    "It has no credits to spend: the same load, for as long as you like, at one price.",
                ),
            ],
        },
        Preset::CacheLossTrap => &PresetTexts {
            name: "Cache loss trap",
            teaches: "A cache answers the reads that the database could not, and nothing stands in for the cache.",
            experiments: &[
                experiment!(
                    "Fail the cache's node",
                    "For three minutes most reads fail at a database that nothing is wrong with.",
                ),
                experiment!(
                    "Delete everything in the cache",
                    "The node is well. The most popular items are back first, so it is over sooner.",
                ),
            ],
        },
        Preset::Wordpress => &PresetTexts {
            name: "WordPress over two zones",
            teaches: "Files come from the edge, pages from memory: little is left for the database.",
            experiments: &[
                experiment!(
                    "Fail the database's host",
                    "It takes an Aurora Replica half a minute to take over. Pages that the cache has are still served.",
                ),
                experiment!(
                    "Power off the zone of both primaries for ten minutes",
                    "The cache's replica is promoted in seconds, the database's within about half a minute.",
                ),
            ],
        },
        Preset::QueueAndWorkers => &PresetTexts {
            name: "A queue between web and workers",
            teaches: "Users wait for the queue to take their order, not for the work on it.",
            experiments: &[
                experiment!(
                    "Five times the orders for five minutes",
                    "No user notices. The backlog grows, workers are added by it, and it is worked off.",
                ),
                experiment!(
                    "Fail the database's host",
                    "The workers fail, the users do not: orders wait and are worked on again.",
                ),
            ],
        },
        Preset::EmptyCanvas => &PresetTexts {
            name: "Empty canvas",
            teaches: "Nothing yet: drag blocks from the palette and wire them.",
            experiments: &[],
        },
    }
}
