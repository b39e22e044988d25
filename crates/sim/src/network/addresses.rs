//! Addresses of a subnet: what its range has room for (VPC-02).

use super::map::Subnet;
use super::{Network, Place};

/// Addresses taken in a subnet.
#[derive(Clone, Debug, Default)]
pub(super) struct Addresses {
    /// The first that AWS does not keep for itself, and how many there are; 0 where the range is not valid.
    first: u32,
    usable: u32,
    /// How many were handed out for the first time.
    used: u32,
    /// Those that were given back.
    returned: Vec<u32>,
}

impl Addresses {
    /// Those of a subnet.
    pub(super) fn of(subnet: Option<&Subnet>) -> Self {
        let Some(range) = subnet.and_then(|subnet| subnet.range) else { return Addresses::default() };
        Addresses { first: range.first.saturating_add(4), usable: range.usable(), used: 0, returned: Vec::new() }
    }

    fn take(&mut self) -> Option<u32> {
        if self.first == 0 {
            return Some(0);
        }
        if let Some(address) = self.returned.pop() {
            return Some(address);
        }
        (self.used < self.usable).then(|| {
            self.used += 1;
            self.first + self.used - 1
        })
    }
}

impl Network {
    /// The same place with an address of its own; `None` if the subnet has none left.
    pub(crate) fn take_address(&mut self, place: Place) -> Option<Place> {
        let address = self.addresses[usize::from(place.subnet)].take()?;
        Some(Place { address, ..place })
    }

    /// Whether the subnet has an address left.
    pub(crate) fn has_address(&self, place: Place) -> bool {
        let addresses = &self.addresses[usize::from(place.subnet)];
        addresses.first == 0 || addresses.used < addresses.usable || !addresses.returned.is_empty()
    }

    /// A member is gone, its address free.
    pub(crate) fn return_address(&mut self, place: Place) {
        if place.address != 0 {
            self.addresses[usize::from(place.subnet)].returned.push(place.address);
        }
    }
}
