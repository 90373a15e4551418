package io.tallybook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalObjectDirectoryTest {
    private static final byte[] BYTES = "a ticket".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path root;

    private LocalObjectDirectory objects;

    @BeforeEach
    void open() throws IOException {
        objects = new LocalObjectDirectory(root, new Headroom(root));
    }

    @Test
    void givesBackTheBytesUnderTheirHash() throws IOException {
        Sha256 hash = objects.put(BYTES);
        assertThat(hash).isEqualTo(Sha256.of(BYTES));
        assertThat(objects.has(hash)).isTrue();
        try (InputStream bytes = objects.open(hash).orElseThrow()) {
            assertThat(bytes.readAllBytes()).isEqualTo(BYTES);
        }
        assertThat(root.resolve(hash.hex().substring(0, 2)).resolve(hash.hex())).hasBinaryContent(BYTES);
    }

    @Test
    void keepsTheSameBytesOnceAndLeavesNothingAside() throws IOException {
        objects.put(BYTES);
        objects.put(BYTES);
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void leavesNothingWhenTheBytesStopHalfway() throws IOException {
        InputStream broken = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given++ < 10) {
                    return 'x';
                }
                throw new IOException("cut off");
            }
        };
        assertThatThrownBy(() -> objects.put(broken)).hasMessage("cut off");
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void hasNothingUnderAHashNeverStored() throws IOException {
        assertThat(objects.open(Sha256.of("nothing"))).isEmpty();
        assertThat(objects.has(Sha256.of("nothing"))).isFalse();
    }
}
