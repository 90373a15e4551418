package io.tallybook.intake.source;

import io.tallybook.messages.source.PullFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Secrets by name, one file each, read when they are needed and kept nowhere. */
final class Credentials {
    private static final int MOST_BYTES = 8 << 10;

    private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9-]{1,64}):\\s*([\\x21-\\x7E][\\x20-\\x7E]*)");

    /** Headers that the connection itself writes. */
    private static final Set<String> OURS =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final @Nullable Path directory;

    Credentials(@Nullable Path directory) {
        this.directory = directory;
    }

    /** A header that is sent with every request to the source's own host. */
    record Header(String name, String value) {
        @Override
        public String toString() {
            return name + ": (secret)";
        }
    }

    /** @throws PullStopped when there is none of that name, or others than its owner can read it */
    Header header(String name) throws PullStopped {
        if (directory == null) {
            throw no(name, "cannot be found: tallybook.sources.credentials names no directory.");
        }
        Path file = directory.resolve(name);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
                throw no(name, "has no file of its name among the credentials of this installation.");
            }
            if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw no(name, "can be read by others; run 'chmod 600' on its file.");
            }
            return header(name, Files.readString(file).strip());
        } catch (IOException e) {
            throw no(name, "cannot be read by this user.");
        }
    }

    // checked here in full: whoever else turned it away would say it aloud
    private static Header header(String name, String line) throws PullStopped {
        Matcher header = HEADER.matcher(line);
        if (!header.matches() || OURS.contains(header.group(1).toLowerCase(Locale.ROOT))) {
            throw no(name, "is no header; its file holds one line such as 'Authorization: Bearer …'.");
        }
        return new Header(header.group(1), header.group(2));
    }

    private static PullStopped no(String name, String why) {
        return new PullStopped(PullFault.NOT_ALLOWED, "The credential '" + name + "' " + why);
    }
}
