package io.tallybook.command.journal;

import static io.tallybook.command.Tale.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.JournalBatchCommand.AddJournalInput;
import io.tallybook.messages.journal.JournalBatchCommand.ConfirmPosting;
import io.tallybook.messages.journal.JournalBatchCommand.OpenJournal;
import io.tallybook.messages.journal.JournalBatchCommand.PostJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RejectPosting;
import io.tallybook.messages.journal.JournalBatchCommand.RepostJournal;
import io.tallybook.messages.journal.JournalBatchEvent.JournalFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.statement.StatementTotals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JournalBatchTest {
    private static final CloseId CLOSE = new CloseId("dk/2024-10");
    private static final JournalId JOURNAL = JournalId.ofClose(CLOSE);
    private static final Instant AT = Instant.parse("2024-11-05T08:00:00Z");
    private static final Sha256 PACK = Sha256.of("pack");
    private static final Sha256 ACKNOWLEDGEMENT = Sha256.of("ack");
    private static final Map<AccountUse, Account> ACCOUNTS = Map.of(
            AccountUse.GAS_PURCHASES, new Account("5010", "Gas purchases"),
            AccountUse.PAYABLE, new Account("2010", "Payable"),
            AccountUse.RECEIVABLE, new Account("1200", "Receivable"),
            AccountUse.REVENUE, new Account("4010", "Revenue"));

    private final Tale<JournalBatch> journal = new Tale<>(JournalBatch.class);

    @Test
    void writesADebitAndACreditPerShipperAndDirectionWithTheQuantityOnEach() {
        journal.told(open(1, "nord", "syd"), input(1, "syd", totals(0, "0", 40, "0.40")));
        assertThat(names(journal.when(input(1, "nord", totals(100, "1.00", 30, "0.30")))))
                .containsExactly("JournalInputAdded", "JournalPrepared");
        JournalPrepared prepared = journal.latest(JournalPrepared.class);
        assertThat(prepared.lines().stream().map(JournalBatchTest::text))
                .containsExactly(
                        "1 5010 nord 100 kWh Dr 1.00 Cr 0.00",
                        "2 2010 nord 100 kWh Dr 0.00 Cr 1.00",
                        "3 1200 nord 30 kWh Dr 0.30 Cr 0.00",
                        "4 4010 nord 30 kWh Dr 0.00 Cr 0.30",
                        "5 1200 syd 40 kWh Dr 0.40 Cr 0.00",
                        "6 4010 syd 40 kWh Dr 0.00 Cr 0.40");
        assertThat(prepared.debits()).isEqualTo(money("1.70")).isEqualTo(prepared.credits());
        assertThat(prepared.contributors()).containsExactly(new PersonId("anna"), new PersonId("erik"));
    }

    @Test
    void changesSidesForANegativeAmountAndKeepsAnAmountOfNothing() {
        journal.told(open(1, "nord"), input(1, "nord", totals(100, "-1.00", 1, "0.00")));
        assertThat(journal.latest(JournalPrepared.class).lines().stream().map(JournalBatchTest::text))
                .containsExactly(
                        "1 5010 nord 100 kWh Dr 0.00 Cr 1.00",
                        "2 2010 nord 100 kWh Dr 1.00 Cr 0.00",
                        "3 1200 nord 1 kWh Dr 0.00 Cr 0.00",
                        "4 4010 nord 1 kWh Dr 0.00 Cr 0.00");
    }

    @Test
    void failsWhenAnAccountItNeedsIsNotMapped() {
        Map<AccountUse, Account> some = Map.of(AccountUse.GAS_PURCHASES, new Account("5010", "Gas purchases"));
        journal.told(
                new OpenJournal(JOURNAL, CLOSE, 1, List.of(new ShipperId("nord")), some, 1, new PersonId("erik"), AT));
        journal.told(input(1, "nord", totals(100, "1.00", 0, "0")));
        assertThat(journal.latest(JournalFailed.class).rule()).isEqualTo("account-not-mapped");
        assertThat(journal.latest(JournalFailed.class).sentence())
                .contains("PAYABLE")
                .doesNotContain("REVENUE");
        journal.told(open(2, "nord"), input(2, "nord", totals(100, "1.00", 0, "0")));
        assertThat(journal.facts(JournalPrepared.class)).hasSize(1);
    }

    @Test
    void failsWhenStatementsAreInTwoCurrencies() {
        StatementTotals euro = new StatementTotals(
                Energy.ZERO, BigDecimal.ZERO, Money.zero("EUR"), Energy.ZERO, BigDecimal.ZERO, Money.zero("EUR"));
        journal.told(open(1, "nord", "syd"), input(1, "nord", totals(1, "1", 0, "0")), input(1, "syd", euro));
        assertThat(journal.latest(JournalFailed.class).rule()).isEqualTo("currencies-differ");
    }

    @Test
    void holds64ShippersAndNot65() {
        assertThat(shippers(64).latest(JournalPrepared.class).lines()).hasSize(256);
        assertThat(shippers(65).latest(JournalFailed.class).rule()).isEqualTo("too-many-shippers");
    }

    @Test
    void failsRatherThanOutgrowAnEvent() {
        Account wordy = new Account("4".repeat(32), "n".repeat(80));
        Map<AccountUse, Account> accounts = Map.of(
                AccountUse.GAS_PURCHASES, wordy,
                AccountUse.PAYABLE, wordy,
                AccountUse.RECEIVABLE, wordy,
                AccountUse.REVENUE, wordy);
        String[] names = shipperNames(64);
        List<ShipperId> shippers = Arrays.stream(names).map(ShipperId::new).toList();
        journal.told(new OpenJournal(JOURNAL, CLOSE, 1, shippers, accounts, 1, new PersonId("erik"), AT));
        Arrays.stream(names).forEach(name -> journal.told(input(1, name, totals(1, "0.01", 1, "0.01"))));
        assertThat(journal.latest(JournalFailed.class).rule()).isEqualTo("journal-too-large");
    }

    @Test
    void isEmptyAndBalancedWhenThereIsNoShipper() {
        journal.told(open(1));
        assertThat(journal.latest(JournalPrepared.class).lines()).isEmpty();
    }

    @Test
    void isPostedOnceForThePackThatWasApproved() {
        assertThat(journal.refusal(post(1, PACK))).isEqualTo("not-found");
        journal.told(open(1, "nord"));
        assertThat(journal.refusal(post(1, PACK))).isEqualTo("journal-not-prepared");
        journal.told(input(1, "nord", totals(100, "1.00", 0, "0")));
        assertThat(journal.refusal(post(2, PACK))).isEqualTo("not-the-current-attempt");
        assertThat(journal.refusal(confirm("4711"))).isEqualTo("posting-not-requested");
        assertThat(names(journal.when(post(1, PACK)))).containsExactly("JournalPostingRequested");
        assertThat(journal.when(post(1, PACK))).isEmpty();
        assertThat(journal.refusal(post(1, Sha256.of("another")))).isEqualTo("pack-hash-not-current");
        assertThat(names(journal.when(confirm("4711")))).containsExactly("JournalPosted");
        assertThat(journal.when(confirm("4711"))).isEmpty();
        assertThat(journal.when(post(1, PACK))).isEmpty();
        assertThat(journal.refusal(confirm("4712"))).isEqualTo("already-posted");
        assertThat(journal.refusal(reject("period closed"))).isEqualTo("already-posted");
    }

    @Test
    void mayBePostedAgainAfterTheErpSaidNo() {
        journal.told(prepared(1)).told(post(1, PACK));
        assertThat(names(journal.when(reject("period closed")))).containsExactly("JournalPostingFailed");
        assertThat(journal.when(reject("period closed"))).isEmpty();
        assertThat(names(journal.when(post(1, PACK)))).containsExactly("JournalPostingRequested");
        assertThat(journal.when(post(1, PACK))).isEmpty();
        assertThat(names(journal.when(confirm("4711")))).containsExactly("JournalPosted");
        assertThat(journal.facts(JournalPostingRequested.class)).hasSize(2);
    }

    @Test
    void isHandedOverOnceMoreWhenAPersonSaysSoAfterTheErpSaidNo() {
        RepostJournal again = new RepostJournal(JOURNAL, "the period is open again", new PersonId("anna"), AT);
        assertThat(journal.refusal(again)).isEqualTo("not-found");
        journal.told(prepared(1));
        assertThat(journal.refusal(again)).isEqualTo("posting-not-requested");
        journal.told(post(1, PACK));
        assertThat(journal.when(again)).isEmpty();
        journal.told(reject("period closed"));
        assertThat(names(journal.when(again))).containsExactly("JournalRepostOrdered", "JournalPostingRequested");
        assertThat(journal.when(again)).isEmpty();
        assertThat(journal.facts(JournalPostingRequested.class).getFirst())
                .isEqualTo(journal.latest(JournalPostingRequested.class));
        assertThat(names(journal.when(reject("period closed")))).containsExactly("JournalPostingFailed");
        journal.told(again, confirm("4711"));
        assertThat(journal.refusal(again)).isEqualTo("already-posted");
    }

    @Test
    void startsAnewWithAHigherAttemptUntilItIsGivenToTheErp() {
        journal.told(prepared(1)).told(input(2, "nord", totals(101, "1.01", 0, "0")));
        assertThat(journal.when(input(1, "nord", totals(100, "1.00", 0, "0")))).isEmpty();
        assertThat(names(journal.when(open(2, "nord")))).containsExactly("JournalOpened", "JournalPrepared");
        journal.told(post(2, PACK));
        assertThat(journal.refusal(open(3, "nord"))).isEqualTo("journal-is-posting");
    }

    @Test
    void changesNothingWhenToldTheSameAgain() {
        journal.told(prepared(1));
        Stream.of(prepared(1)).forEach(part -> assertThat(journal.when(part)).isEmpty());
        assertThat(journal.refusal(input(1, "nord", totals(101, "1.00", 0, "0"))))
                .isEqualTo("input-already-given");
    }

    @Test
    void comesToTheSameHashInWhateverOrderThePartsArrive() {
        long seed = 20241105L;
        Random random = new Random(seed);
        List<Object> parts = new ArrayList<>(Arrays.asList(
                open(1, "nord", "syd", "vest"),
                input(1, "nord", totals(100, "1.00", 30, "0.30")),
                input(1, "syd", totals(7, "0.07", 0, "0")),
                input(1, "vest", totals(0, "0", 1, "0.01"))));
        List<Sha256> hashes = Stream.generate(() -> {
                    Collections.shuffle(parts, random);
                    Tale<JournalBatch> tale = new Tale<>(JournalBatch.class).told(parts.toArray());
                    tale.told(parts.get(random.nextInt(parts.size())));
                    return tale.latest(JournalPrepared.class).contentHash();
                })
                .limit(24)
                .distinct()
                .toList();
        assertThat(hashes).as("seed %d", seed).hasSize(1);
    }

    private static Tale<JournalBatch> shippers(int count) {
        String[] names = shipperNames(count);
        Tale<JournalBatch> tale = new Tale<>(JournalBatch.class).told(open(1, names));
        Arrays.stream(names).forEach(name -> tale.told(input(1, name, totals(1, "0.01", 1, "0.01"))));
        return tale;
    }

    private static String[] shipperNames(int count) {
        return IntStream.range(0, count).mapToObj(i -> "s" + (100 + i)).toArray(String[]::new);
    }

    private static Object[] prepared(int attempt) {
        return new Object[] {open(attempt, "nord"), input(attempt, "nord", totals(100, "1.00", 0, "0"))};
    }

    private static OpenJournal open(int attempt, String... shippers) {
        return new OpenJournal(
                JOURNAL,
                CLOSE,
                attempt,
                Arrays.stream(shippers).map(ShipperId::new).toList(),
                ACCOUNTS,
                1,
                new PersonId("erik"),
                AT);
    }

    private static AddJournalInput input(int attempt, String shipper, StatementTotals totals) {
        return new AddJournalInput(
                JOURNAL,
                CLOSE,
                attempt,
                new ShipperId(shipper),
                totals,
                Sha256.of(shipper + totals),
                List.of(new PersonId("anna")),
                AT);
    }

    private static PostJournal post(int attempt, Sha256 pack) {
        return new PostJournal(JOURNAL, CLOSE, attempt, pack, AT);
    }

    private static ConfirmPosting confirm(String documentNumber) {
        return new ConfirmPosting(JOURNAL, documentNumber, ACKNOWLEDGEMENT, AT);
    }

    private static RejectPosting reject(String reason) {
        return new RejectPosting(JOURNAL, reason, AT);
    }

    private static StatementTotals totals(long receipts, String purchases, long deliveries, String sales) {
        return new StatementTotals(
                Energy.ofKwh(receipts),
                Energy.ofKwh(receipts).mmbtu(),
                money(purchases),
                Energy.ofKwh(deliveries),
                Energy.ofKwh(deliveries).mmbtu(),
                money(sales));
    }

    private static String text(JournalLine line) {
        return line.line() + " " + line.account().number() + " "
                + line.shipper().value() + " " + line.energy() + " Dr "
                + line.debit().amount() + " Cr " + line.credit().amount();
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
