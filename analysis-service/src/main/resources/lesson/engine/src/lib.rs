//! What moves.
mod wheel;
use std::{collections::HashMap, fmt};
use crate::wheel::Wheel;

/// Turns wheels.
#[derive(Debug, Clone)]
pub struct Engine<'a, T: fmt::Debug> { wheels: HashMap<&'a str, Wheel>, load: Option<T> }
pub enum Speed { Slow, Fast(u8), Exact { value: f64 } }
pub trait Turn { fn turn(&mut self, by: i32) -> Result<(), String>; }
impl<'a, T: fmt::Debug> Turn for Engine<'a, T> {
    fn turn(&mut self, by: i32) -> Result<(), String> {
        match by { 0 => Err("no".into()), n if n > 1 => { println!("{n}"); Ok(()) } _ => self.wheels.values().map(|w| w.spin()).collect() }
    }
}
macro_rules! twice { ($x:expr) => { $x * 2 }; }
