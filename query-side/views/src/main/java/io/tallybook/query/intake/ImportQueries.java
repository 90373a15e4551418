package io.tallybook.query.intake;

import io.tallybook.messages.ImportId;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import java.util.Optional;

/** Imports. */
public interface ImportQueries {
    /** Newest first. */
    Page<ImportView> imports(PageRequest page);

    Optional<ImportView> find(ImportId importId);
}
