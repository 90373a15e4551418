package io.tallybook.query.change;

import io.tallybook.messages.ChangeId;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes of configuration. */
public interface ChangeQueries {
    /**
     * Newest first.
     *
     * @param state null for every state
     */
    Page<ChangeView> changes(@Nullable ChangeState state, PageRequest page);

    Optional<ChangeView> change(ChangeId change);

    /** How many wait for a second person. */
    int waiting();
}
