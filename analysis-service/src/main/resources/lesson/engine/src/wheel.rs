pub struct Wheel(pub u32);
impl Wheel { pub fn spin(&self) -> Result<(), String> { if let Wheel(1..=9) = self { Ok(()) } else { Err(String::new()) } } }
