//! The nearest number to a row of decimal digits: at once where that is exact, else by long division of whole numbers of any size.

use std::cmp::Ordering;

/// Digits of a number that are looked at; no more than 767 can matter, and of the others only that there are some.
const DIGITS: usize = 800;

/// Digits and a power of ten.
#[derive(Default)]
pub(super) struct Decimal {
    /// Without leading zeros.
    digits: Vec<u8>,
    pub(super) exponent: i32,
}

impl Decimal {
    pub(super) fn push(&mut self, digit: u8, is_fraction: bool) {
        if self.digits.len() < DIGITS {
            self.exponent = self.exponent.saturating_sub(i32::from(is_fraction));
            if digit > 0 || !self.digits.is_empty() {
                self.digits.push(digit);
            }
            return;
        }
        self.exponent = self.exponent.saturating_add(i32::from(!is_fraction));
        if digit > 0 {
            // Not a tie, whatever it is.
            self.digits[DIGITS - 1] |= 1;
        }
    }

    pub(super) fn whole(&self) -> Option<u64> {
        let add = |whole: u64, digit: &u8| whole.checked_mul(10)?.checked_add(u64::from(*digit));
        self.digits.iter().try_fold(0, add)
    }

    /// The nearest number, of two equally near ones the even; none beyond the largest.
    pub(super) fn nearest(&self) -> Option<f64> {
        if self.digits.is_empty() {
            return Some(0.0);
        }
        if let Some(whole) = self.whole()
            && whole <= 1 << 53
            && self.exponent.unsigned_abs() <= 22
        {
            // Both are exact, so one rounding is left.
            let power = (0..self.exponent.unsigned_abs()).fold(1.0, |power, _| power * 10.0);
            return Some(if self.exponent < 0 { whole as f64 / power } else { whole as f64 * power });
        }
        let length = self.exponent.saturating_add(self.digits.len() as i32);
        match length {
            ..-330 => return Some(0.0),
            320.. => return None,
            _ => {}
        }
        let (mut over, mut under) = (Large::default(), Large(vec![1]));
        self.digits.iter().for_each(|digit| over.times_ten_plus(u32::from(*digit)));
        let scaled = if self.exponent < 0 { &mut under } else { &mut over };
        (0..self.exponent.unsigned_abs()).for_each(|_| scaled.times_ten_plus(0));
        quotient(over, under)
    }
}

/// The number nearest to a fraction: its binary digits by long division.
fn quotient(mut over: Large, mut under: Large) -> Option<f64> {
    let mut power = over.bits() - under.bits();
    let shorter = if power < 0 { &mut over } else { &mut under };
    (0..power.unsigned_abs()).for_each(|_| shorter.double());
    if over.compared(&under).is_lt() {
        over.double();
        power -= 1;
    }
    // The fraction is now from 1 to 2, times this power of two.
    let digits = (power + 1075).min(53);
    let mut found: u64 = 0;
    for _ in 0..digits {
        found *= 2;
        if over.compared(&under).is_ge() {
            over.subtract(&under);
            found += 1;
        }
        over.double();
    }
    let rest = if digits < 0 { Ordering::Less } else { over.compared(&under) };
    if rest.is_gt() || (rest.is_eq() && found % 2 == 1) {
        found += 1;
    }
    // A carry goes on into the exponent.
    let exponent = u64::try_from(power + 1022).unwrap_or(0);
    let number = f64::from_bits((exponent << 52) + found);
    (exponent < 2046 && number.is_finite()).then_some(number)
}

/// A whole number of any size, the lowest digits first.
#[derive(Default)]
struct Large(Vec<u32>);

impl Large {
    fn times_plus(&mut self, factor: u64, plus: u32) {
        let mut carry = u64::from(plus);
        for digit in &mut self.0 {
            carry += u64::from(*digit) * factor;
            *digit = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    fn times_ten_plus(&mut self, plus: u32) {
        self.times_plus(10, plus);
    }

    fn double(&mut self) {
        self.times_plus(2, 0);
    }

    fn bits(&self) -> i32 {
        self.0.last().map_or(0, |last| 32 * self.0.len() as i32 - last.leading_zeros() as i32)
    }

    fn compared(&self, other: &Large) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }

    /// Takes away what is no larger.
    fn subtract(&mut self, other: &Large) {
        let mut borrowed = 0;
        for (place, digit) in self.0.iter_mut().enumerate() {
            let taken = i64::from(other.0.get(place).copied().unwrap_or(0)) + borrowed;
            let left = i64::from(*digit) - taken;
            *digit = left as u32;
            borrowed = i64::from(left < 0);
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}
