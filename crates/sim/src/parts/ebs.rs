//! Volumes, an instance's and a database's: what they do in a second, gp2's bucket of I/O credits, and what events do to them
//! (EBS-01 to EBS-11, RDS-26 to RDS-30).
//!
//! A volume works its operations off one after the other at its rate. Latency is added by whoever asks, because operations
//! overlap in it.

use ninepins_model::parts::VolumeLimits;

use crate::kernel::{Pace, SimTime, Span};

/// Bytes of a MiB.
const MIB: f64 = 1_048_576.0;

/// What limits a volume, and what it has done.
#[derive(Clone, Debug)]
pub(crate) struct Volume {
    /// Operations.
    pace: Pace,
    /// Bytes a second.
    throughput: f64,
    /// Events that use a share of it.
    pub(crate) stress: Vec<(u32, f64)>,
    /// Events that add to every operation's latency (FIS-07).
    pub(crate) delays: Vec<(u32, Span)>,
    /// Events that stop it (EBS-11, FIS-06).
    pub(crate) pauses: Vec<u32>,
}

impl Volume {
    /// A volume with so much of its I/O credits left, from 0 to 1. A new one has all (EBS-02).
    pub(crate) fn new(limits: &VolumeLimits, credits: f64) -> Self {
        let mut pace = Pace::new(limits.iops.max(1.0), limits.burst_iops.max(1.0), limits.credits);
        pace.set_balance(credits);
        Volume {
            pace,
            throughput: (limits.throughput_mibps * MIB).max(1.0),
            stress: Vec::new(),
            delays: Vec::new(),
            pauses: Vec::new(),
        }
    }

    /// It has grown, or is of another type.
    pub(crate) fn modify(&mut self, limits: &VolumeLimits) {
        self.pace.modify(limits.iops.max(1.0), limits.burst_iops.max(1.0), limits.credits);
        self.throughput = (limits.throughput_mibps * MIB).max(1.0);
    }

    /// What events leave of it.
    fn left(&self) -> f64 {
        self.stress.iter().fold(1.0, |left, (_, taken)| left * (1.0 - taken)).max(0.01)
    }

    /// Counts the credits up to an instant at which it has nothing to do, but for what events make it do.
    pub(crate) fn rest(&mut self, until: SimTime) {
        let left = self.left();
        self.pace.rest(until, left);
    }

    /// Takes operations of so many bytes together. Says how long it is until they are done, without latency.
    pub(crate) fn serve(&mut self, now: SimTime, operations: f64, bytes: f64) -> Span {
        let left = self.left();
        self.pace.serve(now, operations, bytes / (self.throughput * left), left)
    }

    /// How long what it was asked for still keeps it busy.
    pub(crate) fn behind(&self, now: SimTime) -> Span {
        self.pace.behind(now)
    }

    /// Operations of so many bytes that it does in a second at present.
    pub(crate) fn rate(&self, bytes: f64) -> f64 {
        let iops = self.pace.rate();
        if bytes > 0.0 { iops.min(self.throughput / bytes) } else { iops }
    }

    /// Whether it has no I/O credits left, of a volume that has some.
    pub(crate) fn is_spent(&self) -> bool {
        self.pace.is_spent()
    }

    /// What events add to an operation's latency.
    pub(crate) fn delay(&self) -> Span {
        self.delays.iter().map(|(_, delay)| *delay).sum()
    }

    /// Its credits in per cent of the most, where it has any (`BurstBalance`).
    pub(crate) fn burst_balance(&self) -> Option<f64> {
        self.pace.balance().map(|share| share * 100.0)
    }

    /// The event that keeps it from its usual speed, if one does.
    pub(crate) fn disturbance(&self) -> Option<u32> {
        let delay = self.delays.first().map(|(event, _)| *event);
        self.pauses.first().copied().or(delay).or(self.stress.first().map(|(event, _)| *event))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gp2(gib: f64) -> Volume {
        Volume::new(&VolumeLimits::gp2(gib, 1.0), 1.0)
    }

    /// The second in which a volume no longer does so many operations a second, asked in hundredths of a second.
    fn slows_after(mut volume: Volume, asked: f64) -> u64 {
        let end = (0..2_000_000).map(|hundredth| hundredth * 10).find(|ms| {
            let now = SimTime::from_ms(*ms);
            volume.serve(now, asked / 100.0, 0.0) > Span::from_ms(20)
        });
        end.unwrap_or(0) / 1_000
    }

    #[test]
    fn a_full_gp2_volume_of_100_gib_bursts_for_2000_seconds_at_3000_and_3176_at_2000_operations() {
        assert_eq!(slows_after(gp2(100.0), 3_000.0), 2_000);
        assert_eq!(slows_after(gp2(100.0), 2_000.0), 3_176);
        assert_eq!(slows_after(gp2(100.0), 300.0), 0);
    }

    #[test]
    fn its_size_decides_how_long_it_bursts() {
        assert_eq!(slows_after(gp2(20.0), 3_000.0), 1_862);
        assert_eq!(slows_after(gp2(334.0), 3_000.0), 2_702);
        assert_eq!(slows_after(gp2(750.0), 3_000.0), 7_200);
        assert_eq!(gp2(1_000.0).burst_balance(), None);
    }

    #[test]
    fn an_empty_bucket_of_100_gib_is_full_after_18000_idle_seconds() {
        let mut volume = gp2(100.0);
        volume.serve(SimTime::ZERO, 6_000_000.0, 0.0);
        let spent = SimTime::ZERO + volume.serve(SimTime::ZERO, 0.0, 0.0);
        volume.rest(spent + Span::from_s(9_000));
        assert_eq!(volume.burst_balance(), Some(50.0));
        volume.rest(spent + Span::from_s(18_000));
        assert_eq!(volume.burst_balance(), Some(100.0));
    }

    #[test]
    fn a_spent_volume_does_its_baseline() {
        let mut volume = Volume { pace: Pace::new(300.0, 3_000.0, 0.0), ..gp2(100.0) };
        assert_eq!(volume.serve(SimTime::ZERO, 600.0, 0.0), Span::from_s(2));
    }

    #[test]
    fn gp3_does_3000_operations_or_125_mib_a_second() {
        let mut volume = Volume::new(&VolumeLimits::steady(3_000.0, 125.0), 1.0);
        assert_eq!(volume.serve(SimTime::ZERO, 3_000.0, 0.0), Span::from_s(1));
        assert_eq!(volume.serve(SimTime::from_s(1), 100.0, 250.0 * MIB), Span::from_s(2));
        assert_eq!(volume.burst_balance(), None);
    }

    #[test]
    fn stress_leaves_a_share_and_spends_credits_meanwhile() {
        let mut volume = gp2(100.0);
        volume.stress.push((0, 0.5));
        assert_eq!(volume.serve(SimTime::ZERO, 1_500.0, 0.0), Span::from_s(1));
        // Half of 3,000 operations a second, of which 300 are free.
        volume.rest(SimTime::from_s(1_001));
        assert_eq!(volume.burst_balance().map(f64::round), Some(78.0));
    }
}
