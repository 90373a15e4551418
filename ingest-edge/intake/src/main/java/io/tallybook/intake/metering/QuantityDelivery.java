package io.tallybook.intake.metering;

import io.tallybook.eventlog.EventReader;
import io.tallybook.intake.delivery.Courier;
import io.tallybook.intake.delivery.DeadLetters;
import io.tallybook.intake.delivery.Delivered;
import io.tallybook.intake.delivery.Fate;
import io.tallybook.intake.delivery.Run;
import io.tallybook.intake.delivery.Tally;
import io.tallybook.intake.metering.Batches.Batch;
import io.tallybook.intake.profile.BadValue;
import io.tallybook.intake.profile.Category;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.metering.MeterMonthCommand.RecordQuantities;
import io.tallybook.messages.metering.Quantity;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the values of one delivery one by one: each becomes part of an order, or a dead letter, or is absent. */
final class QuantityDelivery implements AutoCloseable {
    private static final Pattern QUALITY = Pattern.compile("[A-Z_]{1,16}");

    private final Run run;
    private final Tally tally;
    private final boolean manyPerRow;
    private final PointRules rules;
    private final SeenIntervals seen = new SeenIntervals();
    private final Batches batches = new Batches();
    private final DeadLetters deadLetters;

    /** @param manyPerRow whether a row holds values of several points, which a dead letter's id then names */
    QuantityDelivery(Run run, EventReader log, Tally tally, boolean manyPerRow) throws IOException {
        this.run = run;
        this.manyPerRow = manyPerRow;
        this.tally = tally;
        this.rules = new PointRules(log);
        this.deadLetters = new DeadLetters(run, tally);
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    int waitingRecords() {
        return batches.waitingRecords();
    }

    void take(Candidate candidate) throws IOException {
        Placed placed = null;
        try {
            PointRules.Known known = rules.of(candidate.point());
            placed = Placed.of(known.point(), known.rule(), candidate.moment());
            take(candidate, known, placed);
        } catch (BadValue bad) {
            deadLetters.value(
                    candidate.line(),
                    candidate.field(),
                    bad,
                    candidate.raw(),
                    placed == null ? null : placed.month(),
                    placed == null ? null : placed.start());
        }
        while (batches.ready() >= Courier.CHUNK) {
            send();
        }
    }

    /** Sends all that waits. */
    void finish() {
        batches.releaseAll();
        while (batches.ready() > 0) {
            send();
        }
        deadLetters.send();
    }

    /** A record from before the point is in force is a fact like any other (docs/adr/0004). */
    private void take(Candidate candidate, PointRules.Known known, Placed placed) throws BadValue, IOException {
        Instant start = placed.interval();
        Energy energy = candidate.energy();
        if (energy == null) {
            absent(candidate, placed, known.rule().covers(placed.day()));
            return;
        }
        Quantity quantity = new Quantity(
                start, energy.abs(), Direction.of(energy), quality(candidate), candidate.line(), candidate.raw());
        switch (seen.see(placed.month(), placed.day(), known.rule(), quantity)) {
            case NEW -> batches.add(new Batches.Key(placed.month(), placed.day(), known.rule()), quantity);
            case SAME -> tally.count(candidate.line(), Fate.DUPLICATE, 1, null);
            case DIFFERENT ->
                throw new BadValue(
                        Category.DUPLICATE,
                        "the interval " + start + " of point " + known.point().value()
                                + " came before in this delivery with another value; the first one counts");
        }
    }

    private void absent(Candidate candidate, Placed placed, boolean inForce) throws BadValue {
        if (inForce && !candidate.mayBeAbsent(placed.day())) {
            throw new BadValue(
                    Category.NULL_VALUE, "there is no value for " + placed.day() + " and no null rule names it");
        }
        tally.count(candidate.line(), Fate.ABSENT, 1, null);
    }

    private static String quality(Candidate candidate) throws BadValue {
        String word = candidate.quality().strip().toUpperCase(Locale.ROOT);
        if (!word.isEmpty() && !QUALITY.matcher(word).matches()) {
            throw new BadValue(
                    Category.UNREADABLE,
                    "quality " + BadValue.quoted(word) + " is not a word of at most 16 letters or underscores");
        }
        return word.isEmpty() ? "GOOD" : word;
    }

    private void send() {
        List<Batch> taken = batches.take(Courier.CHUNK);
        List<RecordQuantities> orders = taken.stream().map(this::order).toList();
        List<Delivered> delivered = run.courier().send(orders, run.caller());
        for (int i = 0; i < taken.size(); i++) {
            settle(taken.get(i), delivered.get(i));
        }
    }

    private RecordQuantities order(Batch batch) {
        Batches.Key key = batch.key;
        return new RecordQuantities(
                key.month(), key.day(), key.rule(), List.copyOf(batch.quantities), run.source(), run.by(), run.at());
    }

    private void settle(Batch batch, Delivered delivered) {
        Map<Instant, Fate> fates = Fates.of(delivered);
        for (Quantity quantity : batch.quantities) {
            if (delivered.refused()) {
                BadValue bad = new BadValue(Category.REFUSED, delivered.answer().sentence());
                refuse(batch, quantity, bad);
            } else {
                tally.count(quantity.line(), fates.getOrDefault(quantity.start(), Fate.UNCHANGED), 1, null);
            }
        }
    }

    private void refuse(Batch batch, Quantity quantity, BadValue bad) {
        String field = manyPerRow ? batch.key.month().point().value() : "";
        @Nullable String raw = quantity.raw();
        deadLetters.value(quantity.line(), field, bad, raw == null ? "" : raw, batch.key.month(), quantity.start());
    }

    @Override
    public void close() throws IOException {
        seen.close();
    }
}
