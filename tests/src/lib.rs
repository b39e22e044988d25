//! Tests of the whole system are in `tests/`.
