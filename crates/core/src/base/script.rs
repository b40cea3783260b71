//! What the letters of a text say of it: its language, where a script has only one or a few tell it for sure, and which
//! way it runs.
//!
//! The first letter decides nothing: a text in Arabic often begins with a name in Latin letters.

use std::sync::Arc;

/// Which way a text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
    /// Not said: most of the text's letters decide.
    Auto,
}

impl Direction {
    /// The value of the `dir` attribute, also used in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
            Self::Auto => "auto",
        }
    }

    /// Reads the word of [`Self::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Ltr, Self::Rtl, Self::Auto].into_iter().find(|d| d.word() == word)
    }
}

/// Scripts beyond Latin: first and last character, the language that is written in it, and whether it runs from right to
/// left. Where several languages share a script, it is the largest of them or, with [`told_apart`], none.
const SCRIPTS: [(char, char, &str, bool); 32] = [
    ('\u{370}', '\u{3FF}', "el", false),
    ('\u{400}', '\u{52F}', "ru", false),
    ('\u{531}', '\u{58F}', "hy", false),
    ('\u{590}', '\u{5FF}', "he", true),
    ('\u{600}', '\u{6FF}', "ar", true),
    ('\u{700}', '\u{74F}', "syr", true),
    ('\u{750}', '\u{77F}', "ar", true),
    ('\u{780}', '\u{7BF}', "dv", true),
    ('\u{7C0}', '\u{7FF}', "nqo", true),
    ('\u{800}', '\u{8FF}', "ar", true),
    ('\u{900}', '\u{97F}', "hi", false),
    ('\u{980}', '\u{9FF}', "bn", false),
    ('\u{A00}', '\u{A7F}', "pa", false),
    ('\u{A80}', '\u{AFF}', "gu", false),
    ('\u{B80}', '\u{BFF}', "ta", false),
    ('\u{C00}', '\u{C7F}', "te", false),
    ('\u{C80}', '\u{CFF}', "kn", false),
    ('\u{D00}', '\u{D7F}', "ml", false),
    ('\u{D80}', '\u{DFF}', "si", false),
    ('\u{E00}', '\u{E7F}', "th", false),
    ('\u{E80}', '\u{EFF}', "lo", false),
    ('\u{1000}', '\u{109F}', "my", false),
    ('\u{10A0}', '\u{10FF}', "ka", false),
    ('\u{1200}', '\u{139F}', "am", false),
    ('\u{1780}', '\u{17FF}', "km", false),
    ('\u{1F00}', '\u{1FFF}', "el", false),
    ('\u{3040}', '\u{30FF}', "ja", false),
    ('\u{3400}', '\u{9FFF}', "zh", false),
    ('\u{AC00}', '\u{D7A3}', "ko", false),
    ('\u{FB1D}', '\u{FB4F}', "he", true),
    ('\u{FB50}', '\u{FEFC}', "ar", true),
    ('\u{20000}', '\u{3FFFF}', "zh", false),
];

/// A sign of Chinese, Japanese or Korean writing says about as much as three letters.
const DENSE: usize = 3;

/// Letters of the Arabic script beyond those of Arabic itself that Persian and Urdu have.
const PERSIAN: &str = "پچژگ";
const URDU: &str = "ٹڈڑںھہےۓ";
/// Letters of Persian and Urdu that stand for ones of Arabic, and two more of Arabic.
const SHARED: &str = "کیٱۂۃ";
/// Letters of the Cyrillic script that Russian has and others lack, and that Ukrainian has and Russian lacks.
const RUSSIAN: &str = "ыэЫЭ";
const UKRAINIAN: &str = "їєґЇЄҐ";

/// The language as a BCP 47 tag, empty when the letters do not say it, and which way the text runs. Without any letters it
/// is [`Direction::Auto`].
#[must_use]
pub(crate) fn find(texts: &[&str]) -> (Arc<str>, Direction) {
    let mut counts = [0; SCRIPTS.len()];
    let (mut latin, mut at) = (0, 0);
    // Most paragraphs of most articles are told by a glance: a class's files have the same article two hundred times.
    let (plain, others): (Vec<&str>, Vec<&str>) = texts.iter().copied().partition(|text| text.is_ascii());
    latin += plain.iter().flat_map(|text| text.bytes()).filter(u8::is_ascii_alphabetic).count();
    for c in others.iter().flat_map(|text| text.chars()).filter(|c| c.is_alphabetic()) {
        let within = |&(first, last, ..): &(char, char, &str, bool)| (first..=last).contains(&c);
        if c < SCRIPTS[0].0 {
            latin += 1;
        } else if within(&SCRIPTS[at]) {
            // One letter is mostly of the script of the one before.
            counts[at] += 1;
        } else if let Some(found) = SCRIPTS.iter().position(within) {
            at = found;
            counts[at] += 1;
        } else {
            latin += 1;
        }
    }
    let (mut all, mut back, mut most) = (latin, 0, (latin, ""));
    for (at, &(_, _, language, rtl)) in SCRIPTS.iter().enumerate() {
        let same = SCRIPTS.iter().zip(&counts).filter(|(script, _)| script.2 == language);
        let weight = if matches!(language, "ja" | "zh" | "ko") { DENSE } else { 1 };
        all += counts[at] * weight;
        back += if rtl { counts[at] } else { 0 };
        let letters = same.map(|(_, count)| count).sum::<usize>() * weight;
        if letters > most.0 {
            most = (letters, language);
        }
    }
    // Texts that run from right to left leave out most vowels, so that Latin names in them weigh more than they should.
    let direction = match (all, back * 5 >= all * 2) {
        (0, _) => Direction::Auto,
        (_, true) => Direction::Rtl,
        (_, false) => Direction::Ltr,
    };
    let kana = SCRIPTS.iter().zip(&counts).find(|(script, _)| script.2 == "ja").map_or(0, |(_, count)| *count);
    let language = match most {
        (letters, "zh") if kana * DENSE * 10 > letters => "ja",
        (letters, language @ ("ar" | "ru")) => told_apart(language, letters, texts),
        (_, language) => language,
    };
    (language.into(), direction)
}

/// The language of a text in Arabic or Cyrillic letters, from those that not all languages have: empty when that is not
/// sure.
fn told_apart(language: &'static str, letters: usize, texts: &[&str]) -> &'static str {
    let share = |is: &dyn Fn(char) -> bool, percent: usize| {
        texts.iter().flat_map(|text| text.chars()).filter(|c| c.is_alphabetic() && is(*c)).count() * 100
            >= letters * percent
    };
    if language == "ar" {
        let known = |c| PERSIAN.contains(c) || URDU.contains(c) || SHARED.contains(c);
        let foreign = |c: char| matches!(c, '\u{66E}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}') && !known(c);
        return match share(&foreign, 1) {
            true => "",
            false if share(&|c| URDU.contains(c), 2) => "ur",
            false if share(&|c| PERSIAN.contains(c), 1) => "fa",
            false => "ar",
        };
    }
    let foreign = |c: char| matches!(c, '\u{400}'..='\u{52F}') && !matches!(c, 'А'..='я' | 'ё' | 'Ё');
    match (share(&|c| UKRAINIAN.contains(c), 1), share(&foreign, 1), share(&|c| RUSSIAN.contains(c), 1)) {
        (true, _, false) => "uk",
        (_, false, true) => "ru",
        _ => "",
    }
}

/// The value of `dir` for a text that stands alone, a title for example.
#[must_use]
pub fn way(text: &str) -> &'static str {
    find(&[text]).1.word()
}

/// The text, set apart from the words around it when letters in it run from right to left. Others stay as they are: some
/// programs draw the isolates as boxes.
#[must_use]
pub fn isolated(text: &str) -> String {
    if text.chars().any(runs_left) { ["\u{2068}", text, "\u{2069}"].concat() } else { text.to_owned() }
}

/// True for letters of scripts that run from right to left, and for the mark that makes others do so.
fn runs_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{200F}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: (&str, &str)) {
        let (language, direction) = find(&text.split('\n').collect::<Vec<_>>());
        assert_eq!((&*language, direction.word()), expected, "{text}");
    }

    #[test]
    fn most_letters_decide_and_not_the_first() {
        check("TikTok وخصوصية الطلاب في المدارس", ("ar", "rtl"));
        check("WhatsApp\nהבוקר נפתחו השווקים והרוכלים סידרו את סחורתם", ("he", "rtl"));
        check("Facebook پر طلبہ کی رازداری کے بارے میں لوگوں کی رائے مختلف ہے", ("ur", "rtl"));
        check("The word سلام means peace, and it is how people greet each other.", ("", "ltr"));
        check("BBC: Ελλάδα και Ευρώπη", ("el", "ltr"));
        check("这是一篇关于 ChatGPT 的文章", ("zh", "ltr"));
        check("东京の朝は早い。市場が開き、人々が集まる。", ("ja", "ltr"));
        check("서울의 아침은 일찍 시작된다", ("ko", "ltr"));
        check("दिल्ली में सुबह जल्दी होती है", ("hi", "ltr"));
        check("เช้าวันใหม่ในเมืองเก่า", ("th", "ltr"));
        check("12 – 13, … !", ("", "auto"));
    }

    #[test]
    fn languages_that_share_a_script_are_told_apart_or_left_open() {
        check("صبح زود بازارها باز می‌شوند و فروشندگان کالاهای گوناگون خود را پیش مغازه‌ها می‌چینند", ("fa", "rtl"));
        check("بەیانییەکی زوو بازاڕەکان دەکرێنەوە و فرۆشیاران کاڵاکانیان ڕێک دەخەن", ("", "rtl"));
        check("Ранним утром открываются рынки, и это видно всем, кто рано встаёт", ("ru", "ltr"));
        check("Рано-вранці відкриваються ринки, і їхні продавці розкладають товар", ("uk", "ltr"));
        check("Рано сутрин пазарите се отварят и търговците подреждат стоката си", ("", "ltr"));
        check("Ertə səhər bazarlar açılır", ("", "ltr"));
    }

    #[test]
    fn only_words_that_run_the_other_way_are_set_apart() {
        assert_eq!((way("TikTok وخصوصية"), way("A letter"), way("7")), ("rtl", "ltr", "auto"));
        assert_eq!([isolated("ریاست"), isolated("état")], ["\u{2068}ریاست\u{2069}", "état"]);
    }
}
