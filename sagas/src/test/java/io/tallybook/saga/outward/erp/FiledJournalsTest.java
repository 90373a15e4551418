package io.tallybook.saga.outward.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Energy;
import io.tallybook.messages.ErpPeriodsId;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.erp.ErpPeriodState;
import io.tallybook.messages.erp.ErpPeriodsEvent.ErpPeriodTold;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.JournalBatchCommand.AddJournalInput;
import io.tallybook.messages.journal.JournalBatchCommand.OpenJournal;
import io.tallybook.messages.journal.JournalBatchCommand.PostJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RepostJournal;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.saga.Example;
import io.tallybook.saga.orders.Orders;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the ERP told of its periods before a journal was handed over holds the file back; what it told later does not. */
class FiledJournalsTest {
    private static final Instant AT = Instant.parse("2024-11-05T08:00:00Z");
    private static final PersonId ANNA = new PersonId("anna");
    private static final JournalId JOURNAL = JournalId.ofClose(Example.CLOSE);
    private static final Sha256 PACK = Sha256.of("pack");
    private static final String STREAM = ErpPeriodsId.of(Example.CLOSE.group()).toString();

    private final JournalInMemory log = new JournalInMemory();
    private final List<JournalPostingRequested> written = new ArrayList<>();
    private final FiledJournals filed = new FiledJournals(log, written::add, new Orders(log, Clock.systemUTC()));

    @Test
    void writesTheFileWhereTheErpHasSaidNothingOrThatItsPeriodIsOpen() throws IOException {
        tell("2024-09", ErpPeriodState.CLOSED);
        request();
        filed.hand(requested());
        assertThat(written).hasSize(1);
    }

    @Test
    void writesNoneIntoAClosedPeriodAndSaysWhatToDo() throws IOException {
        tell("2024-10", ErpPeriodState.OPEN);
        tell("2024-10", ErpPeriodState.CLOSED);
        request();

        filed.hand(requested());

        assertThat(written).isEmpty();
        assertThat(log.all(JOURNAL.toString(), JournalPostingFailed.class))
                .singleElement()
                .satisfies(
                        no -> assertThat(no.reason()).contains("period 2024-10 is closed", "post the journal again"));
    }

    @Test
    void writesItWhenItWasOpenedAndTheJournalIsPostedAgain() throws IOException {
        tell("2024-10", ErpPeriodState.CLOSED);
        request();
        filed.hand(requested());
        tell("2024-10", ErpPeriodState.OPEN);
        filed.hand(requested());
        assertThat(written)
                .as("told after it was handed over: a repeat comes to the same")
                .isEmpty();

        log.order(new RepostJournal(JOURNAL, "opened", ANNA, AT));
        filed.hand(requested());

        assertThat(written).hasSize(1);
    }

    private JournalPostingRequested requested() {
        return log.all(JOURNAL.toString(), JournalPostingRequested.class).getLast();
    }

    private void tell(String period, ErpPeriodState state) {
        Source source = new Source(new ImportId("p-1"), Sha256.of("periods"), "periods.csv");
        log.tell(
                STREAM,
                new ErpPeriodTold(
                        ErpPeriodsId.of(Example.CLOSE.group()), new AccountingPeriod(period), state, source, 2, ANNA));
    }

    private void request() {
        ShipperId nord = new ShipperId("nord");
        StatementTotals totals = new StatementTotals(
                Energy.ofKwh(100),
                BigDecimal.ONE,
                new Money(BigDecimal.ONE, "USD"),
                Energy.ZERO,
                BigDecimal.ZERO,
                Money.zero("USD"));
        Map<AccountUse, Account> accounts = Map.of(
                AccountUse.GAS_PURCHASES, new Account("5010", "Gas purchases"),
                AccountUse.PAYABLE, new Account("2010", "Payable"));
        log.order(
                new OpenJournal(JOURNAL, Example.CLOSE, 1, List.of(nord), accounts, 1, ANNA, Example.ACCOUNTS, AT),
                new AddJournalInput(JOURNAL, Example.CLOSE, 1, nord, totals, PACK, List.of(ANNA), AT),
                new PostJournal(JOURNAL, Example.CLOSE, 1, PACK, AT));
    }
}
