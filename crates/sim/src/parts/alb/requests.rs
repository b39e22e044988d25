//! What an Application Load Balancer says of a request before any target sees it: 463, 464, and authentication with its 561
//! (ALB-42).

use ninepins_macros::later;
use ninepins_model::parts::HttpVersion;
use ninepins_model::wires::ProtocolVersion;
use ninepins_report::{CauseKind, Class, Outcome};

use crate::attempt::Origin;
use crate::engine::Engine;
use crate::kernel::{SimTime, Slot, Span, Stream};
use crate::parts::certificate::Tls;

/// Most addresses in a request's `X-Forwarded-For` (ALB-42).
const FORWARDED_LIMIT: u32 = 30;

/// How a target group's listener rule authenticates clients.
#[derive(Clone, Debug)]
pub(crate) struct Authentication {
    /// How long the identity provider takes, from the redirect to the user's claims.
    pub(crate) latency: Span,
    /// Share of its answers that are errors.
    pub(crate) errors: f64,
    /// How long a client stays authenticated.
    pub(crate) session: Span,
    /// Until when each client is, over all sources; grows as clients come.
    pub(crate) sessions: Vec<SimTime>,
    pub(crate) draws: Stream,
}

/// An answer that the node gives by itself, after a time.
pub(super) type Refusal = (Outcome, CauseKind, Span);

#[later]
impl Engine {
    /// Looks at a request for a target group: how long it is held before it is forwarded, or why it is not.
    pub(super) fn inspect(&mut self, slot: Slot, group: u16) -> Result<Span, Refusal> {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return Ok(Span::ZERO) };
        let is_direct = attempt.origin == Origin::Client && !attempt.via_edge;
        let users = self.users.get(usize::from(attempt.users)).filter(|_| attempt.origin == Origin::Client);
        // A distribution adds the viewer's address, and speaks HTTP/1.1 with its origins.
        let forwarded = users.map_or(0, |users| users.forwarded_addresses) + u32::from(!is_direct);
        if forwarded > FORWARDED_LIMIT {
            return Err((Outcome::TooManyForwarded, CauseKind::TooManyForwarded, Span::ZERO));
        }
        let route = users.and_then(|users| users.routes.get(usize::from(attempt.route)));
        let is_tls = route.is_some_and(|route| matches!(route.tls, Tls::Certificate(_)));
        let version = match users {
            Some(users) if is_direct && is_tls => users.http_version,
            _ => HttpVersion::Http1,
        };
        let takes = match self.groups[usize::from(group)].version {
            ProtocolVersion::Http1 => version != HttpVersion::Grpc,
            ProtocolVersion::Http2 => version != HttpVersion::Http1,
            ProtocolVersion::Grpc => {
                version == HttpVersion::Grpc || version == HttpVersion::Http2 && attempt.class == Class::Write
            }
        };
        if !takes {
            return Err((Outcome::ProtocolMismatch, CauseKind::ProtocolMismatch, Span::ZERO));
        }
        self.authenticate(slot, group)
    }

    /// A client without a session is sent to the identity provider first.
    fn authenticate(&mut self, slot: Slot, group: u16) -> Result<Span, Refusal> {
        let (now, jar) = (self.now, self.cookie_jar(slot));
        let Some(authentication) = self.groups[usize::from(group)].authentication.as_mut() else {
            return Ok(Span::ZERO);
        };
        let session = jar.and_then(|jar| authentication.sessions.get(jar));
        if session.is_some_and(|until| *until > now) {
            return Ok(Span::ZERO);
        }
        let latency = authentication.latency;
        if authentication.draws.chance(authentication.errors) {
            return Err((Outcome::IdentityProviderError, CauseKind::IdentityProvider, latency));
        }
        if let Some(jar) = jar {
            let sessions = &mut authentication.sessions;
            sessions.resize(sessions.len().max(jar + 1), SimTime::ZERO);
            sessions[jar] = now + latency + authentication.session;
        }
        Ok(latency)
    }
}
