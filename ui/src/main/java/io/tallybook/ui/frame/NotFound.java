package io.tallybook.ui.frame;

import java.util.function.Supplier;

/** There is nothing at this address: a mistyped link, or something outside the person's sight. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NotFound() {
        super("nothing here", null, false, false);
    }

    public static Supplier<NotFound> page() {
        return NotFound::new;
    }
}
