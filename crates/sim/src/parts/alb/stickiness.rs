//! Stickiness: a cookie binds a client to a target until it has not been used for its duration (ALB-32, ALB-33).

use ninepins_macros::later;
use ninepins_report::Outcome;

use crate::attempt::{NONE, Origin};
use crate::engine::Engine;
use crate::kernel::{SimTime, Slot, Span};

/// The cookies of a target group's clients.
#[derive(Clone, Debug)]
pub(crate) struct Pins {
    pub(crate) duration: Span,
    /// Whether the application sets the cookie, which it does only when all goes well.
    pub(crate) by_application: bool,
    /// By client, over all sources; grows as clients come.
    pub(crate) clients: Vec<Pin>,
}

/// A client's cookie.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pin {
    /// The target, or [`NONE`].
    pub(crate) instance: u32,
    pub(crate) expires: SimTime,
}

#[later]
impl Engine {
    /// A client's place among those of all sources; `None` for what keeps no cookies.
    pub(super) fn cookie_jar(&self, slot: Slot) -> Option<usize> {
        let attempt = self.attempts.get(slot.index, slot.generation)?;
        let users = usize::from(attempt.users);
        if attempt.origin != Origin::Client || !self.users.get(users)?.cookies {
            return None;
        }
        let before: u32 = self.users[..users].iter().map(|users| users.clients).sum();
        Some((before + attempt.client) as usize)
    }

    /// The target that a request's cookie names, if it may get the request.
    pub(super) fn pinned(&self, slot: Slot, group: usize, position: usize, zone: u16) -> Option<usize> {
        let group = &self.groups[group];
        let pin = group.pins.as_ref()?.clients.get(self.cookie_jar(slot)?)?;
        if pin.expires <= self.now {
            return None;
        }
        group.place_of(pin.instance).filter(|place| group.is_eligible(&group.targets[*place], position, zone))
    }

    /// An answer sets the cookie, or renews it.
    pub(super) fn pin(&mut self, slot: Slot, group: usize, instance: u32, outcome: Outcome) {
        let Some(jar) = self.cookie_jar(slot) else { return };
        let now = self.now;
        let Some(pins) = self.groups[group].pins.as_mut() else { return };
        if pins.by_application && outcome != Outcome::Ok {
            return;
        }
        if pins.clients.len() <= jar {
            pins.clients.resize(jar + 1, Pin { instance: NONE, expires: SimTime::ZERO });
        }
        pins.clients[jar] = Pin { instance, expires: now + pins.duration };
    }
}
