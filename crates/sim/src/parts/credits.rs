//! CPU credits of burstable instances (EC2-01 to EC2-13). A credit is one vCPU for one minute.

use ninepins_model::instance_types::Burstable;
use ninepins_report::Metric;

use crate::parts::instance::{Instance, Life};

/// Hours of earnings that a balance holds, and that may be borrowed (EC2-04, EC2-06).
const HOURS: f64 = 24.0;

/// What an instance has earned and spent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Credits {
    /// Credits that may be spent; below zero in unlimited mode, where they are borrowed.
    pub(crate) balance: f64,
    /// Earned in a second.
    earns: f64,
    most: f64,
    /// Share of its vCPUs that it may use without credits.
    baseline: f64,
    vcpus: f64,
    unlimited: bool,
    /// Whether it has run out, so that it is held at its baseline.
    pub(crate) is_throttled: bool,
    /// Launch credits that it begins with in standard mode, and those of them that are left, which come on top of the most
    /// (EC2-07).
    at_launch: f64,
    launch: f64,
    /// Whether a stop costs it its balance: a t2's (EC2-08).
    forgets: bool,
    /// Surplus credits to pay for: borrowed beyond a day's earnings.
    pub(crate) charged: f64,
}

impl Credits {
    /// An instance with this share of the largest balance.
    pub(crate) fn new(burstable: Burstable, vcpus: u32, unlimited: bool, share: f64) -> Self {
        let most = burstable.credits_per_hour * HOURS;
        Credits {
            balance: most * share,
            earns: burstable.credits_per_hour / 3_600.0,
            most,
            baseline: burstable.baseline_percent / 100.0,
            vcpus: f64::from(vcpus),
            unlimited,
            is_throttled: false,
            at_launch: if unlimited { 0.0 } else { burstable.launch_credits },
            launch: 0.0,
            forgets: burstable.launch_credits > 0.0,
            charged: 0.0,
        }
    }

    /// The same just launched: without a balance but for launch credits (EC2-07).
    pub(crate) const fn fresh(self) -> Self {
        Credits { balance: self.at_launch, launch: self.at_launch, ..self }
    }

    /// How fast it computes: 1, or its baseline when its credits are spent (EC2-13).
    #[inline]
    pub(crate) fn speed(&self) -> f64 {
        if self.is_throttled { self.baseline } else { 1.0 }
    }

    /// A second has passed in which its vCPUs were busy for so many seconds together. Says whether it has just run out.
    pub(crate) fn second(&mut self, busy_s: f64) -> bool {
        let was_throttled = self.is_throttled;
        let spent = busy_s * self.speed() / 60.0;
        self.launch = (self.launch - spent).max(0.0);
        self.balance = (self.balance + self.earns - spent).min(self.most + self.launch);
        if self.unlimited {
            // What is borrowed beyond a day's earnings is paid for at once (EC2-06).
            let beyond = (-self.most - self.balance).max(0.0);
            self.charged += beyond;
            self.balance += beyond;
            return false;
        }
        // A second at full speed must be affordable before it runs at full speed again.
        let affordable = self.vcpus / 60.0;
        self.is_throttled = if was_throttled { self.balance < affordable } else { self.balance <= 0.0 };
        self.balance = self.balance.max(0.0);
        self.is_throttled && !was_throttled
    }

    /// The instance is stopped: what it owes is paid for, and a t2 starts again as if just launched. The others keep their
    /// balance for a week (EC2-06, EC2-08).
    pub(crate) fn stop(&mut self) {
        self.settle();
        if self.forgets {
            let charged = self.charged;
            *self = Credits { charged, is_throttled: false, ..self.fresh() };
        }
    }

    /// The instance ends: what it still owes is paid for.
    pub(crate) fn settle(&mut self) {
        self.charged += (-self.balance).max(0.0);
        self.balance = self.balance.max(0.0);
    }
}

impl Instance {
    /// It is terminated: what it still owes is paid for (EC2-06).
    pub(crate) fn end(&mut self) {
        self.life = Life::Terminated;
        if let Some(credits) = &mut self.credits {
            credits.settle();
        }
    }
}

/// The mean balance of those that have CPU credits.
pub(crate) fn credit_balance<'a>(instances: impl Iterator<Item = &'a Instance>) -> Option<(Metric, f32)> {
    let balances: Vec<f64> = instances.filter_map(|instance| Some(instance.credits?.balance)).collect();
    let mean = balances.iter().sum::<f64>() / balances.len() as f64;
    (!balances.is_empty()).then_some((Metric::CpuCreditBalance, mean as f32))
}

#[cfg(test)]
mod tests {
    use ninepins_model::instance_types::ec2;

    use super::*;

    fn credits(name: &str, unlimited: bool, share: f64) -> Credits {
        let size = ec2(name).unwrap();
        Credits::new(size.burstable.unwrap(), size.vcpus, unlimited, share)
    }

    /// The minute in which it runs out at this use of each vCPU, within two days.
    fn runs_out_at(mut credits: Credits, use_of_each: f64) -> Option<u32> {
        (0..2 * 24 * 3_600).find(|_| credits.second(2.0 * use_of_each)).map(|second| (second + 1) / 60)
    }

    #[test]
    fn a_full_t3_micro_runs_out_after_160_minutes_at_full_load_and_480_at_forty_per_cent() {
        assert_eq!(runs_out_at(credits("t3.micro", false, 1.0), 1.0), Some(160));
        assert_eq!(runs_out_at(credits("t3.micro", false, 1.0), 0.4), Some(480));
        assert_eq!(runs_out_at(credits("t3.micro", false, 1.0), 0.1), None);
    }

    #[test]
    fn a_full_t3_medium_runs_out_after_360_minutes_at_full_load() {
        assert_eq!(runs_out_at(credits("t3.medium", false, 1.0), 1.0), Some(360));
    }

    #[test]
    fn a_t2_micro_is_launched_with_30_credits_and_a_t3_micro_with_none() {
        // Six credits an hour are earned meanwhile: 30 last for 30 / (1 - 0.1) minutes of full load.
        let launched = |name: &str| credits(name, false, 1.0).fresh();
        assert_eq!((0..3_600).find(|_| launched("t2.micro").balance < 30.0), None);
        let minutes = |mut credits: Credits| (0..36_000).find(|_| credits.second(1.0)).map(|second| (second + 1) / 60);
        assert_eq!(minutes(launched("t2.micro")), Some(33));
        assert_eq!(minutes(launched("t3.micro")), Some(0));
        assert_eq!(minutes(credits("t2.micro", false, 1.0)), Some(160));
    }

    #[test]
    fn a_stop_costs_a_t2_its_balance_and_a_t3_nothing_but_what_it_owes() {
        let stopped = |name: &str, unlimited: bool, spent: f64| {
            let mut credits = credits(name, unlimited, 0.5);
            credits.second(spent * 60.0);
            credits.stop();
            (credits.balance.round(), credits.charged.round())
        };
        // Half of 144 is lost, and 30 launch credits come anew; half of 288 stays; 156 of 300 were borrowed.
        assert_eq!(stopped("t2.micro", false, 0.0), (30.0, 0.0));
        assert_eq!(stopped("t2.micro", true, 0.0), (0.0, 0.0));
        assert_eq!(stopped("t3.micro", false, 0.0), (144.0, 0.0));
        assert_eq!(stopped("t3.micro", true, 300.0), (0.0, 156.0));
    }

    #[test]
    fn a_spent_instance_computes_at_its_baseline_for_as_long_as_it_is_busy() {
        let mut spent = credits("t3.micro", false, 0.0);
        assert!(spent.second(2.0));
        assert!((0..3_600).all(|_| !spent.second(2.0) && spent.speed() == 0.1));
    }

    #[test]
    fn a_month_of_unlimited_full_load_is_charged_beyond_a_day_of_earnings() {
        let mut unlimited = credits("t3.micro", true, 0.0);
        for _ in 0..720 * 3_600 {
            unlimited.second(2.0);
        }
        // 1.8 vCPUs for 720 hours, but for 288 credits borrowed and not paid yet.
        let expected = 1.8 * 720.0 * 60.0 - 288.0;
        assert!((unlimited.charged / expected - 1.0).abs() < 1e-6, "{}", unlimited.charged);
        unlimited.settle();
        assert!((unlimited.charged / (expected + 288.0) - 1.0).abs() < 1e-6);
    }
}
