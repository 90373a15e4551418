package io.tallybook.saga.outward.filedrop;

import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.saga.outward.JournalFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes each batch into the outbox: aside, synced, then renamed, so that the ERP never reads half a file. */
final class FileDrop implements JournalFiles {
    private final Path outbox;

    FileDrop(Path outbox) {
        this.outbox = outbox;
    }

    @Override
    public void write(JournalPostingRequested batch) throws IOException {
        BatchFile file = BatchFile.of(batch);
        Files.createDirectories(outbox);
        // also over the same bytes: the renewed file tells an ERP that said no to look again
        write(file.bytes(), outbox.resolve(file.name()));
    }

    private void write(byte[] bytes, Path target) throws IOException {
        Path aside = target.resolveSibling("." + target.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        sync(outbox);
    }

    // the rename itself is durable only when its directory is
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
