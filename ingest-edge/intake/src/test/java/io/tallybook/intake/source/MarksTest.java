package io.tallybook.intake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.source.WatermarkRule;
import io.tallybook.messages.source.WatermarkType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be saved, and when: never a watermark that a record may still come below. */
class MarksTest {
    @Test
    void withinAPullOnlyWhatLiesBelowTheLastValueIsSaved() throws PullStopped {
        Marks marks = new Marks(rule(WatermarkType.NUMBER, true, 0), "3");

        marks.read(page("4", "5", "5"));
        assertThat(marks.amidst()).isEqualTo("4");
        marks.read(page("5", "5"));
        assertThat(marks.amidst()).isEqualTo("4");
        marks.read(page("9.5", "10"));
        assertThat(marks.amidst()).isEqualTo("9.5");
        assertThat(marks.atEnd()).isEqualTo("10");
    }

    @Test
    void withoutAPromisedOrderNothingIsSavedBeforeTheEnd() throws PullStopped {
        Marks marks = new Marks(rule(WatermarkType.TEXT, false, 0), null);

        marks.read(page("\"c\"", "\"a\""));

        assertThat(marks.amidst()).isNull();
        assertThat(marks.atEnd()).isEqualTo("c");
    }

    @Test
    void neverGoesBackBehindWhatWasSaved() throws PullStopped {
        Marks marks = new Marks(rule(WatermarkType.NUMBER, true, 0), "100");

        marks.read(page("7", "8"));

        assertThat(marks.amidst()).isNull();
        assertThat(marks.atEnd()).isEqualTo("100");
    }

    @Test
    void timesAreOrderedAsMomentsWhateverTheirOffset() throws PullStopped {
        Marks marks = new Marks(rule(WatermarkType.TIME, false, 0), null);

        marks.read(page("\"2024-10-27T02:30:00+01:00\"", "\"2024-10-27T02:45:00+02:00\""));

        assertThat(marks.atEnd()).isEqualTo("2024-10-27T02:30:00+01:00");
        assertThat(Mark.of("2024-10-27T02:30:00+01:00", WatermarkType.TIME).asked(3_600))
                .isEqualTo("2024-10-27T01:30:00+01:00");
    }

    @Test
    void aRecordWithoutAWatermarkOrWithAnotherKindOfOneIsSaid() throws PullStopped {
        Marks marks = new Marks(rule(WatermarkType.TIME, false, 0), null);

        assertThatThrownBy(() -> marks.read(page("null")))
                .hasMessageContaining("Record 1")
                .hasMessageContaining("/at");
        assertThatThrownBy(() -> marks.read(page("\"yesterday\""))).hasMessageContaining("'yesterday' is no time");
    }

    private static WatermarkRule rule(WatermarkType type, boolean ascending, int overlap) {
        return new WatermarkRule("since", "/at", type, ascending, null, overlap);
    }

    private static JsonPage page(@Nullable String... marks) throws PullStopped {
        String records =
                Arrays.stream(marks).map(mark -> "{\"at\":" + mark + "}").collect(Collectors.joining(",", "[", "]"));
        return JsonPage.read(records.getBytes(StandardCharsets.UTF_8), List.of());
    }
}
