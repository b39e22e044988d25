//! The languages.

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Korean.
    Korean,
}

impl Language {
    /// Every language.
    pub const ALL: [Language; 2] = [Language::English, Language::Korean];

    /// Its ISO 639-1 code, for `<html lang>` and storage.
    pub const fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Korean => "ko",
        }
    }

    /// The language of a code or of a browser's language tag such as `ko-KR`.
    pub fn from_code(code: &str) -> Option<Language> {
        let primary = code.split(['-', '_']).next().unwrap_or(code);
        Language::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.code()))
    }

    /// What its speakers call it.
    pub const fn name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Korean => "한국어",
        }
    }

    /// One of two texts.
    pub(crate) const fn pick<'a>(self, (english, korean): (&'a str, &'a str)) -> &'a str {
        match self {
            Language::English => english,
            Language::Korean => korean,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_browsers_tag_gives_its_language() {
        let found = ["ko-KR", "en", "KO", "fr"].map(Language::from_code);
        assert_eq!(found, [Some(Language::Korean), Some(Language::English), Some(Language::Korean), None]);
    }
}
