package io.tallybook.query.adjustment;

import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import java.util.Optional;

/** Prior-period adjustments. */
public interface AdjustmentQueries {
    /** One package per import, newest first. */
    Page<AdjustmentPackageView> packages(PageRequest page);

    Optional<AdjustmentPackageView> adjustmentPackage(ImportId importId);

    /** The adjustments of a package by day and point. */
    Page<AdjustmentView> adjustments(ImportId importId, PageRequest page);

    /** The adjustments to one close by day and point. */
    Page<AdjustmentView> adjustments(CloseId closeId, PageRequest page);

    Optional<AdjustmentView> adjustment(AdjustmentId adjustment);
}
