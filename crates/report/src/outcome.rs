//! How a request ended.

use serde::{Deserialize, Serialize};

macro_rules! listed {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$variant_doc])* $variant),* }

        impl $name {
            /// Every value, in order.
            pub const ALL: &[$name] = &[$($name::$variant),*];
        }
    };
}
pub(crate) use listed;

listed! {
    /// What a request is for.
    Class {
        /// A static asset of the web page.
        Asset,
        /// An API read.
        Read,
        /// An API write.
        Write,
    }
}

listed! {
    /// How a client request ended, after its retries: ok, or the failure of its last attempt.
    Outcome {
        /// Answered.
        Ok,
        /// The name did not resolve.
        DnsFailure,
        /// The TLS handshake failed.
        TlsFailure,
        /// No answer to the connection request in time.
        ConnectTimeout,
        /// The connection was refused.
        Refused,
        /// The connection was reset.
        Reset,
        /// HTTP 403.
        Forbidden,
        /// HTTP 404.
        NotFound,
        /// HTTP 408 from a load balancer: the client stopped sending.
        RequestTimeout,
        /// HTTP 429.
        TooManyRequests,
        /// 463 from a load balancer: too many addresses in X-Forwarded-For.
        TooManyForwarded,
        /// 464 from a load balancer: the target group expects another version of the protocol.
        ProtocolMismatch,
        /// HTTP 500 from the application.
        InternalError,
        /// HTTP 502 from a load balancer or an edge.
        BadGateway,
        /// HTTP 503.
        ServiceUnavailable,
        /// HTTP 504 from a load balancer or an edge.
        GatewayTimeout,
        /// 561 from a load balancer: the identity provider answered with an error.
        IdentityProviderError,
        /// The client gave up waiting.
        ClientTimeout,
        /// Refused at once instead of being tried, so as not to add to the load.
        Shed,
    }
}
