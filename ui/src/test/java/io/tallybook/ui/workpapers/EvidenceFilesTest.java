package io.tallybook.ui.workpapers;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.messages.workpapers.WorkpapersCommand.AttachEvidence;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceFilesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "proof of the 19th.pdf|proof of the 19th.pdf",
                "C:\\Users\\anna\\proof.pdf|proof.pdf",
                "../../etc/passwd|passwd",
                ".hidden|hidden",
                "a<b>\"c\".txt|a-b--c-.txt",
                "måling (2).csv|måling (2).csv",
                "...|file"
            })
    void keepsAPlainNameOfWhatTheBrowserCallsIt(String given, String kept) {
        assertThat(EvidenceFiles.plain(given)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "/", "\u202egpj.exe", "x\r\ny", "a:b|c"})
    void isAlwaysTakenByTheOrder(String given) {
        assertThat(attached(EvidenceFiles.plain(given)).name()).isNotBlank();
    }

    @Test
    void cutsALongNameAndKeepsItsEnding() {
        String name = EvidenceFiles.plain("-".repeat(100) + "x".repeat(200) + ".pdf");

        assertThat(name).hasSizeLessThanOrEqualTo(120).endsWith(".pdf");
        assertThat(attached(name)).isNotNull();
    }

    @Test
    void namesNoKindWhereTheSenderNamesNoneThatIsOne() {
        assertThat(EvidenceFiles.mediaType("text/plain;charset=utf-8")).isEqualTo("text/plain");
        assertThat(EvidenceFiles.mediaType("nonsense")).isEqualTo("application/octet-stream");
        assertThat(EvidenceFiles.mediaType(null)).isEqualTo("application/octet-stream");
    }

    private static AttachEvidence attached(String name) {
        return new EvidenceFiles.Stored(Sha256.of("x"), name, 1, "text/plain")
                .attach(new CloseId("dk/2024-10"), Subject.task(CloseStep.BALANCE), new PersonId("ann"), Instant.EPOCH);
    }
}
