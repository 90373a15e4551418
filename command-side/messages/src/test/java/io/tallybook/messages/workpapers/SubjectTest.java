package io.tallybook.messages.workpapers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PointId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseStep;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
    private static final PointId POINT = new PointId("sweden");
    private static final GasDay DAY = new GasDay("2024-10-04");
    private static final ContractId CONTRACT = new ContractId("nord-1");

    static Stream<Subject> oneOfEveryKind() {
        return Stream.of(
                Subject.task(CloseStep.BALANCE),
                Subject.statementLine(new ShipperId("nord"), CONTRACT, POINT, Direction.RECEIPT),
                Subject.allocationDay(POINT, DAY, Direction.DELIVERY),
                Subject.journalLine(new AccountingPeriod("2024-10"), 3),
                Subject.balanceDay(new AreaId("denmark"), DAY),
                Subject.varianceLine(CONTRACT, POINT, Direction.RECEIPT),
                Subject.pointDay(POINT, DAY),
                Subject.deadLetter(new DeadLetterId("2025-06-13.json.gz/17")));
    }

    @Test
    void thereIsOneOfEveryKind() {
        assertThat(oneOfEveryKind().map(Subject::kind)).containsExactly(SubjectKind.values());
    }

    @ParameterizedTest
    @MethodSource("oneOfEveryKind")
    void readsWhatItWrites(Subject subject) {
        assertThat(new Subject(subject.value())).isEqualTo(subject);
        assertThat(subject.value()).isEqualTo(subject.kind().word() + ":" + String.join("/", subject.parts()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "task",
                "task:",
                "task:DANCE",
                "tasks:BALANCE",
                "point-day:sweden",
                "point-day:sweden/2024-10-04/DELIVERY",
                "point-day:sweden/2024-10-32",
                "allocation-day:sweden/2024-10-04/delivery",
                "journal-line:2024-10/0",
                "journal-line:2024-10/1000000",
                "journal-line:2024-13/1",
                "variance-line:nord-1/../RECEIPT",
                "dead-letter:"
            })
    void takesNothingElse(String value) {
        assertThatThrownBy(() -> new Subject(value)).isInstanceOf(Invalid.class);
    }
}
