package io.tallybook.saga.whatif;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.Overlay;
import io.tallybook.eventlog.Overlays;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.Command;
import io.tallybook.messages.close.CloseCalendarCommand.OpenPeriod;
import io.tallybook.messages.close.CloseCycleCommand.DeclareCutoff;
import io.tallybook.messages.close.CloseCycleCommand.RestartClose;
import io.tallybook.messages.close.CloseCycleEvent.CloseCancelled;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseCycleEvent.CloseReopened;
import io.tallybook.messages.close.CloseCycleEvent.CutoffDeclared;
import io.tallybook.messages.close.CloseCycleEvent.CutoffReopened;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Runs a close dry: a person's own orders, the house's own aggregates and processes, over a log that is in memory and goes
 * away. No event is written, no file, nothing is sent. One at a time, for each needs the memory of a close.
 */
public final class DryRuns {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration FIRST_STEP = Duration.ofSeconds(30);
    private static final int PAGE = 500;
    private static final int MOST_KEPT = 8;
    private static final String REASON = "Dry run";

    private final Overlays overlays;
    private final Class<?> processes;
    private final Clock clock;
    private final Semaphore one = new Semaphore(1);
    private final AtomicLong runs = new AtomicLong();
    private final Map<Long, DryRun> kept = new LinkedHashMap<>();

    /** @param processes the configuration of those that run dry */
    public DryRuns(Overlays overlays, Class<?> processes, Clock clock) {
        this.overlays = overlays;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * What the close would come to.
     *
     * @param errorsOnly goes on from where the close stands, taking nothing anew that has been taken; else a close that is cut
     *     off is taken from its beginning
     * @return empty when another dry run is under way
     */
    public Optional<DryRun> of(CloseId close, Caller person, boolean errorsOnly) {
        if (!one.tryAcquire()) {
            return Optional.empty();
        }
        try (Overlay overlay = overlays.open();
                AnnotationConfigApplicationContext rooms = rooms(overlay)) {
            overlay.run(
                    List.copyOf(rooms.getBeansOfType(ConfigurerModule.class).values()),
                    List.copyOf(
                            rooms.getBeansWithAnnotation(ProcessingGroup.class).values()),
                    List.copyOf(rooms.getBeansOfType(Object.class).values()));
            DryRun run = run(overlay, close, person, errorsOnly);
            keep(run);
            return Optional.of(run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the program is stopping", e);
        } finally {
            one.release();
        }
    }

    private void keep(DryRun run) {
        synchronized (kept) {
            kept.put(run.number(), run);
            kept.keySet().removeIf(number -> number <= run.number() - MOST_KEPT);
        }
    }

    /** One of the last {@value #MOST_KEPT} of this program; they go with it. */
    public Optional<DryRun> kept(long number) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(number));
        }
    }

    private AnnotationConfigApplicationContext rooms(Overlay overlay) {
        AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext();
        rooms.registerBean(Clock.class, () -> clock);
        rooms.registerBean(CommandDoor.class, overlay::door);
        rooms.registerBean(EventReader.class, overlay::log);
        rooms.register(processes);
        rooms.refresh();
        return rooms;
    }

    private DryRun run(Overlay overlay, CloseId close, Caller person, boolean errorsOnly) throws InterruptedException {
        Answer refused = begin(overlay, close, person, errorsOnly);
        boolean whole = refused != null
                || overlay.rest(
                        e -> e.event() instanceof PackReady ready
                                && ready.closeId().equals(close),
                        PATIENCE);
        Reached reached = new Reached(close);
        List<StoredEvent> own = overlay.log().stream(close.toString());
        look(overlay.log(), from(own), reached);
        return new DryRun(
                runs.incrementAndGet(),
                now(),
                close,
                overlay.position(),
                reached.attempt(),
                refused,
                whole && overlay.standstills().isEmpty(),
                overlay.added().size(),
                reached.balance(),
                reached.statements(),
                reached.journal(),
                reached.packHash(),
                reached.stops());
    }

    /** The person's own orders, from where the close stands; what is refused is refused as in earnest. */
    private @Nullable Answer begin(Overlay overlay, CloseId close, Caller person, boolean errorsOnly)
            throws InterruptedException {
        List<StoredEvent> story = overlay.log().stream(close.toString());
        if (!isOpened(story)) {
            Answer opened =
                    give(overlay, new OpenPeriod(close.group(), close.period(), person.person(), now()), person);
            if (!opened.done()) {
                return opened;
            }
            overlay.rest(e -> e.event() instanceof CloseOpened, FIRST_STEP);
        }
        boolean cutOff = isCutOff(story);
        if (cutOff && errorsOnly) {
            return null;
        }
        Command order = cutOff
                ? new RestartClose(close, REASON, person.person(), now())
                : new DeclareCutoff(close, person.person(), now());
        Answer answer = give(overlay, order, person);
        return answer.done() ? null : answer;
    }

    private static boolean isOpened(List<StoredEvent> story) {
        boolean opened = false;
        for (StoredEvent stored : story) {
            opened = stored.event() instanceof CloseOpened || opened && !(stored.event() instanceof CloseCancelled);
        }
        return opened;
    }

    private static boolean isCutOff(List<StoredEvent> story) {
        boolean cutOff = false;
        for (StoredEvent stored : story) {
            cutOff = switch (stored.event()) {
                case CutoffDeclared _ -> true;
                case CutoffReopened _, CloseReopened _ -> false;
                default -> cutOff;
            };
        }
        return cutOff;
    }

    private static Answer give(Overlay overlay, Command order, Caller person) {
        return overlay.door().send(order, person);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Where the latest cut-off began: what came before it says nothing of how the close stands now. */
    private static long from(List<StoredEvent> own) {
        return own.stream()
                .filter(e -> e.event() instanceof CutoffDeclared)
                .mapToLong(StoredEvent::position)
                .max()
                .orElse(Long.MAX_VALUE);
    }

    private static void look(EventReader log, long from, Reached reached) {
        List<StoredEvent> page = List.of();
        for (long after = from - 1; after < log.head(); after = page.getLast().position()) {
            page = log.after(after, PAGE);
            page.forEach(reached::saw);
        }
    }
}
