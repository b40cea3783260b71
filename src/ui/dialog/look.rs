//! How the page looks: its colours, and the type of the article.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::msg::Msg,
    ui::desk::{Desk, use_desk},
};

const SCHEMES: &[(&str, &str)] = &[("auto", "Automatic"), ("light", "Light"), ("dark", "Dark")];
const READINGS: &[(&str, &str)] = &[("serif", "Serif"), ("sans", "Sans serif")];

/// What is chosen.
#[derive(Clone, PartialEq, Eq, Properties)]
pub struct LookProps {
    /// The colours: `auto`, `light` or `dark`.
    pub scheme: &'static str,
    /// The type of the article: `serif` or `sans`.
    pub reading: &'static str,
}

/// Two choices.
#[component]
pub fn Look(props: &LookProps) -> Html {
    let desk = use_desk();
    html! {
        <div class="look">
            { choice(&desk, "Colours", "scheme", SCHEMES, props.scheme, Msg::SchemeChosen) }
            { choice(&desk, "Type of the article", "reading", READINGS, props.reading, Msg::ReadingChosen) }
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
