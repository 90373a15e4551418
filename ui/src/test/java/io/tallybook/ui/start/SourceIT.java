package io.tallybook.ui.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.GasDayRule;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.network.PointRole;
import io.tallybook.report.setup.SetupSheet;
import io.tallybook.ui.Program;
import io.tallybook.ui.Program.Run;
import io.tallybook.ui.cli.Api;
import io.tallybook.ui.cli.ApiRefused;
import io.tallybook.ui.demo.AgreedSetup;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A month of hourly values pulled page by page into the built program, which is killed half way, and the same month imported by
 * file: the same figures. By command line, as an engineer would; long, for one program and one month carry it all.
 */
@TestMethodOrder(OrderAnnotation.class)
class SourceIT {
    private static final String PASSWORD = "chosen by herself 1";
    private static final String SECRET = "k-0815-not-for-the-log";
    private static final GasDayRule GAS_DAY = new GasDayRule(ZoneId.of("Europe/Copenhagen"), LocalTime.of(6, 0));
    private static final AccountingPeriod OCTOBER = new AccountingPeriod("2024-10");
    private static final int HOURS = 745;

    @TempDir
    static Path scratch;

    @SuppressWarnings("NullAway.Init")
    private static PagedValues values;

    @SuppressWarnings("NullAway.Init")
    private static SequencedApi erp;

    @SuppressWarnings("NullAway.Init")
    private static Started program;

    @BeforeAll
    static void setUp() throws Exception {
        values = new PagedValues(IntStream.range(0, HOURS)
                .mapToObj(i -> "{\"tag\":\"FI-101\",\"start\":\"%s\",\"kwh\":%s,\"changed\":%d}"
                        .formatted(at(i), kwh(i), i + 1))
                .toList());
        erp = new SequencedApi(List.of(
                account(1, "5010", "Gas purchases"),
                account(2, "2010", "Payable"),
                account(3, "1000", "Petty cash"),
                account(4, "1210", "Receivable"),
                account(5, "4010", "Revenue")));
        program = start();
        program.api()
                .post(
                        "/api/v1/first-admin",
                        Map.of("code", program.code(), "user", "ada", "name", "Ada", "password", PASSWORD));
        Api admin = program.api().signIn("ada", PASSWORD);
        for (String role : List.of("ENGINEER", "OPERATOR", "VIEWER")) {
            admin.put("/api/v1/users/" + role.toLowerCase(java.util.Locale.ROOT), user(role));
        }
        points(as("engineer"), admin);
        Path credential =
                Files.createDirectories(scratch.resolve("books/credentials")).resolve("tank-farm");
        Files.writeString(credential, "X-Key: " + SECRET + "\n");
        Files.setPosixFilePermissions(credential, PosixFilePermissions.fromString("rw-------"));
    }

    @AfterAll
    static void stop() {
        values.close();
        erp.close();
        program.close();
    }

    @Test
    @Order(1)
    void aKillHalfWayRepeatsAtMostAPageAndTheMonthIsThatOfTheFile() throws Exception {
        Files.writeString(scratch.resolve("profile.yaml"), PROFILE);
        Path definition = Files.writeString(scratch.resolve("source.yaml"), DEFINITION.formatted(values.address()));
        Run defined = cli("engineer", "source", "define", definition.toString());
        assertThat(defined.output()).contains("tank-farm: defined");
        assertThat(values.stuck.await(2, TimeUnit.MINUTES)).as("the sixth page").isTrue();
        program.process().destroyForcibly().waitFor();
        program = start();

        Run pulled = cli("engineer", "source", "pull", "tank-farm");

        assertThat(pulled.code()).as(pulled.output()).isZero();
        importTheFile();
        Api viewer = as("viewer");
        assertThat(days(viewer, "by-api")).hasSize(31).isEqualTo(days(viewer, "by-file"));
        assertThat(sum(viewer, "by-api")).isEqualByComparingTo(sum(viewer, "by-file"));
        JsonNode source = viewer.get("/api/v1/sources/tank-farm").get("source");
        assertThat(source.get("watermark").asString()).isEqualTo("745");
        assertThat(source.get("lastPull").hasNonNull("fault")).isFalse();
        assertThat(viewer.get("/api/v1/dead-letters").get("rows")).isEmpty();
    }

    @Test
    @Order(2)
    void everyPageLeadsDownToItsBytesAndTheSecretIsNowhere() throws Exception {
        Api viewer = as("viewer");
        JsonNode pulls = viewer.get("/api/v1/sources/tank-farm/pulls").get("rows");
        long pages = 0;
        for (JsonNode pull : pulls) {
            String path = "/api/v1/sources/tank-farm/pulls/" + pull.get("pull").asString() + "/objects";
            for (JsonNode taken : viewer.get(path)) {
                String hash = taken.at("/object/file").asString();
                assertThat(scratch.resolve("books/objects")
                                .resolve(hash.substring(0, 2))
                                .resolve(hash))
                        .content()
                        .contains("FI-101");
                String imported = taken.at("/object/importId").asString();
                JsonNode view = viewer.get("/api/v1/import?importId=" + Api.encode(imported));
                assertThat(view.at("/source/file").asString()).isEqualTo(hash);
                pages++;
            }
        }
        assertThat(pages).isGreaterThanOrEqualTo(8);
        assertThat(values.asked).allMatch(asked -> asked.startsWith(SECRET));
        for (JsonNode row :
                viewer.get("/api/v1/events?stream=source:tank-farm&limit=1000").get("rows")) {
            assertThat(viewer.get("/api/v1/events/" + row.get("position").asLong())
                            .toString())
                    .doesNotContain(SECRET);
        }
        assertThat(program.printed()).doesNotContain(SECRET);
    }

    @Test
    @Order(3)
    void anEngineerPausesAndResumesAnOperatorPullsAndAViewerLooks() throws Exception {
        Run paused = cli("engineer", "source", "pause", "tank-farm", "--reason", "the tank farm moves");
        assertThat(paused.output()).contains("paused: the tank farm moves");
        Run refused = cli("operator", "source", "pull", "tank-farm");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.output()).contains("The source is paused");
        assertThat(cli("engineer", "source", "resume", "tank-farm").code()).isZero();
        assertThat(cli("operator", "source", "pull", "tank-farm").code()).isZero();
        assertThat(status(() -> as("viewer").post("/api/v1/sources/tank-farm/pulls", Map.of())))
                .isEqualTo(403);
        assertThat(cli("viewer", "source", "list").output()).contains("tank-farm: historian from " + values.address());
        JsonNode shown = JsonMapper.shared()
                .readTree(cli("viewer", "source", "show", "tank-farm", "--json").output());
        assertThat(shown.get("pulls").size()).isGreaterThanOrEqualTo(2);
        assertThat(status(() -> as("viewer").get("/api/v1/sources/nobody"))).isEqualTo(404);
    }

    @Test
    @Order(4)
    void aFolderIsReadAndAHostThatIsNotAllowedIsNot() throws Exception {
        Path folder = Files.createDirectories(scratch.resolve("books/sources/north"));
        Files.writeString(folder.resolve("a.csv"), "point,start,kwh,quality\nby-folder," + at(0) + ",7,GOOD\n");
        as("engineer")
                .put(
                        "/api/v1/sources/north",
                        Map.of(
                                "kind",
                                "FLOW_COMPUTER",
                                "profile",
                                "hourly-csv",
                                "folder",
                                Map.of("path", "north", "glob", "*.csv")));
        assertThat(cli("operator", "source", "pull", "north").code()).isZero();
        assertThat(sum(as("viewer"), "by-folder")).isEqualByComparingTo("7");

        as("engineer")
                .put(
                        "/api/v1/sources/metadata",
                        Map.of(
                                "kind", "ERP",
                                "profile",
                                        "name: p\nformat: json\nkind: prices\nseries: s\nday:\n  field: d\nprice: p\ncurrency: USD\n",
                                "http", Map.of("baseUrl", "http://169.254.169.254", "path", "/latest")));
        Run refused = cli("engineer", "source", "pull", "metadata");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.output()).contains("does not call http://169.254.169.254:80");
    }

    @Test
    @Order(5)
    void theAccountsOfAnErpAreProposedPageByPageAndApprovedByAnother() throws Exception {
        as("engineer")
                .put(
                        "/api/v1/sources/chart",
                        Map.of(
                                "kind",
                                "ERP",
                                "profile",
                                CHART,
                                "everySeconds",
                                86_400,
                                "http",
                                Map.of(
                                        "baseUrl", erp.address(),
                                        "path", "/v2/flows",
                                        "requestsPerMinute", 6_000,
                                        "paging",
                                                Map.of(
                                                        "style",
                                                        "CURSOR",
                                                        "parameter",
                                                        "cursor",
                                                        "pointer",
                                                        "/meta/next"),
                                        "watermark",
                                                Map.of(
                                                        "parameter",
                                                        "since",
                                                        "pointer",
                                                        "/seq",
                                                        "type",
                                                        "NUMBER",
                                                        "ascending",
                                                        true))));
        assertThat(cli("operator", "source", "pull", "chart").code()).isZero();
        String first = proposed("ACCOUNTS", 4);
        JsonNode waiting = as("viewer").get("/api/v1/changes/" + first).get("change");
        String content = waiting.get("content").asString();
        assertThat(status(
                        () -> as("engineer").post("/api/v1/changes/" + first + "/approve", Map.of("content", content))))
                .as("who defined the source")
                .isEqualTo(409);
        assertThat(accounts()).isEmpty();
        approve(first);
        assertThat(accounts())
                .containsExactlyInAnyOrder("1210 Receivable", "2010 Payable", "4010 Revenue", "5010 Gas purchases");

        assertThat(cli("operator", "source", "pull", "chart").code()).isZero();
        assertThat(waiting()).as("nothing new, nothing proposed").isEmpty();
        erp.publish(account(6, "4010", "Revenue from gas"));
        assertThat(cli("operator", "source", "pull", "chart").code()).isZero();
        approve(proposed("ACCOUNTS", 4));
        assertThat(accounts())
                .containsExactlyInAnyOrder(
                        "1210 Receivable", "2010 Payable", "4010 Revenue from gas", "5010 Gas purchases");
        JsonNode chart = as("viewer").get("/api/v1/sources/chart").get("source");
        assertThat(chart.get("watermark").asString()).isEqualTo("6");
        assertThat(chart.at("/lastPull").hasNonNull("fault")).isFalse();
    }

    @Test
    @Order(6)
    void contractsOfVolumeManagementAreOneChangeAndTheSameFileAgainIsNone() throws Exception {
        as("engineer").put("/api/v1/sources/contracts", folderSource("VOLUME_MANAGEMENT", CONTRACTS, "contracts"));
        Path folder = Files.createDirectories(scratch.resolve("books/sources/contracts"));
        String csv = "id;shipper;name;from;series;point;way;share\n"
                + "a-1;alpha;Alpha Gas;2024-10;hub;by-api;E;0,25\n"
                + "b-1;beta;Beta Gas;2024-10;hub;by-api;E;0,75\n";
        Files.writeString(folder.resolve("1.csv"), csv);
        assertThat(cli("operator", "source", "pull", "contracts").code()).isZero();
        String change = proposed("CONTRACTS", 2);
        assertThat(as("viewer").get("/api/v1/shippers"))
                .as("nothing applies by itself")
                .isEmpty();
        approve(change);
        assertThat(as("viewer").get("/api/v1/contracts/b-1").toString()).contains("\"shipper\":\"beta\"", "0.75");

        Files.writeString(folder.resolve("2.csv"), csv + "\n");
        assertThat(cli("operator", "source", "pull", "contracts").code()).isZero();
        assertThat(waiting()).isEmpty();

        Files.writeString(folder.resolve("3.csv"), csv.replace("2024-10;hub", "2024-12;hub"));
        assertThat(cli("operator", "source", "pull", "contracts").code()).isZero();
        String other = proposed("CONTRACTS", 2);
        as("ada").post("/api/v1/changes/" + other + "/reject", Map.of("reason", "nobody agreed to that"));
        Files.writeString(folder.resolve("4.csv"), csv.replace("2024-10;hub", "2024-12;hub") + "\n");
        assertThat(cli("operator", "source", "pull", "contracts").code()).isZero();
        assertThat(waiting()).as("what was rejected is not proposed again").isEmpty();
    }

    @Test
    @Order(7)
    void thePeriodsOfAnErpAreKeptWithTheirHistory() throws Exception {
        as("engineer").put("/api/v1/sources/periods", folderSource("ERP", PERIODS, "periods"));
        Path folder = Files.createDirectories(scratch.resolve("books/sources/periods"));
        Files.writeString(folder.resolve("1.csv"), "Periode;Status\n09.2024;C\n10.2024;C\n");
        assertThat(cli("operator", "source", "pull", "periods").code()).isZero();
        Files.writeString(folder.resolve("2.csv"), "Periode;Status\n09.2024;C\n10.2024;O\n");
        assertThat(cli("operator", "source", "pull", "periods").code()).isZero();

        JsonNode told = as("viewer").get("/api/v1/closes/net/2024-10/journal/erp-periods");
        assertThat(told.valueStream()
                        .map(one -> one.get("state").asString() + " "
                                + one.at("/source/name").asString()))
                .containsExactly("OPEN periods 2.csv", "CLOSED periods 1.csv");
    }

    private static final String CHART = """
            name: chart
            kind: set-up
            format: json
            records: data.items
            brings: part
            sheets:
              - sheet: Accounts
                columns: {Use: no, Account: no, Account name: text}
                fixed: {Account map: net}
                words: {Use: {'5010': GAS_PURCHASES, '2010': PAYABLE, '1210': RECEIVABLE, '4010': REVENUE}}
                only: [Use]
            """;

    private static final String CONTRACTS = """
            name: contracts
            kind: set-up
            delimiter: ;
            decimal: ','
            sheets:
              - sheet: Shippers
                columns: {Shipper: shipper, Name: name}
              - sheet: Contracts
                columns: {Contract: id, Shipper: shipper, Effective from: from, Series: series}
                fixed: {Network: net, Area: area, Day without price: LAST_PUBLISHED, 'Look back, days': '7', Currency: USD}
              - sheet: Shares
                columns: {Contract: id, Effective from: from, Point: point, Direction: way, Share: share}
                words: {Direction: {E: RECEIPT, A: DELIVERY}}
                figures: [Share]
            """;

    private static final String PERIODS = """
            name: periods
            kind: erp-periods
            delimiter: ;
            group: net
            period: {field: Periode, pattern: MM.uuuu}
            state: Status
            open: [O]
            closed: [C]
            """;

    private static String account(int sequence, String number, String text) {
        return "{\"no\":\"%s\",\"text\":\"%s\",\"seq\":%d}".formatted(number, text, sequence);
    }

    private static Map<String, Object> folderSource(String kind, String profile, String folder) {
        return Map.of(
                "kind",
                kind,
                "profile",
                profile,
                "everySeconds",
                86_400,
                "folder",
                Map.of("path", folder, "glob", "*.csv"));
    }

    private static JsonNode waiting() throws IOException {
        return as("viewer").get("/api/v1/changes?state=PROPOSED").get("rows");
    }

    /** The one change that waits, once the list shows it; it has that many rows of a sheet. */
    private static String proposed(String sheet, int rows) throws Exception {
        for (int look = 0; look < 100 && waiting().isEmpty(); look++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        JsonNode waiting = waiting();
        assertThat(waiting).as(waiting.toString()).hasSize(1);
        assertThat(waiting.get(0).get("proposedBy").asString())
                .as("in the name of who defined the source")
                .isEqualTo("engineer");
        assertThat(waiting.get(0).get("rows").valueStream())
                .as(waiting.toString())
                .anyMatch(one -> one.get("sheet").asString().equals(sheet)
                        && one.get("rows").asInt() == rows);
        return waiting.get(0).get("change").asString();
    }

    private static void approve(String change) throws Exception {
        JsonNode last = as("ada").get("/api/v1/changes/" + change).get("change");
        as("ada")
                .post(
                        "/api/v1/changes/" + change + "/approve",
                        Map.of("content", last.get("content").asString()));
        for (int look = 0; look < 300 && !last.get("state").asString().equals("IN_FORCE"); look++) {
            TimeUnit.MILLISECONDS.sleep(100);
            last = as("ada").get("/api/v1/changes/" + change).get("change");
        }
        assertThat(last.get("state").asString()).as(last.toString()).isEqualTo("IN_FORCE");
        assertThat(last.get("refused").asInt(0)).as(last.toString()).isZero();
    }

    private static List<String> accounts() throws IOException {
        try {
            return as("viewer")
                    .get("/api/v1/account-maps/net")
                    .get(0)
                    .get("map")
                    .valueStream()
                    .map(one ->
                            one.get("number").asString() + " " + one.get("name").asString())
                    .toList();
        } catch (ApiRefused e) {
            assertThat(e.status()).isEqualTo(404);
            return List.of();
        }
    }

    private static final String PROFILE = """
            name: tank-farm
            format: json
            records: values
            layout: long
            point: tag
            value: kwh
            time:
              field: start
              zone: UTC
            points:
              FI-101: by-api
            """;

    private static final String DEFINITION = """
            name: tank-farm
            kind: HISTORIAN
            profile: profile.yaml
            everySeconds: 86400
            http:
              baseUrl: %s
              path: /api/values
              credential: tank-farm
              requestsPerMinute: 600
              timeoutSeconds: 300
              paging: {style: CURSOR, parameter: cursor, pointer: /next}
              watermark: {parameter: since, pointer: /changed, type: NUMBER, ascending: true}
            """;

    private static Instant at(int hour) {
        return GAS_DAY.start(OCTOBER).plusSeconds(3_600L * hour);
    }

    private static String kwh(int hour) {
        return (hour * 37 % 101 - 30) + "." + (hour % 9 + 1);
    }

    private static void importTheFile() throws Exception {
        Path file = Files.writeString(
                scratch.resolve("october.csv"),
                IntStream.range(0, HOURS)
                        .mapToObj(i -> "by-file," + at(i) + "," + kwh(i) + ",GOOD\n")
                        .collect(Collectors.joining("", "point,start,kwh,quality\n", "")));
        Run imported = cli("operator", "import", "--profile", "hourly-csv", file.toString());
        assertThat(imported.output()).contains("745 accepted");
    }

    private static BigDecimal sum(Api api, String point) {
        JsonNode month = api.get("/api/v1/meter-months/" + point + "/2024-10");
        return month.at("/receipt").decimalValue().add(month.at("/delivery").decimalValue());
    }

    /** Day, kWh in and out, and how many records of how many. */
    private static List<String> days(Api api, String point) {
        return api.get("/api/v1/meter-months/" + point + "/2024-10/days")
                .valueStream()
                .map(day -> day.get("total") + " " + day.get("recorded") + " of " + day.get("expected"))
                .toList();
    }

    private static void points(Api engineer, Api admin) {
        AgreedSetup setup = new AgreedSetup(engineer, admin);
        setup.row(SetupSheet.NETWORKS, "net", "net", "Net", "net");
        setup.row(SetupSheet.AREAS, "area", "net", "Area", "2024-10", 1, 1, 250);
        setup.row(SetupSheet.SERIES, "hub", "The hub", "USD");
        for (String point : List.of("by-api", "by-file", "by-folder")) {
            setup.row(
                    SetupSheet.POINTS,
                    point,
                    "area",
                    point,
                    PointRole.FLOW,
                    GAS_DAY.zone(),
                    "06:00",
                    MeasuringInterval.HOUR,
                    "2024-01-01",
                    1);
        }
        setup.agree("sources");
    }

    private static Map<String, Object> user(String role) {
        String name = role.toLowerCase(java.util.Locale.ROOT);
        return Map.of("person", name, "name", name, "password", PASSWORD, "roles", List.of(role));
    }

    private static int status(org.assertj.core.api.ThrowableAssert.ThrowingCallable order) {
        return catchThrowableOfType(ApiRefused.class, order).status();
    }

    private static Api as(String user) throws IOException {
        return program.api().signIn(user, PASSWORD);
    }

    private static Run cli(String user, String... words) throws Exception {
        Path token = scratch.resolve(user + ".token");
        Files.deleteIfExists(token);
        Files.createFile(token, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(token, as(user).token());
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("--server", program.address(), "--token-file", token.toString()));
        return Program.run(all.toArray(String[]::new));
    }

    private static Started start() throws Exception {
        return Started.start(
                Map.of(
                        "TALLYBOOK_SOURCES_HOSTS",
                        values.address() + "," + erp.address(),
                        "TALLYBOOK_SOURCES_SETTLE",
                        "200ms"),
                "start",
                "--port",
                "0",
                "--data",
                scratch.resolve("books").toString());
    }
}
