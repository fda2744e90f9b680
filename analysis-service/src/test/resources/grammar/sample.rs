//! Crate docs.
use std::{collections::HashMap, io::{self, Read as R}};
use crate::net::Session;
use super::*;
pub use self::inner::deep as deeper;
extern crate serde;
mod net;
pub mod other;

/// A shape.
/// With lines.
#[derive(Debug)]
pub struct Shape<T> {
    pub name: String,
    size: Option<T>,
}

pub enum Color { Red, Rgb(u8, u8, u8), Named { name: String } }

union U { a: u32, b: f32 }

/// Draws.
pub trait Draw: Clone + fmt::Debug {
    type Output;
    const N: usize = 3;
    fn draw(&self, at: Point) -> Result<(), Error>;
    fn twice(&self) { self.draw(Point::new(1, 2)); }
}

impl<T> Shape<T> {
    pub fn new(name: &str) -> Self {
        const LOCAL: u8 = 1;
        fn helper() {}
        let v = vec![1, 2];
        Self::build::<T>(name.to_string())
    }
}

impl<T: Clone> Draw for Shape<T> {
    type Output = ();
    fn draw(&self, at: Point) -> Result<(), Error> { net::send(at)?; Ok(()) }
}

impl fmt::Display for crate::a::B { fn fmt(&self) {} }

pub const MAX: usize = 10;
static NAME: &str = "é😀";
type Alias = HashMap<String, Shape<u8>>;

macro_rules! square {
    ($x:expr) => { $x * $x };
}

mod inner {
    use super::Shape;
    use super::super::up;
    use self::leaf::Leaf;
    pub fn deep() {}
    mod tests {
        use super::*;
        use super::super::Color;
        #[test]
        fn works() { assert_eq!(super::deep(), ()); }
    }
}

fn broken( {

pub async fn after_broken() {}
