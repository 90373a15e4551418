package io.tallybook.ui.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallybook.ui.Program;
import io.tallybook.ui.Program.Run;
import io.tallybook.ui.cli.Api;
import io.tallybook.ui.cli.ApiRefused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The built program started for real books, from the empty directory to its people. One directory, in order. */
@TestMethodOrder(OrderAnnotation.class)
class StartIT {
    private static final String PASSWORD = "chosen by herself 1";
    private static final String FIRST_ADMIN = "/api/v1/first-admin";

    @TempDir
    static Path scratch;

    private static String oldCode = "";

    @Test
    @Order(1)
    void printsAOneTimeCodeOnAnEmptyDirectory() throws Exception {
        try (Started program = start()) {
            oldCode = program.code();
            assertThat(oldCode).hasSizeGreaterThan(20);
            assertThat(program.printed()).doesNotContain("demo", "Exception");
        }
    }

    @Test
    @Order(2)
    void aRestartMakesANewCodeAndTheCodeMakesTheAdminOnce() throws Exception {
        try (Started program = start()) {
            String code = program.code();
            Api nobody = program.api();
            refused(nobody, oldCode, "code-not-right");
            nobody.post(FIRST_ADMIN, admin(code));
            refused(nobody, code, "first-admin-exists");

            Api admin = program.api().signIn("ada", PASSWORD);
            assertThat(admin.get("/api/v1/me").get("roles").toString()).isEqualTo("[\"ADMIN\"]");
            admin.put("/api/v1/users/anna", user("anna", "ACCOUNTANT"));
            Api anna = program.api().signIn("anna", PASSWORD);
            assertThat(anna.get("/api/v1/me").get("roles").toString()).isEqualTo("[\"ACCOUNTANT\"]");
            hasNoDemo(program, anna);
            hasNoSecretOnShow(program, code);
            isOnlyOne(program);
        }
    }

    @Test
    @Order(3)
    void asksForNoCodeOnceThereIsAnAdmin() throws Exception {
        try (Started program = start()) {
            assertThat(program.printed()).doesNotContain("one-time code");
            refused(program.api(), oldCode, "first-admin-exists");
            program.api().signIn("ada", PASSWORD);
        }
    }

    @Test
    @Order(4)
    void anAccountThatIsRefusedIsNotStored() throws Exception {
        try (Started program = start()) {
            Api admin = program.api().signIn("ada", PASSWORD);
            Api anna = program.api().signIn("anna", PASSWORD);
            Map<String, Object> anotherPerson = new HashMap<>(user("berta", "ACCOUNTANT"));
            anotherPerson.put("password", "chosen by another 2");
            Map<String, Object> nameless = new HashMap<>(user("carl", "ACCOUNTANT"));
            nameless.put("name", "");

            assertThat(refusal(() -> admin.put("/api/v1/users/anna", anotherPerson)))
                    .isEqualTo("another-persons-account");
            assertThat(anna.get("/api/v1/me").get("name").asString()).isEqualTo("anna");
            program.api().signIn("anna", PASSWORD);

            assertThat(refusal(() -> admin.put("/api/v1/users/carl", nameless))).isEqualTo("invalid");
            assertThat(admin.get("/api/v1/events?stream=user:carl").get("rows")).isEmpty();
        }
    }

    private static void hasNoDemo(Started program, Api anna) throws Exception {
        assertThat(anna.get("/api/v1/closes")).isEmpty();
        Api accountant = program.api();
        assertThatThrownBy(() -> accountant.signIn("accountant", PASSWORD)).isInstanceOf(ApiRefused.class);
        Api script = new Api(program.address(), "demo-script", anna.token());
        assertThat(catchThrowableOfType(ApiRefused.class, () -> script.get("/api/v1/me"))
                        .status())
                .isEqualTo(403);
        assertThat(new String(anna.bytes("/api/v1/closes"), StandardCharsets.UTF_8))
                .doesNotContain("demo");
    }

    private static void hasNoSecretOnShow(Started program, String code) throws Exception {
        List<ProcessHandle> all =
                new java.util.ArrayList<>(program.process().descendants().toList());
        all.add(program.process().toHandle());
        for (ProcessHandle one : all) {
            assertThat(Files.readString(Path.of("/proc", Long.toString(one.pid()), "cmdline")))
                    .doesNotContain(PASSWORD, code);
        }
        assertThat(program.printed()).doesNotContain(PASSWORD);
        assertThat(events()).isNotEmpty().noneMatch(event -> event.contains(PASSWORD) || event.contains(code));
    }

    /** What the log holds, read past the program. */
    private static List<String> events() throws Exception {
        Path data = scratch.resolve("books");
        Properties passwords = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("database.passwords"))) {
            passwords.load(file);
        }
        String port =
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
        List<String> events = new java.util.ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/tallybook", "app", passwords.getProperty("app"));
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select convert_from(payload, 'UTF8') || convert_from(metadata, 'UTF8') from events")) {
            while (rows.next()) {
                events.add(rows.getString(1));
            }
        }
        return events;
    }

    private static void isOnlyOne(Started program) throws Exception {
        Run second = Program.run("start", "--port", "0", "--data", books());
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.output().strip())
                .endsWith("is in use by another Tallybook.")
                .doesNotContain("\n");
        String port = program.found("127\\.0\\.0\\.1:(\\d+)");
        Run onPort = Program.run(
                "start", "--port", port, "--data", scratch.resolve("other").toString());
        assertThat(onPort.code()).isEqualTo(1);
        assertThat(onPort.output().strip())
                .startsWith("tallybook: Port " + port + " is in use")
                .doesNotContain("\n");
    }

    private static void refused(Api nobody, String code, String rule) {
        assertThat(refusal(() -> nobody.post(FIRST_ADMIN, admin(code)))).isEqualTo(rule);
    }

    private static String refusal(ThrowingCallable order) {
        return catchThrowableOfType(ApiRefused.class, order).rule();
    }

    private static Map<String, Object> admin(String code) {
        return Map.of("code", code, "user", "ada", "name", "Ada", "password", PASSWORD);
    }

    private static Map<String, Object> user(String person, String role) {
        return Map.of("person", person, "name", person, "password", PASSWORD, "roles", List.of(role));
    }

    private static Started start() throws Exception {
        return Started.start("start", "--port", "0", "--data", books());
    }

    private static String books() {
        return scratch.resolve("books").toString();
    }
}
