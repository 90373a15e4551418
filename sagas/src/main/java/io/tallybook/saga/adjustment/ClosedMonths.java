package io.tallybook.saga.adjustment;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.Event;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.close.CloseCycleEvent.ContractsComplete;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.AccountMapEvent.AccountsMapped;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.AdjustedLines;
import io.tallybook.messages.journal.JournalBatchEvent.JournalInputAdded;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.saga.area.Rosters;
import java.util.List;
import java.util.Optional;

/** What an adjustment must know of the closed month it concerns, read from the log: written facts that no longer change. */
class ClosedMonths {
    private final EventReader log;
    private final Rosters rosters;

    ClosedMonths(EventReader log, Rosters rosters) {
        this.log = log;
        this.rosters = rosters;
    }

    /** The run that allocated the point when the month was closed; empty where nothing is allocated, at a storage. */
    Optional<AllocationRunId> run(CloseId close, PointId point) {
        MeterMonthFrozen frozen = last(MeterMonthId.of(point, close.period()).toString(), MeterMonthFrozen.class);
        return rosters.flowPoints(frozen.area(), close, frozen.attempt()).contains(point)
                ? Optional.of(AllocationRunId.of(point, close.period(), frozen.attempt()))
                : Optional.empty();
    }

    /** The accounts as they are mapped now, of the map the close's journal was written by. */
    AccountsMapped accounts(CloseId close) {
        AccountMapId accounts = last(close.toString(), ContractsComplete.class).accounts();
        return last(accounts.toString(), AccountsMapped.class);
    }

    /** The lines of a shipper in the close's own journal. */
    AdjustedLines lines(PackageId adjustments, CloseId close, ShipperId shipper) {
        JournalId journal = JournalId.ofClose(close);
        List<JournalLine> lines = last(journal.toString(), JournalPrepared.class).lines().stream()
                .filter(line -> line.shipper().equals(shipper))
                .toList();
        return new AdjustedLines(
                adjustments,
                journal,
                line(lines, AccountUse.GAS_PURCHASES),
                line(lines, AccountUse.PAYABLE),
                line(lines, AccountUse.RECEIVABLE),
                line(lines, AccountUse.REVENUE));
    }

    /** The preview that was approved for what an adjustments' journal holds. */
    Sha256 approved(JournalId journal) {
        return last(journal.toString(), JournalInputAdded.class).statementHash();
    }

    private static int line(List<JournalLine> lines, AccountUse use) {
        return lines.stream()
                .filter(line -> line.use() == use)
                .mapToInt(JournalLine::line)
                .findFirst()
                .orElse(0);
    }

    private <E extends Event> E last(String stream, Class<E> type) {
        return log.stream(stream).reversed().stream()
                .map(StoredEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + type.getSimpleName() + " in " + stream));
    }
}
