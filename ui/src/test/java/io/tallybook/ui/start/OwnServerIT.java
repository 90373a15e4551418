package io.tallybook.ui.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.ui.Program;
import io.tallybook.ui.Program.Run;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server that is not ours, prepared by the very statements docs/operating gives to its administrator. */
class OwnServerIT {
    @TempDir
    static Path scratch;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void prepare() throws Exception {
        Path password = Files.writeString(scratch.resolve("superuser"), "super\n");
        postgres = EmbeddedPostgres.builder()
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", password.toString())
                .setConnectConfig("password", "super")
                .start();
        Matcher sql = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/operating/README.md")));
        assertThat(sql.find()).isTrue();
        try (Connection connection = as("postgres", "super", "postgres");
                Statement statement = connection.createStatement()) {
            // one by one: a database is not created within a block of statements
            for (String one : sql.group(1).lines().toList()) {
                statement.execute(one);
            }
            statement.execute("ALTER ROLE owner PASSWORD 'owners-own'");
            statement.execute("ALTER ROLE app PASSWORD 'apps:own'");
        }
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void servesFromItWithPasswordsOfAFileAndMayOnlyAddToTheLog() throws Exception {
        Path file = passwords("rw-------", "*:*:tallybook:owner:owners-own\n127.0.0.1:*:*:app:apps\\:own\n");

        try (Started program = Started.start(
                Map.of("PGPASSFILE", file.toString()),
                "start",
                "--port",
                "0",
                "--data",
                scratch.resolve("data").toString(),
                "--postgres",
                url())) {
            assertThat(program.code()).isNotEmpty();
            assertThat(Files.readString(
                            Path.of("/proc", Long.toString(program.process().pid()), "cmdline")))
                    .doesNotContain("own\n", "owners-own", "apps:own");
            program.api()
                    .post(
                            "/api/v1/first-admin",
                            Map.of("code", program.code(), "user", "ada", "name", "Ada", "password", "twelve letters"));
            assertThat(scratch.resolve("data/postgres")).doesNotExist();
        }
        try (Connection app = as("app", "apps:own", "tallybook");
                Statement statement = app.createStatement()) {
            assertThat(statement.executeQuery("select 1 from events").next()).isTrue();
            assertThatThrownBy(() -> statement.execute("update events set type = 'x'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("delete from events")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void aWrongPasswordIsOneSentence() throws Exception {
        one(run(passwords("rw-------", "*:*:*:*:wrong\n"), url()), "does not let the role owner in");
    }

    @Test
    void noPasswordIsOneSentence() throws Exception {
        one(run(passwords("rw-------", "# none\n"), url()), "There is no password of the role owner");
    }

    @Test
    void aPasswordFileOthersCanReadIsNotUsed() throws Exception {
        one(run(passwords("rw-r--r--", "*:*:*:*:wrong\n"), url()), "can be read by others");
    }

    @Test
    void aServerThatIsNotThereIsOneSentence() throws Exception {
        one(
                run(passwords("rw-------", "*:*:*:*:any\n"), "postgresql://127.0.0.1:1/tallybook"),
                "No PostgreSQL server answers at 127.0.0.1:1/tallybook.");
    }

    @Test
    void aPasswordInTheAddressIsNotTaken() throws Exception {
        one(
                run(passwords("rw-------", ""), "postgresql://owner:secret@127.0.0.1/tallybook"),
                "--postgres takes postgresql://HOST[:PORT]/DATABASE and nothing more");
    }

    private static Path passwords(String mode, String lines) throws Exception {
        Path file = Files.createTempFile(scratch, "pass", "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return Files.writeString(file, lines);
    }

    private static Run run(Path passwords, String url) throws Exception {
        Path output = Files.createTempFile(scratch, "run", ".out");
        Process process = Program.start(
                Map.of("PGPASSFILE", passwords.toString()),
                output,
                "start",
                "--port",
                "0",
                "--data",
                scratch.resolve("none").toString(),
                "--postgres",
                url);
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            return new Run(process.exitValue(), Files.readString(output));
        } finally {
            process.destroyForcibly();
        }
    }

    private static void one(Run run, String sentence) {
        assertThat(run.code()).as(run.output()).isEqualTo(1);
        assertThat(run.output().strip())
                .startsWith("tallybook: ")
                .contains(sentence)
                .doesNotContain("\n");
    }

    private static String url() {
        return "postgresql://127.0.0.1:" + postgres.getPort() + "/tallybook";
    }

    private static Connection as(String user, String password, String database) throws Exception {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database, user, password);
    }
}
