//! Steps of undo, written. All of them stand on one set of tables.

use super::{Earliest, Packer};
use crate::{
    base::id::ArticleId,
    json::writer::Writer,
    keep::step::{Change, Laid},
};

/// Writes the steps of articles.
pub(crate) fn pack_steps(all: &[(&ArticleId, [Vec<Laid<'_>>; 2])], to: &mut Writer) {
    let mut earliest = Earliest::default();
    for laid in all.iter().flat_map(|(_, piles)| piles).flatten() {
        laid.back.each_shared_stamp(|stamp| earliest.meet(stamp.wall));
        laid.back.here.each_stamp(|stamp| earliest.meet(stamp.wall));
        earliest.meet_seen(&laid.back);
        laid.over.iter().flatten().for_each(|stamp| earliest.meet(stamp.wall));
    }
    let mut packer = Packer::new(to, earliest.0);
    packer.to.object();
    packer.to.field("s");
    packer.to.object();
    for (article, piles) in all {
        packer.to.field(article.as_str());
        packer.to.list();
        for pile in piles {
            packer.to.item();
            packer.to.list();
            for laid in pile {
                packer.to.item();
                packer.step(laid);
            }
            packer.to.end_list();
        }
        packer.to.end_list();
    }
    packer.to.end_object();
    packer.end();
}

impl<'a> Packer<'a> {
    fn step(&mut self, laid: &'a Laid<'a>) {
        self.to.object();
        self.to.text_field("l", &laid.step.label);
        self.to.text_field("p", laid.step.by.as_str());
        match &laid.step.change {
            Change::Edits { .. } => {
                self.to.field("d");
                self.tags(&laid.back);
                self.rest(&laid.back);
                self.to.end_object();
                self.texts("h", laid.back.here.settings.iter().map(|(name, r)| (&**name, r)));
                self.to.field("o");
                self.to.list();
                for over in &laid.over {
                    match over {
                        Some(stamp) => self.mark(stamp),
                        None => {
                            self.to.item();
                            self.to.null();
                        }
                    }
                }
                self.to.end_list();
            }
            Change::Import { import, active, over } => {
                self.to.text_field("of", import.as_str());
                for (name, flag) in [("on", active), ("over", over)] {
                    self.to.field(name);
                    self.to.flag(*flag);
                }
            }
        }
        self.to.end_object();
    }
}
