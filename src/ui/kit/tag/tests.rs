//! What the calls of the chain put into an element.

use super::*;
use crate::ui::kit::drawn::drawn;

fn html(tag: Tag) -> String {
    drawn(&tag.html())
}

#[test]
fn an_element_has_what_was_said_of_it() {
    let words: Arc<str> = "words".into();
    let all = div("a").put("title", &words).made("id", format!("p{}", 1)).label("Name").unheard().verbatim();
    let expected =
        "<div aria-hidden=\"true\" aria-label=\"Name\" class=\"a\" id=\"p1\" title=\"words\" translate=\"no\"></div>";
    assert_eq!(html(all), expected);
}

#[test]
fn what_may_be_missing_is_missing() {
    assert_eq!(
        html(tag("p").flag("disabled", true).when("aria-busy", true)),
        "<p aria-busy=\"true\" disabled=\"disabled\"></p>"
    );
    assert_eq!(html(tag("p").flag("disabled", false).when("aria-busy", false).hidden(false)), "<p></p>");
    assert_eq!(html(tag("p").maybe("lang", None).sense(None)), "<p></p>");
    let some = tag("p").maybe("lang", Some("ar".into())).sense(Some("for")).hidden(true);
    assert_eq!(html(some), "<p data-sense=\"for\" hidden=\"hidden\" lang=\"ar\"></p>");
}

#[test]
fn a_button_submits_nothing_and_an_input_says_its_type() {
    assert_eq!(html(button("btn").text("Go")), "<button class=\"btn\" type=\"button\">Go</button>");
    assert_eq!(html(input("radio").checked(true)), "<input type=\"radio\" checked=true></input>");
    assert_eq!(html(input("radio").checked(false)), "<input type=\"radio\" checked=false></input>");
}

#[test]
fn children_stand_in_their_order_and_a_list_stays_one_list() {
    let words: Arc<str> = "two".into();
    let kids = ["a", "b"].map(|key| tag("li").key(key).text("·"));
    let list = tag("ul").text("one ").words(&words).saying(" three".to_owned()).all(kids.into_iter()).kid(tag("li"));
    let Html::VTag(list) = list.html() else { panic!("an element") };
    assert_eq!(drawn(&Html::VTag(Rc::clone(&list))), "<ul>one two three<li>·</li><li>·</li><li></li></ul>");
    let Some(Html::VList(kids)) = list.children() else { panic!("several") };
    assert_eq!(kids.len(), 5, "three texts, a list and an element");
}

#[test]
fn nothing_in_words_becomes_an_element() {
    let Html::VTag(tag) = tag("p").saying("<b>&amp;</b>".to_owned()).html() else { panic!("an element") };
    let Some(Html::VList(kids)) = tag.children() else { panic!("a list") };
    assert!(matches!(&kids[..], [Html::VText(text)] if &*text.text == "<b>&amp;</b>"));
}

#[test]
fn only_what_holds_up_scrolling_is_listened_to_passively() {
    let passive = |kind: ListenerKind| On { kind, act: Rc::new(|_| {}) }.passive();
    assert!(
        passive(ListenerKind::ontouchstart) && passive(ListenerKind::ontouchmove) && passive(ListenerKind::onwheel)
    );
    assert!(!passive(ListenerKind::onclick) && !passive(ListenerKind::onkeydown) && !passive(ListenerKind::oninput));
}

#[test]
fn a_listener_is_part_of_its_element() {
    let act: Act = Rc::new(|_| {});
    let plain = || tag("p").html();
    let heard = || tag("p").click(Rc::clone(&act)).html();
    assert!(plain() == plain() && heard() != plain());
}

#[test]
fn a_shared_text_is_not_changed_on_its_way_to_yew() {
    for text in ["", "plain", "é\u{1F469}\u{200D}\u{1F9B0}\n"] {
        assert_eq!(&*shared(&Arc::from(text)), text);
    }
}
