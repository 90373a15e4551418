package io.tallybook.ui.demo;

import io.tallybook.intake.sample.Sample;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Sha256;
import io.tallybook.ui.CannotStart;
import io.tallybook.ui.Server;
import io.tallybook.ui.cli.Api;
import io.tallybook.ui.cli.ApiRefused;
import io.tallybook.ui.cli.ImportSentence;
import io.tallybook.ui.cli.ReportCommand;
import io.tallybook.ui.demo.DemoUsers.Who;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The demo on a running server: sample system, real data, and its people signing in over HTTP. */
public final class Demo {
    private static final AccountingPeriod FIRST = new AccountingPeriod("2015-02");
    private static final AccountingPeriod LAST = new AccountingPeriod("2025-05");

    private final Server server;
    private final PrintStream out;
    private final @Nullable Path source;
    private final Explanations explanations;
    private final DemoPeople people;
    private final SampleFiles files;

    /** @throws CannotStart when the explanations cannot be read */
    public Demo(Server server, PrintStream out, @Nullable Path source, @Nullable Path explain) {
        this.server = server;
        this.out = out;
        this.source = source;
        this.explanations = Explanations.read(explain);
        this.people = DemoPeople.of(server);
        this.files = new SampleFiles(server.data().resolve("sample"));
    }

    /**
     * Says no before a database is started for nothing.
     *
     * @throws CannotStart in a sentence: no such month in the sample, a file that is not there or cannot be read
     */
    public static void check(@Nullable String period, @Nullable Path source, @Nullable Path explain) {
        if (period != null) {
            require(period);
        }
        if (source != null && !(Files.isRegularFile(source) && Files.isReadable(source))) {
            throw new CannotStart("The source " + source + " is not there or cannot be read.");
        }
        Explanations.read(explain);
    }

    /** Leaves the month before its first approval and prints address and users. */
    public void show(String period) throws IOException {
        load(period);
        DemoClose close = new DemoClose(SampleSystem.GROUP, period, out);
        Api accountant = people.as(Who.ACCOUNTANT);
        if (!close.isLocked(accountant)) {
            close.prepare(accountant, people.as(Who.APPROVER_ONE), explanations);
        }
        out.println();
        out.println("Tallybook's demo is at " + server.address());
        out.println("A demo directory: real published data, sample configuration, not for real books.");
        out.println("Sign in as (passwords are new at each start):");
        people.print(out);
        out.println("Ctrl-C stops it.");
    }

    /** Does the whole month and writes the close pack. A locked month is only written out again. */
    public void close(String period, Path directory) throws IOException {
        DemoClose close = new DemoClose(SampleSystem.GROUP, period, out);
        Api accountant = people.as(Who.ACCOUNTANT);
        if (!close.isLocked(accountant)) {
            load(period);
            out.println("Closing " + period);
            close.prepare(accountant, people.as(Who.APPROVER_ONE), explanations);
            close.approve(people.as(Who.APPROVER_ONE), people.as(Who.APPROVER_TWO));
            close.lock(people.as(Who.APPROVER_TWO));
        }
        int written = ReportCommand.fetch(accountant, close.path(), directory);
        out.println(period + " is locked; " + written + " documents are in " + directory);
    }

    private static void require(String period) {
        try {
            AccountingPeriod asked = new AccountingPeriod(period);
            if (asked.compareTo(FIRST) < 0 || asked.compareTo(LAST) > 0) {
                throw new CannotStart(
                        "The sample data hold the months " + FIRST + " to " + LAST + ", not " + period + ".");
            }
        } catch (Invalid e) {
            throw new CannotStart("A month is written 2024-10, not '" + period + "'.");
        }
    }

    private void load(String firstPeriod) throws IOException {
        new SampleSystem(people.as(Who.ENGINEER), people.as(Who.APPROVER_ONE)).setUp(firstPeriod);
        Api operator = people.as(Who.OPERATOR);
        importOnce(operator, "henry-hub", files.file(Sample.HENRY_HUB), false);
        Path given = source;
        importOnce(
                operator,
                "energinet-gasflow",
                given != null ? given : files.file(Sample.GAS_FLOW_FIRST),
                given != null);
    }

    /** Imports a chosen file unless these very bytes were imported before, a shipped one unless any of its kind was. */
    private void importOnce(Api operator, String profile, Path file, boolean chosen) throws IOException {
        String hash = Sha256.of(Files.readAllBytes(file)).hex();
        for (JsonNode done : operator.get("/api/v1/imports?limit=1000").get("rows")) {
            boolean same = chosen
                    ? done.get("source").get("file").asString().equals(hash)
                    : done.get("profile").asString().equals(profile);
            if (same && done.hasNonNull("finishedAt")) {
                return;
            }
        }
        out.println("Importing " + file.getFileName());
        JsonNode summary = operator.importFile(profile, profile, name(file), file);
        out.println("  " + ImportSentence.of(name(file), summary));
        if (summary.hasNonNull("failure")) {
            throw new ApiRefused(422, "import-failed", "The file " + file + " could not be imported.");
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
