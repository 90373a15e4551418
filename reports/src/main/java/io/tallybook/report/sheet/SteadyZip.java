package io.tallybook.report.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Writes a zip anew so that equal content is equal bytes: one order, one time, one level, nothing of the machine. */
final class SteadyZip {
    // OPC wants the content types first; the rest by name
    private static final Comparator<String> ORDER = Comparator.comparing(
                    (String name) -> !name.equals("[Content_Types].xml"))
            .thenComparing(name -> name);

    private SteadyZip() {}

    static byte[] rewrite(Path zip, Instant time) throws IOException {
        // a zip's times have two seconds' grain and no zone
        LocalDateTime stamp = LocalDateTime.ofInstant(time, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(zip.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setLevel(Deflater.DEFAULT_COMPRESSION);
            for (String name : in.stream().map(ZipEntry::getName).sorted(ORDER).toList()) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(stamp);
                out.putNextEntry(entry);
                try (InputStream content = in.getInputStream(in.getEntry(name))) {
                    content.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
