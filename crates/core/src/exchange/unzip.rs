//! The files in a zip file, as learning platforms hand out what a class handed in. The format is PKWARE’s APPNOTE 6.3.10.
//!
//! What is compressed is not taken apart here: browsers do that themselves. Sizes are read from the directory at the end and
//! bounded before anything is unpacked, so nobody can fill the page with a small file.

/// The most files that are taken from one zip file.
pub(crate) const MOST_FILES: usize = 2000;
/// The most bytes that all of them may have together once they are unpacked.
pub(crate) const MOST_BYTES: usize = 256_000_000;

/// Why a zip file cannot be taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is none, or it is cut off or damaged.
    Damaged,
    /// It holds more than may be taken from one.
    TooMuch,
}

/// A file in a zip file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packed<'a> {
    /// Its name with its folders; what is no UTF-8 is left out.
    pub name: &'a [u8],
    /// Its bytes as they stand there.
    pub bytes: &'a [u8],
    /// How many there are once it is unpacked.
    pub size: usize,
    /// How they are packed.
    pub packing: Packing,
}

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// Not at all.
    Stored,
    /// As raw DEFLATE.
    Deflated,
    /// With a password, or in a way that browsers do not know.
    Unknown,
}

/// The files in a zip file, without folders and without what systems put beside them.
///
/// # Errors
///
/// When it is none, is cut off, or holds too much.
pub fn unzip(bytes: &[u8]) -> Result<Vec<Packed<'_>>, Refused> {
    let end = end_of(bytes).ok_or(Refused::Damaged)?;
    let number = |at| short(bytes, end + at).ok_or(Refused::Damaged);
    let (count, mut at) = (number(10)?, long(bytes, end + 16).ok_or(Refused::Damaged)?);
    let (mut files, mut all) = (Vec::new(), 0_usize);
    for _ in 0..count {
        let (file, next) = entry(bytes, at).ok_or(Refused::Damaged)?;
        at = next;
        if is_beside(file.name) {
            continue;
        }
        all = all.saturating_add(file.size);
        if files.len() == MOST_FILES || all > MOST_BYTES {
            return Err(Refused::TooMuch);
        }
        files.push(file);
    }
    Ok(files)
}

/// Where the end of the directory begins: it stands last, before a remark of at most 65,535 bytes.
fn end_of(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(22)?;
    (last.saturating_sub(65_535)..=last).rev().find(|at| bytes[*at..].starts_with(b"PK\x05\x06"))
}

/// An entry of the directory, and where the next one stands.
fn entry(bytes: &[u8], at: usize) -> Option<(Packed<'_>, usize)> {
    if !bytes.get(at..)?.starts_with(b"PK\x01\x02") {
        return None;
    }
    let flags = short(bytes, at + 8)?;
    let method = short(bytes, at + 10)?;
    let (packed, size) = (long(bytes, at + 20)?, long(bytes, at + 24)?);
    let [name, extra, remark] = [28, 30, 32].map(|field| short(bytes, at + field));
    let (name, extra, remark) = (name?, extra?, remark?);
    let local = long(bytes, at + 42)?;
    if !bytes.get(local..)?.starts_with(b"PK\x03\x04") {
        return None;
    }
    let begin = local + 30 + short(bytes, local + 26)? + short(bytes, local + 28)?;
    let packing = match method {
        _ if flags & 1 == 1 => Packing::Unknown,
        0 if packed == size => Packing::Stored,
        8 => Packing::Deflated,
        _ => Packing::Unknown,
    };
    let name = bytes.get(at + 46..at + 46 + name)?;
    let file = Packed { name, bytes: bytes.get(begin..begin.checked_add(packed)?)?, size, packing };
    Some((file, at + 46 + name.len() + extra + remark))
}

/// True for folders, and for what systems put into them unasked.
fn is_beside(name: &[u8]) -> bool {
    let last = name.rsplit(|byte| *byte == b'/').next().unwrap_or_default();
    last.is_empty() || is_junk(last) || name.split(|byte| *byte == b'/').any(|folder| folder == b"__MACOSX")
}

/// True for the name of a file that a system put into a folder unasked: it is nobody’s work.
#[must_use]
pub fn is_junk(name: &[u8]) -> bool {
    name.starts_with(b".") || [&b"Thumbs.db"[..], b"desktop.ini"].contains(&name)
}

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    let found = bytes.get(at..at.checked_add(2)?)?;
    Some(usize::from(u16::from_le_bytes([found[0], found[1]])))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let found = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_le_bytes([found[0], found[1], found[2], found[3]])).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A zip file by somebody else’s writing of the format, without compression.
    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        use std::io::Write as _;
        let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let plain = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        for (name, bytes) in files {
            to.start_file(*name, plain).expect("is written");
            to.write_all(bytes).expect("is written");
        }
        to.finish().expect("is written").into_inner()
    }

    #[test]
    fn files_are_found_by_their_names_without_what_systems_put_beside_them() {
        let bytes = packed(&[
            ("Kim Lee_12/bees.json", b"{}"),
            ("__MACOSX/Kim Lee_12/._bees.json", b"x"),
            ("Kim Lee_12/.DS_Store", b"x"),
            ("Thumbs.db", b"x"),
            ("folder/", b""),
            ("\u{646}\u{648}\u{631}.json", b"[]"),
        ]);
        let found = unzip(&bytes).expect("is whole");
        let names: Vec<&str> = found.iter().map(|file| std::str::from_utf8(file.name).expect("is text")).collect();
        assert_eq!(names, ["Kim Lee_12/bees.json", "\u{646}\u{648}\u{631}.json"]);
        assert_eq!((found[0].bytes, found[0].size, found[0].packing), (&b"{}"[..], 2, Packing::Stored));
    }

    #[test]
    fn what_is_cut_off_anywhere_is_damaged_and_never_a_panic() {
        let bytes = packed(&[("a.json", b"{\"a\": 1}"), ("b.json", b"[]")]);
        for end in 0..bytes.len() {
            assert_eq!(unzip(&bytes[..end]), Err(Refused::Damaged), "{end}");
        }
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] = !changed[at];
            // Some bytes are nobody’s business; the others make it damaged.
            let _ = unzip(&changed);
        }
    }

    #[test]
    fn what_would_fill_the_page_is_refused_before_it_is_unpacked() {
        let mut bytes = packed(&[("a.json", b"{}")]);
        let directory = bytes.windows(4).position(|four| four == b"PK\x01\x02").expect("is there");
        bytes[directory + 10] = 8;
        bytes[directory + 24..directory + 28].copy_from_slice(&300_000_000_u32.to_le_bytes());
        assert_eq!(unzip(&bytes), Err(Refused::TooMuch));
        let names: Vec<String> = (0..=MOST_FILES).map(|n| format!("{n}.json")).collect();
        let many: Vec<(&str, &[u8])> = names.iter().map(|name| (&**name, &b"{}"[..])).collect();
        assert_eq!(unzip(&packed(&many)), Err(Refused::TooMuch));
        assert_eq!(unzip(&packed(&many[1..])).map(|files| files.len()), Ok(MOST_FILES));
    }
}
