package io.tallybook.intake.source;

import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.intake.ImportSummary;
import io.tallybook.intake.profile.FileFormat;
import io.tallybook.intake.profile.Profile;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.source.HttpFeed;
import io.tallybook.messages.source.PullFault;
import io.tallybook.messages.source.TakenObject;
import io.tallybook.messages.source.WatermarkRule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an API page by page. The bytes of a page are kept before anything is made of them, its records go in by the profile, and
 * only then is the watermark saved: a crash in between repeats the page, and the doors know every record of it.
 */
final class HttpPull {
    private final HttpFeed feed;
    private final Profile profile;
    private final PageClient client;
    private final PageClient.Ask ask;
    private final ObjectDirectory objects;
    private final int mostPages;

    HttpPull(
            HttpFeed feed,
            Profile profile,
            PageClient client,
            PageClient.Ask ask,
            ObjectDirectory objects,
            int mostPages) {
        this.feed = feed;
        this.profile = profile;
        this.client = client;
        this.ask = ask;
        this.objects = objects;
        this.mostPages = mostPages;
    }

    /** @param saved the watermark to go on from; null when there is none */
    void run(Pull pull, @Nullable String saved) throws PullStopped, IOException, InterruptedException {
        Marks marks = new Marks(feed.watermark(), saved);
        PageWalk walk = new PageWalk(feed, since(saved));
        Optional<URI> at = Optional.of(walk.first());
        String kept = saved;
        for (int pages = 0; at.isPresent(); pages++) {
            if (pages == mostPages) {
                stopAtBound(pull, saved, kept);
                return;
            }
            HttpResponse<byte[]> answer = client.get(at.get(), ask);
            Sha256 file = objects.put(answer.body());
            try {
                JsonPage page = JsonPage.read(answer.body(), path());
                marks.read(page);
                at = walk.next(at.get(), page, answer.headers());
                String mark = at.isPresent() ? marks.amidst() : marks.atEnd();
                if (page.records() > 0) {
                    take(pull, answer.body(), file, Objects.equals(mark, kept) ? null : mark);
                    kept = mark == null ? kept : mark;
                }
            } catch (PullStopped e) {
                throw e.about(file);
            }
        }
        pull.end(marks.atEnd(), false);
    }

    private @Nullable String since(@Nullable String saved) throws PullStopped {
        WatermarkRule rule = feed.watermark();
        if (rule == null || saved == null) {
            return rule == null ? null : rule.from();
        }
        return Mark.of(saved, rule.type()).asked(rule.overlapSeconds());
    }

    /** A source with much to tell is read in several pulls; one that cannot say how far it was read, never. */
    private void stopAtBound(Pull pull, @Nullable String saved, @Nullable String kept) throws PullStopped {
        if (Objects.equals(saved, kept)) {
            throw new PullStopped(
                    PullFault.TOO_MUCH,
                    "The source has more than " + mostPages
                            + " pages and nothing says how far it was read; give it larger "
                            + "pages, or a watermark whose records come in ascending order.");
        }
        pull.end(null, true);
    }

    private void take(Pull pull, byte[] bytes, Sha256 file, @Nullable String mark) throws IOException, PullStopped {
        String name = "page " + (pull.taken() + 1);
        ImportSummary summary = pull.imported(profile, name, new ByteArrayInputStream(bytes));
        if (summary.failure() != null) {
            throw new PullStopped(PullFault.UNREADABLE, "A page cannot be read to its end: " + summary.failure() + ".");
        }
        pull.take(new TakenObject(name, file, bytes.length, null, summary.importId(), summary.counts()), mark);
    }

    private List<String> path() throws PullStopped {
        if (profile.format() instanceof FileFormat.Json json) {
            return json.records();
        }
        throw new PullStopped(PullFault.UNREADABLE, "The profile reads no JSON; an API answers nothing else.");
    }
}
