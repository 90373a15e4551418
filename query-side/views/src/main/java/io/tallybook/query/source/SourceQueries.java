package io.tallybook.query.source;

import io.tallybook.messages.PullId;
import io.tallybook.messages.SourceId;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import java.util.List;
import java.util.Optional;

/** Named sources. */
public interface SourceQueries {
    /** Every source by name, at most 1,000. */
    List<SourceView> sources();

    Optional<SourceView> source(SourceId source);

    /** Newest first. */
    Page<SourcePullView> pulls(SourceId source, PageRequest page);

    /** The pages or files of a pull in their order, at most 10,000; none when the pull is not the source's. */
    List<SourceObjectView> objects(SourceId source, PullId pull);
}
