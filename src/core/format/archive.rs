//! Several files as one: a zip file, so that a class of thirty is one download.
//!
//! The same files give the same bytes. Zip files hold times, and all of ours are the earliest that the format knows.

use std::io::Write as _;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};
use rawzip::{DataDescriptorOutput, Error, ZipArchiveWriter, time::UtcDateTime};

/// The media type of a zip file.
pub const MIME: &str = "application/zip";

/// A zip file of these files, by name, in their order. `None` when a name is longer than 65,535 bytes or the whole is
/// larger than memory: there is no other reason.
#[must_use]
pub fn archive(files: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let room = files.iter().map(|(name, bytes)| bytes.len() + 2 * name.len() + 150).sum();
    write(files, Vec::with_capacity(room)).ok()
}

fn write(files: &[(&str, &[u8])], to: Vec<u8>) -> Result<Vec<u8>, Error> {
    let sum = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
    let mut archive = ZipArchiveWriter::new(to);
    for (name, bytes) in files {
        let mut file = archive.new_file(*name);
        if let Some(earliest) = UtcDateTime::from_components(1980, 1, 1, 0, 0, 0, 0) {
            file = file.last_modified(earliest);
        }
        let (mut entry, _) = file.start()?;
        entry.write_all(bytes)?;
        entry.finish(DataDescriptorOutput::new(sum.checksum(bytes), bytes.len() as u64))?;
    }
    archive.finish()
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
    fn no_files_are_a_zip_file_too() {
        let bytes = archive(&[]).expect("is written");
        assert!(zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("is a zip file").is_empty());
    }
}
