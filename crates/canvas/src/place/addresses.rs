//! Address ranges: the next free one.

use ninepins_model::Cidr;

/// The first range with a prefix of `prefix` bits inside `whole` that overlaps none of `taken`.
pub(super) fn free_range(whole: &str, prefix: u8, taken: &[&str]) -> Option<String> {
    let whole = Cidr::parse(whole).filter(|range| range.prefix <= prefix)?;
    let taken: Vec<Cidr> = taken.iter().filter_map(|range| Cidr::parse(range)).collect();
    let step = 1u32.checked_shl(32 - u32::from(prefix))?;
    let mut first = whole.first;
    loop {
        let range = Cidr { first, prefix };
        if !taken.iter().any(|other| other.overlaps(range)) {
            let [a, b, c, d] = first.to_be_bytes();
            return Some(format!("{a}.{b}.{c}.{d}/{prefix}"));
        }
        first = first.checked_add(step).filter(|first| whole.contains(*first))?;
    }
}

#[cfg(test)]
mod tests {
    use super::free_range;

    #[test]
    fn the_first_free_range_is_found() {
        let taken = ["10.0.0.0/24", "10.0.1.0/25"];
        assert_eq!(free_range("10.0.0.0/16", 24, &taken).as_deref(), Some("10.0.2.0/24"));
    }

    #[test]
    fn a_full_or_unreadable_range_has_none() {
        assert_eq!(free_range("10.0.0.0/24", 24, &["10.0.0.0/24"]), None);
        assert_eq!(free_range("ten", 24, &[]), None);
        assert_eq!(free_range("255.255.255.0/24", 24, &["255.255.255.0/24"]), None);
    }
}
