package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Price;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseCycleEvent;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsComplete;
import io.tallybook.messages.close.CloseCycleEvent.CloseApproved;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import io.tallybook.messages.price.PriceSeriesCommand.PriceEntry;
import io.tallybook.messages.price.PriceSeriesCommand.RecordPrices;
import io.tallybook.messages.price.PriceSeriesEvent.PricesRecorded;
import io.tallybook.messages.price.PriceStatus;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.saga.Example;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A price is corrected in one stream and a pack signed in another, by the same person and at the same moment, and the close
 * hears of the price over two relays. A signature that comes after the correction never counts; one that came before may.
 */
class PriceAndApprovalRaceTest extends SmallMonthClose {
    private static final int RACES = Integer.getInteger("tallybook.price-races", 30);
    private static final int LONGEST_HEAD_START_NANOS = 40_000_000;
    private static final LocalDate DAY = LocalDate.of(2024, 10, 15);

    /** How the race of one person ended, told by positions in the log. */
    private enum End {
        SIGNATURE_REFUSED,
        CORRECTED_THEN_SIGNED_AND_VOIDED,
        SIGNED_THEN_CORRECTED_AND_VOIDED,
        SIGNED_THEN_CORRECTED_AND_COUNTS
    }

    private final Map<End, Integer> ends = new EnumMap<>(End.class);

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void noSignatureAfterACorrectionOfThePriceCounts() throws Exception {
        month.record();
        toCutoff();
        try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
            for (int race = 1; race <= RACES; race++) {
                Random random = new Random(race);
                PersonId eve = new PersonId("eve-" + race);
                PackReady pack = awaitPack();
                approve("bob", pack.packHash());
                // every third corrects first and signs as soon as that is answered, which is the narrowest
                boolean inTurn = race % 3 == 0;
                Future<Answer> corrected = hands.submit(after(inTurn ? 0 : random, () -> correct(eve, random)));
                if (inTurn) {
                    corrected.get(60, TimeUnit.SECONDS);
                }
                Future<Answer> signed = hands.submit(after(
                        inTurn ? 0 : random,
                        () -> house.ask(eve.value(), Role.APPROVER, approval(eve.value(), pack.packHash()))));
                assertThat(corrected.get(60, TimeUnit.SECONDS).done()).isTrue();
                End end = judge(eve, pack, signed.get(60, TimeUnit.SECONDS));
                ends.merge(end, 1, Integer::sum);
                if (end == End.SIGNED_THEN_CORRECTED_AND_COUNTS) {
                    startAnew();
                }
            }
        }
        System.out.println("price and approval raced " + RACES + " times: " + ends);
        assertThat(ends).as("the race this is about was run").containsKey(End.CORRECTED_THEN_SIGNED_AND_VOIDED);
    }

    private PackReady awaitPack() {
        int attempt = 1 + house.all(Example.CLOSE, ResultsInvalidated.class).size();
        return house.await(Example.CLOSE, PackReady.class, pack -> pack.attempt() == attempt);
    }

    private static <T> Callable<T> after(Object headStart, Callable<T> deed) {
        int nanos = headStart instanceof Random random ? random.nextInt(LONGEST_HEAD_START_NANOS) : 0;
        return () -> {
            LockSupport.parkNanos(nanos);
            return deed.call();
        };
    }

    /** To a price the series has never had, so that the statement must come out otherwise. */
    private Answer correct(PersonId eve, Random random) {
        Price price = new Price(new BigDecimal(1 + random.nextInt(900_000)).movePointLeft(5), "USD");
        PriceEntry entry = new PriceEntry(DAY, price, PriceStatus.FINAL, 1, price.toString());
        return house.ask(
                eve.value(),
                Role.ACCOUNTANT,
                new RecordPrices(Example.HENRY_HUB, List.of(entry), SmallMonth.source("by " + eve), eve, House.now()));
    }

    private End judge(PersonId eve, PackReady pack, Answer answer) {
        CloseCycleEvent last = house.await(
                Example.CLOSE,
                CloseCycleEvent.class,
                e -> e instanceof ApprovalsComplete
                        || (e instanceof ResultsInvalidated i && i.attempt() > pack.attempt()));
        long correction = position(Example.HENRY_HUB, e -> e instanceof PricesRecorded r && r.by().equals(eve));
        long signature = position(Example.CLOSE, e -> e instanceof CloseApproved a && a.by().equals(eve));
        assertThat(signature >= 0).as("%s: %s", eve, answer).isEqualTo(answer.done());
        if (last instanceof ApprovalsComplete) {
            assertThat(signature)
                    .as("a signature that counts, and the correction of %s", eve)
                    .isLessThan(correction);
            return End.SIGNED_THEN_CORRECTED_AND_COUNTS;
        }
        if (signature < 0) {
            return End.SIGNATURE_REFUSED;
        }
        return correction < signature ? End.CORRECTED_THEN_SIGNED_AND_VOIDED : End.SIGNED_THEN_CORRECTED_AND_VOIDED;
    }

    private long position(Object stream, Predicate<Event> which) {
        return house.log().stream(stream.toString()).stream()
                .filter(stored -> which.test(stored.event()))
                .map(StoredEvent::position)
                .max(Comparator.naturalOrder())
                .orElse(-1L);
    }

    /** Where both signatures count the month is over: the next race takes place in another one. */
    private void startAnew() {
        stop();
        database = TestDatabase.fresh();
        start();
        month.record();
        toCutoff();
    }
}
