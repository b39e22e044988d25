//! Korean particles, whose form follows the last sound of the word before them.

/// How the last character of a word ends.
#[derive(PartialEq)]
enum Ending {
    Vowel,
    Rieul,
    Consonant,
}

/// Hangul by its final consonant, digits as they are read, Latin letters by their usual transcription.
fn ending(word: &str) -> Ending {
    let letters: Vec<char> = word.chars().filter(|letter| letter.is_alphanumeric()).collect();
    match letters.last().map(char::to_ascii_lowercase) {
        Some(letter @ '가'..='힣') => match (letter as u32 - '가' as u32) % 28 {
            0 => Ending::Vowel,
            8 => Ending::Rieul,
            _ => Ending::Consonant,
        },
        Some('1' | '7' | '8' | 'l') => Ending::Rieul,
        Some('0' | '3' | '6' | 'm' | 'n') => Ending::Consonant,
        Some('g') if letters.len() > 1 && letters[letters.len() - 2].eq_ignore_ascii_case(&'n') => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

fn with(word: &str, after_consonant: &str, after_vowel: &str) -> String {
    let particle = if ending(word) == Ending::Vowel { after_vowel } else { after_consonant };
    format!("{word}{particle}")
}

/// The subject: 이 or 가.
pub(crate) fn subject(word: &str) -> String {
    with(word, "이", "가")
}

/// The topic: 은 or 는.
pub(crate) fn topic(word: &str) -> String {
    with(word, "은", "는")
}

/// The object: 을 or 를.
pub(crate) fn object(word: &str) -> String {
    with(word, "을", "를")
}

/// The direction: 으로 or 로.
pub(crate) fn towards(word: &str) -> String {
    let particle = if ending(word) == Ending::Consonant { "으로" } else { "로" };
    format!("{word}{particle}")
}

#[cfg(test)]
mod tests {
    use super::{object, subject, topic, towards};

    #[test]
    fn the_particle_follows_the_last_sound() {
        let subjects = ["주문", "서버", "api/3", "api/4", "cdn", "orders", "ap-northeast-2a", "billing"].map(subject);
        assert_eq!(
            subjects,
            ["주문이", "서버가", "api/3이", "api/4가", "cdn이", "orders가", "ap-northeast-2a가", "billing이"]
        );
    }

    #[test]
    fn after_a_rieul_the_direction_has_no_extra_vowel() {
        assert_eq!(["서울", "판교", "부산", "6", "8"].map(towards), ["서울로", "판교로", "부산으로", "6으로", "8로"]);
    }

    #[test]
    fn topics_and_objects_have_their_forms() {
        assert_eq!(
            [topic("주문"), topic("orders"), object("주문"), object("orders")].join(" "),
            "주문은 orders는 주문을 orders를"
        );
    }
}
