//! What a volume can do: an EBS volume, or the several that RDS stripes a large one over (EBS-01 to EBS-07, RDS-26 to RDS-30).

/// I/O credits of one gp2 volume (EBS-02).
const GP2_CREDITS: f64 = 5.4e6;
/// I/O operations a second of one gp2 volume that has credits (EBS-02).
const GP2_BURST: f64 = 3_000.0;
/// Size up to which one gp2 volume passes 128 MiB a second; a larger one passes 250.
const GP2_SMALL_GIB: f64 = 170.0;
/// I/O operations a second and MiB a second of a gp3 volume of any size (EBS-05).
const GP3: (f64, f64) = (3_000.0, 125.0);
/// Most I/O operations a second of a gp3 volume for each GiB, and most MiB a second for each of them (EBS-06).
const GP3_MOST: (f64, f64) = (500.0, 0.25);

/// What a volume can do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VolumeLimits {
    /// I/O operations a second for as long as one likes.
    pub iops: f64,
    /// The same while I/O credits last; not above `iops` where there are none.
    pub burst_iops: f64,
    /// I/O credits of a full bucket.
    pub credits: f64,
    /// MiB a second.
    pub throughput_mibps: f64,
}

impl VolumeLimits {
    /// gp2 of this size in all, over so many volumes: by size, and bursts for as long as there are credits (EBS-01 to
    /// EBS-04, RDS-26, RDS-27).
    pub fn gp2(gib: f64, stripes: f64) -> Self {
        let iops = (3.0 * gib).max(100.0).min(16_000.0 * stripes);
        let burst_iops = iops.max(GP2_BURST * stripes);
        let credits = if burst_iops > iops { GP2_CREDITS * stripes } else { 0.0 };
        let each = if gib <= GP2_SMALL_GIB * stripes { 128.0 } else { 250.0 };
        VolumeLimits { iops, burst_iops, credits, throughput_mibps: each * stripes }
    }

    /// One gp3 volume of this size as provisioned, within what its size and its operations allow (EBS-05, EBS-06).
    pub fn gp3(gib: f64, iops: f64, throughput_mibps: f64) -> Self {
        let iops = iops.min(GP3_MOST.0 * gib).max(GP3.0);
        VolumeLimits::steady(iops, throughput_mibps.min(GP3_MOST.1 * iops).max(GP3.1))
    }

    /// A volume that always does as much.
    pub fn steady(iops: f64, throughput_mibps: f64) -> Self {
        VolumeLimits { iops, burst_iops: iops, credits: 0.0, throughput_mibps }
    }

    /// What one gp3 volume is provisioned with beyond what its price includes: I/O operations and MiB a second (PRC-17).
    pub fn beyond_gp3(&self) -> (f64, f64) {
        (self.iops - GP3.0, self.throughput_mibps - GP3.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_gp3_volume_takes_500_operations_a_gibibyte_and_a_quarter_mebibyte_for_each() {
        let gp3 = |gib, iops, throughput| {
            let limits = VolumeLimits::gp3(gib, iops, throughput);
            (limits.iops, limits.throughput_mibps)
        };
        assert_eq!([gp3(1.0, 3e3, 125.0), gp3(8.0, 16e3, 125.0)], [(3e3, 125.0), (4e3, 125.0)]);
        assert_eq!([gp3(100.0, 3e3, 1e3), gp3(100.0, 4e3, 1e3)], [(3e3, 750.0), (4e3, 1e3)]);
        assert_eq!(VolumeLimits::gp3(100.0, 4e3, 1e3).beyond_gp3(), (1e3, 875.0));
    }

    #[test]
    fn gp2_reaches_its_most_at_5334_gibibytes() {
        assert_eq!([5_333.0, 5_334.0].map(|gib| VolumeLimits::gp2(gib, 1.0).iops), [15_999.0, 16_000.0]);
    }
}
