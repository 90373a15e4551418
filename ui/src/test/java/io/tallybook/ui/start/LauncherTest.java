package io.tallybook.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code tallybook} on machines that lack something: a copy of it, with a PATH of a few tools only. */
class LauncherTest {
    private static final List<String> TOOLS =
            List.of("bash", "cat", "dirname", "env", "find", "mktemp", "readlink", "rm", "sed");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path machine;

    private record Said(int code, String words) {}

    @BeforeEach
    void furnish() throws Exception {
        Files.createDirectories(machine.resolve("home"));
        Files.createDirectories(machine.resolve("jvms"));
        Files.createDirectories(machine.resolve("bin"));
        Files.copy(Path.of("../tallybook"), machine.resolve("home/tallybook"));
        for (String tool : TOOLS) {
            Path program = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
            executable(machine.resolve("bin").resolve(tool), "#!/bin/sh\nexec " + program + " \"$@\"\n");
        }
    }

    @Test
    void saysThatAJdkIsMissing() throws Exception {
        Said said = run(Map.of());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words().strip())
                .startsWith("tallybook: needs a JDK 25 or newer")
                .doesNotContain("\n");
    }

    @Test
    void neitherABrokenHomeNorAnOldJavaOnThePathWillDo() throws Exception {
        java(machine.resolve("bin/java"), 17);

        Said said = run(Map.of("JAVA_HOME", machine.resolve("gone").toString()));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words().strip())
                .startsWith("tallybook: needs a JDK 25 or newer")
                .doesNotContain("\n");
    }

    @Test
    void passesOverABrokenHomeAndAnOldJavaForTheNewOneAmongTheInstalled() throws Exception {
        java(machine.resolve("bin/java"), 17);
        java(machine.resolve("jvms/a/bin/java"), 21);
        java(machine.resolve("jvms/b/bin/java"), 25);
        Files.createDirectories(machine.resolve("home/ui/target"));
        Files.createFile(machine.resolve("home/ui/target/tallybook.jar"));

        Said said = run(Map.of("JAVA_HOME", machine.resolve("gone").toString()));

        assertThat(said.code()).isZero();
        assertThat(said.words()).contains("ran 25", "-Xmx1g", "tallybook.jar start");
    }

    @Test
    void saysThatMavenIsMissingWhenThereIsNothingBuilt() throws Exception {
        java(machine.resolve("jvms/b/bin/java"), 25);

        Said said = run(Map.of());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words().strip())
                .startsWith("tallybook: is not built yet and Maven (3.8.7 or newer) is not on the PATH")
                .doesNotContain("\n");
    }

    /** A stand-in that knows its version and says how it was run. */
    private static void java(Path file, int version) throws Exception {
        executable(
                file,
                "#!/usr/bin/env bash\nif [ \"$1\" = -XshowSettings:properties ]; then"
                        + " echo '    java.specification.version = " + version + "' >&2; else echo \"ran " + version
                        + " $*\"; fi\n");
    }

    private static void executable(Path file, String script) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Said run(Map<String, String> environment) throws Exception {
        ProcessBuilder script = new ProcessBuilder(
                        machine.resolve("bin/bash").toString(),
                        machine.resolve("home/tallybook").toString(),
                        "start")
                .redirectErrorStream(true);
        script.environment().clear();
        script.environment().put("PATH", machine.resolve("bin").toString());
        script.environment().put("TALLYBOOK_JVMS", machine.resolve("jvms").toString());
        script.environment().putAll(environment);
        Process process = script.start();
        String words = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Said(process.waitFor(), words);
    }
}
