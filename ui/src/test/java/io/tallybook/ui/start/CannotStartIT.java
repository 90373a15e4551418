package io.tallybook.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.ui.Program;
import io.tallybook.ui.Program.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the program from starting is one sentence and exit code 1; what is typed wrongly is exit code 2. */
class CannotStartIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path scratch;

    @Test
    void aFileIsNoDataDirectory() throws Exception {
        Path file = Files.createFile(scratch.resolve("file"));

        one(start(file), "is a file");
    }

    @Test
    void aDirectoryWithSomethingElseInItIsLeftAlone() throws Exception {
        Path foreign = Files.createDirectory(scratch.resolve("foreign"));
        Files.writeString(foreign.resolve("letter.txt"), "Dear");

        one(start(foreign), "holds something else than a Tallybook's data");
        assertThat(foreign.toFile().list()).containsExactly("letter.txt");
    }

    @Test
    void aDirectoryNobodyCanWriteToIsNamed() throws Exception {
        // not even root writes there
        one(start(Path.of("/proc/tallybook")), "cannot be written to");
    }

    @Test
    void aDamagedClusterIsNotOverwritten() throws Exception {
        Path damaged = Files.createDirectories(scratch.resolve("damaged/postgres/base"));
        Files.createDirectory(scratch.resolve("damaged/objects"));

        one(start(scratch.resolve("damaged")), "holds no PostgreSQL cluster, or a damaged one");
        assertThat(damaged).exists();
    }

    @Test
    void aPortThatIsNoneIsWrongUsage() throws Exception {
        Run run = Program.run("start", "--port", "70000", "--data", scratch.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.output()).contains("a port is a number from 0 to 65535").doesNotContain("Exception");
    }

    private static Run start(Path data) throws Exception {
        return Program.run("start", "--port", "0", "--data", data.toString());
    }

    private static void one(Run run, String sentence) {
        assertThat(run.code()).as(run.output()).isEqualTo(1);
        assertThat(run.output().strip())
                .startsWith("tallybook: ")
                .contains(sentence)
                .doesNotContain("\n");
    }
}
