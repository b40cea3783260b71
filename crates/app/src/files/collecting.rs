//! "Collect": the files of a class are read, and come in like those of any import.

use super::{imported::Imported, model::Files};
use crate::{
    effect::Effect,
    env::Env,
    file::NamedFile,
    files::{import, rescue},
    shared::Shared,
    timer::Timer,
};

/// Files of a class were chosen; the browser reads them. No dialog is needed for that, unless it takes long.
pub(crate) fn begun(files: &mut Files, shared: &mut Shared) {
    files.open = None;
    files.imported = Imported { busy: true, collecting: true, ..Imported::default() };
    shared.effects.push(Effect::Wait(Timer::Import, import::SLOW_MS));
}

/// They were read.
pub(crate) fn read(files: &mut Files, shared: &mut Shared, read: &[NamedFile], env: &Env<'_>) {
    if !files.imported.busy && !files.imported.given_up {
        begun(files, shared);
    }
    rescue::files_read(files, shared, read, env);
}
