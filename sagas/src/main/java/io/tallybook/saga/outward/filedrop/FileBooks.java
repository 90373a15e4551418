package io.tallybook.saga.outward.filedrop;

import io.tallybook.messages.Money;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.Booked;
import io.tallybook.messages.journal.HeldDocument;
import io.tallybook.saga.outward.erp.ErpBooks;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an ERP that answers by file says it has posted: its acknowledgements, also those that matched no batch, for these are
 * the differences. An acknowledgement that is in the log counts before one that is not.
 */
final class FileBooks implements ErpBooks {
    private final Path inbox;

    FileBooks(Path inbox) {
        this.inbox = inbox;
    }

    @Override
    public String name() {
        return "file-drop";
    }

    @Override
    public List<HeldDocument> held(CloseId close) throws IOException {
        Map<String, HeldDocument> held = new TreeMap<>();
        for (String folder : List.of("unmatched", "done")) {
            for (Path file : files(inbox.resolve(folder), BatchFile.prefix(close))) {
                said(file)
                        .filter(said -> said.key().startsWith(BatchFile.prefix(close)))
                        .map(FileBooks::document)
                        .ifPresent(document -> held.put(document.key(), document));
            }
        }
        return held.values().stream().limit(HeldDocument.MOST).toList();
    }

    private static List<Path> files(Path folder, String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            // one that came twice carries its hash before its name, and another group's name may end in this one's
            return files.filter(file -> file.getFileName().toString().contains(prefix)
                            && file.getFileName().toString().endsWith(Inbox.ENDING))
                    .sorted()
                    .limit(Inbox.MOST_AT_ONCE)
                    .toList();
        }
    }

    /** Empty when it acknowledges nothing; that was logged when it came. */
    private static Optional<Acknowledgement> said(Path file) throws IOException {
        try {
            Acknowledgement said = Acknowledgement.parse(Files.readAllBytes(file));
            return said.status() == Acknowledgement.Status.POSTED ? Optional.of(said) : Optional.empty();
        } catch (Unmatched e) {
            return Optional.empty();
        }
    }

    // an acknowledgement names no currency; more decimals than money has stay a difference, a foreign key stays foreign
    private static HeldDocument document(Acknowledgement said) {
        Money total = new Money(said.debitTotal().setScale(Money.SCALE, RoundingMode.UP), Money.NO_CURRENCY);
        String key = said.key().replace('_', '/');
        String brief = key.length() <= HeldDocument.LONGEST_KEY ? key : key.substring(0, HeldDocument.LONGEST_KEY);
        int lines = Math.max(0, said.lines());
        return new HeldDocument(brief, new Booked(said.reference(), lines, total, total, null));
    }
}
