//! Draws bands on a canvas. Between two repaints nothing is kept but the canvas.

use gloo::utils::window;
use js_sys::Array;
use ninepins_report::Window;
use ninepins_words::Language;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, HtmlCanvasElement};

use super::scale::Scale;
use super::series::{Band, Series, Style};

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

/// Draws everything.
///
/// # Errors
/// The browser gives no 2D context.
pub(super) fn paint(canvas: &HtmlCanvasElement, bands: &[Band], frame: &Frame) -> Result<(), JsValue> {
    let (width, height) = (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
    if width < 8.0 || height < 8.0 {
        return Ok(());
    }
    let context = context(canvas, width, height)?;
    let colours = Colours::of(canvas)?;
    context.clear_rect(0.0, 0.0, width, height);
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
    Ok(())
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
        let columns = columns(&values, frame, area);
        let ground = (series.style == Style::Stacked).then(|| self::columns(&below, frame, area));
        paint_series(context, &colours.get(series.colour), area, band.scale, series, &columns, ground.as_deref())?;
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
        let y = height_of(area, band.scale, tick) + 2.0;
        if y < free_below || y + 11.0 > area.top + area.height {
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
struct Column {
    x: f64,
    least: f64,
    most: f64,
}

fn columns(values: &[f64], frame: &Frame, area: Area) -> Vec<Column> {
    let per_second = area.width / (frame.to_s - frame.from_s).max(1.0);
    let mut columns: Vec<Column> = Vec::new();
    for (window, value) in frame.windows.iter().zip(values) {
        if !value.is_finite() {
            continue;
        }
        let end_s = f64::from(window.start_s + window.length_s);
        let x = area.left + ((end_s - frame.from_s) * per_second).round();
        match columns.last_mut() {
            Some(last) if last.x == x => {
                last.least = last.least.min(*value);
                last.most = last.most.max(*value);
            }
            _ => columns.push(Column { x, least: *value, most: *value }),
        }
    }
    columns
}

fn paint_series(
    context: &CanvasRenderingContext2d,
    colour: &str,
    area: Area,
    scale: Scale,
    series: &Series,
    columns: &[Column],
    ground: Option<&[Column]>,
) -> Result<(), JsValue> {
    let (Some(first), Some(last)) = (columns.first(), columns.last()) else { return Ok(()) };
    context.set_stroke_style_str(colour);
    context.set_fill_style_str(colour);
    if matches!(series.style, Style::Area | Style::Stacked) {
        context.begin_path();
        columns.iter().for_each(|column| context.line_to(column.x, height_of(area, scale, column.most)));
        match ground {
            Some(ground) => {
                ground.iter().rev().for_each(|column| context.line_to(column.x, height_of(area, scale, column.most)));
            }
            None => {
                context.line_to(last.x, area.top + area.height);
                context.line_to(first.x, area.top + area.height);
            }
        }
        context.close_path();
        context.set_global_alpha(if series.style == Style::Stacked { 0.5 } else { 0.16 });
        context.fill();
        context.set_global_alpha(1.0);
    }
    let dashes = if series.style == Style::Dashed { dashes(4.0, 3.0) } else { Array::new() };
    context.set_line_dash(&dashes)?;
    context.set_line_width(if series.style == Style::Stacked { 1.0 } else { 1.5 });
    context.begin_path();
    for column in columns {
        context.line_to(column.x, height_of(area, scale, column.most));
        if column.least < column.most {
            context.line_to(column.x, height_of(area, scale, column.least));
        }
    }
    context.stroke();
    context.set_line_dash(&Array::new()).map(drop)
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
        let x = (area.left + (at_s - frame.from_s) / (frame.to_s - frame.from_s) * area.width).round() + 0.5;
        context.move_to(x, area.top);
        context.line_to(x, area.top + area.height);
    }
    context.stroke();
    context.set_line_dash(&Array::new()).map(drop)
}

fn dashes(on: f64, off: f64) -> Array {
    Array::of2(&JsValue::from_f64(on), &JsValue::from_f64(off))
}
