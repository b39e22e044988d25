//! What stands around the canvas: the top bar, banners, the bar of tabs on small screens.

mod banners;
mod dialog_frame;
mod file_menu;
mod fix_button;
mod glyph;
mod health_class;
mod icon_button;
mod name_field;
mod popover;
mod preference_buttons;
mod problems_menu;
mod reading_sentence;
mod share_menu;
mod tab_bar;
mod tab_list;
mod theme_menu;
mod toolbar;
mod transport;
mod walk;

pub(crate) use banners::Banners;
pub(crate) use dialog_frame::DialogFrame;
pub(crate) use file_menu::FilePanel;
pub(crate) use fix_button::FixButton;
pub(crate) use glyph::{Glyph, Icon};
pub(crate) use health_class::health_class;
pub(crate) use icon_button::IconButton;
pub(crate) use problems_menu::{ProblemList, ProblemsPanel};
pub(crate) use reading_sentence::{ReadingSentence, document_error, repairs};
pub(crate) use share_menu::SharePanel;
pub(crate) use tab_bar::TabBar;
pub(crate) use tab_list::TabList;
pub(crate) use toolbar::Toolbar;
pub(crate) use transport::{knock, toggle_playing};
pub(crate) use walk::{focus_first, walk};
