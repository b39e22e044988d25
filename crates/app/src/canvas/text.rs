//! Texts that fit: SVG does not cut them by itself.

use std::cell::OnceCell;

/// How much wider than others bold texts are.
pub(super) const BOLD: f64 = 1.12;

/// A text cut to a width, in units of its size.
pub(super) fn fitted(text: &str, width: f64, size: f64) -> String {
    let room = width / size;
    if self::width(text) <= room {
        return text.to_owned();
    }
    let mut taken = advance('…');
    let mut kept = String::new();
    for character in text.chars() {
        taken += advance(character);
        if taken > room && !kept.is_empty() {
            break;
        }
        kept.push(character);
    }
    kept.truncate(kept.trim_end().len());
    kept + "…"
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

/// How wide a character is: as the page's font has it, else about so.
fn advance(character: char) -> f64 {
    let measured = ADVANCES.with(|advances| advances.get_or_init(measured).get(character as usize).copied());
    measured.unwrap_or_else(|| usual(character))
}

thread_local! {
    /// The advances of ASCII in the page's font; none where there is no page.
    static ADVANCES: OnceCell<Vec<f64>> = const { OnceCell::new() };
}

/// Measures the font once: those of systems differ by a fifth, and a card's border stays where it is.
#[cfg(target_arch = "wasm32")]
fn measured() -> Vec<f64> {
    use wasm_bindgen::JsCast;
    use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

    let read = || {
        let document = gloo::utils::document();
        let style = gloo::utils::window().get_computed_style(&document.document_element()?).ok()??;
        let canvas = document.create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
        let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
        context.set_font(&format!("100px {}", style.get_property_value("--font").ok()?));
        let advance = |code: u8| {
            let text = char::from(code).to_string();
            context.measure_text(&text).map_or(usual(char::from(code)), |metrics| metrics.width() / 100.0)
        };
        Some((0..128).map(advance).collect())
    };
    read().unwrap_or_default()
}

#[cfg(not(target_arch = "wasm32"))]
fn measured() -> Vec<f64> {
    Vec::new()
}

/// About how wide a character is.
const fn usual(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '.' | ',' | ':' | '\'' | '|' | 'I' | '·' | ' ' => 0.29,
        'f' | 't' | 'r' | '/' | '-' | '(' | ')' => 0.37,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.85,
        'A'..='Z' => 0.65,
        '…' | '→' => 1.0,
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
        assert_eq!(fitted("a database with a very long name", 60.0, 12.0), "a datab…");
    }
}
