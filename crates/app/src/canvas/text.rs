//! Texts that fit: SVG does not cut them by itself.

/// A text cut to a width, in units of its size.
pub(super) fn fitted(text: &str, width: f64, size: f64) -> String {
    let room = width / size;
    let mut taken = 0.0;
    for (index, (at, character)) in text.char_indices().enumerate() {
        taken += advance(character);
        if taken > room && index > 0 {
            let kept: String = text[..at].chars().collect();
            let mut kept: Vec<char> = kept.chars().collect();
            kept.pop();
            return kept.into_iter().collect::<String>() + "…";
        }
    }
    text.to_owned()
}

/// About how wide a text is, in units of its size.
pub(super) fn width(text: &str) -> f64 {
    text.chars().map(advance).sum()
}

/// About how wide a character is.
const fn advance(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '.' | ',' | ':' | '\'' | '|' | 'I' | '·' | ' ' => 0.29,
        'f' | 't' | 'r' | '/' | '-' | '(' | ')' => 0.37,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.85,
        'A'..='Z' => 0.65,
        '\0'..='\u{2fff}' => 0.56,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::fitted;

    #[test]
    fn a_short_text_stays_and_a_long_one_is_cut() {
        assert_eq!(fitted("orders", 120.0, 13.0), "orders");
        assert_eq!(fitted("a database with a very long name", 60.0, 12.0), "a databa…");
    }
}
