//! Several files as one: a zip file, so that a class of thirty is one download.
//!
//! The same files at the same time give the same bytes. The format is PKWARE’s APPNOTE 6.3.10, of which this is the part
//! without compression, encryption and 64-bit sizes.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};
use time::OffsetDateTime;

/// The media type of a zip file.
pub const MIME: &str = "application/zip";

/// The version of the format that a reader has to know.
const VERSION: u16 = 10;
/// Names are UTF-8.
const UTF8: u16 = 1 << 11;
/// The time and the day that no date can come before: midnight, the first of January 1980.
const EARLIEST: [u16; 2] = [0, 1 << 5 | 1];

/// A zip file of these files, by name, in their order. `made` is when, in milliseconds since 1970, and `utc_offset` the
/// minutes to add for the person’s clock: zip files hold what a clock on the wall says. `None` beyond what the format holds without its 64-bit additions:
/// 65,535 files, names of 65,535 bytes, four gigabytes.
#[must_use]
pub fn zip(files: &[(&str, &[u8])], made: u64, utc_offset: i32) -> Option<Vec<u8>> {
    let when = when(made, utc_offset);
    let room = files.iter().map(|(name, bytes)| bytes.len() + 2 * name.len() + 76).sum::<usize>() + 22;
    let mut packed = Vec::with_capacity(room);
    let mut directory = Vec::new();
    for (name, bytes) in files {
        let at = u32::try_from(packed.len()).ok()?;
        let about = about(name, bytes, when)?;
        packed.extend(b"PK\x03\x04");
        packed.extend(&about);
        packed.extend(name.as_bytes());
        packed.extend(*bytes);
        directory.extend(b"PK\x01\x02");
        short(&mut directory, [VERSION]);
        directory.extend(&about);
        // No comment, the first disk, and nothing that only one system knows of files.
        directory.extend([0; 10]);
        long(&mut directory, [at]);
        directory.extend(name.as_bytes());
    }
    let (at, length) = (u32::try_from(packed.len()).ok()?, u32::try_from(directory.len()).ok()?);
    packed.extend(&directory);
    packed.extend(b"PK\x05\x06");
    let count = u16::try_from(files.len()).ok()?;
    short(&mut packed, [0, 0, count, count]);
    long(&mut packed, [length, at]);
    short(&mut packed, [0]);
    Some(packed)
}

/// What stands of a file before its bytes and again in the directory. Since sizes and checksum are there, programs that
/// read from a stream can read it, which cannot look into the directory at the end first.
fn about(name: &str, bytes: &[u8], when: [u16; 2]) -> Option<Vec<u8>> {
    let mut about = Vec::with_capacity(26);
    let (length, size) = (u16::try_from(name.len()).ok()?, u32::try_from(bytes.len()).ok()?);
    let sum = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC).checksum(bytes);
    // Nothing is compressed, and nothing follows the name.
    short(&mut about, [VERSION, UTF8, 0]);
    short(&mut about, when);
    long(&mut about, [sum, size, size]);
    short(&mut about, [length, 0]);
    Some(about)
}

/// A time, in steps of two seconds, and a day, as the format packs them: from 1980 to 2107.
fn when(made: u64, utc_offset: i32) -> [u16; 2] {
    let seconds = i64::try_from(made / 1000).ok().map(|seconds| seconds.saturating_add(i64::from(utc_offset) * 60));
    let at = seconds.and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok());
    let packed = at.and_then(|at| {
        let year = u16::try_from(at.year() - 1980).ok().filter(|year| *year < 128)?;
        let [month, day, hour, minute, second] =
            [u8::from(at.month()), at.day(), at.hour(), at.minute(), at.second()].map(u16::from);
        Some([hour << 11 | minute << 5 | (second / 2), year << 9 | month << 5 | day])
    });
    packed.unwrap_or(EARLIEST)
}

fn short<const N: usize>(to: &mut Vec<u8>, numbers: [u16; N]) {
    to.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
}

fn long<const N: usize>(to: &mut Vec<u8>, numbers: [u32; N]) {
    to.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
}

#[cfg(test)]
mod tests {
    use crate::output::zip::*;
    use std::io::Read as _;

    /// In the evening of the 14th of November 2023.
    const NOW: u64 = 1_700_000_000_000;

    #[test]
    fn somebody_elses_reader_finds_every_file() {
        let long = "سلام ".repeat(9000);
        let files: [(&str, &[u8]); 3] =
            [("feedback - نور.html", long.as_bytes()), ("a b.json", b"{}"), ("empty - 网.json", b"")];
        let bytes = zip(&files, NOW, 0).expect("names are short");
        assert_eq!(zip(&files, NOW, 0), Some(bytes.clone()));
        let mut read = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("is a zip file");
        assert_eq!(read.len(), files.len());
        for (at, (name, bytes)) in files.iter().enumerate() {
            let mut file = read.by_index(at).expect("is there");
            let mut content = Vec::new();
            // The reader compares the checksum at the end.
            file.read_to_end(&mut content).expect("is whole");
            assert_eq!((file.name().expect("is text").as_ref(), &content[..]), (*name, *bytes));
        }
    }

    #[test]
    fn files_are_as_old_as_they_are_by_the_persons_clock() {
        let check = |made: u64, utc_offset: i32, expected: &str| {
            let bytes = zip(&[("a.html", b"a")], made, utc_offset).expect("is short");
            let mut read = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("is a zip file");
            let at = read.by_index(0).expect("is there").last_modified().expect("is a date");
            assert_eq!(at.to_string(), expected);
        };
        check(NOW, 0, "2023-11-14 22:13:20");
        check(NOW, 120, "2023-11-15 00:13:20");
        check(NOW, -1335, "2023-11-13 23:58:20");
        // What the format cannot hold.
        check(0, 0, "1980-01-01 00:00:00");
        check(u64::MAX, 0, "1980-01-01 00:00:00");
        check(4_354_819_200_000, 0, "1980-01-01 00:00:00");
    }

    #[test]
    fn a_reader_that_streams_finds_every_file_as_it_comes() {
        let long = "سلام ".repeat(9000);
        let files: [(&str, &[u8]); 3] =
            [("feedback - نور.html", long.as_bytes()), ("empty - 网.json", b""), ("a b.json", b"{}")];
        let bytes = zip(&files, NOW, 0).expect("names are short");
        let mut left = &bytes[..];
        for (name, bytes) in files {
            // It never looks back or ahead: sizes and checksum have to stand before the bytes.
            let next = zip::read::read_zipfile_from_stream(&mut left).expect("can be read as it comes");
            let mut file = next.expect("is there");
            let mut content = Vec::new();
            file.read_to_end(&mut content).expect("is whole");
            assert_eq!((file.name().expect("is text").as_ref(), &content[..]), (name, bytes));
        }
        assert!(zip::read::read_zipfile_from_stream(&mut left).expect("ends").is_none());
    }

    #[test]
    fn no_files_are_a_zip_file_too() {
        let bytes = zip(&[], NOW, 0).expect("is written");
        assert!(zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("is a zip file").is_empty());
    }
}
