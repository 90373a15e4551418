package io.tallybook.ui.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallybook.ui.Program;
import io.tallybook.ui.Program.Run;
import io.tallybook.ui.cli.Api;
import io.tallybook.ui.cli.ApiRefused;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of its own fills up. Mounting one takes root, which the gate is. */
class FullDiskIT {
    private static final String PASSWORD = "chosen by herself 1";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path disk;

    @AfterEach
    void unmount() throws Exception {
        sh("umount", disk.toString());
    }

    @Test
    void atTheStartItIsOneSentence() throws Exception {
        mount(100);

        Run run = Program.run(
                "start", "--port", "0", "--data", disk.resolve("data").toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output().strip()).startsWith("tallybook: The disk of ").doesNotContain("\n");
    }

    @Test
    void whileRunningItIsOneAnswerAndEverythingGoesOnOnceThereIsSpace() throws Exception {
        mount(500);
        try (Started program = Started.start(
                "start", "--port", "0", "--data", disk.resolve("data").toString())) {
            Api engineer = people(program);
            engineer.put("/api/v1/shippers/first?reason=new", Map.of("name", "First"));
            Api operator = program.api().signIn("otto", PASSWORD);
            Path file = Files.writeString(
                    Files.createTempFile("tallybook", ".csv"),
                    "point,start,kwh,quality\np,2024-10-01T04:00:00Z,1,GOOD\n");

            Path ballast = fill();
            full(() -> engineer.put("/api/v1/shippers/second?reason=new", Map.of("name", "Second")));
            full(() -> operator.importFile("hourly-csv", "hourly-csv", "one.csv", file));
            Files.delete(ballast);

            engineer.put("/api/v1/shippers/second?reason=new", Map.of("name", "Second"));
            assertThat(operator.importFile("hourly-csv", "hourly-csv", "one.csv", file)
                            .get("counts")
                            .get("rejected")
                            .asInt())
                    .isEqualTo(1);
            assertThat(engineer.get("/api/v1/changes").get("rows")).hasSize(2);
        }
    }

    private static Api people(Started program) throws Exception {
        program.api()
                .post(
                        "/api/v1/first-admin",
                        Map.of("code", program.code(), "user", "ada", "name", "Ada", "password", PASSWORD));
        Api admin = program.api().signIn("ada", PASSWORD);
        admin.put("/api/v1/users/eric", user("eric", "ENGINEER"));
        admin.put("/api/v1/users/otto", user("otto", "OPERATOR"));
        return program.api().signIn("eric", PASSWORD);
    }

    private static Map<String, Object> user(String person, String role) {
        return Map.of("person", person, "name", person, "password", PASSWORD, "roles", List.of(role));
    }

    /** Until not a byte is left. */
    private Path fill() throws Exception {
        Path ballast = disk.resolve("ballast");
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (disk.toFile().getUsableSpace() > 0) {
                out.write(block);
            }
        } catch (java.io.IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
        return ballast;
    }

    private static void full(org.assertj.core.api.ThrowableAssert.ThrowingCallable order) {
        ApiRefused refused = catchThrowableOfType(ApiRefused.class, order);
        assertThat(refused.status()).isEqualTo(507);
        assertThat(refused).hasMessageContaining("is full");
    }

    private void mount(int mib) throws Exception {
        Assumptions.assumeTrue(
                sh("mount", "-t", "tmpfs", "-o", "size=" + mib + "m", "tallybook-test", disk.toString()) == 0,
                "mounting a small disk takes root");
    }

    private static int sh(String... words) throws Exception {
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }
}
