//! What a run has used of what AWS bills.

use serde::{Deserialize, Serialize};

use crate::PartIndex;
use crate::outcome::listed;

listed! {
    /// Something that is counted because it is billed.
    Quantity {
        /// Seconds that instances existed, from the launch call to their end; each instance counts.
        InstanceSeconds,
        /// The same of Spot Instances.
        SpotSeconds,
        /// Seconds that instances had a root volume, prepared ones that are stopped too; each volume counts.
        VolumeSeconds,
        /// Surplus CPU credits to pay for: vCPU-minutes beyond what was earned.
        SurplusCredits,
        /// GiB of database storage, by the second; each copy counts.
        StorageGibSeconds,
        /// I/O operations a second that are provisioned and paid for, by the second.
        IopsSeconds,
        /// I/O operations of storage where each is paid for: Aurora's.
        StorageIos,
        /// LCUs, or NLCUs, by the second.
        LcuSeconds,
        /// Bytes that a NAT gateway processed.
        NatBytes,
        /// DNS queries that a hosted zone answered, but for those of aliases to AWS resources (R53-22).
        DnsQueries,
        /// Requests that a distribution took.
        EdgeRequests,
        /// Requests that a bucket answered, but for those that put an object.
        GetRequests,
        /// Requests that put an object.
        PutRequests,
        /// Requests to a queue: messages sent, receives and deletions.
        QueueRequests,
        /// Bytes of answers to clients on the internet, and of requests to services outside AWS.
        InternetBytes,
        /// Bytes between two zones of a Region, whichever way; each counts once.
        CrossZoneBytes,
        /// Bytes between two Regions.
        InterRegionBytes,
        /// Bytes of writes that a distribution passed on to its origins.
        OriginUploadBytes,
        /// Seconds that instances had a public IPv4 address; each address counts.
        AddressSeconds,
        /// Requests of users that failed in the end.
        FailedRequests,
    }
}

/// How much of it a part has used since the start of the run.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PartUsage {
    /// The part.
    pub part: PartIndex,
    /// What.
    pub quantity: Quantity,
    /// Whose instance class is another than the design's: its place in the list of RDS classes, from 1; 0 for all else.
    pub class: u8,
    /// How much.
    pub amount: f64,
}
