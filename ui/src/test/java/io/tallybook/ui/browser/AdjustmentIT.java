package io.tallybook.ui.browser;

import static io.tallybook.ui.browser.Desk.sees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tallybook.intake.sample.Sample;
import io.tallybook.saga.whole.StandInErp;
import io.tallybook.ui.cli.Api;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What came late for a locked month of the sample, on the screen to the booked line in the open month's journal; in order. */
@TestMethodOrder(OrderAnnotation.class)
class AdjustmentIT {
    private static final String OCTOBER = "/api/v1/closes/denmark/2024-10";
    private static final String PACKAGE = "/adjustments/denmark/1";
    private static final String PACKAGE_API = FirstPackage.API;
    private static final String JOURNAL = "/close/denmark/2024-11/journal";
    private static final String AT_ERP = JOURNAL + "/PPA/1";
    private static final String KEY = "denmark_2024-11_PPA_1";
    private static final int MOST_LOOKS = 600;
    private static final Inspection INSPECTION = new Inspection();

    @TempDir
    static Path scratch;

    @SuppressWarnings("NullAway.Init")
    private static RunningDemo demo;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @SuppressWarnings("NullAway.Init")
    private static Desk anna;

    @SuppressWarnings("NullAway.Init")
    private static Desk bo;

    @SuppressWarnings("NullAway.Init")
    private static byte[] statement;

    @BeforeAll
    static void aLockedMonthIsRestatedWhileTheNextIsOpen() throws Exception {
        assumeTrue(Chromium.isThere(), "no Chromium on this machine: the pages are not tested");
        demo = RunningDemo.demo(scratch);
        chromium = new Chromium();
        String pack = demo.as("approver-one").get(OCTOBER).get("packHash").asString();
        demo.as("approver-one").post(OCTOBER + "/approvals", Map.of("packHash", pack));
        Api carla = demo.as("approver-two");
        carla.post(OCTOBER + "/approvals", Map.of("packHash", pack));
        await(carla, OCTOBER, close -> close.get("status").asString().equals("PUBLISHED"));
        carla.post(OCTOBER + "/lock", Map.of("packHash", pack));
        await(carla, OCTOBER, close -> close.get("status").asString().equals("LOCKED"));
        statement = carla.bytes(OCTOBER + "/documents/" + statementOf(carla));
        demo.as("accountant").post("/api/v1/closes/denmark/2024-11", Map.of());
        Path second = scratch.resolve(Sample.GAS_FLOW_SECOND.fileName());
        try (InputStream published = Sample.GAS_FLOW_SECOND.open()) {
            Files.copy(published, second);
        }
        demo.as("operator")
                .importFile(
                        "energinet-gasflow",
                        "energinet-gasflow",
                        second.getFileName().toString(),
                        second);
        anna = chromium.desk(demo, "accountant");
        bo = chromium.desk(demo, "approver-one");
    }

    private static String statementOf(Api api) {
        return StreamSupport.stream(api.get(OCTOBER + "/documents").spliterator(), false)
                .map(issued -> issued.has("document") ? issued.get("document") : issued)
                .filter(document -> document.get("kind").asString().equals("statement-csv"))
                .map(document -> document.get("name").asString())
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void everythingStops() {
        try (RunningDemo last = demo;
                Chromium first = chromium) {
            assertThat(last == null).isEqualTo(first == null);
        }
    }

    @Test
    @Order(1)
    void everythingOneImportChangedIsOnePackageToBePrepared() {
        anna.goTo("/adjustments");
        sees(anna.page().locator("#packages tbody tr td").first()).hasText("21");
        INSPECTION.look(anna, "packages of adjustments");

        anna.goTo(PACKAGE);

        sees(anna.stand()).containsText("To be prepared");
        sees(anna.page().locator("#members tbody tr")).hasCount(21);
        assertThat(anna.page().locator("#approve-form").count()).isZero();
    }

    @Test
    @Order(2)
    void thePreparerSeesWhatItComesToAndDoesNotApproveIt() {
        anna.page().selectOption("#booking", "RESTATED");
        anna.page().fill("#prepare-why", "Energinet's second publication");
        anna.page().locator("#prepare-form button").click();

        sees(anna.goTo(PACKAGE).stand()).containsText("To be decided");
        sees(anna.page().locator("#purchases")).not().isEmpty();
        sees(anna.page().locator("#package .cannot").first()).containsText("somebody else decides");
        assertThat(anna.page().locator("#approve-form").count()).isZero();
        INSPECTION.look(anna, "package of adjustments");
    }

    @Test
    @Order(3)
    void everySumTiesToTheLastDigit() throws Exception {
        Api auditor = demo.as("auditor");
        JsonNode whole = auditor.get(PACKAGE_API);
        JsonNode difference = whole.at("/adjustments/difference");
        List<JsonNode> lines = auditor.get(PACKAGE_API + "/lines?limit=1000")
                .get("rows")
                .valueStream()
                .toList();

        for (String figure : List.of("purchases", "sales")) {
            String way = figure.equals("purchases") ? "RECEIPT" : "DELIVERY";
            BigDecimal total = difference.at("/" + figure + "/amount").decimalValue();
            assertThat(sum(whole.get("effects").valueStream().toList(), "/" + figure + "/amount"))
                    .isEqualByComparingTo(total);
            List<JsonNode> ofWay = lines.stream()
                    .filter(line -> line.get("direction").asString().equals(way))
                    .toList();
            assertThat(sum(ofWay, "/amountAfter/amount").subtract(sum(ofWay, "/amountBefore/amount")))
                    .isEqualByComparingTo(total);
        }
        assertThat(lines).isNotEmpty();
    }

    @Test
    @Order(4)
    void anApproverBooksItIntoTheOpenMonthsJournalOnAccountsOfItsOwn() throws Exception {
        sees(bo.goTo(PACKAGE).stand()).containsText("To be decided");
        // the stand-in for an ERP leaves alone what it has answered: this test answers
        Path erp = scratch.resolve("demo").resolve("erp").resolve("outbox");
        Files.createFile(erp.resolve(KEY + ".posted"));
        bo.page().fill("#approve-why", "seen against the publication");
        bo.page().locator("#approve-form button").click();

        sees(bo.goTo(PACKAGE).stand()).containsText("Booked");
        sees(bo.page().locator("#adjustment-journals tbody tr th")).hasText("denmark/2024-11/PPA/1");
        bo.goTo(JOURNAL);
        sees(bo.page().locator("#adjustment-lines tbody tr").first()).containsText("denmark/2024-10/CLOSE/1");
        sees(bo.page().locator("#adjustment-lines tbody tr").first()).containsText("prior periods (sample)");
        INSPECTION.look(bo, "journal with adjustments");
        assertThat(bo.complaints()).isEmpty();
        assertThat(INSPECTION.findings()).isEmpty();
    }

    @Test
    @Order(5)
    void whatTheErpRefusesOfItIsSeenByItsPackageAndOnMineAndPostedAgainFromItsPage() throws Exception {
        StandInErp erp = new StandInErp(scratch.resolve("demo").resolve("erp"));
        erp.reject(KEY, "account 5910 is closed");
        sees(anna.goTo(PACKAGE).page().locator("#refused")).containsText("account 5910 is closed");
        sees(anna.stand()).containsText("Refused by the ERP");
        INSPECTION.look(anna, "package the ERP refused");
        anna.goTo("/mine");
        sees(anna.page().locator("#work")).containsText("account 5910 is closed");
        anna.page().click("#work a[href$='" + AT_ERP + "']");

        sees(anna.page().locator("#refused, #postings").first()).containsText("denmark/2024-11/PPA/1");
        sees(anna.page().locator("#adjustment-lines tbody tr").first()).containsText("denmark/2024-10/CLOSE/1");
        INSPECTION.look(anna, "journal of adjustments at the ERP");
        anna.page().fill("#erp-repost-reason", "it is open again");
        anna.page().locator("#erp-repost button").click();
        sees(anna.page().locator(".answer.done")).containsText("with the ERP again");
        erp.post(KEY, "4712");
        sees(anna.stand()).containsText("as 4712");
        sees(anna.goTo(PACKAGE).stand()).containsText("Booked");
        sees(anna.page().locator("#adjustment-journals")).containsText("4712");
        assertThat(anna.page().locator("#refused").count()).isZero();
        JsonNode keys = demo.as("auditor").get("/api/v1/closes/denmark/2024-11/journals/PPA/1/postings");
        assertThat(keys.get("sent").asInt()).isEqualTo(1);
        assertThat(keys.at("/postings/0/documentNumber").asString()).isEqualTo("4712");
        assertThat(INSPECTION.findings()).isEmpty();
    }

    @Test
    @Order(6)
    void theJournalBooksWhatWasApprovedAndTheClosedStatementIsByteForByteWhatItWas() throws Exception {
        Api auditor = demo.as("auditor");
        JsonNode difference = auditor.get(PACKAGE_API).at("/adjustments/difference");
        JsonNode journal = auditor.get("/api/v1/journals").get("rows").get(0);

        assertThat(journal.get("journal").asString()).isEqualTo("denmark/2024-11/PPA/1");
        List<JsonNode> lines = journal.get("lines").valueStream().toList();
        assertThat(sum(lines, "/debit/amount")).isEqualByComparingTo(sum(lines, "/credit/amount"));
        assertThat(net(lines, "PPA_GAS_PURCHASES"))
                .isEqualByComparingTo(difference.at("/purchases/amount").decimalValue());
        assertThat(net(lines, "PPA_RECEIVABLE"))
                .isEqualByComparingTo(difference.at("/sales/amount").decimalValue());
        assertThat(auditor.bytes(OCTOBER + "/documents/" + statementOf(auditor)))
                .isEqualTo(statement);
    }

    @Test
    @Order(7)
    void theShippersStatementIsRevisedWithItsDayAndMonthTotalsAndMarkedRestated() throws Exception {
        Api auditor = demo.as("auditor");
        JsonNode effects = auditor.get(PACKAGE_API).get("effects");
        String shipper = effects.get(0).get("shipper").asString();
        JsonNode revised = auditor.get("/api/v1/adjustment-packages/denmark/restated/2024-10/" + shipper);

        assertThat(revised.get("revision").asInt()).isEqualTo(2);
        for (String way : List.of("RECEIPT", "DELIVERY")) {
            List<JsonNode> days = ofWay(revised.get("days"), way);
            List<JsonNode> month = ofWay(revised.get("months"), way);
            assertThat(sum(days, "/amountRestated/amount")).isEqualByComparingTo(sum(month, "/amountRestated/amount"));
            assertThat(sum(month, "/amountRestated/amount").subtract(sum(month, "/amountClosed/amount")))
                    .isEqualByComparingTo(sum(
                            effects.valueStream()
                                    .filter(e -> e.get("shipper").asString().equals(shipper))
                                    .toList(),
                            way.equals("RECEIPT") ? "/purchases/amount" : "/sales/amount"));
        }
        anna.goTo("/close/denmark/2024-10/statements/" + shipper + "/restated");
        sees(anna.page().locator("h1")).containsText("revision 2: RESTATED");
        INSPECTION.look(anna, "restated statement");
        assertThat(INSPECTION.findings()).isEmpty();
    }

    private static List<JsonNode> ofWay(JsonNode rows, String way) {
        return rows.valueStream()
                .filter(row -> row.get("direction").asString().equals(way))
                .toList();
    }

    private static BigDecimal net(List<JsonNode> lines, String use) {
        List<JsonNode> of = lines.stream()
                .filter(line -> line.get("use").asString().equals(use))
                .toList();
        return sum(of, "/debit/amount").subtract(sum(of, "/credit/amount"));
    }

    private static BigDecimal sum(List<JsonNode> nodes, String figure) {
        return nodes.stream().map(node -> node.at(figure).decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void await(Api api, String path, Predicate<JsonNode> enough) throws InterruptedException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            if (enough.test(api.get(path))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(path + " stayed at " + api.get(path));
    }
}
