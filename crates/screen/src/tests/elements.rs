//! The elements of an HTML text that we have written ourselves: well-formed, with every end tag but those of void elements.

/// An element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    /// The words within it that a screen reader says.
    pub(super) heard: String,
    /// Those of the label around it.
    pub(super) label: String,
    /// True when it, or what it stands in, is hidden.
    pub(super) hidden: bool,
}

impl Element {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| &**value)
    }
}

const VOID: [&str; 5] = ["input", "br", "hr", "img", "wbr"];

/// All of them, in the order in which they begin.
pub(super) fn elements(html: &str) -> Vec<Element> {
    let (mut all, mut open): (Vec<Element>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut labels: Vec<(usize, usize)> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        say(&mut all, &open, &rest[..at]);
        let end = tag_end(&rest[at..]) + at;
        let inside = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = inside.strip_prefix('/') {
            let last = open.pop().map(|at| &*all[at].name);
            assert_eq!(last, Some(name), "end tags fit");
        } else if !inside.starts_with('!') {
            let mut element = element(inside.trim_end_matches('/'));
            let within = |test: &dyn Fn(&Element) -> bool| open.iter().copied().find(|at| test(&all[*at]));
            element.hidden |= within(&|e| e.hidden).is_some();
            labels.extend(within(&|e| e.name == "label").map(|label| (all.len(), label)));
            if let Some(label) = element.get("aria-label").map(ToOwned::to_owned) {
                say(&mut all, &open, &label);
            }
            let void = VOID.contains(&&*element.name);
            all.push(element);
            if !void {
                open.push(all.len() - 1);
            }
        }
    }
    assert!(open.is_empty(), "everything ends");
    for (element, label) in labels {
        all[element].label = all[label].heard.clone();
    }
    all
}

/// Words stand in all open elements, unless one of them is unheard.
fn say(all: &mut [Element], open: &[usize], words: &str) {
    let unheard = |at: &usize| all[*at].get("aria-hidden") == Some("true");
    let from = open.iter().rposition(unheard).map_or(0, |at| at + 1);
    let silent = open.iter().any(unheard);
    for at in open[from..].iter().filter(|_| !silent) {
        all[*at].heard.push_str(words.trim());
    }
}

/// Where a tag ends: a `>` within quotes is none.
fn tag_end(text: &str) -> usize {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at,
            _ => {}
        }
    }
    text.len() - 1
}

fn element(inside: &str) -> Element {
    let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    while let Some((name, after)) = rest.split_once('=') {
        let value = after.strip_prefix('"').unwrap_or(after);
        let (value, next) = value.split_once('"').unwrap_or((value, ""));
        let mut names = name.split_whitespace().map(ToOwned::to_owned).collect::<Vec<_>>();
        let last = names.pop().unwrap_or_default();
        attributes.extend(names.into_iter().map(|flag| (flag, String::new())));
        attributes.push((last, value.to_owned()));
        rest = next;
    }
    attributes.extend(rest.split_whitespace().map(|flag| (flag.to_owned(), String::new())));
    let hidden = attributes.iter().any(|(name, _)| name == "hidden");
    Element { name: name.to_owned(), attributes, hidden, ..Element::default() }
}

#[test]
fn elements_are_found_with_what_they_say() {
    let html = "<label for=\"a\">One <b hidden>two</b><input type=\"text\" id=\"a\" disabled><i aria-hidden=\"true\">x</i></label>";
    let all = elements(html);
    let names: Vec<&str> = all.iter().map(|element| &*element.name).collect();
    assert_eq!(names, ["label", "b", "input", "i"]);
    assert_eq!((&*all[0].heard, &*all[2].label, all[1].hidden, all[2].hidden), ("Onetwo", "Onetwo", true, false));
    assert_eq!((all[2].get("type"), all[2].get("disabled"), all[2].get("id")), (Some("text"), Some(""), Some("a")));
    assert_eq!(all[3].heard, "");
}
