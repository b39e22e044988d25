use ninepins_model::PartSettings;
use ninepins_model::presets::seed_architecture;

use super::*;

const SECOND: u64 = 1_000_000_000;

/// Bytes of checkpoints and of windows, by estimate.
fn kept(run: &Run) -> (usize, usize) {
    let checkpoints = run.checkpoints.iter().map(|checkpoint| checkpoint.bytes).sum();
    (checkpoints, run.windows.iter().map(Window::bytes_once_merged).sum())
}

#[test]
fn a_load_balancer_that_half_of_its_clients_cannot_reach_fails_a_part_of_its_requests_and_not_all() {
    let design = seed_architecture();
    let alb = design.parts.keys().position(|id| id.as_str() == "alb").unwrap();
    let mut run = Run::new(design);
    run.advance(90 * SECOND, u64::MAX);
    run.act(Action::ZonePowerLoss { zone: "ap-northeast-2a".into(), for_s: 600 });
    run.advance(105 * SECOND, u64::MAX);
    let gauges = run.gauges();
    let view = gauges.parts.iter().find(|view| usize::from(view.part) == alb).unwrap();
    assert!((0.35..0.5).contains(&view.failing), "{} of its requests fail", view.failing);
}

#[test]
fn windows_take_the_room_of_checkpoints_so_that_two_hours_keep_no_more_than_ten_minutes() {
    let mut design = seed_architecture();
    design.scenario.duration_s = 7_200;
    for part in design.parts.values_mut() {
        if let PartSettings::Users(users) = &mut part.settings {
            users.traffic.rps = 1.0;
        }
    }
    let mut run = Run::new(design);
    let (mut early, mut late, mut most_windows, mut fewest) = (0, 0, 0, usize::MAX);
    for second in (5..=7_200).step_by(5) {
        run.advance(second * SECOND, u64::MAX);
        let (checkpoints, windows) = kept(&run);
        if second <= 600 {
            early = early.max(checkpoints + windows);
            continue;
        }
        late = late.max(checkpoints + windows);
        most_windows = most_windows.max(windows);
        fewest = fewest.min(run.checkpoints.len());
    }
    assert!(late <= early + early / 50, "{early} bytes in ten minutes, {late} in two hours");
    assert!(most_windows > 5 << 20, "{most_windows} bytes of windows");
    assert!((50..=60).contains(&fewest), "{fewest} checkpoints");
}
