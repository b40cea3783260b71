//! Files that came, with those in zip files among them: what is in one counts as if it had come by itself.

use super::{collecting, imported::Unpacking, model::Files, rescue};
use crate::{
    effect::Effect,
    env::Env,
    file::{FileError, NamedFile},
    shared::Shared,
};
use postil_core::exchange::unzip::{Packed, Packing, Refused, is_junk, unzip};
use std::sync::Arc;

/// Files were read. With `collecting` a class handed them in.
pub(crate) fn came(files: &mut Files, shared: &mut Shared, read: &[NamedFile], collecting: bool, env: &Env<'_>) {
    let mut unpacking = Unpacking { files: Vec::with_capacity(read.len()), waiting: Vec::new(), collecting };
    let mut packed = Vec::new();
    for file in read {
        take(&mut unpacking, &mut packed, file);
    }
    if packed.is_empty() {
        go_on(files, shared, &unpacking, env);
    } else {
        files.unpacking = Some(unpacking);
        shared.effects.push(Effect::Inflate(packed));
    }
}

/// The browser has unpacked what waited for that; `None` stands for what cannot be.
pub(crate) fn inflated(files: &mut Files, shared: &mut Shared, unpacked: Vec<Option<Arc<[u8]>>>, env: &Env<'_>) {
    let Some(mut unpacking) = files.unpacking.take() else { return };
    for (at, bytes) in unpacking.waiting.iter().zip(unpacked) {
        if let Some(file) = unpacking.files.get_mut(*at) {
            file.bytes = bytes.ok_or(FileError::Unreadable);
        }
    }
    go_on(files, shared, &unpacking, env);
}

fn go_on(files: &mut Files, shared: &mut Shared, unpacking: &Unpacking, env: &Env<'_>) {
    if unpacking.collecting {
        collecting::read(files, shared, &unpacking.files, env);
    } else {
        rescue::files_read(files, shared, &unpacking.files, env);
    }
}

/// A file as it is, or what is in it. Documents are zip files too, so only those count that say so with their name.
fn take(to: &mut Unpacking, packed: &mut Vec<(Arc<[u8]>, usize)>, file: &NamedFile) {
    let last = file.name.rsplit('/').next().unwrap_or_default();
    if is_junk(last.as_bytes()) {
        return;
    }
    let zip = file.bytes.as_ref().ok().filter(|_| is_zip(&file.name));
    match zip.map(|bytes| unzip(bytes)) {
        None | Some(Err(Refused::Damaged)) => to.files.push(file.clone()),
        Some(Err(Refused::TooMuch)) => to.files.push(NamedFile { bytes: Err(FileError::TooLarge), ..file.clone() }),
        Some(Ok(found)) => {
            for Packed { name, bytes, size, packing } in found {
                let name = String::from_utf8_lossy(name).into();
                let bytes = match packing {
                    Packing::Stored => Ok(bytes.into()),
                    Packing::Deflated => {
                        to.waiting.push(to.files.len());
                        packed.push((bytes.into(), size));
                        Err(FileError::Unreadable)
                    }
                    Packing::Unknown => Err(FileError::Unreadable),
                };
                to.files.push(NamedFile { name, bytes });
            }
        }
    }
}

/// True for the name of a zip file.
#[must_use]
pub(crate) fn is_zip(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".zip")
}
