//! The articles that are kept in this browser.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::rename::{Rename, use_renaming};
use crate::{
    app::{msg::Msg, view::dialog::LibraryRow},
    ui::{desk::use_desk, kit::Icon},
};

/// The library.
#[derive(Clone, PartialEq, Eq, Properties)]
pub struct LibraryProps {
    /// The articles, in the order they are shown in.
    pub rows: Vec<LibraryRow>,
}

/// The list of articles, and the way back for the one just deleted.
#[component]
pub fn Library(props: &LibraryProps) -> Html {
    let desk = use_desk();
    // The toast offers Undo as well, but it lies behind the dialog.
    let deleted = use_state(|| None::<(Rc<str>, Rc<str>)>);
    let restore = use_node_ref();
    let list = use_node_ref();
    let was = use_mut_ref(|| false);
    {
        let (restore, list) = (restore.clone(), list.clone());
        use_effect_with(deleted.is_some(), move |&now| {
            // The button that had the focus is gone: the way back takes it, and after that the list.
            let before = was.replace(now);
            let next = if now { restore } else { list };
            if now != before
                && let Some(element) = next.cast::<HtmlElement>()
            {
                let _ = element.focus();
            }
        });
    }
    let ondelete = {
        let deleted = deleted.clone();
        let desk = desk.clone();
        Callback::from(move |(id, title): (Rc<str>, Rc<str>)| {
            desk.send(Msg::LibraryDeleted(Rc::clone(&id)));
            deleted.set(Some((id, title)));
        })
    };
    let onrestore = {
        let deleted = deleted.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some((id, _)) = &*deleted {
                desk.send(Msg::LibraryRestored(Rc::clone(id)));
            }
            deleted.set(None);
        })
    };
    let sentence = deleted.as_ref().map(|(_, title)| format!("“{title}” is deleted."));
    html! {
        <>
            <div class="banner" role="status" hidden={deleted.is_none()}>
                <p translate="no">{ sentence.unwrap_or_default() }</p>
                <div class="actions">
                    <button ref={restore} class="btn btn-line btn-small" type="button" onclick={onrestore}>
                        {"Put it back"}
                    </button>
                </div>
            </div>
            <ul ref={list} class="list library" tabindex="-1" aria-label="Your articles">
                for row in props.rows.iter() {
                    <LibraryItem key={Rc::clone(&row.id)} row={row.clone()} ondelete={ondelete.clone()} />
                }
            </ul>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ItemProps {
    row: LibraryRow,
    ondelete: Callback<(Rc<str>, Rc<str>)>,
}

/// One article: a button that opens it, and what else can be done.
#[component]
fn LibraryItem(props: &ItemProps) -> Html {
    let desk = use_desk();
    let (renaming, pencil) = use_renaming();
    let row = &props.row;

    let onopen = {
        let (desk, id) = (desk.clone(), Rc::clone(&row.id));
        Callback::from(move |_: MouseEvent| desk.send(Msg::LibraryOpened(Rc::clone(&id))))
    };
    let onpencil = {
        let renaming = renaming.clone();
        Callback::from(move |_: MouseEvent| renaming.set(true))
    };
    let onrenamed = {
        let (renaming, id) = (renaming.clone(), Rc::clone(&row.id));
        Callback::from(move |title: Option<Rc<str>>| {
            if let Some(title) = title {
                desk.send(Msg::LibraryRenamed(Rc::clone(&id), title));
            }
            renaming.set(false);
        })
    };
    let ondelete = {
        let (ondelete, id, title) = (props.ondelete.clone(), Rc::clone(&row.id), Rc::clone(&row.title));
        Callback::from(move |_: MouseEvent| ondelete.emit((Rc::clone(&id), Rc::clone(&title))))
    };
    let main = if *renaming {
        html! {
            <Rename label={format!("New title of {}", row.title)} name={Rc::clone(&row.title)} ondone={onrenamed} />
        }
    } else {
        html! {
            <>
                <button class="title" type="button" translate="no" dir="auto" onclick={onopen}>{ Rc::clone(&row.title) }</button>
                <span class="hint">
                    <span translate="no">{ Rc::clone(&row.detail) }</span>
                    <span hidden={!row.open}>{" · open now"}</span>
                </span>
            </>
        }
    };
    html! {
        <li aria-current={row.open.then_some("true")}>
            <div>{ main }</div>
            <div class="actions" hidden={row.sample || *renaming}>
                <button
                    ref={pencil}
                    class="btn btn-icon btn-small"
                    type="button"
                    aria-label={format!("Rename {}", row.title)}
                    title="Rename"
                    onclick={onpencil}
                >
                    <Icon name="edit" />
                </button>
                <button
                    class="btn btn-icon btn-small"
                    type="button"
                    aria-label={format!("Delete {}", row.title)}
                    title="Delete"
                    onclick={ondelete}
                >
                    <Icon name="delete" />
                </button>
            </div>
        </li>
    }
}
