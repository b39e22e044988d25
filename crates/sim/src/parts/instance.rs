//! An EC2 instance: connections, worker threads, vCPUs, and a request's way over them.
//!
//! A request holds a worker thread from start to answer (APP-01), also while it waits for the database or for another
//! service. Its CPU demand is one burst, or two halves around what it waits for.

use std::rc::Rc;

use ninepins_model::wires::HealthCheckDepth;
use ninepins_report::{Because, Cause, CauseKind, Class, Outcome, PartIndex};

use crate::attempt::{Attempt, NONE, Origin, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Admission, SimTime, Slot, Span, Station, Stream};
use crate::network::Place;
use crate::parts::call::Call;
use crate::parts::credits::Credits;
use crate::parts::elasticache::CacheClient;
use crate::parts::machine::Machine;
use crate::parts::server::Server;
use crate::parts::sqs::Consumer;

/// Where an instance is in its life (ASG-43).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Life {
    /// Launching, or its application starts.
    Pending,
    /// Running its application.
    InService,
    /// Taking no new requests.
    Draining,
    /// Gone.
    Terminated,
}

/// An instance.
#[derive(Clone, Debug)]
pub(crate) struct Instance {
    pub(crate) part: PartIndex,
    /// The Auto Scaling group, or [`NONE`].
    pub(crate) scaling_group: u32,
    /// Hash of its name, for its random streams.
    pub(crate) component: u64,
    /// Number in the order of creation within its part, from 1.
    pub(crate) number: u32,
    pub(crate) place: Place,
    /// Whether what its user data needs is there, so that its application can start.
    pub(crate) is_installed: bool,
    /// Connections that its security groups can track, where that can matter (VPC-33).
    pub(crate) tracked_limit: Option<u32>,
    /// Connections dropped for it in this second.
    pub(crate) untracked: u32,
    /// Whether its application runs.
    pub(crate) is_started: bool,
    pub(crate) life: Life,
    /// Why it goes once its replacement serves, if it does.
    pub(crate) outgoing: Option<Because>,
    pub(crate) is_spot: bool,
    /// The launch template's version that it was made from.
    pub(crate) version: u32,
    /// Until when a lifecycle hook holds it before its end.
    pub(crate) held_until: Option<SimTime>,
    /// Why it is as it is: its launch, its termination.
    pub(crate) because: Because,
    /// Why it does not answer packets at all, if it does not.
    pub(crate) down: Option<Because>,
    pub(crate) down_kind: CauseKind,
    /// Events that make the application hang.
    pub(crate) hangs: Vec<u32>,
    /// Events that keep the application's process away.
    pub(crate) crashes: Vec<u32>,
    /// What the hung application has received and not looked at.
    pub(crate) parked: Vec<Slot>,
    /// Changes whenever everything on it is lost.
    pub(crate) epoch: u32,
    pub(crate) cpu: Station,
    pub(crate) threads: Station,
    /// Connections: requests on it, with or without a thread.
    pub(crate) connections: u32,
    pub(crate) server: Rc<Server>,
    pub(crate) vcpus: u32,
    /// Its CPU credits, if it is burstable.
    pub(crate) credits: Option<Credits>,
    pub(crate) machine: Machine,
    pub(crate) pools: Vec<u32>,
    /// The client of the cache that it asks before the database.
    pub(crate) cache: Option<CacheClient>,
    /// The services it calls.
    pub(crate) calls: Vec<Call>,
    /// The queues whose messages it works on.
    pub(crate) consumers: Rc<[Consumer]>,
    /// Events that make it answer with errors, and for which share of the requests.
    pub(crate) errors: Vec<(u32, f64)>,
    /// Events that make it keep the connection of a share of its queries.
    pub(crate) leaks: Vec<(u32, f64)>,
    /// How far it is with the next read that goes to the writer, from 0 to 1.
    pub(crate) read_turn: f64,
    pub(crate) launched: SimTime,
    /// How long after that its application starts.
    pub(crate) starts_in: Span,
    pub(crate) in_service: SimTime,
    /// Until when it is left out of the group's metrics.
    pub(crate) warm_at: SimTime,
    /// CPU integral at the start of the present minute.
    pub(crate) minute_mark: (SimTime, u128),
    /// Bytes received and sent since then, where somebody follows them.
    pub(crate) carried: [u64; 2],
    /// CPU integral at the start of the present second.
    pub(crate) second_mark: u128,
    /// Utilisation of the last seconds, smoothed.
    pub(crate) load: f32,
    pub(crate) service: Stream,
    pub(crate) waits: Stream,
    /// Which requests call, and how long a call backs off.
    pub(crate) choices: Stream,
    /// Which TLS handshakes resume a session.
    pub(crate) sessions: Stream,
    pub(crate) failures: Stream,
}

impl Instance {
    /// Whether its application accepts connections.
    pub(crate) fn is_listening(&self) -> bool {
        self.is_started
            && matches!(self.life, Life::InService | Life::Draining)
            && self.crashes.is_empty()
            && self.machine.killed.is_none()
    }

    /// What is wrong with an instance that answers packets and does not listen, and why.
    pub(crate) fn refusal(&self) -> (CauseKind, Because) {
        match (self.crashes.first(), self.machine.killed) {
            (Some(event), _) => (CauseKind::ApplicationDown, Because::Event(*event)),
            (None, Some((because, _))) => (CauseKind::OutOfMemory, because),
            (None, None) => (CauseKind::InstanceStarting, self.because),
        }
    }

    /// Why it is not well, as far as is known.
    pub(crate) fn state_because(&self) -> Because {
        match (self.down, self.hangs.first()) {
            (Some(because), _) => because,
            (None, Some(event)) => Because::Event(*event),
            (None, None) if !self.is_listening() => self.refusal().1,
            (None, None) => Because::Demand,
        }
    }
}

/// The event that makes this request fail, if one does: each fails its own share.
pub(crate) fn failing_event(layers: &[(u32, f64)], draws: &mut Stream) -> Option<u32> {
    layers.iter().find(|(_, share)| draws.chance(*share)).map(|(event, _)| *event)
}

impl Engine {
    /// A request reaches an instance.
    pub(crate) fn at_instance(&mut self, slot: Slot) {
        self.totals.hops += 1;
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        match attempt.step {
            Step::Travelling if Engine::has_bytes(attempt) => {
                let kept = self.carry(slot, 0);
                if !kept.is_zero() {
                    return self.keep_on_link(slot, kept);
                }
            }
            Step::Travelling | Step::OnLink => {}
            _ => return, // it was lost on the way, and whoever waits knows
        }
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.step = Step::Travelling;
        let index = attempt.instance;
        let instance = &mut self.instances[index as usize];
        if instance.down.is_some() || matches!(instance.life, Life::Pending | Life::Terminated) {
            let (kind, part, because) = (instance.down_kind, instance.part, instance.state_because());
            return self.lose(slot, kind, part, because);
        }
        if instance.epoch != attempt.instance_epoch || !instance.is_listening() {
            // Nobody listens, or the connection is unknown there by now.
            let (kind, because) = instance.refusal();
            let why = cause(kind, instance.part, because);
            return self.refuse(slot, why);
        }
        let is_check = attempt.origin == Origin::Check;
        if !is_check {
            self.record.arrived(instance.part);
        } else if instance.server.answers_apart(self.groups[usize::from(attempt.group)].check_port) {
            return self.check_apart(slot);
        }
        if instance.connections >= instance.server.connection_limit {
            let why = cause(CauseKind::AcceptQueueFull, instance.part, Because::Demand);
            return self.refuse(slot, why);
        }
        instance.connections += 1;
        attempt.on_instance = true;
        attempt.forwarded = if attempt.node == NONE { now } else { attempt.forwarded };
        match instance.threads.arrive(now, slot) {
            Admission::Started => self.thread_started(slot),
            Admission::Queued => attempt.step = Step::WaitingForThread,
            Admission::Refused => self.turn_away(slot),
        }
    }

    /// The network interface of an instance is busy: a request reaches it later.
    #[cold]
    fn keep_on_link(&mut self, slot: Slot, kept: Span) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.step = Step::OnLink;
        self.queue.push(self.now + kept, Kind::AtInstance as u8, slot.generation, slot.index);
    }

    /// Why an instance drops the packets of one more connection from a client, if it tracks as many as it can (VPC-33).
    pub(crate) fn cannot_track(&self, index: u32, client: Option<Place>) -> Option<ninepins_report::Cause> {
        let instance = &self.instances[index as usize];
        let limit = instance.tracked_limit?;
        if self.network.is_untracked(client, instance.place) {
            return None;
        }
        let pooled = instance.pools.iter().map(|pool| &self.pools[*pool as usize]);
        let open: u32 = pooled.map(|pool| pool.lent + pool.idle.len() as u32).sum();
        let is_full = instance.connections.saturating_add(open) >= limit;
        is_full.then(|| cause(CauseKind::TrackedConnections, instance.part, Because::Demand))
    }

    /// A worker thread takes a request.
    pub(crate) fn thread_started(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.has_thread = true;
        let index = attempt.instance as usize;
        if !self.instances[index].hangs.is_empty() {
            attempt.step = Step::WaitingForThread;
            return self.instances[index].parked.push(slot);
        }
        if attempt.origin == Origin::Check {
            return self.check_runs(slot);
        }
        self.start_burst(slot);
    }

    /// A check reaches the health endpoint on a port of its own, which has connections and threads of its own.
    #[cold]
    fn check_apart(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let instance = &mut self.instances[attempt.instance as usize];
        if instance.hangs.is_empty() {
            return self.check_runs(slot);
        }
        attempt.step = Step::WaitingForThread;
        instance.parked.push(slot);
    }

    /// The checked path: it answers, or queries the database first.
    fn check_runs(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let group = &self.groups[usize::from(attempt.group)];
        let (depth, path, port) = (group.depth, group.check_path, group.check_port);
        attempt.bursts = 1;
        let instance = attempt.instance;
        let is_served = self.instances[instance as usize].server.serves(path, port);
        let pool = self.pool_for(instance, Class::Read).filter(|_| is_served);
        match (depth, pool) {
            (HealthCheckDepth::Deep, Some(pool)) => self.borrow_connection(slot, pool),
            _ => self.respond(slot, Outcome::Ok, None),
        }
    }

    /// Puts a CPU burst in line.
    pub(crate) fn start_burst(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.step = Step::OnInstanceCpu;
        let instance = &mut self.instances[attempt.instance as usize];
        if instance.cpu.arrive(now, slot) == Admission::Started {
            self.burst_runs(slot);
        }
    }

    fn burst_runs(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let (class, handshakes) = (attempt.class, std::mem::take(&mut attempt.handshakes));
        let index = attempt.instance;
        let in_halves = self.computes_in_halves(index, class);
        let instance = &mut self.instances[index as usize];
        let mut demand = instance.burst_time(class, in_halves, handshakes);
        if let Some(credits) = &instance.credits {
            demand = demand.scaled(1.0 / credits.speed());
        }
        if !instance.machine.cpu_stress.is_empty() {
            demand = demand.scaled(1.0 / instance.speed_under_stress());
        }
        self.queue.push(now + demand, Kind::InstanceCpuDone as u8, slot.generation, slot.index);
    }

    /// A CPU burst ends.
    pub(crate) fn instance_cpu_done(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let index = attempt.instance as usize;
        if self.instances[index].epoch != attempt.instance_epoch {
            return;
        }
        if let Some(next) = self.instances[index].cpu.depart(now) {
            self.burst_runs(next);
        }
        if !self.instances[index].hangs.is_empty() {
            return self.instances[index].parked.push(slot);
        }
        self.after_burst(slot);
    }

    fn after_burst(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.bursts += 1;
        if attempt.bursts > 1 {
            return self.complete(slot);
        }
        let (class, instance) = (attempt.class, &mut self.instances[attempt.instance as usize]);
        let wait = instance.server.wait[class as usize];
        if wait.is_zero() {
            // Mostly there is nothing between the burst and the database.
            let is_plain = !instance.machine.uses_disk(class) && instance.calls.is_empty() && instance.cache.is_none();
            return if is_plain { self.go_to_database(slot) } else { self.after_wait(slot) };
        }
        attempt.step = Step::HandlerWaits;
        let wait = instance.server.shape.draw(wait, &mut instance.waits);
        self.queue.push(now + wait, Kind::HandlerWaited as u8, slot.generation, slot.index);
    }

    /// A handler has waited without CPU for as long as it takes.
    pub(crate) fn handler_waited(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.step != Step::HandlerWaits {
            return;
        }
        let instance = &mut self.instances[attempt.instance as usize];
        if !instance.hangs.is_empty() {
            return instance.parked.push(slot);
        }
        self.after_wait(slot);
    }

    /// The handler uses the disk, calls other services, then the database.
    fn after_wait(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if self.instances[attempt.instance as usize].machine.uses_disk(attempt.class) {
            return self.disk_begins(slot);
        }
        self.after_disk(slot);
    }

    /// The handler has what it wanted of the disk.
    pub(crate) fn after_disk(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.class != Class::Asset && !self.instances[attempt.instance as usize].calls.is_empty() {
            return self.next_call(slot, 0, 0);
        }
        self.after_calls(slot);
    }

    /// All calls to other services were answered.
    pub(crate) fn after_calls(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.class == Class::Read && self.instances[attempt.instance as usize].cache.is_some() {
            return self.look_aside(slot);
        }
        self.go_to_database(slot);
    }

    /// The handler queries the database, where there is one.
    pub(crate) fn go_to_database(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let (instance, class) = (attempt.instance, attempt.class);
        if attempt.sent_message {
            return self.start_burst(slot);
        }
        match self.pool_in_turn(instance, class) {
            Some(pool) => self.borrow_connection(slot, pool),
            None if self.instances[instance as usize].cache.is_some() && class == Class::Read => {
                self.after_database(slot)
            }
            None if self.computes_in_halves(instance, class) => self.start_burst(slot),
            None => self.complete(slot),
        }
    }

    /// Whether there is something that a request waits for between two CPU bursts.
    fn computes_in_halves(&self, index: u32, class: Class) -> bool {
        let instance = &self.instances[index as usize];
        class != Class::Asset
            && (!instance.calls.is_empty()
                || class == Class::Read && instance.cache.is_some()
                || match class {
                    // Reads find some pool wherever there is one.
                    Class::Read => !instance.pools.is_empty(),
                    _ => self.pool_for_writes(instance).is_some(),
                })
    }

    /// The handler is done: it answers, unless a bug makes it fail.
    fn complete(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let instance = &mut self.instances[attempt.instance as usize];
        match failing_event(&instance.errors, &mut instance.failures) {
            None => self.respond(slot, Outcome::Ok, None),
            Some(event) => {
                let why = cause(CauseKind::ApplicationError, instance.part, Because::Event(event));
                self.respond(slot, Outcome::InternalError, Some(why));
            }
        }
    }

    /// The query was answered: the second burst, or the answer to a deep check.
    pub(crate) fn after_query(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let instance = &mut self.instances[attempt.instance as usize];
        if !instance.hangs.is_empty() {
            return instance.parked.push(slot);
        }
        if attempt.origin == Origin::Check {
            return self.respond(slot, Outcome::Ok, None);
        }
        if instance.cache.is_some() {
            return self.after_database(slot);
        }
        self.start_burst(slot);
    }

    /// The application answers: the thread takes the next request.
    pub(crate) fn respond(&mut self, slot: Slot, outcome: Outcome, why: Option<Cause>) {
        self.leave_instance(slot);
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let part = self.instances[attempt.instance as usize].part;
        let why = why.unwrap_or(cause(CauseKind::InstanceCpu, part, Because::Demand));
        self.answer_from_instance(slot, outcome, why);
    }

    /// Sends the instance's answer, to which nothing is left to do there.
    pub(crate) fn answer_from_instance(&mut self, slot: Slot, outcome: Outcome, why: Cause) {
        if self.is_message(slot) {
            return self.message_worked_on(slot, outcome, why);
        }
        self.target_answered(slot, outcome);
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let instance = &self.instances[attempt.instance as usize];
        let (part, place, node) = (instance.part, instance.place, attempt.node);
        let is_check = attempt.origin == Origin::Check;
        let spent = self.now - attempt.forwarded;
        if attempt.orphan {
            return self.free(slot);
        }
        let kept = if is_check { Span::ZERO } else { self.carry(slot, 1) };
        if !is_check {
            self.record.finished(part, spent);
            if self.watches_bytes {
                self.count_bytes(slot);
            }
        }
        let back = match self.nodes.get(node as usize) {
            Some(node) => {
                if outcome != Outcome::Ok {
                    self.balancers[usize::from(node.balancer)].target_5xx += 1;
                }
                self.network.one_way(place, node.place)
            }
            None => Span::ZERO,
        };
        self.answer(slot, outcome, why, back + kept);
    }

    /// Whether an attempt is a worker's at a message.
    pub(crate) fn is_message(&self, slot: Slot) -> bool {
        self.attempts.get(slot.index, slot.generation).is_some_and(|one| one.origin == Origin::Message && !one.orphan)
    }

    /// Gives back the thread and the connection.
    fn leave_instance(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let index = attempt.instance as usize;
        if std::mem::take(&mut attempt.on_instance) {
            self.instances[index].connections -= 1;
        }
        if std::mem::take(&mut attempt.has_thread) {
            self.pass_thread_on(index);
        }
    }

    /// The pool that requests of this class use on an instance: reads go to a replica where one is wired.
    pub(crate) fn pool_for(&self, instance: u32, class: Class) -> Option<u32> {
        let instance = &self.instances[instance as usize];
        match class {
            Class::Asset => None,
            Class::Read => self.pool_for_reads(instance),
            Class::Write => self.pool_for_writes(instance),
        }
    }

    /// The same for the next request: a share of the reads may go to the writer.
    fn pool_in_turn(&mut self, instance: u32, class: Class) -> Option<u32> {
        if class == Class::Read
            && let [only] = self.instances[instance as usize].pools.as_slice()
        {
            return Some(*only);
        }
        if class == Class::Read
            && let Some(writer) = self.pool_for_writes(&self.instances[instance as usize])
            && self.pools[writer as usize].settings.reads_at_writer > 0.0
        {
            let turn = &mut self.instances[instance as usize].read_turn;
            *turn += self.pools[writer as usize].settings.reads_at_writer;
            if *turn >= 1.0 {
                *turn -= 1.0;
                return Some(writer);
            }
        }
        self.pool_for(instance, class)
    }

    /// The pool of the database itself; of two, the one that was not left for a promoted replica.
    fn pool_for_writes(&self, instance: &Instance) -> Option<u32> {
        let mut writers = instance.pools.iter().copied().filter(|pool| !self.pools[*pool as usize].is_replica);
        let first = writers.next()?;
        let is_left = self.pools[first as usize].is_left;
        let other = if is_left { writers.find(|pool| !self.pools[*pool as usize].is_left) } else { None };
        Some(other.unwrap_or(first))
    }

    fn pool_for_reads(&self, instance: &Instance) -> Option<u32> {
        let replicas = instance.pools.iter().copied().filter(|pool| self.pools[*pool as usize].is_replica);
        // With several replicas each read takes the pool that has lent least: connections are spread evenly.
        replicas.min_by_key(|pool| (self.pools[*pool as usize].lent, *pool)).or_else(|| self.pool_for_writes(instance))
    }

    /// Everything on an instance is lost at once. `reset` says whether its peers learn of it.
    pub(crate) fn crash_instance(&mut self, index: u32, kind: CauseKind, because: Because, reset: bool) {
        let now = self.now;
        let instance = &mut self.instances[index as usize];
        let epoch = instance.epoch;
        instance.epoch += 1;
        instance.down = Some(because);
        instance.down_kind = kind;
        instance.connections = 0;
        let parked = std::mem::take(&mut instance.parked);
        instance.hangs.clear();
        instance.machine.killed = None;
        instance.cpu.set_servers(instance.vcpus);
        let mut lost = Vec::new();
        instance.cpu.crash(now, &mut lost);
        instance.threads.crash(now, &mut lost);
        let part = instance.part;
        let pools = instance.pools.clone();
        self.forget_held(index);
        self.disconnect_cache(index as usize);
        for pool in pools {
            self.close_pool(pool);
        }
        // Answers to its calls that it has not looked at are lost with it.
        for slot in parked {
            if self
                .attempts
                .get(slot.index, slot.generation)
                .is_some_and(|attempt| attempt.origin == Origin::Call && !attempt.on_instance)
            {
                self.free(slot);
            }
        }
        let concerned = |attempt: &Attempt| attempt.instance == index && attempt.instance_epoch == epoch;
        let slots: Vec<Slot> = self
            .attempts
            .iter()
            .filter(|(_, attempt)| concerned(attempt) && !matches!(attempt.step, Step::Answering | Step::Backoff))
            .map(|(slot, _)| slot)
            .collect();
        for slot in slots {
            self.lose_on_instance(slot, cause(kind, part, because), reset);
        }
    }

    fn lose_on_instance(&mut self, slot: Slot, why: ninepins_report::Cause, reset: bool) {
        let slot = self.leave_query(slot);
        self.return_borrowed(slot);
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.on_instance = false;
        attempt.has_thread = false;
        attempt.connection = NONE;
        attempt.member = NONE;
        attempt.database_deadline = SimTime::NEVER;
        if attempt.orphan {
            return self.free(slot);
        }
        if attempt.origin == Origin::Message {
            self.note_failure(slot, why.because);
            return self.free(slot);
        }
        if !reset {
            return self.lose(slot, why.kind, why.part, why.because);
        }
        if attempt.node == NONE && attempt.origin != Origin::Check {
            return self.answer(slot, Outcome::Reset, why, Span::ZERO);
        }
        self.answer_from_node(slot, Outcome::BadGateway, why);
    }

    /// The application's process dies: what is on it is reset, and its port is closed.
    pub(crate) fn crash_application(&mut self, index: u32, event: u32) {
        self.crash_instance(index, CauseKind::ApplicationDown, Because::Event(event), true);
        let instance = &mut self.instances[index as usize];
        instance.down = None;
        instance.down_kind = CauseKind::InstanceDown;
        instance.crashes.push(event);
    }

    /// One reason for which the process is away is over; it starts with the last.
    pub(crate) fn restart_application(&mut self, index: u32, event: u32) {
        self.instances[index as usize].crashes.retain(|layer| *layer != event);
        self.application_back(index);
    }

    /// The application's process runs again, if nothing else keeps it away.
    pub(crate) fn application_back(&mut self, index: u32) {
        let instance = &self.instances[index as usize];
        if instance.down.is_some() || !instance.is_listening() {
            return;
        }
        for pool in instance.pools.clone() {
            self.pools[pool as usize].closed = false;
            self.fill_pool(pool, false);
        }
        if !self.instances[index as usize].consumers.is_empty() {
            self.start_pollers(index);
        }
    }

    /// An application stands still: no CPU burst begins any more.
    pub(crate) fn hang_instance(&mut self, index: u32, event: u32) {
        let instance = &mut self.instances[index as usize];
        instance.hangs.push(event);
        instance.cpu.set_servers(0);
    }

    /// An application stops hanging: it goes on with what it was at and looks at what it has received.
    pub(crate) fn resume_instance(&mut self, index: u32) {
        let now = self.now;
        let instance = &mut self.instances[index as usize];
        instance.cpu.set_servers(instance.vcpus);
        let parked = std::mem::take(&mut instance.parked);
        while let Some(next) = self.instances[index as usize].cpu.start_next(now) {
            self.burst_runs(next);
        }
        for slot in parked {
            let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { continue };
            match (attempt.step, attempt.origin) {
                (Step::Answering, Origin::Call) => self.called(slot),
                (Step::Backoff, Origin::Call) => self.send_call(slot),
                (Step::Delivering | Step::Pausing, _) => self.polled(slot),
                _ if attempt.status == Outcome::InternalError => {
                    let why = attempt.cause;
                    self.respond(slot, Outcome::InternalError, Some(why));
                }
                (Step::WaitingForThread, Origin::Check) => self.check_runs(slot),
                (Step::WaitingForThread, _) => self.start_burst(slot),
                (Step::OnInstanceCpu, _) => self.after_burst(slot),
                (Step::HandlerWaits, _) => self.after_wait(slot),
                (Step::OnDisk, _) => self.after_disk(slot),
                (Step::AskingCache | Step::FillingCache | Step::Invalidating, _) => self.cache_answered(slot),
                _ => self.after_query(slot),
            }
        }
    }

    /// Marks attempts that matched as waiting for an answer that will not come.
    pub(crate) fn lose_attempts(&mut self, kind: CauseKind, because: Because, concerned: impl Fn(&Attempt) -> bool) {
        let slots: Vec<Slot> = self
            .attempts
            .iter()
            .filter(|(_, attempt)| concerned(attempt) && !attempt.orphan && attempt.step != Step::Backoff)
            .map(|(slot, _)| slot)
            .collect();
        for slot in slots {
            let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { continue };
            let part = self.nodes.get(attempt.node as usize).map_or(0, |node| node.part);
            let slot = self.detach(slot);
            self.lose(slot, kind, part, because);
        }
    }
}
