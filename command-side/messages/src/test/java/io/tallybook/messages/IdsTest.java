package io.tallybook.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.metering.MeterMonthId;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void aWordHasOneTo64SmallLettersDigitsDotsAndDashes() {
        new PointId("a".repeat(64));
        new PointId("9-a.b");
        for (String wrong : List.of("", "A", "-a", ".a", "a b", "a/b", "ä", "a\n", "a".repeat(65))) {
            assertThatThrownBy(() -> new PointId(wrong)).as(wrong).isInstanceOf(Invalid.class);
        }
    }

    @Test
    void aPathHas120CharactersAndNotOneMore() {
        new ImportId("a/B#1:2_3-4.5");
        new ImportId("a".repeat(120));
        for (String wrong : List.of("", "A", "/a", "a b", "a".repeat(121))) {
            assertThatThrownBy(() -> new ImportId(wrong)).as(wrong).isInstanceOf(Invalid.class);
        }
    }

    @Test
    void aStreamIsNamedByTheIdAndItsKind() {
        assertThat(new PointId("ellund")).hasToString("point:ellund");
        assertThat(new CloseId("dk/2024-10")).hasToString("close:dk/2024-10");
        assertThat(new MeterMonthId("ellund/2024-10")).hasToString("ellund/2024-10");
        assertThat(new JournalId("dk/2024-10/CLOSE/1")).hasToString("journal:dk/2024-10/CLOSE/1");
    }

    @Test
    void aMeterMonthIsAPointAndAPeriod() {
        MeterMonthId month = MeterMonthId.of(new PointId("ellund"), new AccountingPeriod("2024-10"));
        assertThat(month.value()).isEqualTo("ellund/2024-10");
        assertThat(month.point()).isEqualTo(new PointId("ellund"));
        assertThat(month.period()).isEqualTo(new AccountingPeriod("2024-10"));
        for (String wrong : List.of("ellund", "/2024-10", "ellund/", "ellund/2024-13", "a/b/2024-10")) {
            assertThatThrownBy(() -> new MeterMonthId(wrong)).as(wrong).isInstanceOf(Invalid.class);
        }
    }

    @Test
    void aCloseIsAGroupAndAPeriod() {
        CloseId close = CloseId.of(new CloseGroup("dk"), new AccountingPeriod("2024-10"));
        assertThat(close.value()).isEqualTo("dk/2024-10");
        assertThat(close.group()).isEqualTo(new CloseGroup("dk"));
        assertThat(close.period()).isEqualTo(new AccountingPeriod("2024-10"));
        for (String wrong : List.of("dk", "/2024-10", "dk/2024", "DK/2024-10")) {
            assertThatThrownBy(() -> new CloseId(wrong)).as(wrong).isInstanceOf(Invalid.class);
        }
    }

    @Test
    void aJournalIsItsDocumentKey() {
        assertThat(JournalId.ofClose(new CloseId("dk/2024-10")).value()).isEqualTo("dk/2024-10/CLOSE/1");
        for (String wrong : List.of(
                "dk/2024-10/CLOSE/0", "dk/2024-10/close/1", "dk/2024-10/CLOSE", "dk/CLOSE/1", "dk/2024-10/CLOSE/1\n")) {
            assertThatThrownBy(() -> new JournalId(wrong)).as(wrong).isInstanceOf(Invalid.class);
        }
    }

    @Test
    void aHashIs64SmallHexDigits() {
        assertThat(Sha256.of("abc").hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.of("abc").brief()).isEqualTo("ba7816bf8f01");
        assertThatThrownBy(() -> new Sha256("BA" + "0".repeat(62))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Sha256("0".repeat(63))).isInstanceOf(Invalid.class);
    }

    @Test
    void canonicalLinesHashTheSameInAnyOrder() {
        assertThat(Sha256.ofLines(List.of("b", "a")))
                .isEqualTo(Sha256.ofLines(List.of("a", "b")))
                .isEqualTo(Sha256.of("a\nb\n"));
        assertThat(Sha256.ofLines(List.of("ab"))).isNotEqualTo(Sha256.ofLines(List.of("a", "b")));
    }

    @Test
    void aRefusalCarriesItsRuleItsSentenceAndWhatItSaw() {
        assertThatThrownBy(() -> Refused.unlessFound(null, new PointId("ellund")))
                .isInstanceOfSatisfying(Refused.class, no -> {
                    assertThat(no.rule()).isEqualTo("not-found");
                    assertThat(no.sentence()).isEqualTo("There is no point:ellund.");
                    assertThat(no.evidence()).containsEntry("target", "point:ellund");
                    assertThat(no.getStackTrace()).isEmpty();
                });
        Refused.when(false, "never", "Never.");
        assertThat(Refused.unlessFound("here", "thing")).isEqualTo("here");
    }
}
