use super::*;
use proptest::prelude::*;

const DRAWS: u32 = 1_000_000;

fn stream(seed: u64) -> Stream {
    Stream::new(seed, stable_hash("web"), Purpose::SERVICE)
}

/// The mean and the variance of a million draws.
fn moments(mut draw: impl FnMut(&mut Stream) -> f64) -> (f64, f64) {
    let mut stream = stream(1);
    let (mut sum, mut squares) = (0.0, 0.0);
    for _ in 0..DRAWS {
        let x = draw(&mut stream);
        sum += x;
        squares += x * x;
    }
    let mean = sum / f64::from(DRAWS);
    (mean, squares / f64::from(DRAWS) - mean * mean)
}

/// The share of a million draws for which `holds`.
fn share(mut holds: impl FnMut(&mut Stream) -> bool) -> f64 {
    let mut stream = stream(2);
    f64::from((0..DRAWS).filter(|_| holds(&mut stream)).count() as u32) / f64::from(DRAWS)
}

#[test]
fn the_generator_is_xoshiro256_plus_plus() {
    // The first outputs of the authors' reference code from the state 1, 2, 3, 4.
    let mut stream = Stream { state: [1, 2, 3, 4], tables: ziggurat::tables() };
    let first: Vec<u64> = (0..3).map(|_| stream.next_u64()).collect();
    assert_eq!(first, [41_943_041, 58_720_359, 3_588_806_011_781_223]);
}

#[test]
fn the_first_draws_never_change_between_versions() {
    let mut stream = stream(42);
    let first: Vec<u64> = (0..3).map(|_| stream.next_u64()).collect();
    assert_eq!(first, [12_190_286_694_591_206_647, 13_272_210_597_623_108_294, 1_818_036_694_081_316_460]);
}

#[test]
fn the_samplers_have_the_same_bits_everywhere() {
    let mut stream = stream(42);
    let mut digest = super::super::Digest::new();
    for _ in 0..100_000 {
        digest.absorb(stream.exponential().to_bits());
        digest.absorb(stream.log_normal(2.0, 0.7).to_bits());
    }
    assert_eq!(digest.value(), 16_575_967_415_911_916_943);
}

#[test]
fn the_hash_of_a_name_never_changes_between_versions() {
    assert_eq!(stable_hash("web"), 14_865_594_940_116_983_215);
}

#[test]
fn another_purpose_is_another_stream() {
    let mut other = Stream::new(42, stable_hash("web"), Purpose::ARRIVAL);
    assert_ne!(other.next_u64(), stream(42).next_u64());
}

#[test]
fn a_unit_is_a_half_on_average() {
    let (mean, _) = moments(Stream::unit);
    assert!((mean - 0.5).abs() < 0.001, "{mean}");
}

#[test]
fn an_exponential_is_one_on_average() {
    let (mean, _) = moments(Stream::exponential);
    assert!((mean - 1.0).abs() < 0.003, "{mean}");
}

#[test]
fn an_exponential_has_variance_one() {
    let (_, variance) = moments(Stream::exponential);
    assert!((variance - 1.0).abs() < 0.01, "{variance}");
}

#[test]
fn one_exponential_in_403_is_beyond_six() {
    // Within four standard deviations of e^-6.
    let beyond = share(|stream| stream.exponential() > 6.0);
    assert!((beyond - 0.002_478_8).abs() < 0.000_2, "{beyond}");
}

#[test]
fn one_exponential_in_2981_is_beyond_eight_where_the_tail_has_begun() {
    let beyond = share(|stream| stream.exponential() > 8.0);
    assert!((beyond - 0.000_335_5).abs() < 0.000_073, "{beyond}");
}

#[test]
fn a_normal_is_zero_on_average() {
    let (mean, _) = moments(Stream::normal);
    assert!(mean.abs() < 0.003, "{mean}");
}

#[test]
fn a_normal_has_variance_one() {
    let (_, variance) = moments(Stream::normal);
    assert!((variance - 1.0).abs() < 0.006, "{variance}");
}

#[test]
fn one_normal_in_44_is_beyond_two() {
    let beyond = share(|stream| stream.normal() > 2.0);
    assert!((beyond - 0.022_75).abs() < 0.000_6, "{beyond}");
}

#[test]
fn one_normal_in_5149_is_more_than_3_725_from_zero_where_the_tail_has_begun() {
    let beyond = share(|stream| stream.normal().abs() > 3.725);
    assert!((beyond - 0.000_195_3).abs() < 0.000_056, "{beyond}");
}

#[test]
fn half_the_log_normals_are_below_the_median() {
    let below = share(|stream| stream.log_normal(3.0, 1.5) < 3.0);
    assert!((below - 0.5).abs() < 0.002, "{below}");
}

#[test]
fn a_span_with_a_mean_of_a_millisecond_is_a_millisecond_on_average() {
    let (mean, _) = moments(|stream| stream.exponential_span(Span::from_ms(1)).as_ns() as f64);
    assert!((mean / 1e6 - 1.0).abs() < 0.003, "{mean}");
}

#[test]
fn each_of_seven_values_is_a_seventh_of_the_draws() {
    let mut counts = [0_u32; 7];
    let mut stream = stream(3);
    (0..700_000).for_each(|_| counts[stream.below(7) as usize] += 1);
    assert!(counts.iter().all(|count| count.abs_diff(100_000) < 1_200), "{counts:?}");
}

#[test]
fn nothing_is_below_zero() {
    assert_eq!(stream(1).below(0), 0);
}

#[test]
fn a_chance_of_not_a_number_never_comes() {
    assert!(!stream(1).chance(f64::NAN));
}

proptest! {
    #[test]
    fn draws_stay_in_their_ranges(seed: u64, n in 1_u32.., low in 0_u64..1 << 50, width in 0_u64..1 << 50) {
        let mut stream = stream(seed);
        let (low, high) = (Span::from_ns(low), Span::from_ns(low + width));
        for _ in 0..50 {
            prop_assert!(stream.below(n) < n);
            prop_assert!((0.0..1.0).contains(&stream.unit()));
            prop_assert!(stream.exponential() >= 0.0);
            prop_assert!((low..=high).contains(&stream.uniform_span(low, high)));
        }
    }
}
