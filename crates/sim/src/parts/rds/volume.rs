//! A database's storage: its volumes (RDS-26 to RDS-31) and the space on them (RDS-32, RDS-44).
//!
//! A volume is one of EBS's, or Aurora's storage, which has no limit. It serves what it can serve in a second in any order of
//! that second; what comes beyond it waits.

use ninepins_model::parts::{DatabaseStorage, VolumeLimits};
use ninepins_report::{Because, LogFact};

use crate::engine::Engine;
use crate::kernel::{SimTime, Span, Stream};
use crate::parts::ebs;

/// The span over which a volume's limit is reckoned.
const SECOND: Span = Span::from_s(1);
/// Below this share of free space storage autoscaling begins to count (RDS-32).
const LOW_SPACE: f64 = 0.1;
/// For how long space must be low.
const LOW_FOR: Span = Span::from_s(300);
/// Pause between two changes of a volume.
const CHANGE_PAUSE: Span = Span::from_s(6 * 3600);
/// Least growth of a volume, in GiB.
const LEAST_GROWTH_GIB: f64 = 5.0;
/// Growth is foreseen for so many seconds.
const FORESEEN_S: f64 = 7.0 * 3600.0;
/// Bytes of a KiB and of a GiB.
const KIB: f64 = 1_024.0;
const GIB: f64 = 1_073_741_824.0;

/// The volume of a member.
#[derive(Clone, Debug)]
pub(crate) struct Volume {
    /// What limits it; `None` for Aurora's storage.
    disk: Option<ebs::Volume>,
    io_bytes: f64,
    /// Until when a backup pauses it, and which event began that.
    paused: (SimTime, Because),
    miss_share: f64,
    /// Whether it had no I/O credits left when the last second ended.
    was_spent: bool,
    /// Operations asked for in this second: reads, writes.
    pub(crate) ios: [f64; 2],
    /// Operations done in the last second.
    pub(crate) done: [f64; 2],
    /// Operations that waited when it ended.
    waiting: f64,
}

impl Volume {
    /// An idle volume.
    pub(crate) fn new(storage: &DatabaseStorage, is_shared: bool) -> Self {
        let limits = storage.limits(storage.allocated_gib);
        let disk = (!is_shared).then(|| ebs::Volume::new(&limits, storage.burst_percent / 100.0));
        Volume {
            was_spent: disk.as_ref().is_some_and(ebs::Volume::is_spent),
            disk,
            io_bytes: storage.io_kib * KIB,
            paused: (SimTime::ZERO, Because::Configuration),
            miss_share: 1.0 - storage.buffer_hit_percent / 100.0,
            ios: [0.0; 2],
            done: [0.0; 2],
            waiting: 0.0,
        }
    }

    /// Whether a read is not answered from the buffer pool.
    #[inline]
    pub(crate) fn misses(&self, hits: &mut Stream) -> bool {
        self.miss_share > 0.0 && hits.chance(self.miss_share)
    }

    /// Does so many operations. Returns how long they wait for it.
    pub(crate) fn take(&mut self, now: SimTime, ios: f64, is_write: bool) -> Span {
        self.ios[usize::from(is_write)] += ios;
        let behind = self.disk.as_mut().map_or(Span::ZERO, |disk| disk.serve(now, ios, ios * self.io_bytes));
        (behind.max(SECOND) - SECOND).max(self.paused.0.max(now) - now)
    }

    /// Why operations wait for it, if they do.
    pub(crate) fn delay(&self, now: SimTime) -> Option<Because> {
        if self.paused.0 > now {
            return Some(self.paused.1);
        }
        (self.behind(now) > SECOND).then_some(Because::Demand)
    }

    fn behind(&self, now: SimTime) -> Span {
        self.disk.as_ref().map_or(Span::ZERO, |disk| disk.behind(now))
    }

    /// A backup stops its operations for a while (RDS-34).
    pub(crate) fn pause(&mut self, until: SimTime, because: Because) {
        self.paused = (until, because);
    }

    /// Operations that wait.
    pub(crate) fn queue_depth(&self, now: SimTime) -> f64 {
        let Some(disk) = &self.disk else { return 0.0 };
        (disk.behind(now).max(SECOND) - SECOND).as_s_f64() * disk.rate(self.io_bytes)
    }

    /// I/O credits in per cent of a full bucket, of a volume that has one.
    pub(crate) fn burst_balance(&self) -> Option<f32> {
        Some(self.disk.as_ref()?.burst_balance()? as f32)
    }

    /// A second ends. Says whether its I/O credits have just run out.
    fn second(&mut self, now: SimTime) -> bool {
        let (asked, waiting) = (self.ios[0] + self.ios[1], self.queue_depth(now));
        let done = (asked + self.waiting - waiting).max(0.0);
        // What waited before this second is taken to be of the same kinds as what was asked for last.
        let share = if asked > 0.0 { done / asked } else { 1.0 };
        let of_kind = if asked > 0.0 { self.ios } else { [0.0, done] };
        (self.done, self.waiting, self.ios) = (of_kind.map(|ios| ios * share), waiting, [0.0; 2]);
        let Some(disk) = &mut self.disk else { return false };
        disk.rest(now);
        let was_spent = std::mem::replace(&mut self.was_spent, disk.is_spent());
        self.was_spent && !was_spent
    }

    /// The volume has grown.
    fn grow(&mut self, limits: &VolumeLimits) {
        if let Some(disk) = &mut self.disk {
            disk.modify(limits);
        }
    }
}

/// The space of a database, on each of its volumes alike.
#[derive(Clone, Debug)]
pub(crate) struct Space {
    storage: DatabaseStorage,
    pub(crate) allocated_gib: f64,
    pub(crate) used_bytes: f64,
    started_with: f64,
    pub(crate) write_bytes: f64,
    pub(crate) write_ios: f64,
    /// Whether it grows by itself: Aurora's storage.
    pub(crate) is_shared: bool,
    /// Events that fill it.
    pub(crate) full: Vec<u32>,
    /// Whether writes were refused for it in the last second.
    was_full: bool,
    /// Since when there has been little space.
    low_since: Option<SimTime>,
    /// When it last grew.
    changed: Option<SimTime>,
}

impl Space {
    /// The space at the start.
    pub(crate) fn new(storage: &DatabaseStorage, is_shared: bool) -> Self {
        let allocated_gib = f64::from(storage.allocated_gib);
        let used_bytes = allocated_gib * GIB * storage.used_percent / 100.0;
        Space {
            storage: storage.clone(),
            allocated_gib,
            used_bytes,
            started_with: used_bytes,
            write_bytes: storage.write_kib * 1024.0,
            write_ios: storage.write_ios,
            is_shared,
            full: Vec::new(),
            was_full: false,
            low_since: None,
            changed: None,
        }
    }

    /// Bytes that are free.
    pub(crate) fn free(&self) -> f64 {
        if self.full.is_empty() { (self.allocated_gib * GIB - self.used_bytes).max(0.0) } else { 0.0 }
    }

    /// Whether nothing can be written (RDS-44).
    #[inline]
    pub(crate) fn is_full(&self) -> bool {
        !self.is_shared && (!self.full.is_empty() || self.used_bytes >= self.allocated_gib * GIB)
    }

    /// Why it is full.
    pub(crate) fn because(&self) -> Because {
        self.full.first().map_or(Because::Demand, |event| Because::Event(*event))
    }

    /// GiB that are paid for.
    pub(crate) fn billed_gib(&self) -> f64 {
        if self.is_shared { self.used_bytes / GIB } else { self.allocated_gib }
    }

    /// I/O operations a second that are paid for on top.
    pub(crate) fn billed_iops(&self) -> f64 {
        if self.is_shared { 0.0 } else { self.storage.billed_iops(self.allocated_gib as u32) }
    }

    /// What storage autoscaling makes of it now, in GiB (RDS-32).
    fn autoscales(&mut self, now: SimTime) -> Option<f64> {
        let most = f64::from(self.storage.max_allocated_gib);
        if self.free() >= LOW_SPACE * self.allocated_gib * GIB || self.is_shared || most <= self.allocated_gib {
            self.low_since = None;
            return None;
        }
        let since = *self.low_since.get_or_insert(now);
        if now - since < LOW_FOR || self.changed.is_some_and(|changed| now - changed < CHANGE_PAUSE) {
            return None;
        }
        let grown = (self.used_bytes - self.started_with) / now.as_s_f64().max(1.0) * FORESEEN_S / GIB;
        let growth = LEAST_GROWTH_GIB.max(self.allocated_gib / 10.0).max(grown);
        (self.changed, self.low_since) = (Some(now), None);
        self.allocated_gib = libm::ceil(self.allocated_gib + growth).min(most);
        self.full.clear();
        Some(self.allocated_gib)
    }

    /// What each volume of this size can do.
    fn limits(&self) -> VolumeLimits {
        self.storage.limits(self.allocated_gib as u32)
    }
}

impl Engine {
    /// A second ends for the storage of databases.
    pub(crate) fn storage_second(&mut self) {
        let now = self.now;
        for index in 0..self.members.len() {
            let member = &mut self.members[index];
            if member.volume.second(now) {
                let (part, number) = (member.part, member.number);
                self.log(Some(part), Some(number), LogFact::BurstCreditsSpent, Because::Demand);
            }
        }
        for index in 0..self.databases.len() {
            let space = &mut self.databases[index].space;
            let grown = space.autoscales(now);
            let limits = space.limits();
            let (is_full, because) = (space.is_full(), space.because());
            let was_full = std::mem::replace(&mut space.was_full, is_full);
            let part = self.databases[index].part;
            if is_full && !was_full {
                self.log(Some(part), None, LogFact::StorageFull, because);
            }
            let Some(gib) = grown else { continue };
            for member in self.members.iter_mut().filter(|member| member.database as usize == index) {
                member.volume.grow(&limits);
            }
            self.log(Some(part), None, LogFact::StorageScaled { to_gib: gib as u32 }, Because::Demand);
        }
    }
}
