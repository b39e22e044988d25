//! Designs to start from, one a file.

mod seed_architecture;

pub use seed_architecture::seed_architecture;
