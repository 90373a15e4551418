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
    private static Started program;

    @BeforeAll
    static void setUp() throws Exception {
        values = new PagedValues(IntStream.range(0, HOURS)
                .mapToObj(i -> "{\"tag\":\"FI-101\",\"start\":\"%s\",\"kwh\":%s,\"changed\":%d}"
                        .formatted(at(i), kwh(i), i + 1))
                .toList());
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
                Map.of("TALLYBOOK_SOURCES_HOSTS", values.address(), "TALLYBOOK_SOURCES_SETTLE", "200ms"),
                "start",
                "--port",
                "0",
                "--data",
                scratch.resolve("books").toString());
    }
}
