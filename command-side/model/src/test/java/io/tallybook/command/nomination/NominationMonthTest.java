package io.tallybook.command.nomination;

import static io.tallybook.command.Tale.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.command.Tale;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.nomination.NominationKind;
import io.tallybook.messages.nomination.NominationMonthCommand.CloseNominations;
import io.tallybook.messages.nomination.NominationMonthCommand.PinNominations;
import io.tallybook.messages.nomination.NominationMonthCommand.RecordNominations;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsOutdated;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsPinned;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsRecorded;
import io.tallybook.messages.nomination.NominationMonthId;
import io.tallybook.messages.nomination.NominationUse;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NominationMonthTest {
    private static final NominationUse USE = new NominationUse(true, null);
    private static final NominationMonthId MONTH = new NominationMonthId("nord/ellund/2024-10");
    private static final CloseId CLOSE = new CloseId("dk/2024-10");
    private static final Instant AT = Instant.parse("2024-11-02T08:00:00Z");
    private static final Source SOURCE =
            new Source(new ImportId("2024-11-01/0123456789ab"), Sha256.of("file"), "nominations.csv");

    private final Tale<NominationMonth> month = new Tale<>(NominationMonth.class);

    @Test
    void recordsOnlyWhatIsNewOrChangedAndCountsVersions() {
        month.told(nominated("anna", day(1, 100L), day(2, 200L)));
        month.told(nominated("erik", day(1, 100L), day(2, 250L)));

        NominationsRecorded second = month.latest(NominationsRecorded.class);
        assertThat(second.days()).containsExactly(day(2, 250L));
        assertThat(second.version()).isEqualTo(2);
        assertThat(month.when(nominated("paul", day(2, 250L)))).isEmpty();
    }

    @Test
    void keepsTheOperatorsValuesApartFromTheNominations() {
        month.told(nominated("anna", day(1, 100L)), operator("otto", day(1, 90L)), pin(1));

        NominationsPinned pinned = month.latest(NominationsPinned.class);
        assertThat(pinned.nominated()).containsExactly(day(1, 100L));
        assertThat(pinned.operatorValues()).containsExactly(day(1, 90L));
        assertThat(pinned.contributors()).containsExactly(new PersonId("anna"), new PersonId("otto"));
    }

    @Test
    void answersAPinAlsoWhenNothingWasEverSaid() {
        month.told(pin(1));

        NominationsPinned pinned = month.latest(NominationsPinned.class);
        assertThat(pinned.version()).isZero();
        assertThat(pinned.nominated()).isEmpty();
        assertThat(pinned.contributors()).isEmpty();
    }

    @Test
    void givesOneAttemptOneVersionHoweverOftenAsked() {
        month.told(nominated("anna", day(1, 100L)), pin(1), nominated("anna", day(1, 300L)), pin(1));

        assertThat(month.latest(NominationsPinned.class).nominated()).containsExactly(day(1, 100L));
        month.told(pin(2));
        assertThat(month.latest(NominationsPinned.class).nominated()).containsExactly(day(1, 300L));
        assertThat(month.when(pin(1))).isEmpty();
    }

    @Test
    void tellsTheAttemptThatWasGivenSomethingElse() {
        month.told(pin(3));

        assertThat(names(month.when(nominated("anna", day(1, 100L)))))
                .containsExactly("NominationsRecorded", "NominationsOutdated");
        NominationsOutdated outdated = month.latest(NominationsOutdated.class);
        assertThat(outdated.attempt()).isEqualTo(3);
        assertThat(outdated.reason()).contains("nord").contains("ellund");
        assertThat(month.when(nominated("anna", day(1, 100L)))).isEmpty();
    }

    @Test
    void takesADayBackAndRemembersWhoDid() {
        month.told(nominated("anna", day(1, 100L), day(2, 5L)), nominated("erik", day(1, null)), pin(1));

        NominationsPinned pinned = month.latest(NominationsPinned.class);
        assertThat(pinned.nominated()).containsExactly(day(2, 5L));
        assertThat(pinned.contributors()).containsExactly(new PersonId("anna"), new PersonId("erik"));
    }

    @Test
    void refusesToTakeBackWhatWasNeverSaid() {
        assertThat(month.refusal(nominated("anna", day(1, null)))).isEqualTo("nothing-to-take-back");
    }

    @Test
    void refusesAChangeOnceThePeriodIsClosedAndTakesARepeat() {
        month.told(nominated("anna", day(1, 100L)), pin(1), new CloseNominations(MONTH, CLOSE, AT));

        assertThat(month.refusal(nominated("anna", day(1, 101L)))).isEqualTo("period-is-closed");
        assertThat(month.when(nominated("anna", day(1, 100L)))).isEmpty();
        assertThat(month.when(new CloseNominations(MONTH, CLOSE, AT))).isEmpty();
    }

    @Test
    void takes31DaysOfTheMonthEachOnceAndNoneBelowZero() {
        NominatedDay[] all =
                IntStream.rangeClosed(1, 31).mapToObj(d -> day(d, 1L)).toArray(NominatedDay[]::new);

        assertThat(month.told(nominated("anna", all))
                        .latest(NominationsRecorded.class)
                        .days())
                .hasSize(31);
        assertThatThrownBy(() -> nominated("anna", day(1, 1L), day(1, 2L))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> nominated("anna")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> nominated("anna", new NominatedDay(new GasDay("2024-11-01"), Energy.ZERO, null)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("2024-11-01");
        assertThatThrownBy(() -> day(1, -1L)).isInstanceOf(Invalid.class);
    }

    private static PinNominations pin(int attempt) {
        return new PinNominations(MONTH, CLOSE, attempt, new AreaId("dk"), USE, AT);
    }

    private static RecordNominations nominated(String by, NominatedDay... days) {
        return new RecordNominations(MONTH, NominationKind.NOMINATED, List.of(days), SOURCE, new PersonId(by), AT);
    }

    private static RecordNominations operator(String by, NominatedDay... days) {
        return new RecordNominations(MONTH, NominationKind.OPERATOR_VALUE, List.of(days), SOURCE, new PersonId(by), AT);
    }

    private static NominatedDay day(int day, @Nullable Long receipt) {
        return new NominatedDay(
                new GasDay("2024-10-%02d".formatted(day)), receipt == null ? null : Energy.ofKwh(receipt), null);
    }
}
