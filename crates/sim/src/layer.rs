//! Layers: what events that overlap do to the same thing, each under its number, so that each ends by itself.

use ninepins_macros::rare;

/// An event begins or ends.
#[rare]
pub(crate) fn lay(layers: &mut Vec<u32>, event: u32, on: bool) {
    layers.retain(|layer| *layer != event);
    if on {
        layers.push(event);
    }
}

/// The same for layers that say more than their event: what this one says, as long as it lasts.
pub(crate) fn lay_with<T>(layers: &mut Vec<(u32, T)>, event: u32, says: Option<T>) {
    layers.retain(|(layer, _)| *layer != event);
    if let Some(says) = says {
        layers.push((event, says));
    }
}

/// The share, from 0 to 1, that an event's per cent are; 0 if they are no number.
#[rare]
pub(crate) fn share(percent: f64) -> f64 {
    if percent.is_finite() { (percent / 100.0).clamp(0.0, 1.0) } else { 0.0 }
}
