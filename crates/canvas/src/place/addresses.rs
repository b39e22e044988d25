//! Address ranges: the next free one.

/// An IPv4 range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Range {
    first: u32,
    bits: u32,
}

impl Range {
    fn parse(text: &str) -> Option<Range> {
        let (address, bits) = text.split_once('/')?;
        let address: std::net::Ipv4Addr = address.trim().parse().ok()?;
        let bits = bits.trim().parse().ok().filter(|bits| *bits <= 32)?;
        Some(Range { first: u32::from(address), bits })
    }

    fn last(self) -> u32 {
        self.first | u32::MAX.checked_shr(self.bits).unwrap_or(0)
    }

    fn overlaps(self, other: Range) -> bool {
        self.first <= other.last() && other.first <= self.last()
    }
}

/// The first range of `bits` inside `whole` that overlaps none of `taken`.
pub(super) fn free_range<'a>(whole: &str, bits: u32, taken: impl Iterator<Item = &'a str>) -> Option<String> {
    let whole = Range::parse(whole).filter(|range| range.bits <= bits)?;
    let taken: Vec<Range> = taken.filter_map(Range::parse).collect();
    let step = 1u32.checked_shl(32 - bits)?;
    let mut first = whole.first & !(step - 1);
    loop {
        let range = Range { first, bits };
        if !taken.iter().any(|other| other.overlaps(range)) {
            return Some(format!("{}/{bits}", std::net::Ipv4Addr::from(first)));
        }
        first = first.checked_add(step).filter(|first| *first <= whole.last())?;
    }
}

#[cfg(test)]
mod tests {
    use super::free_range;

    #[test]
    fn the_first_free_range_is_found() {
        let taken = ["10.0.0.0/24", "10.0.1.0/25"];
        assert_eq!(free_range("10.0.0.0/16", 24, taken.into_iter()).as_deref(), Some("10.0.2.0/24"));
    }

    #[test]
    fn a_full_or_unreadable_range_has_none() {
        assert_eq!(free_range("10.0.0.0/24", 24, ["10.0.0.0/24"].into_iter()), None);
        assert_eq!(free_range("ten", 24, std::iter::empty()), None);
        assert_eq!(free_range("255.255.255.0/24", 24, ["255.255.255.0/24"].into_iter()), None);
    }
}
