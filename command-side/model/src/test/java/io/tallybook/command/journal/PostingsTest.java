package io.tallybook.command.journal;

import static io.tallybook.command.Tale.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.command.Tale;
import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.AdjustedLines;
import io.tallybook.messages.journal.Booked;
import io.tallybook.messages.journal.Comparison;
import io.tallybook.messages.journal.HeldDocument;
import io.tallybook.messages.journal.JournalBatchCommand.AddJournalInput;
import io.tallybook.messages.journal.JournalBatchCommand.BeginSending;
import io.tallybook.messages.journal.JournalBatchCommand.ConfirmPosting;
import io.tallybook.messages.journal.JournalBatchCommand.NoteUnknownOutcome;
import io.tallybook.messages.journal.JournalBatchCommand.OpenJournal;
import io.tallybook.messages.journal.JournalBatchCommand.PostJournal;
import io.tallybook.messages.journal.JournalBatchCommand.ReconcileJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RecordHeld;
import io.tallybook.messages.journal.JournalBatchCommand.RejectPosting;
import io.tallybook.messages.journal.JournalBatchCommand.RemapJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RepostJournal;
import io.tallybook.messages.journal.JournalBatchCommand.ReverseJournal;
import io.tallybook.messages.journal.JournalBatchCommand.TakeAccounts;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReconciled;
import io.tallybook.messages.journal.JournalBatchEvent.JournalRemapOrdered;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.messages.journal.RefusedLine;
import io.tallybook.messages.journal.ReversedLine;
import io.tallybook.messages.statement.StatementTotals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a journal at the ERP: keys, sendings, refusals, the comparison of both books. */
class PostingsTest {
    private static final CloseId CLOSE = new CloseId("dk-gas/2024-10");
    private static final JournalId JOURNAL = JournalId.ofClose(CLOSE);
    private static final PostingKey FIRST = PostingKey.of(JOURNAL, 1);
    private static final PostingKey SECOND = PostingKey.of(JOURNAL, 2);
    private static final Instant AT = Instant.parse("2024-11-05T08:00:00Z");
    private static final Sha256 PACK = Sha256.of("pack");
    private static final PersonId ANNA = new PersonId("anna");
    private static final AccountMapId MAP = new AccountMapId("accounts");

    private final Tale<JournalBatch> journal = new Tale<>(JournalBatch.class);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20})
    void aKeyTellsItsJournalAndItsPosting(int posting) {
        PostingKey key = PostingKey.of(JOURNAL, posting);
        assertThat(new PostingKey(key.value())).isEqualTo(key);
        assertThat(key.journal()).isEqualTo(JOURNAL);
        assertThat(key.posting()).isEqualTo(posting);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dk/2024-10/CLOSE/1-1", "dk/2024-10/CLOSE/1-02", "dk/2024-10/CLOSE", "dk/2024-10/CLOSE/1-100"})
    void noKeyIsWrittenInTwoWays(String key) {
        assertThatThrownBy(() -> new PostingKey(key)).isInstanceOf(Invalid.class);
    }

    @Test
    void eachSendingIsWrittenDownOnceAndOnlyWhileTheErpsWordIsAwaited() {
        assertThat(journal.refusal(begin(FIRST, 1))).isEqualTo("not-found");
        requested();
        assertThat(journal.refusal(begin(SECOND, 1))).isEqualTo("not-the-current-key");
        assertThat(journal.refusal(begin(FIRST, 2))).isEqualTo("sending-begun");
        assertThat(names(journal.when(begin(FIRST, 1)))).containsExactly("JournalSendingBegun");
        assertThat(journal.refusal(begin(FIRST, 1))).as("another node").isEqualTo("sending-begun");
        journal.told(begin(FIRST, 2), reject("no", List.of()));
        assertThat(journal.refusal(begin(FIRST, 3))).isEqualTo("posting-refused");
        journal.told(repost(), begin(FIRST, 3), confirm("4711", FIRST));
        assertThat(journal.refusal(begin(FIRST, 4))).isEqualTo("already-posted");
    }

    @Test
    void anUnknownOutcomeIsNotedOnceForEachSending() {
        requested();
        NoteUnknownOutcome note = new NoteUnknownOutcome(JOURNAL, FIRST, "the time limit was reached", AT);
        assertThat(names(journal.when(note))).containsExactly("JournalOutcomeUnknown");
        assertThat(journal.when(note)).isEmpty();
        journal.told(begin(FIRST, 1));
        assertThat(names(journal.when(note))).containsExactly("JournalOutcomeUnknown");
        journal.told(confirm("4711", FIRST));
        assertThat(journal.refusal(note)).isEqualTo("already-posted");
    }

    @Test
    void aRefusalKeepsTheErpsWordsLineByLine() {
        requested();
        List<RefusedLine> lines = List.of(new RefusedLine(1, "account 5010 is not known"));
        journal.told(reject("1 line refused", lines));
        assertThat(journal.latest(JournalPostingFailed.class).refused()).isEqualTo(lines);
        assertThat(journal.latest(JournalPostingFailed.class).reason()).isEqualTo("1 line refused");
    }

    @Test
    void remappedItHasTheSameAmountsOnOtherAccountsUnderANewKey() {
        requested();
        assertThat(journal.refusal(remap())).isEqualTo("posting-awaited");
        journal.told(reject("no", List.of()));
        assertThat(names(journal.when(remap()))).containsExactly("JournalRemapOrdered");
        JournalRemapOrdered ordered = journal.latest(JournalRemapOrdered.class);
        assertThat(ordered.map()).isEqualTo(MAP);
        assertThat(ordered.posting()).isEqualTo(2);
        assertThat(journal.refusal(take(2, "5010"))).isEqualTo("accounts-not-changed");
        assertThat(names(journal.when(take(2, "5011")))).containsExactly("JournalRemapped", "JournalPostingRequested");
        assertThat(journal.when(take(2, "5012"))).as("answered twice").isEmpty();

        List<JournalPostingRequested> sent = journal.facts(JournalPostingRequested.class);
        assertThat(sent.getLast().postingKey()).isEqualTo(SECOND);
        assertThat(sent.getLast().contentHash()).isNotEqualTo(sent.getFirst().contentHash());
        assertThat(sent.getLast().packHash()).isEqualTo(PACK);
        assertThat(sent.getLast().lines().stream().map(PostingsTest::withoutAccount))
                .isEqualTo(sent.getFirst().lines().stream()
                        .map(PostingsTest::withoutAccount)
                        .toList());
        assertThat(sent.getLast().lines().getFirst().account().number()).isEqualTo("5011");
        journal.told(begin(SECOND, 1));
        assertThat(journal.refusal(confirm("4711", FIRST))).isEqualTo("not-the-current-key");
        journal.told(confirm("4711", SECOND));
        assertThat(journal.latest(JournalPosted.class).key()).isEqualTo(SECOND);
        assertThat(journal.refusal(remap())).isEqualTo("already-posted");
    }

    @Test
    void whatIsPostedAgainAfterARemapIsTheNewBatch() {
        requested();
        journal.told(reject("no", List.of()), remap(), take(2, "5011"), reject("no again", List.of()));
        journal.told(new PostJournal(JOURNAL, CLOSE, 1, PACK, AT));
        assertThat(journal.latest(JournalPostingRequested.class).postingKey()).isEqualTo(SECOND);
    }

    @Test
    void aUseWithoutAnAccountIsNotRemapped() {
        requested();
        journal.told(reject("no", List.of()), remap());
        Map<AccountUse, Account> some = Map.of(AccountUse.PAYABLE, new Account("2010", "Payable"));
        assertThat(journal.refusal(new TakeAccounts(JOURNAL, 2, some, 2, ANNA, AT)))
                .isEqualTo("account-not-mapped");
    }

    @Test
    void hasAtMost20Postings() {
        requested();
        IntStream.rangeClosed(2, PostingKey.MOST_POSTINGS)
                .forEach(n -> journal.told(reject("no " + n, List.of()), remap(), take(n, "50" + n)));
        journal.told(reject("no more", List.of()));
        assertThat(journal.refusal(remap())).isEqualTo("too-many-postings");
    }

    @Test
    void aJournalOpenedBeforeItsMapWasSaidIsNotRemapped() {
        journal.told(new OpenJournal(JOURNAL, CLOSE, 1, List.of(new ShipperId("nord")), accounts("5010"), 1, ANNA, AT));
        journal.told(input(), new PostJournal(JOURNAL, CLOSE, 1, PACK, AT), reject("no", List.of()));
        assertThat(journal.refusal(remap())).isEqualTo("accounts-unknown");
    }

    @Test
    void comparesBothBooksByCountAmountAndKey() {
        requested();
        journal.told(reject("no", List.of()), remap(), take(2, "5011"), confirm("4711", SECOND));
        assertThat(compared(1, held(SECOND.value(), "4711", 2, "1.00", null)))
                .containsExactly(Comparison.NOT_BOOKED, Comparison.AGREES);
        assertThat(compared(2, held(SECOND.value(), "4711", 3, "1.00", null)))
                .containsExactly(Comparison.NOT_BOOKED, Comparison.DIFFERS);
        assertThat(compared(3, held(SECOND.value(), "4711", 2, "1.01", null)))
                .containsExactly(Comparison.NOT_BOOKED, Comparison.DIFFERS);
        assertThat(compared(4, held(SECOND.value(), "4712", 2, "1.00", null)))
                .containsExactly(Comparison.NOT_BOOKED, Comparison.DIFFERS);
        assertThat(compared(5, held(SECOND.value(), "4711", 2, "1.00", Sha256.of("another"))))
                .containsExactly(Comparison.NOT_BOOKED, Comparison.DIFFERS);
        assertThat(compared(6, held(FIRST.value(), "4710", 2, "1.00", null)))
                .containsExactly(Comparison.UNEXPECTED, Comparison.MISSING);
        assertThat(compared(7, held("dk-gas/2024-10/CLOSE/7", "4710", 2, "1.00", null)))
                .containsExactly(Comparison.NOT_BOOKED, Comparison.MISSING, Comparison.UNEXPECTED);
    }

    @Test
    void aComparisonIsAnsweredOnce() {
        ReconcileJournal ask = new ReconcileJournal(JOURNAL, ANNA, AT);
        assertThat(journal.refusal(ask)).isEqualTo("not-found");
        requested();
        assertThat(names(journal.when(ask))).containsExactly("JournalReconciliationRequested");
        assertThat(journal.when(ask)).isEmpty();
        assertThat(journal.when(new RecordHeld(JOURNAL, 2, "sap", List.of(), AT)))
                .isEmpty();
        RecordHeld answer = new RecordHeld(JOURNAL, 1, "sap", List.of(), AT);
        assertThat(names(journal.when(answer))).containsExactly("JournalReconciled");
        assertThat(journal.when(answer)).isEmpty();
        assertThat(names(journal.when(ask))).containsExactly("JournalReconciliationRequested");
    }

    @Test
    void whatIsPostedIsReversedOnceUnderAKeyOfItsOwnAndThenWrittenAnew() {
        requested();
        assertThat(journal.refusal(reverse(2))).isEqualTo("not-posted");
        journal.told(confirm("4711", FIRST));
        assertThat(journal.when(reverse(1))).isEmpty();
        assertThat(names(journal.when(reverse(2))))
                .containsExactly("JournalReversalOrdered", "JournalPostingRequested");
        assertThat(journal.when(reverse(2))).isEmpty();
        JournalPostingRequested reversal = journal.latest(JournalPostingRequested.class);
        assertThat(reversal.postingKey()).isEqualTo(SECOND);
        assertThat(reversal.lines().getFirst().credit()).isEqualTo(new Money(BigDecimal.ONE, "USD"));

        assertThat(reversal.lines().getFirst().debit()).isEqualTo(Money.zero("USD"));
        assertThat(reversal.told())
                .extracting(JournalLine::reverses)
                .containsExactly(new ReversedLine(FIRST, 1), new ReversedLine(FIRST, 2));
        assertThat(journal.facts(JournalPostingRequested.class).getFirst().told())
                .as("a posting of its own")
                .extracting(JournalLine::reverses)
                .containsOnlyNulls();

        journal.told(reject("the period is closed", List.of()));
        assertThat(names(journal.when(reverse(2)))).containsExactly("JournalPostingRequested");
        assertThat(names(journal.when(confirm("4712", SECOND)))).containsExactly("JournalPosted", "JournalReversed");
        assertThat(journal.latest(JournalPosted.class).reverses()).isEqualTo("4711");
        assertThat(journal.when(reverse(2))).isEmpty();
        assertThat(journal.refusal(confirm("4712", SECOND))).isEqualTo("posting-not-requested");

        journal.told(
                new OpenJournal(JOURNAL, CLOSE, 2, List.of(new ShipperId("nord")), accounts("5010"), 1, ANNA, MAP, AT),
                input(2),
                new PostJournal(JOURNAL, CLOSE, 2, Sha256.of("another pack"), AT));
        assertThat(journal.latest(JournalPostingRequested.class).postingKey()).isEqualTo(PostingKey.of(JOURNAL, 3));
        journal.told(confirm("4713", PostingKey.of(JOURNAL, 3)));
        assertThat(journal.latest(JournalPosted.class).reverses()).isNull();
    }

    @Test
    void anAccrualIsTakenBackInAnotherPeriodAndWhatIsBookedElsewhereStaysThereWithEveryKey() {
        AccountingPeriod next = new AccountingPeriod("2024-11");
        requested();
        journal.told(
                confirm("4711", FIRST), new ReverseJournal(JOURNAL, CLOSE, 2, next, "an accrual is taken back", AT));
        JournalPostingRequested reversal = journal.latest(JournalPostingRequested.class);
        assertThat(reversal.bookedIn()).isEqualTo(next);
        assertThat(journal.facts(JournalPostingRequested.class).getFirst().bookedIn())
                .isEqualTo(CLOSE.period());

        Tale<JournalBatch> other = new Tale<>(JournalBatch.class);
        other.told(
                new OpenJournal(JOURNAL, CLOSE, 1, List.of(new ShipperId("nord")), accounts("5010"), 1, ANNA, MAP, AT),
                input(),
                new PostJournal(JOURNAL, CLOSE, 1, PACK, next, AT),
                reject("no", List.of()));
        other.told(remap(), take(2, "5011"));
        assertThat(other.latest(JournalPostingRequested.class).bookedIn()).isEqualTo(next);
        other.told(confirm("4712", SECOND), reverse(2));
        assertThat(other.latest(JournalPostingRequested.class).bookedIn()).isEqualTo(next);
    }

    @Test
    void anAdjustmentOnOtherAccountsAndTakenBackStillSaysWhatItAdjusts() {
        AdjustedLines adjusts =
                new AdjustedLines(new PackageId("dk-gas/1"), new JournalId("dk-gas/2024-09/CLOSE/1"), 1, 2, 3, 4);
        journal.told(
                new OpenJournal(JOURNAL, CLOSE, 1, List.of(new ShipperId("nord")), ppa("5910"), 1, ANNA, MAP, AT),
                new AddJournalInput(
                        JOURNAL, CLOSE, 1, new ShipperId("nord"), totals(), PACK, List.of(ANNA), adjusts, AT),
                new PostJournal(JOURNAL, CLOSE, 1, PACK, AT),
                reject("no", List.of()),
                remap(),
                new TakeAccounts(JOURNAL, 2, ppa("5911"), 2, ANNA, AT));
        JournalPostingRequested remapped = journal.latest(JournalPostingRequested.class);
        assertThat(remapped.postingKey()).isEqualTo(SECOND);
        assertThat(remapped.lines())
                .extracting(JournalLine::adjusts)
                .containsExactly(adjusts.of(AccountUse.GAS_PURCHASES), adjusts.of(AccountUse.PAYABLE));

        journal.told(confirm("4711", SECOND), reverse(2));
        assertThat(journal.latest(JournalPostingRequested.class).told())
                .extracting(JournalLine::reverses)
                .containsExactly(new ReversedLine(SECOND, 1), new ReversedLine(SECOND, 2));
        assertThat(journal.latest(JournalPostingRequested.class).lines())
                .extracting(JournalLine::adjusts)
                .containsExactly(adjusts.of(AccountUse.GAS_PURCHASES), adjusts.of(AccountUse.PAYABLE));
    }

    @Test
    void aReversalOnOtherAccountsStillNamesTheLinesOfThePostingItTakesBack() {
        requested();
        journal.told(confirm("4711", FIRST), reverse(2), reject("no", List.of()), remap(), take(3, "5011"));
        JournalPostingRequested remapped = journal.latest(JournalPostingRequested.class);
        assertThat(remapped.postingKey()).isEqualTo(PostingKey.of(JOURNAL, 3));
        assertThat(remapped.told())
                .extracting(JournalLine::reverses)
                .containsExactly(new ReversedLine(FIRST, 1), new ReversedLine(FIRST, 2));
    }

    private static Map<AccountUse, Account> ppa(String purchases) {
        return Map.of(
                AccountUse.PPA_GAS_PURCHASES, new Account(purchases, "Gas purchases of prior periods"),
                AccountUse.PPA_PAYABLE, new Account("2910", "Payable of prior periods"));
    }

    private static ReverseJournal reverse(int revision) {
        return new ReverseJournal(JOURNAL, CLOSE, revision, "read tenfold", AT);
    }

    private List<Comparison> compared(int number, HeldDocument... held) {
        journal.told(
                new ReconcileJournal(JOURNAL, ANNA, AT), new RecordHeld(JOURNAL, number, "sap", List.of(held), AT));
        return journal.latest(JournalReconciled.class).keys().stream()
                .map(key -> key.comparison())
                .toList();
    }

    private static HeldDocument held(String key, String number, int lines, String amount, @Nullable Sha256 hash) {
        Money total = new Money(new BigDecimal(amount), "USD");
        return new HeldDocument(key, new Booked(number, lines, total, total, hash));
    }

    private void requested() {
        journal.told(
                new OpenJournal(JOURNAL, CLOSE, 1, List.of(new ShipperId("nord")), accounts("5010"), 1, ANNA, MAP, AT),
                input(),
                new PostJournal(JOURNAL, CLOSE, 1, PACK, AT));
    }

    private static AddJournalInput input() {
        return input(1);
    }

    private static AddJournalInput input(int attempt) {
        return new AddJournalInput(JOURNAL, CLOSE, attempt, new ShipperId("nord"), totals(), PACK, List.of(ANNA), AT);
    }

    private static StatementTotals totals() {
        return new StatementTotals(
                Energy.ofKwh(100),
                BigDecimal.ONE,
                new Money(BigDecimal.ONE, "USD"),
                Energy.ZERO,
                BigDecimal.ZERO,
                Money.zero("USD"));
    }

    private static Map<AccountUse, Account> accounts(String purchases) {
        return Map.of(
                AccountUse.GAS_PURCHASES, new Account(purchases, "Gas purchases"),
                AccountUse.PAYABLE, new Account("2010", "Payable"));
    }

    private static String withoutAccount(JournalLine line) {
        return line.line() + " " + line.use() + " " + line.shipper().value() + " " + line.direction() + " "
                + line.energy() + " " + line.debit() + " " + line.credit();
    }

    private static BeginSending begin(PostingKey key, int number) {
        return new BeginSending(JOURNAL, key, number, "sap", AT);
    }

    private static RejectPosting reject(String reason, List<RefusedLine> lines) {
        return new RejectPosting(JOURNAL, reason, null, lines, AT);
    }

    private static ConfirmPosting confirm(String number, PostingKey key) {
        return new ConfirmPosting(JOURNAL, number, Sha256.of("ack"), key, AT);
    }

    private static RepostJournal repost() {
        return new RepostJournal(JOURNAL, "it is put right there", ANNA, AT);
    }

    private static RemapJournal remap() {
        return new RemapJournal(JOURNAL, "mapped anew", ANNA, AT);
    }

    private static TakeAccounts take(int posting, String purchases) {
        return new TakeAccounts(JOURNAL, posting, accounts(purchases), posting, ANNA, AT);
    }
}
