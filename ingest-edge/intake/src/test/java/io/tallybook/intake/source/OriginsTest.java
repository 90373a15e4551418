package io.tallybook.intake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.Invalid;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what is named may be called, to the letter of scheme, host and port. */
class OriginsTest {
    private static final Origins ORIGINS = new Origins(List.of("history.example.com", "http://10.0.0.7:8080"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://history.example.com/values?x=1",
                "https://HISTORY.example.com:443/",
                "http://10.0.0.7:8080/values"
            })
    void takesWhatIsNamed(String address) {
        assertThat(ORIGINS.allow(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://history.example.com/",
                "https://history.example.com:8443/",
                "https://history.example.com.evil.example/",
                "https://evil.example/history.example.com",
                "https://history.example.com@evil.example/",
                "http://10.0.0.7/",
                "http://169.254.169.254/",
                "file:///etc/passwd"
            })
    void leavesEverythingElseAlone(String address) {
        assertThat(ORIGINS.allow(URI.create(address))).isFalse();
    }

    @Test
    void aSettingThatIsNoOriginIsSaid() {
        assertThatThrownBy(() -> Station.allowing("https://history.example.com/path"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("tallybook.sources.hosts");
    }
}
