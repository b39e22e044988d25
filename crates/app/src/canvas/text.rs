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

/// A text as lines of a width, in units of its size: broken at spaces, within words only where one is wider than the line.
pub(super) fn wrapped(text: &str, width: f64, size: f64) -> Vec<String> {
    let room = width / size;
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut taken = 0.0;
        for word in paragraph.split_inclusive(' ') {
            let wide = self::width(word.trim_end());
            if taken > 0.0 && taken + wide > room {
                lines.push(std::mem::take(&mut line));
                taken = 0.0;
            }
            for character in word.chars() {
                if taken + advance(character) > room && !line.is_empty() && character != ' ' {
                    lines.push(std::mem::take(&mut line));
                    taken = 0.0;
                }
                line.push(character);
                taken += advance(character);
            }
        }
        lines.push(line);
    }
    lines
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
    use super::{fitted, wrapped};

    #[test]
    fn a_note_breaks_at_spaces_at_its_own_lines_and_within_words_that_are_too_long() {
        assert_eq!(wrapped("watch the standby\nnow", 60.0, 10.0), ["watch the ", "standby", "now"]);
        assert_eq!(wrapped("abcdefghijkl", 33.0, 10.0), ["abcdef", "ghijkl"]);
    }

    #[test]
    fn a_short_text_stays_and_a_long_one_is_cut() {
        assert_eq!(fitted("orders", 120.0, 13.0), "orders");
        assert_eq!(fitted("a database with a very long name", 60.0, 12.0), "a databa…");
    }
}
