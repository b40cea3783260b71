//! Tasks, run one after the other until none of them gets on: the smallest executor, and always in the same order.

use std::{
    cell::{Cell, RefCell},
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

type Task = Pin<Box<dyn Future<Output = ()>>>;

/// The tasks of one tab. They end with it.
#[derive(Clone, Default)]
pub(super) struct Tasks {
    tasks: Rc<RefCell<Vec<Task>>>,
    moved: Rc<Cell<bool>>,
}

impl Tasks {
    pub(super) fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        self.tasks.borrow_mut().push(Box::pin(task));
        self.moved.set(true);
    }

    /// Gives each task one turn, `between` after each. False when none of them got on.
    pub(super) fn turn(&self, mut between: impl FnMut()) -> bool {
        self.moved.set(false);
        for mut task in self.tasks.take() {
            match task.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
                Poll::Ready(()) => self.moved.set(true),
                Poll::Pending => self.tasks.borrow_mut().push(task),
            }
            between();
        }
        self.moved.get()
    }

    /// Waits for the next turn.
    pub(super) fn pause(&self) -> impl Future<Output = ()> + 'static {
        let (moved, mut passed) = (Rc::clone(&self.moved), false);
        std::future::poll_fn(move |_| {
            if std::mem::replace(&mut passed, true) {
                return Poll::Ready(());
            }
            moved.set(true);
            Poll::Pending
        })
    }
}
