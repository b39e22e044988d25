//! What an instance has beside its vCPUs: network interface, root volume and memory, and what faults do to them (FIS-18).

use ninepins_macros::later;
use ninepins_model::Action;
use ninepins_model::parts::{Application, RootVolume};
use ninepins_report::{Because, CauseKind, Class, LogFact, Outcome};

use crate::attempt::{NONE, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Pace, SimTime, Slot, Span};
use crate::layer::share;
use crate::parts::ebs::Volume;
use crate::parts::instance::{Instance, Life};

/// What a network interface passes at once before it slows packets down.
const LINK_SLACK: Span = Span::from_ms(10);
/// Bytes of a GiB in MB.
const MB_PER_GIB: f64 = 1_073.741_824;

/// An instance's hardware but for its vCPUs.
#[derive(Clone, Debug)]
pub(crate) struct Machine {
    /// The network interface, inwards and outwards, in bytes; none without a limit.
    links: Option<[Pace; 2]>,
    /// Bytes received and sent in this second.
    pub(crate) bytes: [u64; 2],
    pub(crate) volume: Volume,
    /// What an operation takes where nothing is in its way.
    latency: Span,
    /// Operations on the volume by class of requests, and the bytes of each operation.
    operations: [u32; 3],
    operation_bytes: f64,
    /// Operations of this second: reads and writes.
    pub(crate) done: [f64; 2],
    /// Requests whose operations wait until the volume goes on.
    held: Vec<Slot>,
    /// Per cent of the volume in use, and events that fill it up to so many per cent.
    used: f64,
    pub(crate) fills: Vec<(u32, f64)>,
    /// MB of memory, what is taken without requests, and by each.
    memory: f64,
    at_rest: f64,
    of_request: f64,
    /// Events that use a share of the memory, and of every vCPU.
    pub(crate) memory_stress: Vec<(u32, f64)>,
    pub(crate) cpu_stress: Vec<(u32, f64)>,
    /// Nanoseconds of vCPU that the latter have used.
    pub(crate) stress_ns: u128,
    /// How long a killed process takes to run again.
    restart: Span,
    /// Why the kernel killed the application's process, and when that runs again.
    pub(crate) killed: Option<(Because, SimTime)>,
}

impl Machine {
    pub(crate) fn new(
        network_gbps: [f64; 2],
        burst_s: f64,
        memory_gib: f64,
        volume: &RootVolume,
        application: &Application,
    ) -> Self {
        let [always, burst] = network_gbps.map(|gbps| gbps * 1e9 / 8.0);
        let link = Pace::new(always, burst, (burst - always) * burst_s);
        Machine {
            links: (always > 0.0).then_some([link; 2]),
            bytes: [0; 2],
            volume: Volume::new(&volume.limits(), 1.0),
            latency: Span::from_s_f64(volume.latency_ms / 1e3),
            operations: [
                application.asset_disk_operations,
                application.read_disk_operations,
                application.write_disk_operations,
            ],
            operation_bytes: application.disk_operation_kib * 1_024.0,
            done: [0.0; 2],
            held: Vec::new(),
            used: volume.used_percent,
            fills: Vec::new(),
            memory: memory_gib * MB_PER_GIB,
            at_rest: application.memory_mb,
            of_request: application.request_memory_mb,
            memory_stress: Vec::new(),
            cpu_stress: Vec::new(),
            stress_ns: 0,
            restart: Span::from_s_f64(application.restart_s),
            killed: None,
        }
    }

    /// Passes bytes in (0) or out (1). Says how long the interface keeps them beyond what is usual.
    #[inline]
    fn carry(&mut self, now: SimTime, direction: usize, bytes: u64) -> Span {
        self.bytes[direction] += bytes;
        match &mut self.links {
            Some(links) => {
                let takes = links[direction].serve(now, bytes as f64, 0.0, 1.0);
                if takes > LINK_SLACK { takes - LINK_SLACK } else { Span::ZERO }
            }
            None => Span::ZERO,
        }
    }

    /// How long the operations of a request take.
    fn operate(&mut self, now: SimTime, class: Class) -> Span {
        let operations = f64::from(self.operations[class as usize]);
        self.done[usize::from(class == Class::Write)] += operations;
        self.volume.serve(now, operations, operations * self.operation_bytes) + self.latency + self.volume.delay()
    }

    /// Whether requests of this class use the volume.
    #[inline]
    pub(crate) fn uses_disk(&self, class: Class) -> bool {
        self.operations[class as usize] > 0
    }

    /// An event strains it. Says whether that changes anything.
    pub(crate) fn strained(&mut self, action: &Action, event: u32) -> bool {
        let has_disk = self.operations != [0; 3];
        match action {
            Action::CpuStress { percent, .. } => self.cpu_stress.push((event, share(*percent))),
            Action::MemoryStress { percent, .. } => self.memory_stress.push((event, share(*percent))),
            Action::DiskFill { percent, .. } => {
                self.fills.push((event, share(*percent) * 100.0));
                return self.operations[Class::Write as usize] > 0;
            }
            Action::IoStress { percent, .. } => {
                self.volume.stress.push((event, share(*percent)));
                return has_disk;
            }
            Action::VolumeIoPause { .. } => {
                self.volume.pauses.push(event);
                return has_disk;
            }
            Action::VolumeIoLatency { latency_ms, .. } => {
                self.volume.delays.push((event, Span::from_s_f64(latency_ms / 1e3)));
                return has_disk;
            }
            _ => {}
        }
        true
    }

    /// An event strains it no more. Says whether its volume goes on by that.
    pub(crate) fn relieved(&mut self, event: u32) -> bool {
        for layers in [&mut self.cpu_stress, &mut self.memory_stress, &mut self.fills, &mut self.volume.stress] {
            layers.retain(|(layer, _)| *layer != event);
        }
        self.volume.delays.retain(|(layer, _)| *layer != event);
        let was_paused = !self.volume.pauses.is_empty();
        self.volume.pauses.retain(|layer| *layer != event);
        was_paused && self.volume.pauses.is_empty()
    }

    /// Whether anything has to do with the volume.
    pub(crate) fn shows_disk(&self) -> bool {
        self.operations != [0; 3] || self.volume.disturbance().is_some() || !self.fills.is_empty()
    }

    /// Per cent of the volume in use.
    pub(crate) fn disk_used(&self) -> f64 {
        self.fills.iter().fold(self.used, |used, (_, filled)| used.max(*filled))
    }

    /// The event that fills the volume, if it is full.
    fn full_because(&self) -> Option<Because> {
        let event = self.fills.iter().find(|(_, filled)| *filled >= 100.0);
        let own = (self.used >= 100.0).then_some(Because::Configuration);
        event.map(|(event, _)| Because::Event(*event)).or(own)
    }

    /// Per cent of the memory in use while so many requests are there; beyond 100 there is not enough.
    pub(crate) fn memory_used(&self, requests: u32) -> f64 {
        let stress = self.memory_stress.iter().fold(0.0, |sum, (_, share)| sum + share);
        let own = if self.killed.is_some() { 0.0 } else { self.at_rest + f64::from(requests) * self.of_request };
        (own / self.memory + stress) * 100.0
    }

    /// Whether its memory can run out.
    pub(crate) fn shows_memory(&self) -> bool {
        self.of_request > 0.0 || !self.memory_stress.is_empty()
    }

    /// The share of every vCPU that events use while nothing else does.
    #[inline]
    pub(crate) fn stress(&self) -> f64 {
        if self.cpu_stress.is_empty() {
            return 0.0;
        }
        1.0 - self.cpu_stress.iter().fold(1.0, |left, (_, share)| left * (1.0 - share))
    }

    /// The event that slows its vCPUs, if one does.
    pub(crate) fn stressed_by(&self) -> Option<u32> {
        self.cpu_stress.first().map(|(event, _)| *event)
    }
}

impl Instance {
    /// CPU time used so far, by the application and by events.
    pub(crate) fn busy_integral(&self, now: SimTime) -> u128 {
        self.cpu.busy().integral(now) + self.machine.stress_ns
    }

    /// How fast a burst runs beside what events run on every vCPU: the scheduler gives each runnable thread the same share.
    #[cold]
    #[inline(never)]
    pub(crate) fn speed_under_stress(&self) -> f64 {
        let runnable = f64::from(self.cpu.running() + self.cpu.queued()) / f64::from(self.vcpus.max(1));
        1.0 - self.machine.stress() / (1.0 + runnable.max(1.0))
    }

    /// A second has passed in which the application kept the vCPUs busy for so long. What events used of the rest.
    pub(crate) fn stress_second(&mut self, busy_s: f64) -> f64 {
        let stress = self.machine.stress();
        if stress <= 0.0 || self.down.is_some() || self.life == Life::Terminated {
            return 0.0;
        }
        let used = (f64::from(self.vcpus) - busy_s).max(0.0) * stress;
        self.machine.stress_ns += (used * 1e9) as u128;
        used
    }
}

impl Engine {
    /// Passes a request (0) or its answer (1) through the network interface of its instance. Says how long that keeps it.
    #[inline]
    pub(crate) fn carry(&mut self, slot: Slot, direction: usize) -> Span {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return Span::ZERO };
        let (class, instance) = (attempt.class as usize, attempt.instance as usize);
        let bytes = match self.users.get(usize::from(attempt.users)) {
            Some(users) => u64::from(users.bytes[direction][class]),
            None => self.call_bytes(slot)[direction],
        };
        self.instances[instance].machine.carry(self.now, direction, bytes)
    }

    /// Everything on an instance is lost, what waits for its volume among it.
    pub(crate) fn forget_held(&mut self, index: u32) {
        self.instances[index as usize].machine.held.clear();
    }

    /// A second ends: where memory has run out, the kernel kills the application's process, which starts again later.
    pub(crate) fn memory_second(&mut self) {
        let now = self.now;
        for index in 0..self.instances.len() as u32 {
            let instance = &mut self.instances[index as usize];
            instance.machine.volume.rest(now);
            if let Some((_, until)) = instance.machine.killed
                && until <= now
            {
                instance.machine.killed = None;
                self.application_back(index);
                continue;
            }
            if !instance.machine.shows_memory()
                || !instance.is_listening()
                || instance.machine.memory_used(instance.connections) <= 100.0
            {
                continue;
            }
            let event = instance.machine.memory_stress.first().map(|(event, _)| *event);
            let (part, number) = (instance.part, instance.number);
            let because = event.map_or(Because::Demand, Because::Event);
            let entry = self.log(Some(part), Some(number), LogFact::ProcessKilled, because);
            let because = Because::Decision(entry);
            self.crash_instance(index, CauseKind::OutOfMemory, because, true);
            let instance = &mut self.instances[index as usize];
            (instance.down, instance.down_kind) = (None, CauseKind::InstanceDown);
            instance.machine.killed = Some((because, now + instance.machine.restart));
        }
    }

    /// Whether an attempt is one of a client's, or made for one, so that it has bytes.
    #[inline]
    pub(crate) fn has_bytes(attempt: &crate::attempt::Attempt) -> bool {
        attempt.origin != crate::attempt::Origin::Check && attempt.instance != NONE
    }
}

#[later]
impl Engine {
    /// A request's operations on its instance's volume begin.
    pub(crate) fn disk_begins(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let instance = &mut self.instances[attempt.instance as usize];
        if attempt.class == Class::Write
            && let Some(because) = instance.machine.full_because()
        {
            let why = cause(CauseKind::VolumeFull, instance.part, because);
            return self.respond(slot, Outcome::InternalError, Some(why));
        }
        attempt.step = Step::OnDisk;
        if !instance.machine.volume.pauses.is_empty() {
            return instance.machine.held.push(slot);
        }
        let takes = instance.machine.operate(now, attempt.class);
        self.queue.push(now + takes, Kind::DiskDone as u8, slot.generation, slot.index);
    }

    /// A request's operations are done, unless the volume has stopped meanwhile.
    pub(crate) fn disk_done(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.step != Step::OnDisk {
            return;
        }
        let instance = &mut self.instances[attempt.instance as usize];
        if !instance.machine.volume.pauses.is_empty() {
            return instance.machine.held.push(slot);
        }
        if !instance.hangs.is_empty() {
            return instance.parked.push(slot);
        }
        self.after_disk(slot);
    }

    /// A volume goes on: what it was asked for meanwhile is asked again.
    pub(crate) fn volume_goes_on(&mut self, index: usize) {
        for slot in std::mem::take(&mut self.instances[index].machine.held) {
            let waits = self.attempts.get(slot.index, slot.generation).is_some_and(|one| one.step == Step::OnDisk);
            if waits {
                self.disk_begins(slot);
            }
        }
    }
}
