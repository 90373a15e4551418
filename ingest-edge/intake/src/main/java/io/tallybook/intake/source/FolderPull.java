package io.tallybook.intake.source;

import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.intake.ImportSummary;
import io.tallybook.intake.profile.Profile;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.source.FolderFeed;
import io.tallybook.messages.source.PullFault;
import io.tallybook.messages.source.TakenObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the new files of a folder, in the order of their names. It never changes, moves or deletes one. */
final class FolderPull {
    /** Files one folder may hold; the old ones are moved away by whoever brings them. */
    static final int MOST_ENTRIES = 20_000;

    private static final int LONGEST_NAME = 200;
    private static final long MOST_BYTES = 2L << 30;

    private final @Nullable Path root;
    private final FolderFeed feed;
    private final Profile profile;
    private final ObjectDirectory objects;
    private final int mostFiles;
    private @Nullable PullStopped first;

    FolderPull(@Nullable Path root, FolderFeed feed, Profile profile, ObjectDirectory objects, int mostFiles) {
        this.root = root;
        this.feed = feed;
        this.profile = profile;
        this.objects = objects;
        this.mostFiles = mostFiles;
    }

    /** A file as it was seen. */
    private record Seen(Path path, String name, long bytes, Instant modified) {}

    void run(Pull pull, SourceState state, Duration settle, Pause pause)
            throws PullStopped, IOException, InterruptedException {
        Path folder = folder();
        List<Seen> fresh = look(folder, state);
        if (!fresh.isEmpty()) {
            pause.of(settle);
            fresh = fresh.stream().filter(FolderPull::hasSettled).toList();
        }
        for (Seen file : fresh.stream().limit(mostFiles).toList()) {
            take(pull, state, file);
        }
        if (first != null) {
            throw first;
        }
        pull.end(null, fresh.size() > mostFiles);
    }

    private Path folder() throws PullStopped, IOException {
        if (root == null) {
            throw new PullStopped(
                    PullFault.NOT_ALLOWED,
                    "This installation opens no folder to sources; see tallybook.sources.folders.");
        }
        Path folder = root.resolve(feed.path());
        if (!Files.isDirectory(folder)) {
            throw new PullStopped(
                    PullFault.NO_ANSWER, "There is no folder '" + feed.path() + "' among those opened to sources.");
        }
        if (!folder.toRealPath().startsWith(root.toRealPath())) {
            throw new PullStopped(
                    PullFault.NOT_ALLOWED, "The folder '" + feed.path() + "' leads out of those opened to sources.");
        }
        return folder;
    }

    private List<Seen> look(Path folder, SourceState state) throws IOException, PullStopped {
        PathMatcher pattern = folder.getFileSystem().getPathMatcher("glob:" + feed.glob());
        List<Seen> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> all = entries.limit(MOST_ENTRIES + 1L).sorted().toList();
            if (all.size() > MOST_ENTRIES) {
                throw new PullStopped(
                        PullFault.TOO_MUCH,
                        "The folder holds more than " + MOST_ENTRIES + " files; move the old ones away.");
            }
            for (Path path : all) {
                Path name = path.getFileName();
                if (pattern.matches(name) && !name.toString().startsWith(".")) {
                    seen(path).filter(file -> isNew(file, state)).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static boolean isNew(Seen file, SourceState state) {
        return !state.hasTaken(file.name(), file.bytes(), file.modified());
    }

    private static Optional<Seen> seen(Path path) {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Instant modified = file.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS);
            String name = String.valueOf(path.getFileName());
            return file.isRegularFile() && name.length() <= LONGEST_NAME
                    ? Optional.of(new Seen(path, name, file.size(), modified))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // gone again
        }
    }

    private static boolean hasSettled(Seen file) {
        return seen(file.path()).filter(file::equals).isPresent();
    }

    /** One file that cannot be read does not keep the others from being taken. */
    private void take(Pull pull, SourceState state, Seen file) {
        try {
            if (file.bytes() > MOST_BYTES) {
                throw new PullStopped(PullFault.TOO_MUCH, "The file " + file.name() + " has more than 2 GiB.");
            }
            Sha256 content = kept(file);
            ImportSummary summary = state.hasTaken(content) ? null : imported(pull, file, content);
            pull.take(object(file, content, summary), null);
        } catch (IOException e) {
            remember(new PullStopped(PullFault.UNREADABLE, "The file " + file.name() + " cannot be read."));
        } catch (PullStopped e) {
            remember(e);
        }
    }

    private Sha256 kept(Seen file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            return objects.put(bytes);
        }
    }

    private ImportSummary imported(Pull pull, Seen file, Sha256 content) throws IOException {
        InputStream bytes = objects.open(content).orElseThrow(() -> new IOException("the file just stored is gone"));
        return pull.imported(profile, file.name(), bytes);
    }

    private static TakenObject object(Seen file, Sha256 content, @Nullable ImportSummary summary) {
        return new TakenObject(
                file.name(),
                content,
                file.bytes(),
                file.modified(),
                summary == null ? null : summary.importId(),
                summary == null ? ImportCounts.NONE : summary.counts());
    }

    private void remember(PullStopped why) {
        first = first == null ? why : first;
    }
}
