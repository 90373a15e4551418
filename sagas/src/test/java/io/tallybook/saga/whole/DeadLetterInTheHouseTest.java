package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.deadletter.DeadLetterCommand.ExcludeDeadLetter;
import io.tallybook.messages.deadletter.DeadLetterCommand.ReceiveDeadLetter;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReplaced;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingExcluded;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingNoted;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Source;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.saga.Example;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The relay of dead letters on the real log, between two aggregates that know nothing of each other. */
class DeadLetterInTheHouseTest {
    private static final Source BAD = SmallMonth.source("a bad file");
    static final DeadLetterId LETTER = new DeadLetterId(BAD.file().brief() + "/7");
    private static final MeterMonthId MONTH = MeterMonthId.of(Example.ELLUND, Example.PERIOD);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void blocksItsMonthUntilAGoodRecordReplacesIt() {
        try (House house = House.open(TestDatabase.fresh(), directory)) {
            receive(house);
            house.await(MONTH, RejectedReadingNoted.class);

            new SmallMonth(house)
                    .record(Example.ELLUND, Example.PERIOD.firstDay(), 5, SmallMonth.source("a corrected file"));

            house.await(LETTER, DeadLetterReplaced.class);
        }
    }

    @Test
    void letsItsMonthGoWhenAnAccountantExcludesIt() {
        try (House house = House.open(TestDatabase.fresh(), directory)) {
            receive(house);

            exclude(house);

            assertThat(house.await(MONTH, RejectedReadingExcluded.class).by()).isEqualTo(SmallMonth.ACCOUNTANT);
        }
    }

    static void exclude(House house) {
        house.order(
                "anna",
                Role.ACCOUNTANT,
                new ExcludeDeadLetter(LETTER, "meter under test", SmallMonth.ACCOUNTANT, House.now()));
    }

    static void receive(House house) {
        house.order(
                "oscar",
                Role.OPERATOR,
                new ReceiveDeadLetter(
                        LETTER,
                        BAD,
                        7,
                        "BAD_NUMBER",
                        "not a number: 'x'",
                        "2024-10-01,x",
                        MONTH,
                        Example.GAS_DAY.start(Example.PERIOD.firstDay()),
                        new PersonId("oscar"),
                        House.now()));
        house.await(LETTER, DeadLetterReceived.class);
    }
}
