package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCycleCommand.ApproveClose;
import io.tallybook.messages.close.CloseCycleCommand.DeclareCutoff;
import io.tallybook.messages.close.CloseCycleCommand.LockPeriod;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseCycleEvent.MonthValued;
import io.tallybook.messages.close.CloseCycleEvent.PackPublished;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.ReportIssued;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthClosed;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.statement.StatementEvent.StatementIssued;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.saga.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two programs on one database and one ERP directory close one month: every effect comes once, also when one of them stops. */
class TwoNodesTest {
    private static final String KEY = "dk_2024-10_CLOSE_1";

    private static final Map<Class<? extends Event>, Integer> ONCE_EACH = Map.of(
            MeterMonthFrozen.class, 3,
            MonthValued.class, 1,
            JournalPrepared.class, 1,
            PackReady.class, 1,
            MeterMonthClosed.class, 3,
            JournalPostingRequested.class, 1,
            JournalPosted.class, 1,
            ReportIssued.class, 3,
            StatementIssued.class, 2,
            CloseLocked.class, 1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void closeAMonthTogetherAndOneGoesOnWithoutTheOther() throws IOException {
        TestDatabase database = TestDatabase.fresh();
        try (House one = House.open(database, directory, "one")) {
            Sha256 pack;
            try (House two = House.open(database, directory, "two")) {
                pack = packReady(one, two);
                approve(two, "bob", pack);
            }
            approve(one, "carol", pack);
            one.erp().post(KEY, "4711");
            one.await(Example.CLOSE, PackPublished.class);
            one.order("carol", Role.APPROVER, new LockPeriod(Example.CLOSE, pack, new PersonId("carol"), House.now()));
            one.await(Example.CLOSE, CloseLocked.class);
            one.awaitQuiet();

            ONCE_EACH.forEach((kind, times) ->
                    assertThat(one.all(kind)).as(kind.getSimpleName()).hasSize(times));
            assertThat(one.log().head()).isEqualTo(one.log().after(0, 100_000).size());
        }
    }

    private static Sha256 packReady(House one, House two) {
        SmallMonth month = new SmallMonth(one);
        month.setUp();
        month.record();
        month.open();
        two.await(Example.CLOSE, CloseOpened.class);
        two.order("anna", Role.ACCOUNTANT, new DeclareCutoff(Example.CLOSE, SmallMonth.ACCOUNTANT, House.now()));
        return two.await(Example.CLOSE, PackReady.class).packHash();
    }

    private static void approve(House house, String person, Sha256 pack) {
        house.order(person, Role.APPROVER, new ApproveClose(Example.CLOSE, pack, new PersonId(person), House.now()));
    }
}
