//! Several files as one: a zip file, so that a class of thirty is one download.
//!
//! The same files give the same bytes. Zip files hold times, and all of ours are the earliest that the format knows. The
//! format is PKWARE’s APPNOTE 6.3.10, of which this is the part without compression, encryption and 64-bit sizes.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

/// The media type of a zip file.
pub const MIME: &str = "application/zip";

/// The version of the format that a reader has to know.
const VERSION: u16 = 10;
/// Names are UTF-8.
const UTF8: u16 = 1 << 11;
/// The first of January 1980.
const EARLIEST: u16 = 1 << 5 | 1;

/// A zip file of these files, by name, in their order. `None` beyond what the format holds without its 64-bit additions:
/// 65,535 files, names of 65,535 bytes, four gigabytes.
#[must_use]
pub fn archive(files: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let room = files.iter().map(|(name, bytes)| bytes.len() + 2 * name.len() + 76).sum::<usize>() + 22;
    let mut archive = Vec::with_capacity(room);
    let mut directory = Vec::new();
    for (name, bytes) in files {
        let at = u32::try_from(archive.len()).ok()?;
        let about = about(name, bytes)?;
        archive.extend(b"PK\x03\x04");
        archive.extend(&about);
        archive.extend(name.as_bytes());
        archive.extend(*bytes);
        directory.extend(b"PK\x01\x02");
        short(&mut directory, [VERSION]);
        directory.extend(&about);
        // No comment, the first disk, and nothing that only one system knows of files.
        directory.extend([0; 10]);
        long(&mut directory, [at]);
        directory.extend(name.as_bytes());
    }
    let (at, length) = (u32::try_from(archive.len()).ok()?, u32::try_from(directory.len()).ok()?);
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06");
    let count = u16::try_from(files.len()).ok()?;
    short(&mut archive, [0, 0, count, count]);
    long(&mut archive, [length, at]);
    short(&mut archive, [0]);
    Some(archive)
}

/// What stands of a file before its bytes and again in the directory. Since sizes and checksum are there, programs that
/// read from a stream can read it, which cannot look into the directory at the end first.
fn about(name: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let mut about = Vec::with_capacity(26);
    let (length, size) = (u16::try_from(name.len()).ok()?, u32::try_from(bytes.len()).ok()?);
    let sum = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC).checksum(bytes);
    // Nothing is compressed, and nothing follows the name.
    short(&mut about, [VERSION, UTF8, 0, 0, EARLIEST]);
    long(&mut about, [sum, size, size]);
    short(&mut about, [length, 0]);
    Some(about)
}

fn short<const N: usize>(to: &mut Vec<u8>, numbers: [u16; N]) {
    to.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
}

fn long<const N: usize>(to: &mut Vec<u8>, numbers: [u32; N]) {
    to.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn somebody_elses_reader_finds_every_file() {
        let long = "سلام ".repeat(9000);
        let files: [(&str, &[u8]); 3] =
            [("feedback - نور.html", long.as_bytes()), ("a b.json", b"{}"), ("empty - 网.json", b"")];
        let bytes = archive(&files).expect("names are short");
        assert_eq!(archive(&files), Some(bytes.clone()));
        let mut read = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("is a zip file");
        assert_eq!(read.len(), files.len());
        for (at, (name, bytes)) in files.iter().enumerate() {
            let mut file = read.by_index(at).expect("is there");
            let mut content = Vec::new();
            // The reader compares the checksum at the end.
            file.read_to_end(&mut content).expect("is whole");
            assert_eq!((file.name().expect("is text").as_ref(), &content[..]), (*name, *bytes));
            assert_eq!(file.last_modified(), Some(zip::DateTime::default()));
        }
    }

    #[test]
    fn a_reader_that_streams_finds_every_file_as_it_comes() {
        let long = "سلام ".repeat(9000);
        let files: [(&str, &[u8]); 3] =
            [("feedback - نور.html", long.as_bytes()), ("empty - 网.json", b""), ("a b.json", b"{}")];
        let bytes = archive(&files).expect("names are short");
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
        let bytes = archive(&[]).expect("is written");
        assert!(zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("is a zip file").is_empty());
    }
}
