package io.tallybook.saga.outward.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.messages.Command;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Event;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.Comparison;
import io.tallybook.messages.journal.HeldDocument;
import io.tallybook.messages.journal.JournalBatchCommand.AddJournalInput;
import io.tallybook.messages.journal.JournalBatchCommand.OpenJournal;
import io.tallybook.messages.journal.JournalBatchCommand.PostJournal;
import io.tallybook.messages.journal.JournalBatchCommand.ReconcileJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RemapJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RepostJournal;
import io.tallybook.messages.journal.JournalBatchCommand.TakeAccounts;
import io.tallybook.messages.journal.JournalBatchEvent.JournalOutcomeUnknown;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReconciled;
import io.tallybook.messages.journal.JournalBatchEvent.JournalSendingBegun;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.KeyCompared;
import io.tallybook.messages.journal.RefusedLine;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.saga.Example;
import io.tallybook.saga.orders.Orders;
import io.tallybook.saga.outward.erp.ErpSettings.ErpSystem;
import io.tallybook.saga.outward.erp.FaultyErp.Fault;
import io.tallybook.saga.outward.erp.JournalInMemory.Killed;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * However the ERP answers and whenever the program dies, every key is booked once and no doubt is settled by a guess. Long, for
 * each answer an ERP may give is a story.
 */
class ErpTurnTest {
    private static final Instant AT = Instant.parse("2024-11-05T08:00:00Z");
    private static final Sha256 PACK = Sha256.of("pack");
    private static final PersonId ANNA = new PersonId("anna");
    private static final JournalId JOURNAL = JournalId.ofClose(Example.CLOSE);
    private static final String KEY = JOURNAL.value();

    @SuppressWarnings("NullAway.Init")
    private FaultyErp erp;

    @SuppressWarnings("NullAway.Init")
    private ErpTurn turn;

    private final JournalInMemory journals = new JournalInMemory();

    @BeforeEach
    void start() throws IOException {
        erp = new FaultyErp(700).forgetful();
        within(Duration.ofSeconds(20));
    }

    /** What is slow is slower than a short time-out, and nothing else is slower than a long one. */
    private void within(Duration timeout) {
        ErpSystem system = new ErpSystem("sap", List.of("*"), URI.create(erp.address()), "X-Key: k-0815", timeout);
        ErpSettings settings =
                new ErpSettings(List.of(system), Duration.ofMillis(10), Duration.ofMinutes(15), Duration.ofMillis(50));
        Erps erps = new Erps(settings, new NoFiles());
        Orders orders = new Orders(journals, Clock.systemUTC());
        turn = new ErpTurn(erps, journals, new Kept(), orders, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        erp.close();
    }

    @Test
    void asksForTheKeyAndThePeriodWritesTheSendingDownAndSends() throws Exception {
        request(JOURNAL);

        assertThat(turn.take(JOURNAL)).isEmpty();

        assertThat(erp.requests())
                .containsExactly(
                        "GET /erp/journals?key=dk%2F2024-10%2FCLOSE%2F1",
                        "GET /erp/periods?closeGroup=dk&period=2024-10", "POST /erp/journals");
        assertThat(erp.credentials).containsOnly("k-0815");
        assertThat(all(JournalSendingBegun.class)).singleElement().satisfies(begun -> {
            assertThat(begun.number()).isEqualTo(1);
            assertThat(begun.erp()).isEqualTo("sap");
        });
        assertThat(all(JournalPosted.class))
                .singleElement()
                .satisfies(posted -> assertThat(posted.documentNumber()).isEqualTo("DOC-1"));
        assertThat(turn.take(JOURNAL)).isEmpty();
        assertThat(erp.bookings()).containsExactly(KEY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"FAULT_BEFORE", "FAULT_AFTER", "CUT_AFTER", "SLOW_AFTER", "GARBAGE_AFTER", "CONFLICT"})
    void anUnknownOutcomeIsAskedForByKeyBeforeItIsSentAgain(Fault fault) throws Exception {
        request(JOURNAL);
        erp.posts(fault);
        within(fault == Fault.SLOW_AFTER ? Duration.ofMillis(350) : Duration.ofSeconds(20));

        assertThat(turn.take(JOURNAL)).isPresent();
        assertThat(all(JournalOutcomeUnknown.class)).hasSize(1);
        int before = erp.requests().size();
        assertThat(turn.take(JOURNAL)).isEmpty();

        assertThat(erp.requests().get(before)).startsWith("GET /erp/journals?key=");
        assertThat(erp.bookings()).containsExactly(KEY);
        assertThat(all(JournalPosted.class)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"FAULT_BEFORE", "GARBAGE_AFTER", "GARBAGE_BEFORE"})
    void nothingIsSentWhileTheErpDoesNotSayWhatItKnows(Fault fault) throws Exception {
        request(JOURNAL);
        erp.gets(fault, fault, Fault.NONE, fault);

        for (int i = 0; i < 3; i++) {
            assertThat(turn.take(JOURNAL)).isPresent();
        }

        assertThat(erp.requests()).noneMatch(asked -> asked.startsWith("POST"));
        assertThat(all(JournalSendingBegun.class)).isEmpty();
        assertThat(turn.take(JOURNAL)).isEmpty();
        assertThat(erp.bookings()).containsExactly(KEY);
    }

    @Test
    void aClosedPeriodStopsItBeforeItIsSentAndItGoesOnWithTheSameKey() throws Exception {
        request(JOURNAL);
        erp.period(false);

        assertThat(turn.take(JOURNAL)).isEmpty();
        assertThat(all(JournalPostingFailed.class))
                .singleElement()
                .satisfies(no ->
                        assertThat(no.reason()).startsWith("The ERP's period 2024-10 is closed; nothing was sent."));
        assertThat(erp.requests()).noneMatch(asked -> asked.startsWith("POST"));

        erp.period(true);
        repost(JOURNAL);
        assertThat(turn.take(JOURNAL)).isEmpty();
        assertThat(erp.bookings()).containsExactly(KEY);
    }

    @Test
    void refusedLinesKeepTheErpsReasonsAndTheNewMapIsPostedUnderANewKey() throws Exception {
        request(JOURNAL);
        erp.knowsNot("5010");

        assertThat(turn.take(JOURNAL)).isEmpty();
        assertThat(all(JournalPostingFailed.class)).singleElement().satisfies(no -> {
            assertThat(no.refused()).containsExactly(new RefusedLine(1, "account 5010 is not known"));
            assertThat(no.reason()).isEqualTo("1 line refused; line 1: account 5010 is not known");
        });
        remap(JOURNAL, 2, "5011");
        assertThat(turn.take(JOURNAL)).isEmpty();

        assertThat(erp.bookings()).containsExactly(KEY + "-2");
        assertThat(all(JournalPosted.class))
                .singleElement()
                .satisfies(posted -> assertThat(String.valueOf(posted.key())).isEqualTo(KEY + "-2"));
    }

    @Test
    void theNewKeyIsNotSentWhenTheOldOneWasBookedAfterAll() throws Exception {
        request(JOURNAL);
        erp.posts(Fault.REFUSE);
        turn.take(JOURNAL);
        erp.books(KEY, 2, "1.00");

        remap(JOURNAL, 2, "5011");
        assertThat(turn.take(JOURNAL)).isEmpty();

        assertThat(all(JournalPostingFailed.class))
                .last()
                .satisfies(no -> assertThat(no.reason())
                        .contains("has booked the earlier key dk/2024-10/CLOSE/1 as FOREIGN-1 after all"));
        assertThat(erp.bookings()).isEmpty();
    }

    @Test
    void somethingElseUnderTheKeyWaitsForAPerson() throws Exception {
        request(JOURNAL);
        erp.books(KEY, 2, "99.00");

        assertThat(turn.take(JOURNAL)).isEmpty();

        assertThat(all(JournalPostingFailed.class))
                .singleElement()
                .satisfies(no -> assertThat(no.reason())
                        .contains("has booked something else under dk/2024-10/CLOSE/1: 2 lines, debit 99.00 USD"));
        assertThat(erp.requests()).noneMatch(asked -> asked.startsWith("POST"));
    }

    @Test
    void aPersonAsksForTheSameKeyAgainAfterARefusalAndItIsSentAgain() throws Exception {
        request(JOURNAL);
        erp.posts(Fault.REFUSE);
        turn.take(JOURNAL);

        repost(JOURNAL);
        assertThat(turn.take(JOURNAL)).isEmpty();

        assertThat(erp.bookings()).containsExactly(KEY);
    }

    @Test
    void theBooksAreComparedByCountAmountAndKey() throws Exception {
        request(JOURNAL);
        erp.posts(Fault.REFUSE);
        turn.take(JOURNAL);
        remap(JOURNAL, 2, "5011");
        turn.take(JOURNAL);
        erp.books("dk/2024-10/CLOSE/9", 3, "7.00");
        assertThat(compared(1)).containsExactly("/1 NOT_BOOKED", "/1-2 AGREES", "/9 UNEXPECTED");

        erp.books(KEY + "-2", 2, "1.01");
        assertThat(compared(2)).contains("/1-2 DIFFERS");

        erp.loses(KEY + "-2");
        erp.gets(Fault.FAULT_BEFORE);
        journals.order(new ReconcileJournal(JOURNAL, ANNA, AT));
        assertThat(turn.take(JOURNAL)).as("asked again later").isPresent();
        assertThat(compared(3)).contains("/1-2 MISSING");
    }

    private List<String> compared(int number) throws Exception {
        journals.order(new ReconcileJournal(JOURNAL, ANNA, AT));
        assertThat(turn.take(JOURNAL)).isEmpty();
        List<JournalReconciled> all = all(JournalReconciled.class);
        assertThat(all).hasSize(number);
        return all.getLast().keys().stream().map(ErpTurnTest::text).toList();
    }

    private static String text(KeyCompared compared) {
        Comparison how = compared.comparison();
        return compared.key().substring(compared.key().lastIndexOf('/')) + " " + how;
    }

    /** Seeded: {@code -Dtallybook.erp.seed=…} repeats a run. */
    @Test
    void everyKeyIsBookedOnceUnderEverySequenceOfFaultsAndDeaths() throws Exception {
        long seed = Long.getLong("tallybook.erp.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        within(Duration.ofMillis(200));
        long until = System.nanoTime() + Duration.ofSeconds(8).toNanos();
        int runs = 0;
        for (; runs < 150 && System.nanoTime() < until; runs++) {
            JournalId journal = new JournalId("run-" + runs + "/2024-10/CLOSE/1");
            String words = "-Dtallybook.erp.seed=" + seed + ", run " + runs;
            request(journal);
            List<String> booked = underFire(journal, random, words);
            assertThat(Collections.frequency(erp.bookings(), booked.getLast()))
                    .as(words)
                    .isEqualTo(1);
            assertThat(erp.bookings().stream()
                            .filter(key -> key.startsWith(journal.value()))
                            .toList())
                    .as(words)
                    .isEqualTo(booked);
        }
        assertThat(runs).as("runs, seed " + seed).isGreaterThan(5);
    }

    /** @return the one key it came to */
    private List<String> underFire(JournalId journal, SplittableRandom random, String words) throws Exception {
        Fault[] faults = Fault.values();
        for (int i = 0; i < 5; i++) {
            erp.posts(random.nextInt(4) == 0 ? Fault.NONE : faults[random.nextInt(faults.length - 1)]);
            erp.gets(random.nextInt(3) > 0 ? Fault.NONE : faults[random.nextInt(Fault.CONFLICT.ordinal())]);
        }
        journals.fate(order -> random.nextInt(6) == 0 ? 1 + random.nextInt(2) : JournalInMemory.LIVES);
        for (int look = 0; look < 40; look++) {
            if (look == 25) {
                erp.mend();
                journals.fate(order -> JournalInMemory.LIVES);
            }
            if (dead(journal)) {
                continue; // whoever starts next reads the log
            }
            List<JournalPosted> posted = journals.all(journal.toString(), JournalPosted.class);
            if (!posted.isEmpty()) {
                erp.mend();
                var key = posted.getFirst().key();
                return List.of(key == null ? journal.value() : key.value());
            }
            afterANo(journal, random);
        }
        throw new AssertionError("not posted: " + words + " " + journals.stream(journal.toString()));
    }

    private boolean dead(JournalId journal) throws Exception {
        try {
            Optional<Duration> next = turn.take(journal);
            return next.isPresent();
        } catch (Killed e) {
            return true;
        }
    }

    /** A person has it sent again, or on other accounts. */
    private void afterANo(JournalId journal, SplittableRandom random) {
        int keys = (int) journals.stream(journal.toString()).stream()
                .filter(stored -> stored.event().getClass().getSimpleName().equals("JournalRemapped"))
                .count();
        if (keys < 2 && random.nextBoolean()) {
            remap(journal, keys + 2, "502" + keys);
        } else {
            repost(journal);
        }
    }

    private <E extends Event> List<E> all(Class<E> kind) {
        return journals.all(JOURNAL.toString(), kind);
    }

    private void request(JournalId journal) {
        CloseId close = new CloseId(journal.value().replace("/CLOSE/1", ""));
        ShipperId nord = new ShipperId("nord");
        StatementTotals totals = new StatementTotals(
                Energy.ofKwh(100),
                BigDecimal.ONE,
                new Money(BigDecimal.ONE, "USD"),
                Energy.ZERO,
                BigDecimal.ZERO,
                Money.zero("USD"));
        journals.order(
                new OpenJournal(journal, close, 1, List.of(nord), accounts("5010"), 1, ANNA, Example.ACCOUNTS, AT),
                new AddJournalInput(journal, close, 1, nord, totals, PACK, List.of(ANNA), AT),
                new PostJournal(journal, close, 1, PACK, AT));
    }

    private static Map<AccountUse, Account> accounts(String purchases) {
        Map<AccountUse, Account> accounts = new HashMap<>();
        accounts.put(AccountUse.GAS_PURCHASES, new Account(purchases, "Gas purchases"));
        accounts.put(AccountUse.PAYABLE, new Account("2010", "Payable"));
        return accounts;
    }

    private void repost(JournalId journal) {
        journals.order(new RepostJournal(journal, "it is put right there", ANNA, AT));
    }

    private void remap(JournalId journal, int posting, String purchases) {
        Command take = new TakeAccounts(journal, posting, accounts(purchases), posting, ANNA, AT);
        journals.order(new RemapJournal(journal, "mapped anew", ANNA, AT), take);
    }

    private static final class NoFiles implements ErpBooks {
        @Override
        public String name() {
            return "file-drop";
        }

        @Override
        public List<HeldDocument> held(CloseId close) {
            return List.of();
        }
    }

    private static final class Kept implements ObjectDirectory {
        @Override
        public Sha256 put(byte[] bytes) {
            return Sha256.of(bytes);
        }

        @Override
        public Sha256 put(InputStream bytes) throws IOException {
            return put(bytes.readAllBytes());
        }

        @Override
        public Optional<InputStream> open(Sha256 hash) {
            return Optional.empty();
        }

        @Override
        public boolean has(Sha256 hash) {
            return true;
        }
    }
}
