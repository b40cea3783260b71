//! How the page looks: its colours, and the type of the article.

use std::rc::Rc;

use yew::prelude::*;

use crate::{app::msg::Msg, ui::desk::Desk};

const SCHEMES: &[(&str, &str)] = &[("auto", "Automatic"), ("light", "Light"), ("dark", "Dark")];
const READINGS: &[(&str, &str)] = &[("serif", "Serif"), ("sans", "Sans serif")];

/// Two choices, and what is chosen: the colours (`auto`, `light` or `dark`) and the type of the article (`serif`, `sans`).
pub fn look(desk: &Desk, scheme: &str, reading: &str) -> Html {
    html! {
        <div class="look">
            { choice(desk, "Colours", "scheme", SCHEMES, scheme, Msg::SchemeChosen) }
            { choice(desk, "Type of the article", "reading", READINGS, reading, Msg::ReadingChosen) }
        </div>
    }
}

fn choice(
    desk: &Desk,
    title: &'static str,
    name: &'static str,
    choices: &'static [(&'static str, &'static str)],
    chosen: &str,
    msg: fn(Rc<str>) -> Msg,
) -> Html {
    let id = format!("look-{name}");
    html! {
        <div>
            <span class="label" id={id.clone()}>{ title }</span>
            <div class="seg" role="radiogroup" aria-labelledby={id}>
                for &(value, label) in choices {
                    <label key={value}>
                        <input
                            type="radio"
                            {name}
                            {value}
                            checked={value == chosen}
                            onchange={
                                let desk = desk.clone();
                                Callback::from(move |_: Event| desk.send(msg(value.into())))
                            }
                        />
                        <span>{ label }</span>
                    </label>
                }
            </div>
        </div>
    }
}
