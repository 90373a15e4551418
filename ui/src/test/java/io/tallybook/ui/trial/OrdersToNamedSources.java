package io.tallybook.ui.trial;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Command;
import io.tallybook.messages.ErpPeriodsId;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PullId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.SourceId;
import io.tallybook.messages.erp.ErpPeriodState;
import io.tallybook.messages.erp.ErpPeriodsCommand.TellErpPeriod;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.source.FolderFeed;
import io.tallybook.messages.source.ProfileText;
import io.tallybook.messages.source.PullFault;
import io.tallybook.messages.source.PullStart;
import io.tallybook.messages.source.SourceCommand.DefineSource;
import io.tallybook.messages.source.SourceCommand.FailPull;
import io.tallybook.messages.source.SourceCommand.PauseSource;
import io.tallybook.messages.source.SourceCommand.RecordPull;
import io.tallybook.messages.source.SourceCommand.RequestPull;
import io.tallybook.messages.source.SourceCommand.ResumeSource;
import io.tallybook.messages.source.SourceCommand.TakeObject;
import io.tallybook.messages.source.SourceDefinition;
import io.tallybook.messages.source.SourceKind;
import io.tallybook.messages.source.TakenObject;
import io.tallybook.saga.whole.House;
import java.time.Instant;
import java.util.List;

/** Orders to a named source, which brings its readings as anybody else does. */
final class OrdersToNamedSources {
    private static final SourceId SOURCE = new SourceId("attempt");
    private static final PersonId EVE = new PersonId("eve");
    private static final Sha256 HASH = Sha256.of("attempt");

    private OrdersToNamedSources() {}

    static List<Command> all(CloseGroup group) {
        Instant at = House.now();
        PullStart start = new PullStart(new PullId("attempt-1"), 1, null, at);
        PullStart next = new PullStart(new PullId("attempt-2"), 1, null, at);
        TakenObject file = new TakenObject("a.csv", HASH, 1, at, null, ImportCounts.NONE);
        SourceDefinition folder = new SourceDefinition(
                SourceKind.FLOW_COMPUTER, new FolderFeed("north", "*.csv"), null, new ProfileText("hourly", HASH), 300);
        Source told = new Source(new ImportId("periods"), HASH, "periods.csv");
        return List.of(
                new TellErpPeriod(
                        new ErpPeriodsId(group.value()),
                        new AccountingPeriod("2024-10"),
                        ErpPeriodState.CLOSED,
                        told,
                        1,
                        EVE,
                        at),
                new DefineSource(SOURCE, folder, EVE, at),
                new RequestPull(SOURCE, EVE, at),
                new TakeObject(SOURCE, start, 1, file, null, at),
                new RecordPull(SOURCE, start, null, false, at),
                new FailPull(SOURCE, next, PullFault.NO_ANSWER, "No answer came.", null, at),
                new PauseSource(SOURCE, "an attempt", EVE, at),
                new ResumeSource(SOURCE, EVE, at));
    }
}
