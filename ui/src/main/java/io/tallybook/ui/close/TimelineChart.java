package io.tallybook.ui.close;

import io.tallybook.query.close.CloseTime;
import io.tallybook.query.close.CloseTime.StepTime;
import io.tallybook.ui.table.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The steps of a close as their chart takes them: JSON of days, as plain decimals, since due dates count; the script draws, it
 * computes nothing.
 */
final class TimelineChart {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final BigDecimal DAY = BigDecimal.valueOf(Duration.ofDays(1).toMillis());
    /** Nine seconds. */
    private static final int DECIMALS = 4;

    private TimelineChart() {}

    /** {@code from} and {@code to} are when it was begun and done; null while it is not done. */
    private record Bar(
            String name,
            String plannedFrom,
            String plannedTo,
            @Nullable String from,
            @Nullable String to,
            boolean critical) {}

    private record Bars(Map<String, String> words, List<Bar> steps) {}

    static String of(CloseTime month, Figures figures) {
        return JSON.writeValueAsString(new Bars(
                Map.of(
                        "planned", figures.word("chart.planned"),
                        "actual", figures.word("chart.actual"),
                        "critical", figures.word("times.critical"),
                        "days", figures.word("chart.days")),
                month.steps().stream().map(step -> bar(month, step, figures)).toList()));
    }

    private static Bar bar(CloseTime month, StepTime step, Figures figures) {
        Instant finished = step.finished();
        Instant began = step.took() == null ? finished : step.began();
        return new Bar(
                figures.word("step." + step.step()),
                days(month, step.plannedFrom()),
                days(month, step.due()),
                finished == null || began == null ? null : days(month, began),
                finished == null ? null : days(month, finished),
                step.critical());
    }

    private static String days(CloseTime month, Instant at) {
        return BigDecimal.valueOf(Duration.between(month.dueFrom(), at).toMillis())
                .divide(DAY, DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
