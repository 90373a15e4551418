package io.tallybook.intake.source;

import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.intake.Importer;
import io.tallybook.intake.delivery.Courier;
import io.tallybook.intake.delivery.DoorClosed;
import io.tallybook.intake.profile.Profile;
import io.tallybook.intake.profile.ProfileError;
import io.tallybook.intake.profile.Profiles;
import io.tallybook.messages.PullId;
import io.tallybook.messages.SourceId;
import io.tallybook.messages.source.FolderFeed;
import io.tallybook.messages.source.HttpFeed;
import io.tallybook.messages.source.ProfileText;
import io.tallybook.messages.source.PullFault;
import io.tallybook.messages.source.PullStart;
import io.tallybook.messages.source.SourceDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pulls one source once and says when it should be looked at again. Whoever calls sees to it that nobody else does meanwhile. */
final class Puller {
    private static final Logger LOG = LoggerFactory.getLogger(Puller.class);

    private static final Duration AFTER_SILENCE = Duration.ofSeconds(30);

    private final EventReader log;
    private final ObjectDirectory objects;
    private final Importer importer;
    private final Courier courier;
    private final SourceSettings settings;
    private final Clock clock;
    private final Pause pause;
    private final PageClient client;
    private final Origins origins;
    private final Credentials credentials;
    private final Map<SourceId, Pace> paces = new ConcurrentHashMap<>();

    Puller(
            CommandDoor door,
            EventReader log,
            ObjectDirectory objects,
            Importer importer,
            SourceSettings settings,
            Backoff backoff,
            Pause pause) {
        this.log = log;
        this.objects = objects;
        this.clock = backoff.clock();
        this.importer = importer;
        this.courier = new Courier(door, log);
        this.settings = settings;
        this.pause = pause;
        this.client = new PageClient(backoff, pause, settings.pageBytes());
        this.origins = new Origins(settings.hosts());
        this.credentials = new Credentials(settings.credentials());
    }

    /**
     * What a pull came to.
     *
     * @param version of the definition it read by; 0 when it read nothing, for the source is paused or not there
     * @param more whether it stopped at its bound and the source has more
     * @param told whether its end is in the log
     */
    record Outcome(int version, boolean more, boolean told) {}

    /** @throws InterruptedException when the program stops; the next pull repeats what this one had not finished */
    Outcome pull(SourceId source) throws InterruptedException {
        SourceState state = SourceState.of(source, log).orElse(null);
        if (state == null || state.isPaused()) {
            return new Outcome(0, false, true);
        }
        PullStart start = state.start(
                new PullId(UUID.randomUUID().toString()), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Pull pull = new Pull(source, state, start, importer, courier, clock);
        boolean told = run(source, state, pull, start);
        return new Outcome(start.version(), pull.hasMore(), told);
    }

    /**
     * How long after such a pull the next one comes, as the source stands now: nothing when it has more, somebody asked meanwhile,
     * or it was defined anew or resumed; a while when even its end could not be written down; empty while it is paused or not there.
     */
    Optional<Duration> next(SourceId source, Outcome last) {
        return SourceState.of(source, log).filter(state -> !state.isPaused()).map(state -> {
            if (!last.told()) {
                return AFTER_SILENCE;
            }
            boolean again = last.more() || state.isAwaited() || state.version() != last.version();
            return again ? Duration.ZERO : Duration.ofSeconds(state.definition().everySeconds());
        });
    }

    private boolean run(SourceId source, SourceState state, Pull pull, PullStart start) throws InterruptedException {
        try {
            read(source, state, pull, start);
            return true;
        } catch (PullStopped e) {
            return told(pull, e);
        } catch (DoorClosed e) {
            String sentence = "Not taken in: " + e.answer().sentence();
            return told(pull, new PullStopped(PullFault.NOT_TAKEN, sentence));
        } catch (IOException e) {
            LOG.error("Source {} could not be taken in", source.value(), e);
            return told(pull, new PullStopped(PullFault.NOT_TAKEN, "The house could not store what came."));
        }
    }

    private void read(SourceId source, SourceState state, Pull pull, PullStart start)
            throws PullStopped, IOException, InterruptedException {
        SourceDefinition definition = state.definition();
        Profile profile = profile(definition.profile());
        FolderFeed folder = definition.folder();
        if (folder != null) {
            new FolderPull(settings.folders(), folder, profile, objects, settings.pages())
                    .run(pull, state, settings.settle(), pause);
        }
        HttpFeed http = definition.http();
        if (http != null) {
            origins.require(URI.create(http.baseUrl()));
            Credentials.Header header = http.credential() == null ? null : credentials.header(http.credential());
            Pace pace = paces.computeIfAbsent(source, id -> new Pace(clock, pause));
            PageClient.Ask ask = new PageClient.Ask(http, pace, header);
            new HttpPull(http, profile, client, ask, objects, settings.pages()).run(pull, start.watermark());
        }
    }

    /** A failure that cannot be written down either is said in the program's own log; the next pull comes all the same. */
    private static boolean told(Pull pull, PullStopped why) {
        try {
            pull.stopped(why);
            return true;
        } catch (DoorClosed e) {
            LOG.warn("A failed pull could not be recorded: {} ({})", e.answer().sentence(), why.sentence());
            return false;
        }
    }

    private Profile profile(ProfileText text) throws IOException, PullStopped {
        try (InputStream yaml = objects.open(text.text())
                .orElseThrow(() -> new PullStopped(PullFault.NOT_TAKEN, "The profile of the source is gone."))) {
            return Profiles.parse(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
        } catch (ProfileError e) {
            throw new PullStopped(
                    PullFault.UNREADABLE, "The profile of the source is not read by this version: " + e.getMessage());
        }
    }
}
