//! A place in a document, as a chain from the leaf to the root. It becomes text only when a notice needs it.

use std::fmt;

#[derive(Clone, Copy)]
pub(crate) struct Path<'a> {
    above: Option<&'a Path<'a>>,
    level: Level<'a>,
}

#[derive(Clone, Copy)]
enum Level<'a> {
    Root,
    Key(&'a str),
    Place(usize),
}

impl<'a> Path<'a> {
    pub(crate) const ROOT: Path<'static> = Path { above: None, level: Level::Root };

    pub(crate) const fn key(&'a self, key: &'a str) -> Path<'a> {
        Path { above: Some(self), level: Level::Key(key) }
    }

    pub(crate) const fn place(&'a self, place: usize) -> Path<'a> {
        Path { above: Some(self), level: Level::Place(place) }
    }

    /// Whether this is the document or a part, whose `name` is what a person calls it.
    pub(crate) fn has_name(&self) -> bool {
        let is_parts = |path: &Path<'_>| matches!(path.level, Level::Key("parts")) && path.is_below_root();
        self.is_root() || self.above.is_some_and(is_parts)
    }

    fn is_below_root(&self) -> bool {
        self.above.is_some_and(Path::is_root)
    }

    fn is_root(&self) -> bool {
        matches!(self.level, Level::Root)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(above) = self.above
            && !above.is_root()
        {
            write!(formatter, "{above}.")?;
        }
        match self.level {
            Level::Root => formatter.write_str("the document"),
            Level::Key(key) => formatter.write_str(key),
            Level::Place(place) => write!(formatter, "{place}"),
        }
    }
}
