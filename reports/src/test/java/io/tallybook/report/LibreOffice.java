package io.tallybook.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The other engine: opens a workbook, recalculates every formula, and writes it anew. */
public final class LibreOffice {
    private static final int PATIENCE_SECONDS = 120;
    // 0: always recalculate on load; without it LibreOffice trusts the cached values
    private static final String ALWAYS_RECALCULATE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            </oor:items>
            """;

    private LibreOffice() {}

    public static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "");
        Optional<Path> found = Stream.of(path.split(java.io.File.pathSeparator, -1))
                .map(dir -> Path.of(dir, "soffice"))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            System.out.println("SKIPPED: soffice is not on the PATH, nothing was recalculated");
        }
        return found;
    }

    /** The workbook recalculated and written as {@code xlsx} or {@code pdf}. */
    public static byte[] convert(byte[] workbook, String format, Path dir) throws IOException, InterruptedException {
        Path user = Files.createDirectories(dir.resolve("profile/user"));
        Files.writeString(user.resolve("registrymodifications.xcu"), ALWAYS_RECALCULATE);
        Path in = Files.write(dir.resolve("book.xlsx"), workbook);
        Path out = Files.createDirectories(dir.resolve("out"));
        Process process = new ProcessBuilder(
                        program().orElseThrow().toString(),
                        "-env:UserInstallation=" + dir.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        format,
                        "--outdir",
                        out.toString(),
                        in.toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("soffice.log").toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("soffice did not finish within " + PATIENCE_SECONDS + " s");
        }
        return Files.readAllBytes(out.resolve("book." + format));
    }
}
