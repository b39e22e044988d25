//! Random streams: xoshiro256++ (Blackman and Vigna, 2019), seeded by splitmix64.
//!
//! Every (seed, component, purpose) has a stream of its own, so that adding a part to an architecture does not change what the
//! others draw: two designs can be compared under the same arrivals and the same luck.

use super::time::Span;
use super::ziggurat::{self, Tables};

/// The golden ratio in 64 bits, splitmix64's step.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
/// The distance of neighbouring doubles in [0.5, 1).
const UNIT_STEP: f64 = 1.0 / (1_u64 << 53) as f64;

/// The output function of splitmix64: a bijection that mixes all bits.
const fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

/// A hash of a name that is the same in every build and version: FNV-1a, mixed. For a part's identity.
pub const fn stable_hash(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut index = 0;
    while index < bytes.len() {
        hash = (hash ^ bytes[index] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        index += 1;
    }
    mix(hash.wrapping_add(GOLDEN))
}

/// What a component draws for. Draws for one purpose do not shift those for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Purpose(pub u64);

impl Purpose {
    /// When the next request comes.
    pub const ARRIVAL: Purpose = Purpose(1);
    /// How much work a request is.
    pub const SERVICE: Purpose = Purpose(2);
    /// Which way a request takes.
    pub const ROUTE: Purpose = Purpose(3);
    /// Whether and when something fails.
    pub const FAILURE: Purpose = Purpose(4);
    /// Backoff and other deliberate spreading.
    pub const JITTER: Purpose = Purpose(5);
    /// Delays on the network.
    pub const NETWORK: Purpose = Purpose(6);
    /// How long control actions take, such as starting an instance.
    pub const CONTROL: Purpose = Purpose(7);
    /// What faults do to packets: jitter, losses, the ports that answers return to.
    pub const DISTURBANCE: Purpose = Purpose(16);
    /// How long a handler waits without CPU.
    pub const WAIT: Purpose = Purpose(40);
    /// The waits of one request that depend on each other.
    pub const BACKOFF: Purpose = Purpose(21);
    /// Which clients stop sending.
    pub const STALL: Purpose = Purpose(61);
    /// How late scheduled actions come.
    pub const SCHEDULE: Purpose = Purpose(50);
    /// Which of equal instances is terminated.
    pub const TERMINATION: Purpose = Purpose(51);
    /// Which reads a database answers from its buffer pool.
    pub const STORAGE: Purpose = Purpose(60);
    /// Which of several DNS records answers.
    pub const RECORD: Purpose = Purpose(22);
    /// Which item of a cache a request is about.
    pub const KEY: Purpose = Purpose(50);
}

/// A stream of random numbers.
#[derive(Clone, Debug)]
pub struct Stream {
    state: [u64; 4],
    tables: &'static Tables,
}

impl Stream {
    /// The stream of a component (its [`stable_hash`]) for a purpose in the run of `seed`.
    pub fn new(seed: u64, component: u64, purpose: Purpose) -> Self {
        let mut origin = 0;
        for word in [seed, component, purpose.0] {
            origin = mix((origin ^ word).wrapping_add(GOLDEN));
        }
        let state = std::array::from_fn(|index| mix(origin.wrapping_add(GOLDEN.wrapping_mul(index as u64 + 1))));
        Self { state, tables: ziggurat::tables() }
    }

    /// 64 random bits.
    #[inline]
    pub fn next_u64(&mut self) -> u64 {
        let [a, b, c, d] = self.state;
        let output = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let (c, d) = (c ^ a, d ^ b);
        self.state = [a ^ d, b ^ c, c ^ (b << 17), d.rotate_left(45)];
        output
    }

    /// Uniform in [0, 1), in steps of 2^-53.
    #[inline]
    pub fn unit(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 * UNIT_STEP
    }

    /// Uniform in 0..n, without bias (Lemire, 2019); 0 if n is 0.
    #[inline]
    pub fn below(&mut self, n: u32) -> u32 {
        let mut product = (self.next_u64() >> 32) * u64::from(n);
        if (product as u32) < n {
            let threshold = n.wrapping_neg() % n;
            while (product as u32) < threshold {
                product = (self.next_u64() >> 32) * u64::from(n);
            }
        }
        (product >> 32) as u32
    }

    /// True with probability `p`; never for 0 or less or NaN, always for 1 or more. It always takes one draw.
    #[inline]
    pub fn chance(&mut self, p: f64) -> bool {
        self.unit() < p
    }

    /// Uniform in [low, high).
    #[inline]
    pub fn uniform(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// Uniform from `low` to `high`, `low` if that is later than `high`.
    #[inline]
    pub fn uniform_span(&mut self, low: Span, high: Span) -> Span {
        let width = (high - low).as_ns() as f64;
        low + Span::from_ns((width * self.unit() + 0.5) as u64)
    }

    /// Exponential with mean 1.
    #[inline]
    pub fn exponential(&mut self) -> f64 {
        let layers = &self.tables.exponential;
        let bits = self.next_u64();
        let layer = (bits & 0xff) as usize;
        let x = (bits >> 11) as f64 * UNIT_STEP * layers.edge[layer];
        if x < layers.edge[layer + 1] { x } else { self.exponential_edge(layer, x) }
    }

    /// The 1 % of draws that fall outside a layer's inner rectangle.
    #[cold]
    fn exponential_edge(&mut self, layer: usize, x: f64) -> f64 {
        let layers = &self.tables.exponential;
        if layer == 0 {
            // An exponential has no memory: its tail is an exponential again.
            return layers.tail() - libm::log(1.0 - self.unit());
        }
        let (low, high) = (layers.density[layer], layers.density[layer + 1]);
        if low + (high - low) * self.unit() < libm::exp(-x) { x } else { self.exponential() }
    }

    /// Exponential with the given mean, to the nearest nanosecond.
    #[inline]
    pub fn exponential_span(&mut self, mean: Span) -> Span {
        Span::from_ns((self.exponential() * mean.as_ns() as f64 + 0.5) as u64)
    }

    /// Normal with mean 0 and standard deviation 1.
    #[inline]
    pub fn normal(&mut self) -> f64 {
        let layers = &self.tables.normal;
        let bits = self.next_u64();
        let layer = (bits & 0xff) as usize;
        let x = (bits >> 11) as f64 * UNIT_STEP * layers.edge[layer];
        let magnitude = if x < layers.edge[layer + 1] { Some(x) } else { self.normal_edge(layer, x) };
        match magnitude {
            Some(magnitude) if bits & 0x100 == 0 => magnitude,
            Some(magnitude) => -magnitude,
            None => self.normal(),
        }
    }

    /// The 1.5 % of draws outside a layer's inner rectangle; nothing if the draw is rejected.
    #[cold]
    fn normal_edge(&mut self, layer: usize, x: f64) -> Option<f64> {
        let layers = &self.tables.normal;
        if layer == 0 {
            return Some(self.normal_tail(layers.tail()));
        }
        let (low, high) = (layers.density[layer], layers.density[layer + 1]);
        (low + (high - low) * self.unit() < normal_density(x)).then_some(x)
    }

    /// A normal beyond `tail` (Marsaglia, 1964).
    fn normal_tail(&mut self, tail: f64) -> f64 {
        loop {
            let x = libm::log(1.0 - self.unit()) / tail;
            let y = libm::log(1.0 - self.unit());
            if -2.0 * y >= x * x {
                return tail - x;
            }
        }
    }

    /// Log-normal with the given median; `sigma` is the standard deviation of its logarithm.
    #[inline]
    pub fn log_normal(&mut self, median: f64, sigma: f64) -> f64 {
        median * libm::exp(sigma * self.normal())
    }

    /// Log-normal with the given median, to the nearest nanosecond.
    #[inline]
    pub fn log_normal_span(&mut self, median: Span, sigma: f64) -> Span {
        Span::from_ns((self.log_normal(median.as_ns() as f64, sigma) + 0.5) as u64)
    }
}

fn normal_density(x: f64) -> f64 {
    libm::exp(-0.5 * x * x)
}

#[cfg(test)]
#[path = "random_tests.rs"]
mod tests;
