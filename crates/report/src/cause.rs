//! Why a request failed: the resource it was refused by or was waiting for, and why that was so.

use serde::{Deserialize, Serialize};

use crate::PartIndex;
use crate::outcome::listed;

/// The cause of a failure, captured when the attempt failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cause {
    /// What was wrong.
    pub kind: CauseKind,
    /// The part that refused or kept waiting.
    pub part: PartIndex,
    /// Why it was in that state.
    pub because: Because,
}

/// Why a state is as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Because {
    /// The design says so.
    Configuration,
    /// Demand exceeds capacity.
    Demand,
    /// An event of the timeline, by its index.
    Event(u32),
    /// A control decision, by the id of its log entry, which has its own `because`.
    Decision(u32),
}

listed! {
    /// What was wrong at the part that failed the request.
    CauseKind {
        /// No record has the name.
        NoRecord,
        /// The name servers of the hosted zone do not answer.
        HostedZoneDown,
        /// A record leads to an address where nobody answers.
        WrongRecord,
        /// The clients' circuit breaker is open.
        CircuitOpen,
        /// The design gives the request nowhere to go.
        NoRoute,
        /// No certificate is attached (also: one of the wrong Region, which AWS would not attach).
        NoCertificate,
        /// The certificate has expired.
        CertificateExpired,
        /// The certificate does not cover the name.
        CertificateName,
        /// The subnet has no route to the internet, or the part no public address.
        NotPublic,
        /// A security group drops the packets.
        SecurityGroup,
        /// The instance tracks as many connections as it can, and drops the packets of others.
        TrackedConnections,
        /// A network ACL drops the packets, on the way there or back.
        NetworkAcl,
        /// Nothing passes on the network between the two: a partition, or a zone that is cut off.
        NetworkCut,
        /// The subnet has no way to the internet.
        NoInternetPath,
        /// The NAT gateway on the way does not work.
        NatGatewayDown,
        /// The NAT gateway has no port left for the destination.
        NatPortsExhausted,
        /// The NAT gateway had forgotten a connection that was idle.
        NatIdleTimeout,
        /// The Region is gone.
        RegionLost,
        /// The load balancer node does not answer: it has no power or has gone.
        NodeDown,
        /// No target is registered.
        NoTargets,
        /// No listener rule takes the request.
        NoRule,
        /// The client stopped sending for longer than the load balancer waits.
        ClientStalled,
        /// The request has more addresses in X-Forwarded-For than a load balancer takes.
        TooManyForwarded,
        /// The request is not in the version of the protocol that the target group expects.
        ProtocolMismatch,
        /// The identity provider answered the load balancer with an error.
        IdentityProvider,
        /// The load balancer has reached its capacity.
        BalancerCapacity,
        /// The target had just closed the kept-alive connection that the load balancer used.
        KeepAliveRace,
        /// The target did not end its TLS handshake.
        TargetTls,
        /// The load balancer had forgotten the idle connection.
        FlowIdle,
        /// The load balancer resets connections of a target that became unhealthy.
        TargetUnhealthy,
        /// The load balancer has no port left for a connection to the target.
        PortExhaustion,
        /// The instance does not answer: it has no power or was cut off.
        InstanceDown,
        /// The instance was terminated.
        InstanceTerminated,
        /// The application on the instance does not listen yet.
        InstanceStarting,
        /// The application on the instance has crashed.
        ApplicationDown,
        /// Memory ran out, and the kernel killed the application's process.
        OutOfMemory,
        /// The request waited for, or used, its instance's volume.
        VolumeSlow,
        /// Its instance's volume is full.
        VolumeFull,
        /// The request waited for the network interface of its instance.
        InstanceNetwork,
        /// The application hangs.
        InstanceHung,
        /// An instance has spent its CPU credits.
        CreditsSpent,
        /// Requests in flight outlived the deregistration delay.
        Deregistered,
        /// The instance accepts no more connections.
        AcceptQueueFull,
        /// The server turned the request away: too many waited, or it had waited for too long.
        TurnedAway,
        /// The request waited for a worker thread.
        ThreadsBusy,
        /// The request waited for, or used, CPU on the instance.
        InstanceCpu,
        /// The request's handler took its time without CPU.
        HandlerSlow,
        /// A bug in the application failed the request.
        ApplicationError,
        /// The service outside AWS cannot be reached.
        ExternalServiceDown,
        /// The service outside AWS turned the request away: too many came.
        ExternalServiceLimit,
        /// The service outside AWS answered with an error.
        ExternalServiceError,
        /// The request waited for the service outside AWS.
        ExternalServiceSlow,
        /// The request waited for the queue to take its message.
        QueueSlow,
        /// The cache does not answer: its node is lost.
        CacheDown,
        /// The cache refused a connection: it has as many as it takes.
        CacheConnections,
        /// The request waited for the cache.
        CacheSlow,
        /// The cache answers less than usual: it has lost what it held.
        CacheCold,
        /// The request waited for a pooled database connection.
        PoolExhausted,
        /// The database refused a connection: all are in use.
        TooManyConnections,
        /// The database answered a query with an error.
        QueryError,
        /// The database does not answer: its host is down.
        DatabaseDown,
        /// The database is recovering and refuses connections.
        DatabaseRecovering,
        /// The replica is cut off.
        ReplicaCutOff,
        /// The request waited for, or used, CPU on the database.
        DatabaseCpu,
        /// The bucket has no such key.
        MissingKey,
        /// The bucket asks to slow down.
        SlowDown,
        /// The bucket's policy does not admit the request.
        AccessDenied,
        /// The behaviour does not take the request's method.
        MethodNotAllowed,
        /// The origin does not speak the protocol that CloudFront uses with it.
        OriginProtocol,
        /// The edge location has vanished from the network.
        EdgeLocationLost,
        /// A quota of the distribution is used up.
        EdgeQuota,
        /// The request waited for the bucket's answer.
        OriginSlow,
        /// The request was still travelling, resolving or connecting when the client gave up.
        NetworkSlow,
        /// The request waited for the database's storage: all its I/O operations are in use, or a backup pauses it.
        DatabaseStorage,
        /// The request waited for a lock in the database.
        DatabaseLocked,
        /// The database cannot write: its storage is full.
        StorageFull,
    }
}
