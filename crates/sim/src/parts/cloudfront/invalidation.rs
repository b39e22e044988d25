//! Flushes and invalidations: what leaves the caches (CF-31).

use ninepins_model::wires::path_matches;
use ninepins_model::{Action, PartId};
use ninepins_report::{Because, LogFact};

use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::Span;

/// The kinds of files, in turn; the last is not compressed.
const EXTENSIONS: [&str; 4] = [".js", ".css", ".svg", ".png"];

/// Writes the path of a key: the index, files, deep links of the app, `/`, addresses of the API.
pub(crate) fn path_of(key: u32, catalogue: u32, path: &mut String) {
    path.clear();
    let root = catalogue * 2;
    let (start, number, end) = match key {
        0 => return path.push_str("/index.html"),
        key if key == root => return path.push('/'),
        key if key < catalogue => ("/assets/", key, EXTENSIONS[key as usize % 4]),
        key if key < root => ("/orders/", key - catalogue, ""),
        key => ("/api/items/", key.wrapping_sub(root + 1), ""),
    };
    path.push_str(start);
    let mut power = 1;
    while number / power >= 10 {
        power *= 10;
    }
    while power > 0 {
        path.push(char::from(b'0' + (number / power % 10) as u8));
        power /= 10;
    }
    path.push_str(end);
}

impl Engine {
    /// Everything leaves the caches of a distribution at once. Returns how many objects were there.
    pub(crate) fn flush(&mut self, index: usize) -> u32 {
        let now = self.now;
        let mut flushed = 0;
        for location in &mut self.distributions[index].locations {
            for key in 0..location.objects.len() {
                flushed += u32::from(location.drop_key(key, now));
            }
        }
        flushed
    }

    /// An invalidation sets out for every location. Returns how many there are.
    pub(crate) fn invalidate(&mut self, id: &PartId, event: u32) -> u32 {
        let now = self.now;
        let part = self.part_index(id);
        let Some(index) = self.distributions.iter().position(|distribution| Some(distribution.part) == part) else {
            return 0;
        };
        let distribution = &mut self.distributions[index];
        let locations = distribution.locations.len() as u32;
        let (first, last) = distribution.invalidation;
        distribution.invalidating.push((event, locations, now));
        for location in 0..locations {
            let takes = distribution.control.uniform_span(first, last.max(first));
            self.queue.push(now + takes, Kind::Invalidated as u8, event & 0x00ff_ffff, (index as u32) << 16 | location);
        }
        locations
    }

    /// An invalidation reaches a location.
    pub(crate) fn invalidated(&mut self, target: u32, event: u32) {
        let now = self.now;
        let (index, location) = ((target >> 16) as usize, (target & 0xffff) as usize);
        let Some(Action::Invalidation { path: pattern, .. }) =
            self.events.get(event as usize).map(|event| &event.action)
        else {
            return;
        };
        let is_all = matches!(pattern.as_str(), "/*" | "*");
        let distribution = &mut self.distributions[index];
        let catalogue = distribution.catalogue;
        let mut path = String::new();
        let place = &mut distribution.locations[location];
        for key in 0..place.objects.len() {
            path_of(key as u32, catalogue, &mut path);
            if is_all || path_matches(pattern, &path) {
                place.drop_key(key, now);
            }
        }
        let Some(under_way) = distribution.invalidating.iter().position(|(number, ..)| *number == event) else {
            return;
        };
        let (_, left, since) = &mut distribution.invalidating[under_way];
        *left -= 1;
        if *left > 0 {
            return;
        }
        let after: Span = now - *since;
        distribution.invalidating.remove(under_way);
        let part = distribution.part;
        let fact = LogFact::InvalidationCompleted { after_s: after.as_s_f64() as f32 };
        self.log(Some(part), None, fact, Because::Event(event));
    }
}
