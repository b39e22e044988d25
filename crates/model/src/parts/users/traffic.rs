//! How requests arrive: populations, shapes and tables of rates.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::fact;

/// How requests arrive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Traffic {
    /// Whether clients wait for their answers (TRF-11).
    pub population: Population,
    /// Client requests per second before retries, of an open population.
    pub rps: f64,
    /// How arrivals are spaced.
    pub arrivals: Arrivals,
    /// How the rate changes in the course of the run.
    pub shape: Shape,
    /// The other rate of a shape: after the ramp or step, at the daily peak, in the crowd.
    pub peak_rps: f64,
    /// When a ramp, a step or a crowd begins; for a daily curve, when its peak is.
    pub start_s: f64,
    /// How long a ramp or a crowd lasts; for a daily curve, a day.
    pub length_s: f64,
    /// How long a crowd takes to arrive, and again to leave.
    pub rise_s: f64,
    /// The rates of a table: seconds from the start and requests per second, in the order of time. Between two points the
    /// rate is on the line between them; two points of one time are a step.
    pub points: Vec<[f64; 2]>,
    /// Mean think time of a closed population's clients, in seconds.
    pub think_s: f64,
}

/// Whether clients wait for their answers (TRF-11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum Population {
    /// Requests arrive at a rate, whatever became of earlier ones.
    Open,
    /// Each client sends its next request only when it has thought about the answer to the last one.
    Closed,
}

/// How arrivals are spaced, or think times distributed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum Arrivals {
    /// At random: exponential gaps and think times.
    Poisson,
    /// Evenly: all gaps and think times alike.
    Deterministic,
}

/// How the rate changes in the course of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// It does not.
    Constant,
    /// Evenly to the other rate.
    Ramp,
    /// At once to the other rate.
    Step,
    /// Up and down once a day.
    Daily,
    /// A crowd comes, stays and leaves.
    FlashCrowd,
    /// By a table.
    Table,
}

impl Default for Traffic {
    fn default() -> Self {
        Traffic {
            population: Population::Open,
            rps: fact::REQUESTS_PER_SECOND.value,
            arrivals: Arrivals::Poisson,
            shape: Shape::Constant,
            peak_rps: fact::PEAK_RATE.value,
            start_s: fact::SHAPE_START.value,
            length_s: fact::SHAPE_LENGTH.value,
            rise_s: fact::CROWD_RISE.value,
            points: Vec::new(),
            think_s: fact::THINK_TIME.value,
        }
    }
}

/// Most points of a table.
const TABLE_POINTS: usize = 2_000;

/// What is wrong with a table of rates. Lines count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableError {
    /// It has no line with two numbers.
    Empty,
    /// A line is not two numbers, seconds and requests per second.
    NotTwoNumbers(usize),
    /// A number is negative, or larger than a run or a rate may be.
    OutOfRange(usize),
    /// A line is earlier than the one before.
    NotInOrder(usize),
    /// There are more lines than a design may hold.
    TooLong,
}

/// Reads a table of rates from CSV: a line has seconds and requests per second, divided by a comma, a semicolon or a tab. A first
/// line of words is a heading.
///
/// # Errors
/// The first line that is no such pair, or not in the order of time.
pub fn read_table(text: &str) -> Result<Vec<[f64; 2]>, TableError> {
    let mut points: Vec<[f64; 2]> = Vec::new();
    let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    for (index, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        let number = index + 1;
        let mut cells = line.split([',', ';', '\t']).map(|cell| cell.trim().trim_matches('"').parse::<f64>());
        let point = match (cells.next(), cells.next(), cells.next()) {
            (Some(Ok(time)), Some(Ok(rate)), None) => [time, rate],
            (Some(Err(_)), Some(Err(_)), None) if points.is_empty() && index == 0 => continue,
            _ => return Err(TableError::NotTwoNumbers(number)),
        };
        let fits =
            (0.0..=fact::DURATION.max).contains(&point[0]) && (0.0..=fact::REQUESTS_PER_SECOND.max).contains(&point[1]);
        if !fits {
            return Err(TableError::OutOfRange(number));
        }
        if points.last().is_some_and(|last| last[0] > point[0]) {
            return Err(TableError::NotInOrder(number));
        }
        if points.len() == TABLE_POINTS {
            return Err(TableError::TooLong);
        }
        points.push(point);
    }
    if points.is_empty() { Err(TableError::Empty) } else { Ok(points) }
}

#[cfg(test)]
mod tests {
    use super::{TableError, read_table};

    #[test]
    fn a_table_with_a_heading_is_read() {
        assert_eq!(
            read_table("time,rps\n0,100\n60; 250.5\n\n60\t0\n"),
            Ok(vec![[0.0, 100.0], [60.0, 250.5], [60.0, 0.0]])
        );
    }

    #[test]
    fn a_wrong_line_is_named() {
        assert_eq!(read_table("0,1\n1,x"), Err(TableError::NotTwoNumbers(2)));
        assert_eq!(read_table("0,1\n\n5,1\n4,1"), Err(TableError::NotInOrder(4)));
        assert_eq!(read_table("0,-1"), Err(TableError::OutOfRange(1)));
        assert_eq!(read_table("0,1,2"), Err(TableError::NotTwoNumbers(1)));
        assert_eq!(read_table("time,rps\n"), Err(TableError::Empty));
    }
}
