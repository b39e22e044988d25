//! Runs the reference scenarios of `tests/scenarios` over seeds and says what was expected and what came out.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use ninepins_scenarios::{Case, Expectation, Expected, Scenario, ScenarioError, Verdict, judge, measure, measured_run};

/// A folder's scenario.
#[derive(Debug)]
pub struct Folder {
    /// Its name, such as `s02-host-vanished`.
    pub name: String,
    /// What it holds.
    pub scenario: Scenario,
}

/// One line of the report.
#[derive(Debug)]
pub struct Line<'a> {
    /// The folder's name.
    pub folder: &'a str,
    /// The variant's name.
    pub case: &'a str,
    /// What was expected.
    pub expectation: &'a Expectation,
    /// What came out.
    pub verdict: Verdict,
    /// With how many seeds.
    pub seeds: u32,
}

/// How many seeds run.
#[derive(Debug, Clone, Copy)]
pub struct Seeds {
    /// Where every seed must lie in a window.
    pub windows: u32,
    /// Where a mean is measured.
    pub means: u32,
}

impl Seeds {
    fn of(self, folder: &Folder, case: &Case) -> u32 {
        let is_mean = |expectation: &Expectation| matches!(expectation.expected, Expected::Mean(..));
        let seeds = if case.expect.iter().any(is_mean) { self.means } else { self.windows };
        seeds.min(folder.scenario.most_seeds.unwrap_or(u32::MAX))
    }
}

impl Line<'_> {
    /// Whether it is as expected, or known not to be.
    pub const fn is_fine(&self) -> bool {
        self.verdict.holds || self.expectation.cannot_hold.is_some()
    }
}

/// Where the scenarios are.
pub fn scenarios_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")
}

/// The scenarios whose folder's name contains this, in the order of their names.
///
/// # Errors
/// A folder cannot be read or understood.
pub fn folders(filter: &str) -> Result<Vec<Folder>, ScenarioError> {
    let place = scenarios_folder();
    let unreadable = |path: &Path, error: std::io::Error| ScenarioError(format!("{}: {error}", path.display()));
    let mut names: Vec<String> = std::fs::read_dir(&place)
        .map_err(|error| unreadable(&place, error))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.contains(filter) && place.join(name).is_dir())
        .collect();
    names.sort_unstable();
    let read = |name: String| {
        let text = |file: &str| {
            let path = place.join(&name).join(file);
            std::fs::read_to_string(&path).map_err(|error| unreadable(&path, error))
        };
        let scenario = Scenario::read(&text("design.json")?, &text("expect.json")?);
        let scenario = scenario.map_err(|error| ScenarioError(format!("{name}: {error}")))?;
        Ok(Folder { name, scenario })
    };
    names.into_iter().map(read).collect()
}

/// Measures every case with the seeds from 1 on, on two threads.
///
/// # Errors
/// An expectation measures something that does not exist.
pub fn measured(folders: &[Folder], seeds: Seeds) -> Result<Vec<Line<'_>>, ScenarioError> {
    let cases: Vec<(&Folder, &Case)> =
        folders.iter().flat_map(|folder| folder.scenario.cases.iter().map(move |case| (folder, case))).collect();
    let places = cases.iter().enumerate();
    let jobs: Vec<(usize, u32)> = places
        .flat_map(|(place, (folder, case))| (1..=seeds.of(folder, case)).map(move |seed| (place, seed)))
        .collect();
    let next = AtomicUsize::new(0);
    let results = Mutex::new(vec![None; jobs.len()]);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((place, (case, seed))) = {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    jobs.get(place).map(|job| (place, *job))
                } {
                    let result = quantities(cases[case].1, seed);
                    results.lock().expect("no thread panics while it holds the lock")[place] = Some(result);
                }
            });
        }
    });
    let mut results = results.into_inner().expect("no thread panics while it holds the lock").into_iter();
    let mut lines = Vec::new();
    for (folder, case) in cases {
        let count = seeds.of(folder, case);
        let of_case = results.by_ref().take(count as usize).flatten().collect::<Result<Vec<_>, _>>();
        let of_case = of_case.map_err(|error| ScenarioError(format!("{}: {error}", folder.name)))?;
        for (place, expectation) in case.expect.iter().enumerate() {
            let values: Vec<Option<f64>> = of_case.iter().map(|quantities| quantities[place]).collect();
            let verdict = judge(expectation.expected, &values);
            lines.push(Line { folder: &folder.name, case: &case.name, expectation, verdict, seeds: count });
        }
    }
    Ok(lines)
}

/// What one seed gives for each expectation of a case.
fn quantities(case: &Case, seed: u32) -> Result<Vec<Option<f64>>, ScenarioError> {
    let mut design = case.design.clone();
    design.scenario.seed = seed;
    let run = measured_run(&design);
    let broken = run.violations();
    if !broken.is_empty() {
        return Err(ScenarioError(broken.join("; ")));
    }
    case.expect.iter().map(|expectation| measure(&run, &expectation.measure)).collect()
}

/// The report as Markdown: expected beside measured.
pub fn markdown(lines: &[Line<'_>]) -> String {
    let held = lines.iter().filter(|line| line.verdict.holds).count();
    let mut text = format!(
        "{held} of {} quantities hold. A window holds for every seed; a mean is held to its tolerance from 200 seeds on, \
         and to three standard errors of the seeds that ran before. Measured is the mean of the seeds, with the least and \
         the most of them and the standard error of the mean.\n\n\
         | scenario | quantity | expected | measured | rule | seeds | holds |\n|---|---|---|---|---|---|---|\n",
        lines.len()
    );
    for line in lines {
        let expected = match line.expectation.expected {
            Expected::Window(low, high) => format!("{} to {}", short(low), short(high)),
            Expected::Mean(mean, tolerance) => format!("{} ± {}", short(mean), short(tolerance)),
            Expected::Never => "never".to_owned(),
        };
        let measured = match (&line.verdict.measured, line.verdict.absent) {
            (None, _) => "did not happen".to_owned(),
            (Some((least, mean, most)), absent) => {
                let missing = if absent > 0 { format!(", not with {absent} seeds") } else { String::new() };
                let error = short(line.verdict.standard_error);
                format!("{} ({} to {}, s.e. {error}){missing}", short(*mean), short(*least), short(*most))
            }
        };
        let holds = match (&line.expectation.cannot_hold, line.verdict.holds) {
            (None, true) => "yes".to_owned(),
            (None, false) => "**no**".to_owned(),
            (Some(reason), holds) => format!("{}: {reason}", if holds { "yes, though" } else { "known" }),
        };
        let name =
            if line.case.is_empty() { line.folder.to_owned() } else { format!("{}, {}", line.folder, line.case) };
        let (what, rule, seeds) = (&line.expectation.what, line.verdict.rule, line.seeds);
        let _ = writeln!(text, "| {name} | {what} | {expected} | {measured} | {rule} | {seeds} | {holds} |");
    }
    text
}

/// A number with as many digits as say something.
fn short(value: f64) -> String {
    let digits = match value.abs() {
        0.0 => 0,
        size if size < 0.001 => 7,
        size if size < 1.0 => 4,
        size if size < 100.0 => 2,
        _ => 1,
    };
    let text = format!("{value:.digits$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}
