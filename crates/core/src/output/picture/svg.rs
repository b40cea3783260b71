//! Writes the elements of a picture.

use super::words::{clean, isolate, shorten};
use std::fmt::{Arguments, Write};

/// On which side of its place a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// To the right of it.
    Start,
    /// Around it.
    Middle,
    /// To the left of it.
    End,
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Type {
    /// The size in pixels.
    pub(super) size: u32,
    /// The colour.
    pub(super) colour: &'static str,
    /// True for headings.
    pub(super) bold: bool,
}

/// The elements of a picture, and the hatchings that they use.
#[derive(Debug, Default)]
pub(super) struct Svg {
    name: &'static str,
    body: String,
    hatchings: Vec<&'static str>,
}

impl Svg {
    /// A picture without elements. Its name goes before the ids in it, so that several pictures can share a page.
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }

    fn put(&mut self, arguments: Arguments<'_>) {
        // A string takes everything.
        _ = self.body.write_fmt(arguments);
    }

    /// A filled rectangle.
    pub(super) fn rect(&mut self, [x, y, w, h]: [u32; 4], fill: &str) {
        self.put(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"{fill}\"/>\n"));
    }

    /// A filled outline.
    pub(super) fn path(&mut self, d: &str, fill: &str) {
        if !d.is_empty() {
            self.put(format_args!("<path d=\"{d}\" fill=\"{fill}\" fill-rule=\"evenodd\"/>\n"));
        }
    }

    /// Filled rectangles, all in one element.
    pub(super) fn boxes(&mut self, places: &[[u32; 4]], fill: &str) {
        let mut d = String::new();
        for [x, y, w, h] in places {
            _ = write!(d, "M{x} {y}h{w}v{h}h-{w}z");
        }
        self.path(&d, fill);
    }

    /// Frames that lie inside their places, in the middle of pixels, all in one element.
    pub(super) fn frames(&mut self, places: &[[u32; 4]], colour: &str) {
        let mut d = String::new();
        for [x, y, w, h] in places {
            let (w, h) = (w.saturating_sub(1), h.saturating_sub(1));
            _ = write!(d, "M{x}.5 {y}.5h{w}v{h}h-{w}z");
        }
        if !d.is_empty() {
            self.put(format_args!("<path d=\"{d}\" fill=\"none\" stroke=\"{colour}\"/>\n"));
        }
    }

    /// What fills a place with stripes of a colour.
    pub(super) fn hatching(&mut self, colour: &'static str) -> String {
        let at = self.hatchings.iter().position(|known| *known == colour).unwrap_or_else(|| {
            self.hatchings.push(colour);
            self.hatchings.len() - 1
        });
        format!("url(#{}-hatching-{at})", self.name)
    }

    /// A text of any origin, whole, in an element of its own.
    pub(super) fn text(&mut self, [x, y]: [u32; 2], anchor: Anchor, look: Type, text: &str) {
        self.label([x, y], anchor, look, text, u32::MAX);
    }

    /// A text of any origin, shortened to the room there is, in which case the whole is its title.
    pub(super) fn label(&mut self, [x, y]: [u32; 2], anchor: Anchor, look: Type, text: &str, room: u32) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = if look.bold { " font-weight=\"600\"" } else { "" };
        let Type { size, colour, .. } = look;
        self.put(format_args!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\"{anchor}{weight}>"));
        let text = clean(text);
        let short = shorten(&text, room, size);
        if short != text {
            self.title(&text);
        }
        escape(&isolate(&short), &mut self.body);
        self.body.push_str("</text>\n");
    }

    /// Begins a group with words that a pointer brings up.
    pub(super) fn group(&mut self, title: &str) {
        self.body.push_str("<g>");
        self.title(title);
        self.body.push('\n');
    }

    /// Ends the group begun last.
    pub(super) fn end_group(&mut self) {
        self.body.push_str("</g>\n");
    }

    fn title(&mut self, title: &str) {
        self.body.push_str("<title>");
        escape(title, &mut self.body);
        self.body.push_str("</title>");
    }

    /// The text of the file. The description may hold isolates around words of any origin, cleaned before.
    pub(super) fn finish(self, title: &str, description: &str, [width, height]: [u32; 2]) -> String {
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"system-ui, sans-serif\">\n<title>"
        );
        escape(title, &mut out);
        out.push_str("</title>\n<desc>");
        escape(description, &mut out);
        out.push_str("</desc>\n");
        if !self.hatchings.is_empty() {
            out.push_str("<defs>\n");
        }
        for (at, colour) in self.hatchings.iter().enumerate() {
            // Four lines around the tile's corners, so that stripes meet where tiles do.
            _ = writeln!(
                out,
                "<pattern id=\"{}-hatching-{at}\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\">\
                 <rect width=\"4\" height=\"4\" fill=\"#ffffff\"/>\
                 <path d=\"M-1 1l2-2M-1 5l6-6M3 5l2-2\" stroke=\"{colour}\" stroke-width=\"1.5\"/></pattern>",
                self.name
            );
        }
        if !self.hatchings.is_empty() {
            out.push_str("</defs>\n");
        }
        _ = writeln!(out, "<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>");
        out.push_str(&self.body);
        out.push_str("</svg>\n");
        out
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            // Only after two brackets would it have to be; nobody wants to look for those.
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}
