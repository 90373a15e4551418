package io.tallybook.saga.outward.filedrop;

import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.saga.outward.ErpDrop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Writes each batch into the outbox: aside, synced, then renamed, so that the ERP never reads half a file. */
final class FileDrop implements ErpDrop {
    private final Path outbox;

    FileDrop(Path outbox) {
        this.outbox = outbox;
    }

    @Override
    public void hand(JournalPostingRequested batch) throws IOException {
        BatchFile file = BatchFile.of(batch);
        Path target = outbox.resolve(file.name());
        if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), file.bytes())) {
            Files.createDirectories(outbox);
            write(file.bytes(), target);
        }
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
