package io.tallybook.ui.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.sample.Sample;
import io.tallybook.saga.outward.erp.FaultyErp;
import io.tallybook.saga.outward.erp.FaultyErp.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month of the sample closed by the built program over an ERP that fails, with a SIGKILL between a sending and its answer: the
 * month is locked in the end, and the ERP, which would book a key as often as it is sent, holds it once.
 */
class HttpErpIT {
    private static final String KEY = "denmark/2024-10/CLOSE/1";
    private static final String SECRET = "k-0815-not-for-the-log";

    @TempDir
    static Path scratch;

    @Test
    void aKillBetweenSendingAndAnswerBooksTheMonthOnceAndItIsLocked() throws Exception {
        Path data = scratch.resolve("data");
        Path autumn = Prepared.publication(Sample.GAS_FLOW_FIRST, scratch.resolve("autumn.json.gz"));
        try (FaultyErp erp = new FaultyErp(0).forgetful()) {
            erp.gets(Fault.FAULT_BEFORE).posts(Fault.FAULT_BEFORE, Fault.HOLD_AFTER);
            try (Child first = start(data, autumn, erp)) {
                assertThat(erp.held.await(4, TimeUnit.MINUTES))
                        .as(first.printed())
                        .isTrue();
                assertThat(erp.bookings()).containsExactly(KEY);
                first.killEverything();
            }
            int before = erp.requests().size();
            erp.gets(Fault.GARBAGE_BEFORE);

            List<Fact> facts = toTheEnd(start(data, autumn, erp));

            assertThat(erp.bookings()).containsExactly(KEY);
            assertThat(erp.requests().get(before)).startsWith("GET /erp/journals?key=");
            assertThat(erp.requests().subList(before, erp.requests().size()))
                    .noneMatch(asked -> asked.startsWith("POST"));
            assertThat(erp.credentials).containsOnly(SECRET);
            assertThat(facts).extracting(Fact::type).containsOnlyOnce("journal.journal-posted", "close.close-locked");
            assertThat(facts)
                    .filteredOn(fact -> fact.type().equals("journal.journal-sending-begun"))
                    .hasSize(2);
        }
    }

    private static List<Fact> toTheEnd(Child child) throws IOException, InterruptedException {
        try (child;
                LogWatch log = new LogWatch(child.cluster(), 0)) {
            while (child.runs()) {
                log.look();
                Thread.sleep(LogWatch.LOOK_EVERY_MS);
            }
            assertThat(child.exitCode()).as(child.printed()).isZero();
            assertThat(child.printed())
                    .contains("2024-10 is locked; 10 documents are in")
                    .doesNotContain(SECRET);
            return log.seen();
        }
    }

    private static Child start(Path data, Path source, FaultyErp erp) throws IOException {
        Map<String, String> environment = Map.of(
                "TALLYBOOK_ERP_SYSTEMS_0_NAME", "sap",
                "TALLYBOOK_ERP_SYSTEMS_0_GROUPS", "*",
                "TALLYBOOK_ERP_SYSTEMS_0_BASEURL", erp.address(),
                "TALLYBOOK_ERP_SYSTEMS_0_HEADER", "X-Key: " + SECRET,
                "TALLYBOOK_ERP_SYSTEMS_0_TIMEOUT", "30s",
                "TALLYBOOK_ERP_FIRST", "100ms",
                "TALLYBOOK_ERP_POLL", "100ms");
        return Child.start(
                data,
                environment,
                "demo",
                "--source",
                source.toString(),
                "--close",
                "2024-10",
                "--out",
                data.resolveSibling("pack").toString());
    }
}
