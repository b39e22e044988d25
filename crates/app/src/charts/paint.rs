//! Draws bands on a canvas. Between two repaints nothing is kept but the canvas.

use gloo::utils::window;
use js_sys::Array;
use ninepins_report::Window;
use ninepins_words::{Language, number};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, HtmlCanvasElement};

use super::scale::{Scale, time_ticks};
use super::series::{Band, Style};

/// What to draw beside the bands.
pub(super) struct Frame<'a> {
    /// First and last simulated second shown.
    pub(super) from_s: f64,
    /// See `from_s`.
    pub(super) to_s: f64,
    /// The windows that the values belong to.
    pub(super) windows: &'a [Window],
    /// Times of events, in seconds.
    pub(super) events: &'a [f64],
    /// For the ticks.
    pub(super) language: Language,
}

/// A rectangle in CSS pixels.
#[derive(Clone, Copy)]
struct Area {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

/// Pixels between two bands.
const GAP: f64 = 4.0;
/// Pixels below the bands, for the times.
const TIMES: f64 = 13.0;
/// A chart that is less high than this has no times.
const LEAST_HEIGHT: f64 = 52.0;
/// A line goes on over as many seconds without a value; over more, it ends and begins anew.
const LONGEST_BRIDGE_S: u32 = 10;

/// Draws everything on a canvas of this many CSS pixels.
///
/// # Errors
/// The browser gives no 2D context.
pub(super) fn paint(canvas: &HtmlCanvasElement, size: [i32; 2], bands: &[Band], frame: &Frame) -> Result<(), JsValue> {
    let [width, height] = size.map(f64::from);
    if width < 8.0 || height < 8.0 {
        return Ok(());
    }
    let context = context(canvas, width, height)?;
    let colours = Colours::of(canvas)?;
    context.clear_rect(0.0, 0.0, width, height);
    let has_times = height >= LEAST_HEIGHT && bands.iter().any(|band| !band.series.is_empty());
    let height = if has_times { height - TIMES } else { height };
    let each = (height - GAP * (bands.len().max(1) - 1) as f64) / bands.len().max(1) as f64;
    let area = |place: usize| Area { left: 0.0, top: place as f64 * (each + GAP), width, height: each };
    for (place, band) in bands.iter().enumerate() {
        paint_band(&context, &colours, area(place), band, frame)?;
    }
    paint_events(&context, &colours, Area { left: 0.0, top: 0.0, width, height }, frame)?;
    // Texts stand over all lines.
    for (place, band) in bands.iter().enumerate().filter(|(_, band)| !band.series.is_empty()) {
        paint_ticks(&context, &colours, area(place), band, frame.language)?;
    }
    if has_times {
        paint_times(&context, &colours, Area { left: 0.0, top: height, width, height: TIMES }, frame)?;
    }
    Ok(())
}

/// Times of the simulated clock, below the bands.
fn paint_times(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    area: Area,
    frame: &Frame,
) -> Result<(), JsValue> {
    context.set_fill_style_str(&colours.get("muted"));
    context.set_stroke_style_str(&colours.get("line"));
    context.set_line_width(1.0);
    context.set_font(&format!("10px {}", colours.get("font")));
    context.set_text_baseline("top");
    context.begin_path();
    for at_s in time_ticks(frame.from_s, frame.to_s, area.width) {
        let x = x_of(area, frame, at_s).round();
        context.move_to(x + 0.5, area.top - 1.0);
        context.line_to(x + 0.5, area.top + 3.0);
        let text = number::clock(at_s as u64);
        let width = context.measure_text(&text)?.width();
        // The first and the last stay within the chart.
        let left = (x - width * 0.5).min(area.left + area.width - width).max(area.left);
        context.fill_text(&text, left, area.top + 3.0)?;
    }
    context.stroke();
    Ok(())
}

fn x_of(area: Area, frame: &Frame, at_s: f64) -> f64 {
    area.left + (at_s - frame.from_s) / (frame.to_s - frame.from_s).max(1.0) * area.width
}

/// The context, with the canvas as many pixels large as the screen has there.
fn context(canvas: &HtmlCanvasElement, width: f64, height: f64) -> Result<CanvasRenderingContext2d, JsValue> {
    let ratio = window().device_pixel_ratio().max(1.0);
    let pixels = ((width * ratio).round() as u32, (height * ratio).round() as u32);
    if (canvas.width(), canvas.height()) != pixels {
        canvas.set_width(pixels.0);
        canvas.set_height(pixels.1);
    }
    let context = canvas.get_context("2d")?.ok_or("no 2D context")?.dyn_into::<CanvasRenderingContext2d>()?;
    context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0)?;
    Ok(context)
}

/// Colours of the style sheet in force.
struct Colours(CssStyleDeclaration);

impl Colours {
    fn of(canvas: &HtmlCanvasElement) -> Result<Self, JsValue> {
        window().get_computed_style(canvas)?.map(Colours).ok_or_else(|| JsValue::from_str("no computed style"))
    }

    fn get(&self, name: &str) -> String {
        self.0.get_property_value(&format!("--{name}")).unwrap_or_default().trim().to_owned()
    }
}

fn paint_band(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    area: Area,
    band: &Band,
    frame: &Frame,
) -> Result<(), JsValue> {
    if band.series.is_empty() {
        return Ok(());
    }
    paint_grid(context, colours, area, band);
    let mut below = vec![0.0; frame.windows.len()];
    for series in &band.series {
        let values: Vec<f64> = match series.style {
            Style::Stacked => {
                let stacked = series.values.iter().zip(&below).map(|(value, below)| value + below);
                stacked.collect()
            }
            _ => series.values.clone(),
        };
        let painted = Painted { context, colour: &colours.get(series.colour), area, scale: band.scale };
        let stretches = stretches(&values, frame, area);
        let ground = (series.style == Style::Stacked).then(|| self::stretches(&below, frame, area).concat());
        painted.fill(series.style, &stretches, ground.as_deref());
        painted.line(series.style, &stretches)?;
        if series.style == Style::Stacked {
            below = values;
        }
    }
    Ok(())
}

fn paint_grid(context: &CanvasRenderingContext2d, colours: &Colours, area: Area, band: &Band) {
    context.set_stroke_style_str(&colours.get("line"));
    context.set_line_width(1.0);
    context.begin_path();
    for tick in band.scale.ticks().into_iter().chain([0.0]) {
        let y = height_of(area, band.scale, tick).round() + if tick == 0.0 { -0.5 } else { 0.5 };
        context.move_to(area.left, y);
        context.line_to(area.left + area.width, y);
    }
    context.stroke();
}

fn paint_ticks(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    area: Area,
    band: &Band,
    language: Language,
) -> Result<(), JsValue> {
    context.set_fill_style_str(&colours.get("muted"));
    // A rim in the colour of the ground keeps the text legible over the lines.
    context.set_stroke_style_str(&colours.get("sunken"));
    context.set_line_width(3.0);
    context.set_line_join("round");
    context.set_font(&format!("10px {}", colours.get("font")));
    context.set_text_baseline("top");
    // Every tick that has room, from the top down.
    let mut free_below = area.top - 1.0;
    for tick in band.scale.ticks().into_iter().rev() {
        let line = height_of(area, band.scale, tick);
        // Below its line; what stands at the bottom has only room above.
        let y = if line + 13.0 > area.top + area.height { line - 12.0 } else { line + 2.0 };
        if y < free_below {
            continue;
        }
        let text = (band.write)(language, tick);
        context.stroke_text(&text, area.left + 3.0, y)?;
        context.fill_text(&text, area.left + 3.0, y)?;
        free_below = y + 18.0;
        if area.height < 40.0 {
            break;
        }
    }
    Ok(())
}

fn height_of(area: Area, scale: Scale, value: f64) -> f64 {
    // A pixel is kept free for the width of the line.
    area.top + area.height - 1.0 - scale.share(value) * (area.height - 2.0)
}

/// The least and the largest value in each column of pixels, where there is one.
#[derive(Clone, Copy)]
struct Column {
    x: f64,
    least: f64,
    most: f64,
}

/// The columns of a series, apart where there was no value for long.
fn stretches(values: &[f64], frame: &Frame, area: Area) -> Vec<Vec<Column>> {
    let mut stretches: Vec<Vec<Column>> = Vec::new();
    let mut before_s = None;
    for (window, value) in frame.windows.iter().zip(values).filter(|(_, value)| value.is_finite()) {
        let end_s = window.start_s + window.length_s;
        if before_s.is_none_or(|before| window.start_s > before + LONGEST_BRIDGE_S) {
            stretches.push(Vec::new());
        }
        before_s = Some(end_s);
        let x = x_of(area, frame, f64::from(end_s)).round();
        let Some(columns) = stretches.last_mut() else { continue };
        match columns.last_mut() {
            Some(last) if last.x == x => {
                last.least = last.least.min(*value);
                last.most = last.most.max(*value);
            }
            _ => columns.push(Column { x, least: *value, most: *value }),
        }
    }
    stretches
}

/// A series as it is painted.
struct Painted<'a> {
    context: &'a CanvasRenderingContext2d,
    colour: &'a str,
    area: Area,
    scale: Scale,
}

impl Painted<'_> {
    /// The area below a line, down to what it stands on.
    fn fill(&self, style: Style, stretches: &[Vec<Column>], ground: Option<&[Column]>) {
        if !matches!(style, Style::Area | Style::Steps | Style::Stacked) {
            return;
        }
        let Painted { context, area, .. } = *self;
        context.set_fill_style_str(self.colour);
        context.set_global_alpha(if style == Style::Stacked { 0.5 } else { 0.16 });
        for columns in stretches {
            let (Some(first), Some(last)) = (columns.first(), columns.last()) else { continue };
            context.begin_path();
            let mut before = *first;
            for column in columns {
                self.step(style, before, *column);
                before = *column;
            }
            match ground {
                Some(ground) => {
                    ground.iter().rev().for_each(|column| context.line_to(column.x, self.height_of(column.most)));
                }
                None => {
                    context.line_to(last.x, area.top + area.height);
                    context.line_to(first.x, area.top + area.height);
                }
            }
            context.close_path();
            context.fill();
        }
        context.set_global_alpha(1.0);
    }

    fn line(&self, style: Style, stretches: &[Vec<Column>]) -> Result<(), JsValue> {
        let context = self.context;
        context.set_stroke_style_str(self.colour);
        let pattern = if style == Style::Dashed { dashes(4.0, 3.0) } else { Array::new() };
        context.set_line_dash(&pattern)?;
        context.set_line_width(if style == Style::Stacked { 1.0 } else { 1.5 });
        context.begin_path();
        for columns in stretches {
            let Some(first) = columns.first() else { continue };
            // A value that stands alone is as wide as its pixel.
            context.move_to(first.x - 1.0, self.height_of(first.most));
            let mut before = *first;
            for column in columns {
                self.step(style, before, *column);
                if column.least < column.most {
                    context.line_to(column.x, self.height_of(column.least));
                }
                before = *column;
            }
        }
        context.stroke();
        context.set_line_dash(&Array::new()).map(drop)
    }

    /// On to the next column: a count stays what it was until it is another.
    fn step(&self, style: Style, before: Column, next: Column) {
        if style == Style::Steps {
            self.context.line_to(next.x, self.height_of(before.least));
        }
        self.context.line_to(next.x, self.height_of(next.most));
    }

    fn height_of(&self, value: f64) -> f64 {
        height_of(self.area, self.scale, value)
    }
}

fn paint_events(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    area: Area,
    frame: &Frame,
) -> Result<(), JsValue> {
    context.set_stroke_style_str(&colours.get("bad"));
    context.set_line_width(1.0);
    context.set_line_dash(&dashes(3.0, 3.0))?;
    context.begin_path();
    for at_s in frame.events.iter().filter(|at_s| (frame.from_s..=frame.to_s).contains(*at_s)) {
        let x = x_of(area, frame, *at_s).round() + 0.5;
        context.move_to(x, area.top);
        context.line_to(x, area.top + area.height);
    }
    context.stroke();
    context.set_line_dash(&Array::new()).map(drop)
}

fn dashes(on: f64, off: f64) -> Array {
    Array::of2(&JsValue::from_f64(on), &JsValue::from_f64(off))
}
