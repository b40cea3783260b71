//! Texts of all kinds.

use super::*;
use expect_test::{Expect, expect};

fn check(text: &str, expect: &Expect) {
    let draft = Draft::find(text, Some("a name.txt"));
    let mut out = format!("= {}\n", draft.title);
    for block in &draft.blocks {
        let mark = match block.choice {
            Choice::Heading => '#',
            Choice::Paragraph => '¶',
            Choice::LeaveOut => '-',
        };
        out += &format!("{mark} {}\n", block.text);
    }
    expect.assert_eq(&out);
}

#[test]
fn blank_lines_separate_and_wrapped_lines_join() {
    check(
        "A title of four words\n\nOne line\nand another.\n \n\nA well-\nknown thing.\nEnd.",
        &expect![[r"
            = A title of four words
            - A title of four words
            ¶ One line and another.
            ¶ A well-known thing. End.
        "]],
    );
    check(
        "一行\n二行。\n\n三。",
        &expect![[r"
            = a name
            ¶ 一行二行。
            ¶ 三。
        "]],
    );
}

#[test]
fn without_blank_lines_each_line_is_a_paragraph() {
    check(
        "One.\r\nTwo.\rThree.",
        &expect![[r"
            = a name
            ¶ One.
            ¶ Two.
            ¶ Three.
        "]],
    );
}

#[test]
fn a_line_too_long_to_be_wrapped_stands_alone() {
    let long = "word ".repeat(60);
    let draft = Draft::find(&format!("T\n\n{long}\n{long}\nshort\nlines."), None);
    assert_eq!(draft.paragraphs(), 3);
}

#[test]
fn headings_are_short_and_unstopped_and_a_label_is_no_title() {
    check(
        "Archive\n\nA vision for harmony online\n\nText here.\n\n## Marked\n\nMore text.\n\nA. Name",
        &expect![[r"
            = A vision for harmony online
            - Archive
            - A vision for harmony online
            ¶ Text here.
            # Marked
            ¶ More text.
            ¶ A. Name
        "]],
    );
}

#[test]
fn a_title_may_ask_or_call_and_what_follows_it_may_not() {
    for title in ["Should schools ban phones?", "¡Basta ya!", "¿Por qué leer?", "“What now?”", "スマホは禁止すべきか？"]
    {
        let draft = Draft::find(&format!("{title}\n\nIt is a long story.\n\nIs it?\n\nYes."), None);
        assert_eq!((&*draft.title, draft.paragraphs()), (title, 3), "{title}");
    }
    // One line alone is no title of anything, and a sentence is none.
    assert_eq!(Draft::find("Is it?", None).paragraphs(), 1);
    assert_eq!(Draft::find("It is.\n\nIs it?", None).paragraphs(), 2);
}

#[test]
fn every_encoding_gives_the_same_text() {
    let want = "Café “x”\nšŸ";
    let utf16 = |to: fn(u16) -> [u8; 2]| want.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let mut cases = vec![want.as_bytes().to_vec(), [b"\xEF\xBB\xBF", want.as_bytes()].concat()];
    cases.push([b"\xFF\xFE".to_vec(), utf16(u16::to_le_bytes)].concat());
    cases.push([b"\xFE\xFF".to_vec(), utf16(u16::to_be_bytes)].concat());
    cases.push(b"Caf\xE9 \x93x\x94\r\n\x9A\x9F".to_vec());
    for bytes in cases {
        assert_eq!(decode(&bytes).as_deref(), Ok(want), "{bytes:x?}");
    }
    let bare: Vec<u8> = "plain words".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(decode(&bare).as_deref(), Ok("plain words"));
}

#[test]
fn what_is_no_text_says_so() {
    assert_eq!(decode(b""), Err(TextError::Empty));
    assert_eq!(decode(b"\xEF\xBB\xBF \n\t"), Err(TextError::Empty));
    assert_eq!(decode(b"%PDF-1.7 x"), Err(TextError::Pdf));
    assert_eq!(decode(b"PK\x03\x04zz"), Err(TextError::Zipped));
    assert_eq!(decode(&[0x89, b'P', b'N', b'G', 0, 1, 2, 3, 0xFF]), Err(TextError::Binary));
    assert_eq!(decode(&vec![b'a'; MAX_BYTES + 1]), Err(TextError::TooLarge));
}

#[test]
fn text_is_never_normalised() {
    let text = "e\u{301} \u{1F469}\u{200D}\u{1F52C} \u{E9}.";
    assert_eq!(&*Draft::find(text, None).article().text(0), text);
}

#[test]
fn lines_that_only_separate_are_left_out() {
    check(
        "A title of four words\n\nOne.\n\n* * *\n\nTwo.\n\n- 12 -\n\n⁂\n\nThree.\n\n1914\n\nFour.",
        &expect![[r"
            = A title of four words
            - A title of four words
            ¶ One.
            - * * *
            ¶ Two.
            - - 12 -
            - ⁂
            ¶ Three.
            # 1914
            ¶ Four.
        "]],
    );
}

#[test]
fn markdown_is_plain_text_whose_headings_items_and_quotations_stand_apart() {
    check(
        "# Short title\n\nBy A. Author\n\n## Part one\nWords that begin\nhere.\n\n- one\n- two that\n  goes on\n\n> Quoted\n> twice.\n\nIn prose\n- a dash\nis a dash.\n\n[1] Note\n[2] Note",
        &expect![[r"
            = Short title
            - Short title
            - By A. Author
            # Part one
            ¶ Words that begin here.
            ¶ - one
            ¶ - two that goes on
            ¶ Quoted twice.
            ¶ In prose - a dash is a dash.
            ¶ [1] Note
            ¶ [2] Note
        "]],
    );
}

#[test]
fn capitals_head_a_chapter_and_a_sentence_that_goes_on_is_no_heading() {
    check(
        "CHAPTER I.\n\nIt began.\n\nHe paused at\n\nthe window. Then he left.\n\nAuthor\n\nAuthor\n\nEnd.",
        &expect![[r"
            = CHAPTER I.
            - CHAPTER I.
            ¶ It began.
            ¶ He paused at
            ¶ the window. Then he left.
            # Author
            - Author
            ¶ End.
        "]],
    );
}

#[test]
fn other_scripts_join_and_end_as_they_do() {
    check(
        "网络空间命运共同体\n\n白皮书介绍了\n“发展”\n。他说，\n“好。”\n\n十一月中国发布了白皮书介绍了互联网的发展情况和治理经验并且提出了主张\n\nما هو الموقف؟\n\nเครือข่าย\nโลก\n\nआलोचक सहमत नहीं हैं।",
        &expect![[r"
            = 网络空间命运共同体
            - 网络空间命运共同体
            ¶ 白皮书介绍了“发展”。他说，“好。”
            ¶ 十一月中国发布了白皮书介绍了互联网的发展情况和治理经验并且提出了主张
            ¶ ما هو الموقف؟
            # เครือข่ายโลก
            ¶ आलोचक सहमत नहीं हैं।
        "]],
    );
}

#[test]
fn there_is_always_something_to_annotate() {
    for text in ["One", "# One", "1", "***", "One\n\nTwo", "# One\n\n# Two", "\u{200B}\nx", "1\n2\n3"] {
        let draft = Draft::find(text, None);
        assert!(draft.paragraphs() > 0, "{text:?}");
        assert!(draft.article().paragraphs().len() == draft.paragraphs(), "{text:?}");
    }
}

#[test]
fn every_line_end_is_one() {
    check(
        "A title of four words\r\n\r\nOne\rtwo\u{2028}three\u{85}four.\u{C}Five.\u{2029}Six.\r\n\r\n\r\n",
        &expect![[r"
            = A title of four words
            - A title of four words
            ¶ One two three four.
            ¶ Five.
            ¶ Six.
        "]],
    );
}

#[test]
fn a_flood_of_lines_is_refused() {
    let lines = "a\n".repeat(MAX_LINES);
    assert!(decode(lines.as_bytes()).is_ok());
    assert_eq!(decode(format!("{lines}a\n").as_bytes()), Err(TextError::TooManyLines));
}
