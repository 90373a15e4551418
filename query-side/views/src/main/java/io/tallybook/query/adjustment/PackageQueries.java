package io.tallybook.query.adjustment;

import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.AdjustmentRules;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import java.util.List;
import java.util.Optional;

/** Packages of prior-period adjustments, with what they come to. */
public interface PackageQueries {
    /** Newest first. */
    Page<PackageView> packages(PackageFilter filter, PageRequest page);

    Optional<PackageView> find(PackageId id);

    /** By month, day, point. */
    Page<PackageMember> members(PackageId id, PageRequest page);

    /** The lines of the latest preview by month, day, point, contract, direction. */
    Page<PreviewLine> lines(PackageId id, PageRequest page);

    /** Sums of the lines by month, point and contract; ≤ 5,000. */
    List<ContractEffect> effects(PackageId id);

    /** What was done, oldest first; ≤ 500. */
    List<PackageDeed> deeds(PackageId id);

    List<PackageJournal> journals(PackageId id);

    /** The latest revision of a shipper's statement of a closed month; empty while nothing of it was restated. */
    Optional<RestatedStatement> restated(CloseId closeId, ShipperId shipper);

    /** Every rule that was set for the group, latest period first; ≤ 100. */
    List<AdjustmentRules> rules(AdjustmentBookId book);
}
