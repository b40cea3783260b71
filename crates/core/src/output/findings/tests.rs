use crate::{codebook::sample, output::findings::*};

fn said(finding: &Finding) -> String {
    plain(&sentence(finding, &sample::codebook(), &"stance".into()))
}

fn given(option: &str, some: u32, all: u32) -> Given {
    Given { option: option.into(), part: Part { some, all } }
}

#[test]
fn a_word_for_a_share_is_true_of_every_share_it_is_used_for() {
    for all in 1..=60_u32 {
        for some in 0..=all {
            let percent = f64::from(some) * 100.0 / f64::from(all);
            let fits = match &*share(Part { some, all }) {
                "everybody" => some == all,
                "most" => percent > 60.0 && some < all,
                "half" => (48.0..=52.0).contains(&percent),
                "a third" => (32.0..=35.0).contains(&percent),
                numbers => numbers == format!("{some} of {all}"),
            };
            assert!(fits, "{some} of {all}: {}", share(Part { some, all }));
        }
    }
    // Not everything is a number, and forty of a hundred are not most.
    assert_eq!(["most", "half", "a third", "40 of 100"], [61, 50, 33, 40].map(|some| share(Part { some, all: 100 })));
    assert_eq!(share(Part { some: 2, all: 4 }), "2 of 4");
}

#[test]
fn findings_are_said_in_plain_sentences() {
    let all = [
        Finding::Nobody,
        Finding::Alone(1),
        Finding::Two { both: 7, differing: vec![1, 3, 4] },
        Finding::Two { both: 1, differing: vec![0] },
        Finding::Two { both: 4, differing: vec![] },
        Finding::Opposite(vec![3]),
        Finding::OneOnly(vec![7, 8]),
        Finding::Split {
            paragraphs: vec![9, 3],
            more: 0,
            first: vec![given("supports", 6, 12), given("mixed", 4, 12)],
            open: 0,
        },
        Finding::Split {
            paragraphs: vec![2],
            more: 0,
            first: vec![given("opposes", 8, 20), given("mixed", 1, 20)],
            open: 2,
        },
        Finding::Split { paragraphs: vec![0, 1], more: 4, first: vec![given("no-stance", 1, 3)], open: 0 },
        Finding::United,
        Finding::Apart,
        Finding::Agreed { paragraphs: vec![6], option: Some("neutral".into()), everybody: true },
        Finding::Agreed { paragraphs: vec![6, 8], option: None, everybody: false },
        Finding::Closest { paragraph: 6, more: 0, given: given("neutral", 10, 12) },
        Finding::Closest { paragraph: 6, more: 1, given: given("neutral", 10, 12) },
        Finding::NoneAgreed,
        Finding::AllDiffer,
        Finding::OnlyThemes(vec![1]),
        Finding::Themes(vec![4, 0]),
        Finding::Theme { theme: "espionage".into(), paragraphs: vec![2, 5], part: Part { some: 6, all: 12 }, open: 0 },
        Finding::Theme { theme: "espionage".into(), paragraphs: vec![2], part: Part { some: 5, all: 12 }, open: 3 },
        Finding::Theme { theme: "unknown".into(), paragraphs: vec![2], part: Part { some: 2, all: 4 }, open: 0 },
        Finding::Covered { whole: 0, all: 7 },
        Finding::Covered { whole: 3, all: 7 },
        Finding::Covered { whole: 7, all: 7 },
        Finding::Covered { whole: 1, all: 1 },
        Finding::Thin { paragraphs: vec![9], part: Part { some: 3, all: 22 } },
        Finding::Thin { paragraphs: (0..10).collect(), part: Part { some: 0, all: 22 } },
    ];
    expect_test::expect![[r#"
        Nobody has answered this question yet.
        Only one person has answered so far (1 paragraph), so there is nothing to compare yet.
        You two differ on 3 of the 7 paragraphs that you both answered: 2, 4 and 5.
        You two differ on the one paragraph that you both answered: 1.
        You two agree on all 4 paragraphs that you both answered.
        You take opposite sides on paragraph 4: one is for, the other against.
        Only one of you answered paragraphs 8 and 9.
        You are furthest apart on paragraphs 10 and 4. On 10, half say “supports” and a third “mixed”.
        You are furthest apart on paragraph 3: of the 20 who answered, 8 of 20 say “opposes” and 1 of 20 “mixed”.
        You are furthest apart on paragraphs 1 and 2, and equally on 4 others. On 1, 1 of 3 says “no stance”.
        You agree: wherever two or more of you answered a paragraph, you gave the same answer.
        No paragraph was answered by two of you yet, so there is nothing to compare.
        On paragraph 7 everybody agrees: “neutral”.
        On paragraphs 7 and 9 all who answered agree.
        There is no paragraph on which everybody agrees. You come closest on paragraph 7: 10 of 12 say “neutral”.
        There is no paragraph on which everybody agrees. You come closest on paragraph 7, and equally on one other: 10 of 12 say “neutral”.
        There is no paragraph on which everybody agrees.
        No two of you gave the same answer to any paragraph.
        On paragraph 2 you give the same answer but name different themes.
        Your themes differ most on paragraphs 5 and 1.
        No theme divides you more than “Espionage” on paragraphs 3 and 6: each time half of you named it, and the others did not.
        No theme divides you more than “Espionage” on paragraph 3: 5 of the 12 who chose themes named it, and the others did not.
        No theme divides you more than “unknown” on paragraph 3: 2 of 4 people named it, and the others did not.
        No paragraph was answered by everybody.
        Everybody answered 3 of the 7 paragraphs.
        Everybody answered all 7 paragraphs.
        Everybody answered the only paragraph.
        Only 3 of 22 answered paragraph 10.
        Nobody answered paragraph 1, and fewer than half answered paragraphs 2, 3, 4, 5, 6, 7 and 3 more, so results for these rest on few answers."#]]
    .assert_eq(&all.iter().map(said).collect::<Vec<_>>().join("\n"));
}

#[test]
fn answers_keep_their_signs_and_paragraphs_their_places() {
    let found = Finding::Agreed { paragraphs: vec![6], option: Some("neutral".into()), everybody: true };
    let pieces = sentence(&found, &sample::codebook(), &"stance".into());
    assert!(pieces.contains(&Piece::Paragraph(6)));
    assert!(pieces.iter().any(
        |piece| matches!(piece, Piece::Answer(label, sign) if &**label == "neutral" && sign.sense() == "neutral")
    ));
}
