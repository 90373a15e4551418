package io.tallybook.ui.table;

/**
 * A state as people see it: a shape and a word.
 *
 * @param shape blocked, late, redo, outdated, working, waiting, done, certified, locked or void; draws the shape
 * @param key message key of the word
 */
public record State(String shape, String key) {
    public static State blocked(String key) {
        return new State("blocked", key);
    }

    public static State late(String key) {
        return new State("late", key);
    }

    /** Done once, and to be done anew for what came since. */
    public static State redo(String key) {
        return new State("redo", key);
    }

    /** Done in a revision that was taken back, not anew yet. */
    public static State outdated(String key) {
        return new State("outdated", key);
    }

    public static State working(String key) {
        return new State("working", key);
    }

    public static State waiting(String key) {
        return new State("waiting", key);
    }

    public static State done(String key) {
        return new State("done", key);
    }

    /** Done by a rule, without a person's word. */
    public static State certified(String key) {
        return new State("certified", key);
    }

    public static State locked(String key) {
        return new State("locked", key);
    }

    public static State revoked(String key) {
        return new State("void", key);
    }
}
