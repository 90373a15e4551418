package io.tallybook.query.allocation;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.close.CloseId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run over a point and month.
 *
 * @param area null while the run has parts but was not started
 * @param receipt what was split, kWh; zero until the input is in
 * @param failure why it cannot split, else null
 * @param successor the run that superseded it, else null
 */
public record AllocationRunView(
        AllocationRunId run,
        CloseId closeId,
        @Nullable AreaId area,
        String pointName,
        RunState state,
        Energy receipt,
        Energy delivery,
        List<RecipientView> recipients,
        @Nullable Sha256 contentHash,
        @Nullable String failure,
        @Nullable AllocationRunId successor,
        Instant startedAt,
        @Nullable Instant completedAt,
        long position) {}
