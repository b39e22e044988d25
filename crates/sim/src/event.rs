//! Kinds of events on the queue: what happens when their time comes.

/// The kind of an event. The comment says what its target and token mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Kind {
    /// A request arrives: users; the token is the arrival stream's epoch.
    Arrival,
    /// A client of a closed population has thought: users; the token is the client.
    ThoughtOver,
    /// A DNS lookup is answered: attempt and generation. So are all kinds down to `Fetched`.
    Resolved,
    /// The request reaches the front: an edge, a node or an instance.
    AtFront,
    /// The request reaches a node of a load balancer behind an edge.
    AtNode,
    /// The request reaches an instance.
    AtInstance,
    /// A CPU burst on an instance ends.
    InstanceCpuDone,
    /// A handler has waited long enough: attempt and generation.
    HandlerWaited,
    /// A call reaches a service outside AWS: attempt and generation.
    AtExternalService,
    /// The operations of a request on its instance's volume end.
    DiskDone,
    /// A call's answer reaches the caller: attempt and generation.
    Called,
    /// A request reaches a queue: attempt and generation.
    AtQueue,
    /// A queue's answer reaches a worker, or its pause is over: attempt and generation.
    Polled,
    /// A command reaches a cache: attempt and generation.
    AtCache,
    /// A cache's answer reaches the instance: attempt and generation.
    CacheAnswered,
    /// A query reaches a database.
    AtDatabase,
    /// A CPU burst on a database ends.
    DatabaseCpuDone,
    /// A query's answer is back at the instance.
    QueryAnswered,
    /// The answer reaches the client.
    Answered,
    /// A backoff ends.
    Retry,
    /// An origin's answer reaches the edge.
    Fetched,
    /// A slot's deadline entry: slot, no generation.
    Deadline,
    /// A node checks a target: check; the token is its epoch.
    HealthCheck,
    /// A lost or returned node is noticed: node.
    NodeDetection,
    /// A draining target's delay is over: instance.
    DrainEnd,
    /// A deregistered target's delay is over: instance; the token is the target group.
    TargetDrained,
    /// The registration of a target is complete: instance; the token is the target group.
    TargetRegistered,
    /// A launched or restarted instance runs its application: instance; the token is its epoch.
    InstanceUp,
    /// EC2 takes a Spot Instance back: instance; the token is the event.
    SpotReclaim,
    /// A group looks at its instances' health: group.
    HealthPoll,
    /// A minute of CloudWatch's metrics ends: group.
    MetricMinute,
    /// A group's alarms are evaluated: group.
    AlarmEvaluation,
    /// A group's scheduled action, or its forecast of an hour: group; the token is the action's number, or 0.
    GroupClock,
    /// A step of a database's failover or recovery: database; the token is its step counter.
    DatabaseStep,
    /// Messages of a queue are visible again: queue.
    MessagesVisible,
    /// A cache's replica is promoted: cache; the token is its step counter.
    CachePromotion,
    /// The replacement of a cache node is there: cache; the token is the node and its epoch.
    CacheNodeReady,
    /// An opening connection of a pool succeeds or fails: pool; the token is its attempt counter.
    PoolOpened,
    /// A pool may try to open a connection again: pool; the token is its attempt counter.
    PoolRetry,
    /// An invalidation reaches a location: distribution and location; the token is its event.
    Invalidated,
    /// ACM may renew a certificate from now on: certificate; the token counts its renewals.
    CertificateRenewal,
    /// A certificate expires by itself: certificate; the token counts its renewals.
    CertificateExpiry,
    /// A Route 53 checker checks: checker.
    RecordCheck,
    /// A Route 53 checker has a result: checker; the token is 1 for a pass.
    RecordChecked,
    /// An alarm that a Route 53 health check follows is evaluated: check; the token is 1 for OK.
    RecordAlarm,
    /// A second of simulated time ends.
    Second,
}

impl Kind {
    /// The kind with this number; the last one for any other. A match of all is no table, so that what is matched next is the
    /// number itself.
    #[inline]
    pub(crate) const fn from_number(number: u8) -> Kind {
        match number {
            0 => Kind::Arrival,
            1 => Kind::ThoughtOver,
            2 => Kind::Resolved,
            3 => Kind::AtFront,
            4 => Kind::AtNode,
            5 => Kind::AtInstance,
            6 => Kind::InstanceCpuDone,
            7 => Kind::HandlerWaited,
            8 => Kind::AtExternalService,
            9 => Kind::DiskDone,
            10 => Kind::Called,
            11 => Kind::AtQueue,
            12 => Kind::Polled,
            13 => Kind::AtCache,
            14 => Kind::CacheAnswered,
            15 => Kind::AtDatabase,
            16 => Kind::DatabaseCpuDone,
            17 => Kind::QueryAnswered,
            18 => Kind::Answered,
            19 => Kind::Retry,
            20 => Kind::Fetched,
            21 => Kind::Deadline,
            22 => Kind::HealthCheck,
            23 => Kind::NodeDetection,
            24 => Kind::DrainEnd,
            25 => Kind::TargetDrained,
            26 => Kind::TargetRegistered,
            27 => Kind::InstanceUp,
            28 => Kind::SpotReclaim,
            29 => Kind::HealthPoll,
            30 => Kind::MetricMinute,
            31 => Kind::AlarmEvaluation,
            32 => Kind::GroupClock,
            33 => Kind::DatabaseStep,
            34 => Kind::MessagesVisible,
            35 => Kind::CachePromotion,
            36 => Kind::CacheNodeReady,
            37 => Kind::PoolOpened,
            38 => Kind::PoolRetry,
            39 => Kind::Invalidated,
            40 => Kind::CertificateRenewal,
            41 => Kind::CertificateExpiry,
            42 => Kind::RecordCheck,
            43 => Kind::RecordChecked,
            44 => Kind::RecordAlarm,
            _ => Kind::Second,
        }
    }
}

const _: () = {
    let mut number = 0;
    while number <= Kind::Second as u8 {
        assert!(Kind::from_number(number) as u8 == number);
        number += 1;
    }
};
