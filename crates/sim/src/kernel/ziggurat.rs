//! Marsaglia and Tsang's ziggurat (2000) with 256 layers, for exponential and normal draws.
//!
//! A decreasing density is covered by 256 pieces of equal area; nearly every draw is one table look-up and one
//! multiplication. The tables are computed once, with `libm`, so that they have the same bits natively and in WASM.

use std::sync::OnceLock;

const LAYERS: usize = 256;
/// Where the tail of the exponential density begins, for 256 layers.
const EXPONENTIAL_TAIL: f64 = 7.697_117_470_131_05;
/// Where the tail of the normal density begins, for 256 layers.
const NORMAL_TAIL: f64 = 3.654_152_885_361_009;

/// The layers of one density, from the tail up.
pub(super) struct Layers {
    /// The right edges; the first one is that of the tail's layer as if it were a rectangle.
    pub(super) edge: [f64; LAYERS + 1],
    /// The density at the edges.
    pub(super) density: [f64; LAYERS + 1],
}

/// The layers of both densities.
pub(super) struct Tables {
    pub(super) exponential: Layers,
    pub(super) normal: Layers,
}

/// A stream refers to the tables; a thousand numbers would hide what it is.
impl std::fmt::Debug for Tables {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Tables")
    }
}

impl Layers {
    fn new(tail: f64, area: f64, density: fn(f64) -> f64, inverse: fn(f64) -> f64) -> Self {
        let mut edge = [0.0; LAYERS + 1];
        edge[0] = area / density(tail);
        edge[1] = tail;
        for layer in 2..LAYERS {
            edge[layer] = inverse(area / edge[layer - 1] + density(edge[layer - 1]));
        }
        Self { edge, density: edge.map(density) }
    }

    /// Where the tail begins.
    pub(super) fn tail(&self) -> f64 {
        self.edge[1]
    }
}

fn exponential_density(x: f64) -> f64 {
    libm::exp(-x)
}

fn exponential_inverse(density: f64) -> f64 {
    -libm::log(density)
}

fn normal_density(x: f64) -> f64 {
    libm::exp(-0.5 * x * x)
}

fn normal_inverse(density: f64) -> f64 {
    (-2.0 * libm::log(density)).sqrt()
}

/// The area of the normal density's layers: the rectangle left of the tail, and the tail.
fn normal_area() -> f64 {
    let tail = (std::f64::consts::PI / 2.0).sqrt() * libm::erfc(NORMAL_TAIL / std::f64::consts::SQRT_2);
    NORMAL_TAIL * normal_density(NORMAL_TAIL) + tail
}

/// The tables, computed at the first call.
pub(super) fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let exponential_area = (EXPONENTIAL_TAIL + 1.0) * exponential_density(EXPONENTIAL_TAIL);
        Tables {
            exponential: Layers::new(EXPONENTIAL_TAIL, exponential_area, exponential_density, exponential_inverse),
            normal: Layers::new(NORMAL_TAIL, normal_area(), normal_density, normal_inverse),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How far the area of the last layer is from that of all others, relatively.
    fn closing_error(layers: &Layers) -> f64 {
        let area = layers.edge[0] * layers.density[1];
        let last = layers.edge[LAYERS - 1] * (1.0 - layers.density[LAYERS - 1]);
        (last / area - 1.0).abs()
    }

    #[test]
    fn the_last_exponential_layer_has_the_area_of_the_others() {
        assert!(closing_error(&tables().exponential) < 1e-9);
    }

    #[test]
    fn the_last_normal_layer_has_the_area_of_the_others() {
        assert!(closing_error(&tables().normal) < 1e-9);
    }

    #[test]
    fn the_edges_fall_from_the_tail_to_zero() {
        assert!(tables().normal.edge.windows(2).all(|pair| pair[0] > pair[1]));
    }
}
