//! The link for a class as a QR code, to be read off the wall: ISO/IEC 18004, encoded by Project Nayuki’s library.

use qrcodegen::{QrCode, QrCodeEcc};
use std::{fmt::Write as _, sync::Arc};

/// The most bytes that a code holds: in the largest, with the least correction of errors (table 7 of the standard).
pub(super) const MOST: usize = 2953;
/// The light squares around a code that readers need (6.3.8 of the standard).
const QUIET: i32 = 4;

/// A code, to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrView {
    /// Its side in squares, with what is light around it.
    pub side: i32,
    /// The dark squares, as the path of an SVG.
    pub path: Arc<str>,
}

/// A text as a code; `None` where it is too long for one.
#[must_use]
pub(super) fn qr(text: &str) -> Option<QrView> {
    let code = QrCode::encode_binary(text.as_bytes(), QrCodeEcc::Low).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let dark = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            let width = i32::try_from(dark).unwrap_or_default();
            if width > 0 {
                // Writing to a String cannot fail.
                let _ = write!(path, "M{} {}h{width}v1h-{width}z", x + QUIET, y + QUIET);
            }
            x += width + 1;
        }
    }
    Some(QrView { side: code.size() + 2 * QUIET, path: path.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which squares a path paints.
    fn painted(view: &QrView) -> Vec<Vec<bool>> {
        let side = usize::try_from(view.side).expect("is small");
        let mut squares = vec![vec![false; side]; side];
        for run in view.path.split('M').skip(1) {
            let numbers: Vec<usize> = run.split([' ', 'h', 'v']).filter_map(|number| number.parse().ok()).collect();
            let [x, y, width, ..] = numbers[..] else { panic!("{run}") };
            (x..x + width).for_each(|x| squares[y][x] = true);
        }
        squares
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn read(view: &QrView) -> String {
        let squares = painted(view);
        let quiet = usize::try_from(QUIET).expect("is small");
        let inside = squares.len() - 2 * quiet;
        let grid = rqrr::SimpleGrid::from_func(inside, |x, y| squares[y + quiet][x + quiet]);
        rqrr::Grid::new(grid).decode().expect("is whole").1
    }

    #[test]
    fn somebody_elses_reader_finds_the_link_again() {
        for length in [1, 60, 900, MOST - 30] {
            let link = ["https://postil.example/#/do/", &"aB3-_9".repeat(500)[..length]].concat();
            assert_eq!(read(&qr(&link).expect("fits")), link);
        }
    }

    #[test]
    fn it_is_light_around_a_code() {
        let view = qr("https://postil.example/").expect("fits");
        let squares = painted(&view);
        let quiet = usize::try_from(QUIET).expect("is small");
        let ends = squares.len() - quiet;
        let around = |at: usize| at < quiet || at >= ends;
        for (y, row) in squares.iter().enumerate() {
            assert!(row.iter().enumerate().all(|(x, dark)| !dark || !around(x) && !around(y)));
        }
        assert!(squares[quiet][quiet..quiet + 7].iter().all(|dark| *dark), "and a finder in the corner");
    }

    #[test]
    fn what_is_longer_than_any_code_is_none() {
        assert!(qr(&"a".repeat(MOST)).is_some());
        assert!(qr(&"a".repeat(MOST + 1)).is_none());
    }
}
