package io.tallybook.saga.orders;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.messages.Command;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmNoNews;
import io.tallybook.messages.close.CloseCycleCommand.ReportBlocker;
import io.tallybook.messages.close.CloseCycleEvent.NewsAwaited;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.NewsRelay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The orders one event makes a process give. Every order is accepted, or stands as a blocker of the close, or makes the
 * process fail and try again: none comes to nothing unseen. Orders may be given twice without harm.
 */
public final class Errand {
    /** Orders under way at once. */
    public static final int MOST_AT_ONCE = 64;

    private static final int LONGEST_SENTENCE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Errand.class);

    private final CommandDoor door;
    private final Caller caller;
    private final Instant at;

    Errand(CommandDoor door, Caller caller, Instant at) {
        this.door = door;
        this.caller = caller;
        this.at = at;
    }

    /** When these orders are given. */
    public Instant at() {
        return at;
    }

    public void give(Command order) {
        give(List.of(order));
    }

    /** Gives orders that no rule may refuse. */
    public void give(List<? extends Command> orders) {
        List<NotDone> refused = sendAll(orders);
        if (!refused.isEmpty()) {
            throw refused.getFirst().asFailure();
        }
    }

    /** Everything before that event has been told: a processor takes them in order. */
    public void confirmNoNews(NewsAwaited e, NewsRelay relay) {
        give(new ConfirmNoNews(e.closeId(), e.attempt(), e.round(), relay, at));
    }

    /** @return whether it was taken; false when a rule refused it and a blocker says so */
    public boolean giveFor(CloseId close, int attempt, CloseStep step, Command order) {
        return giveFor(close, attempt, step, List.of(order));
    }

    /** Gives orders of a close; what a rule refuses is shown there as a blocker, for a person to put right. */
    public boolean giveFor(CloseId close, int attempt, CloseStep step, List<? extends Command> orders) {
        List<NotDone> refused = sendAll(orders);
        if (!refused.isEmpty()) {
            refused.forEach(no -> LOG.warn("A step of {} was refused: {}", close, no.sentence()));
            give(refused.stream()
                    .map(no -> new ReportBlocker(close, attempt, step, no.target(), no.sentence(), at))
                    .toList());
        }
        return refused.isEmpty();
    }

    /** Gives orders a rule may refuse; the answers stand in their order, each empty or the sentence of the refusal. */
    public List<String> tell(List<? extends Command> orders) {
        IdentityHashMap<Command, String> refused = new IdentityHashMap<>();
        sendAll(orders).forEach(no -> refused.put(no.order(), no.answer().sentence()));
        return orders.stream().map(order -> refused.getOrDefault(order, "")).toList();
    }

    private List<NotDone> sendAll(List<? extends Command> orders) {
        List<NotDone> refused = new ArrayList<>();
        for (int from = 0; from < orders.size(); from += MOST_AT_ONCE) {
            List<? extends Command> some = orders.subList(from, Math.min(orders.size(), from + MOST_AT_ONCE));
            List<Answer> answers = door.sendAll(some, caller);
            for (int i = 0; i < some.size(); i++) {
                new NotDone(some.get(i), answers.get(i)).sort(refused);
            }
        }
        return refused;
    }

    private record NotDone(Command order, Answer answer) {
        /** Puts a refusal aside and throws for everything that only trying again can cure. */
        void sort(List<NotDone> refused) {
            switch (answer.outcome()) {
                case ACCEPTED, UNCHANGED -> {}
                case REFUSED, INVALID, NOT_FOUND -> refused.add(this);
                case FORBIDDEN, STALE, BUSY, STORAGE_FULL, FAULT -> throw asFailure();
            }
        }

        String target() {
            return answer.stream();
        }

        String sentence() {
            String name = order.getClass().getSimpleName();
            String whole = name + " to " + target() + ": " + answer.sentence();
            return whole.length() <= LONGEST_SENTENCE ? whole : whole.substring(0, LONGEST_SENTENCE);
        }

        NotAccepted asFailure() {
            return new NotAccepted(
                    answer.outcome(), sentence() + " (" + answer.outcome() + ", " + answer.traceId() + ")");
        }
    }
}
