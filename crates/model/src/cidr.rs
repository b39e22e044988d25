//! IPv4 address ranges (VPC-01, VPC-02).

/// A range of IPv4 addresses. Host bits below the prefix are ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cidr {
    /// Its first address.
    pub first: u32,
    /// Length of its prefix in bits, 0 to 32.
    pub prefix: u8,
}

/// Addresses that AWS keeps in every subnet: the first four and the last (VPC-02).
pub const RESERVED_ADDRESSES: u32 = 5;

impl Cidr {
    /// Reads `10.0.0.0/16`.
    pub fn parse(text: &str) -> Option<Cidr> {
        let (address, prefix) = text.split_once('/')?;
        let prefix: u8 = prefix.parse().ok().filter(|prefix| *prefix <= 32)?;
        let mut first = 0;
        let mut bytes = 0;
        for byte in address.split('.') {
            first = first << 8 | u32::from(byte.parse::<u8>().ok()?);
            bytes += 1;
        }
        (bytes == 4).then_some(Cidr { first: first & mask(prefix), prefix })
    }

    /// Whether an address lies in it.
    pub const fn contains(self, address: u32) -> bool {
        address & mask(self.prefix) == self.first
    }

    /// Whether all of another range lies in it.
    pub const fn covers(self, other: Cidr) -> bool {
        self.prefix <= other.prefix && self.contains(other.first)
    }

    /// Whether the two share an address.
    pub const fn overlaps(self, other: Cidr) -> bool {
        self.covers(other) || other.covers(self)
    }

    /// Addresses that parts can have in a subnet of this range (VPC-02).
    pub fn usable(self) -> u32 {
        let size = match self.prefix {
            0 => u32::MAX,
            prefix => 1 << (32 - prefix),
        };
        size.saturating_sub(RESERVED_ADDRESSES)
    }
}

const fn mask(prefix: u8) -> u32 {
    match prefix {
        0 => 0,
        prefix => u32::MAX << (32 - prefix),
    }
}

#[cfg(test)]
mod tests {
    use super::Cidr;

    #[test]
    fn a_24_has_251_usable_addresses_a_27_has_27_and_a_28_has_11() {
        let usable = |text| Cidr::parse(text).unwrap().usable();
        assert_eq!([usable("10.0.0.0/24"), usable("10.0.0.0/27"), usable("10.0.0.0/28")], [251, 27, 11]);
    }

    #[test]
    fn what_is_no_range_is_refused() {
        for text in ["10.0.0.0", "10.0.0/24", "10.0.0.256/24", "10.0.0.0/33", "ten/8", ""] {
            assert_eq!(Cidr::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_range_covers_what_lies_in_it_and_everything_lies_in_the_widest() {
        let [vpc, subnet, other] = ["10.0.0.0/16", "10.0.3.0/24", "10.1.0.0/24"].map(|text| Cidr::parse(text).unwrap());
        assert!(vpc.covers(subnet) && !subnet.covers(vpc) && subnet.overlaps(vpc) && !vpc.overlaps(other));
        assert!(Cidr::parse("0.0.0.0/0").unwrap().contains(u32::MAX));
    }
}
