package io.tallybook.ui.kill;

/** Who gives the orders of a month that is killed. */
enum People {
    /** The demo's own script, from the cut-off to the lock. */
    SCRIPT,
    /** The demo's script up to the pack; the signatures and the lock come from here. */
    SIGNERS,
    /** The month is locked: it is asked for again, agreed to by two, closed and locked anew from here. */
    REOPENERS,
    /** The month is locked: the next is opened, and the late publication comes. */
    LATECOMERS,
    /** What came late is booked in the open month, and that month's accrual released, from here. */
    ADJUSTERS
}
