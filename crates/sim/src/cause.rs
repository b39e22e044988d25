//! Causes: what an attempt was waiting for when somebody gave up on it.

use ninepins_macros::later;
use ninepins_report::{Because, Cause, CauseKind, PartIndex};

use crate::attempt::{Attempt, NONE, Origin, Step};
use crate::engine::Engine;

/// A cause.
#[inline]
pub(crate) const fn cause(kind: CauseKind, part: PartIndex, because: Because) -> Cause {
    Cause { kind, part, because }
}

impl Engine {
    fn busy_instance(&self, attempt: &Attempt, kind: CauseKind) -> Cause {
        let instance = &self.instances[attempt.instance as usize];
        if let Some(event) = instance.hangs.first() {
            return cause(CauseKind::InstanceHung, instance.part, Because::Event(*event));
        }
        let machine = &instance.machine;
        let event = match kind {
            CauseKind::VolumeSlow => machine.volume.disturbance(),
            CauseKind::InstanceCpu => machine.stressed_by(),
            // Threads that all wait for the volume are busy because of what happened to it.
            _ if machine.uses_disk(attempt.class) => machine.volume.pauses.first().copied(),
            _ => None,
        };
        if let Some(event) = event {
            return cause(kind, instance.part, Because::Event(event));
        }
        // Threads that all wait for a lost database are busy because of what happened to the database.
        if kind == CauseKind::ThreadsBusy {
            for pool in &instance.pools {
                let waits_for = self.pool_cause(*pool);
                if waits_for.kind != CauseKind::PoolExhausted {
                    return cause(kind, instance.part, waits_for.because);
                }
            }
        }
        cause(kind, instance.part, Because::Demand)
    }

    /// Why a pool has no connection to give.
    pub(crate) fn pool_cause(&self, pool: u32) -> Cause {
        let pool = &self.pools[pool as usize];
        let member = &self.members[pool.resolved as usize];
        if let Some(because) = member.unreachable() {
            return cause(member.unreachable_kind(), member.part, because);
        }
        match pool.last_failure {
            Some(failure) => failure,
            None => {
                let leak = pool.leaked.first().map(|(event, _)| Because::Event(*event));
                let because = leak.or_else(|| self.missing_cache(pool.instance)).unwrap_or(Because::Demand);
                cause(CauseKind::PoolExhausted, self.instances[pool.instance as usize].part, because)
            }
        }
    }
}

#[later]
impl Engine {
    /// Why an attempt has no answer yet: the resource it waits for, and that state's reason.
    pub(crate) fn waiting_for(&self, attempt: &Attempt) -> Cause {
        match attempt.step {
            Step::AskingCache | Step::FillingCache | Step::Invalidating => attempt.cause,
            Step::Lost | Step::QueryLost | Step::Answering | Step::Backoff => attempt.cause,
            Step::AtEdge | Step::Fetching => {
                let distribution = &self.distributions[usize::from(attempt.distribution)];
                cause(CauseKind::OriginSlow, distribution.part, Because::Demand)
            }
            Step::AtExternalService | Step::AtQueue => attempt.cause,
            Step::Polling | Step::LongPolling | Step::Delivering | Step::Deleting | Step::Pausing => attempt.cause,
            Step::Calling => self.call_cause(attempt),
            Step::Resolving | Step::Travelling if attempt.origin == Origin::Call && attempt.instance == NONE => {
                cause(CauseKind::NetworkSlow, self.caller_part(attempt), Because::Configuration)
            }
            Step::Resolving if attempt.cause.kind == CauseKind::HostedZoneDown => attempt.cause,
            Step::Resolving | Step::Travelling | Step::Receiving if attempt.instance == NONE => {
                let part = self.users.get(usize::from(attempt.users)).map_or(0, |users| users.part);
                cause(CauseKind::NetworkSlow, part, Because::Configuration)
            }
            Step::Resolving | Step::Travelling | Step::Receiving => {
                cause(CauseKind::NetworkSlow, self.instances[attempt.instance as usize].part, Because::Configuration)
            }
            Step::WaitingForThread => self.busy_instance(attempt, CauseKind::ThreadsBusy),
            Step::OnLink => {
                cause(CauseKind::InstanceNetwork, self.instances[attempt.instance as usize].part, Because::Demand)
            }
            Step::OnDisk => self.busy_instance(attempt, CauseKind::VolumeSlow),
            Step::HandlerWaits => self.busy_instance(attempt, CauseKind::HandlerSlow),
            Step::OnInstanceCpu => self.busy_instance(attempt, CauseKind::InstanceCpu),
            Step::WaitingForConnection => self.pool_cause(attempt.pool),
            Step::Querying => self.querying_cause(attempt),
        }
    }
}
