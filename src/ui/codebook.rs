//! The codebook screen: what is asked, and what the answers mean.

use std::rc::Rc;

use yew::prelude::*;

use super::kit::kbd;
use crate::app::view::{
    codebook::{CodebookView, OptionEntry, QuestionEntry},
    inspector::ThemeView,
};

/// The screen.
pub fn codebook_screen(view: &CodebookView) -> Html {
    html! {
        <div class="page">
            <header class="page-head">
                <h1 translate="no" dir="auto">{ Rc::clone(&view.title) }</h1>
                <p>{"What every reader of this article is asked, and what the answers mean."}</p>
            </header>
            <div>
                for question in view.questions.iter() {
                    { ask(question) }
                }
            </div>
            <div class="glossary-head" hidden={view.themes.is_empty()}>
                <h2>{"Themes"}</h2>
                <span class="hint">{"A paragraph may have several, or none."}</span>
            </div>
            <div class="glossary">
                for theme in view.themes.iter() {
                    { entry(theme) }
                }
            </div>
            <p class="hint colophon">
                <span>{"Version of this codebook: "}</span>
                <code translate="no">{ Rc::clone(&view.version) }</code>
            </p>
        </div>
    }
}

fn ask(question: &QuestionEntry) -> Html {
    let id = format!("ask-{}", question.id);
    html! {
        <section key={Rc::clone(&question.id)} class="ask" aria-labelledby={id.clone()}>
            <div>
                <span class="label">{"The question"}</span>
                <h2 {id} translate="no" dir="auto">{ Rc::clone(&question.prompt) }</h2>
                <dl class="facts">
                    <dt hidden={question.holder.is_empty()}>{"Whose stance"}</dt>
                    <dd hidden={question.holder.is_empty()} translate="no" dir="auto">{ Rc::clone(&question.holder) }</dd>
                    <dt hidden={question.target.is_empty()}>{"Toward what"}</dt>
                    <dd hidden={question.target.is_empty()} translate="no" dir="auto">{ Rc::clone(&question.target) }</dd>
                </dl>
            </div>
            <ul class="scale">
                for option in question.options.iter() {
                    { answer(option) }
                }
            </ul>
        </section>
    }
}

fn answer(option: &OptionEntry) -> Html {
    html! {
        <li key={Rc::clone(&option.id)} data-stance={Rc::clone(&option.id)}>
            <span class="glyph" aria-hidden="true">{ option.glyph }</span>
            <strong translate="no">{ Rc::clone(&option.label) }</strong>
            { kbd(option.key.clone().unwrap_or_default()) }
            <p translate="no" dir="auto">{ Rc::clone(&option.definition) }</p>
        </li>
    }
}

fn entry(theme: &ThemeView) -> Html {
    html! {
        <section key={theme.id.to_shared()} class="entry" data-hue={theme.hue}>
            <h3>
                <span translate="no" dir="auto">{ Rc::clone(&theme.label) }</span>
                { kbd(theme.key.clone().unwrap_or_default()) }
            </h3>
            <p translate="no" dir="auto">{ Rc::clone(&theme.definition) }</p>
            <dl class="use">
                { use_of("Include", None, &theme.include) }
                { use_of("Leave out", None, &theme.exclude) }
                { use_of("Example", Some("example"), &theme.example) }
            </dl>
        </section>
    }
}

fn use_of(title: &'static str, class: Option<&'static str>, text: &Rc<str>) -> Html {
    html! {
        <div hidden={text.is_empty()}>
            <dt>{ title }</dt>
            <dd class={class} translate="no" dir="auto">
                { if class.is_some() { format!("“{text}”").into() } else { Rc::clone(text) } }
            </dd>
        </div>
    }
}
