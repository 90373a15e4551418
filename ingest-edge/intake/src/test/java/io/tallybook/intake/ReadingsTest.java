package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.intake.delivery.Fate;
import io.tallybook.intake.metering.ReadingResult;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private static final House HOUSE = House.shared();

    private final long before = HOUSE.log().head();

    @Test
    void saysOfEachReadingWhatBecameOfIt() throws IOException {
        HOUSE.point("api-hour", MeasuringInterval.HOUR, "2020-01-01");
        HOUSE.point("api-day", MeasuringInterval.GAS_DAY, "2020-01-01");
        take("[{\"point\":\"api-hour\",\"start\":\"2024-06-02T04:00:00Z\",\"kwh\":7}]");

        Readings.Taken taken = take("""
                [{"point":"api-hour","start":"2024-06-02T04:00:00Z","kwh":7},
                 {"point":"api-hour","start":"2024-06-02T07:00:00+02:00","value":1.5,"unit":"MWh","quality":"good"},
                 {"point":"api-hour","start":"2024-06-02T05:00:00Z","kwh":1500},
                 {"point":"api-day","gasDay":"2024-06-02","kwh":12,"direction":"DELIVERY"},
                 {"point":"api-day","start":"2024-06-03T04:00:00Z","kwh":-12},
                 {"point":"api-day","gasDay":"2024-06-04","kwh":-12,"direction":"DELIVERY"},
                 {"point":"api-hour","gasDay":"2024-06-04","kwh":1},
                 {"point":"api-hour","start":"2024-06-02T09:00","kwh":1},
                 {"point":"api-hour","start":"2024-06-02T09:00:00Z","value":1,"unit":"Sm3"},
                 {"point":"api-hour","start":"2024-06-02T09:00:00Z","kwh":null},
                 {"point":"api-hour","start":"2024-06-02T09:00:00Z","kwh":1,"colour":"red"},
                 {"point":"nobody","start":"2024-06-02T09:00:00Z","kwh":1},
                 17]
                """);

        assertThat(taken.results())
                .extracting(ReadingResult::outcome)
                .containsExactly(
                        Fate.UNCHANGED,
                        Fate.ACCEPTED,
                        Fate.DUPLICATE,
                        Fate.ACCEPTED,
                        Fate.ACCEPTED,
                        Fate.REJECTED,
                        Fate.REJECTED,
                        Fate.REJECTED,
                        Fate.REJECTED,
                        Fate.REJECTED,
                        Fate.REJECTED,
                        Fate.REJECTED,
                        Fate.REJECTED);
        assertThat(taken.results())
                .allSatisfy(result -> assertThat(result.reason() == null).isEqualTo(result.outcome() != Fate.REJECTED));
        assertThat(taken.summary().counts()).isEqualTo(new ImportCounts(13, 3, 1, 0, 0, 1, 0, 8));
        assertThat(HOUSE.events(DeadLetterReceived.class, before)).hasSize(8);
        assertThat(HOUSE.events(QuantitiesRecorded.class, before))
                .filteredOn(event -> event.month().value().startsWith("api-day"))
                .allSatisfy(event -> assertThat(event.quantities()
                                .getFirst()
                                .quantity()
                                .signed()
                                .kwh())
                        .isEqualByComparingTo("-12"));
    }

    @Test
    void changesNothingWhenTheBatchIsSentAgain() throws IOException {
        HOUSE.point("api-again", MeasuringInterval.HOUR, "2020-01-01");
        String batch = "[{\"point\":\"api-again\",\"start\":\"2024-06-02T04:00:00Z\",\"kwh\":7}]";
        take(batch);

        Readings.Taken again = take(batch);

        assertThat(again.results()).containsExactly(new ReadingResult(1, Fate.UNCHANGED, null));
        assertThat(HOUSE.events(QuantitiesRecorded.class, before)).hasSize(1);
    }

    @Test
    void takesTheLargestBatchAndNotOneMore() throws IOException {
        HOUSE.point("api-many", MeasuringInterval.QUARTER_HOUR, "2020-01-01");

        assertThat(take(batch(Readings.MAX_ITEMS)).summary().counts().accepted())
                .isEqualTo(Readings.MAX_ITEMS);
        assertThatThrownBy(() -> take(batch(Readings.MAX_ITEMS + 1)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("at most 10000 readings");
    }

    @Test
    void takesNothingOfABatchThatIsNoBatch() {
        for (String json : new String[] {"", "{}", "[", "[]", "[{\"point\":\"x\"}", "{\"readings\":[]}"}) {
            assertThatThrownBy(() -> take(json)).as(json).isInstanceOf(Invalid.class);
        }
        assertThat(HOUSE.log().head()).isEqualTo(before);
    }

    private static String batch(int items) {
        return IntStream.range(0, items)
                .mapToObj(i -> "{\"point\":\"api-many\",\"start\":\""
                        + House.COPENHAGEN
                                .start(new io.tallybook.messages.GasDay("2024-01-01"))
                                .plusSeconds(900L * i)
                        + "\",\"kwh\":" + i + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static Readings.Taken take(String json) throws IOException {
        return HOUSE.readings().take(json.getBytes(StandardCharsets.UTF_8), House.ACCOUNTANT);
    }
}
