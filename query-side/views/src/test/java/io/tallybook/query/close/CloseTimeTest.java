package io.tallybook.query.close;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.close.CloseStep;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloseTimeTest {
    @ParameterizedTest
    @EnumSource
    void theStepsHaveNoCycle(CloseStep step) {
        Set<CloseStep> ahead = new HashSet<>(CloseTime.before(step));
        for (int i = 0; i < CloseStep.values().length; i++) {
            Set.copyOf(ahead).forEach(each -> ahead.addAll(CloseTime.before(each)));
        }
        assertThat(ahead).doesNotContain(step);
    }

    @Test
    void theLockWaitsForEveryOther() {
        Set<CloseStep> ahead = EnumSet.copyOf(CloseTime.before(CloseStep.LOCK));
        Stream.of(CloseStep.values())
                .forEach(i -> Set.copyOf(ahead).forEach(each -> ahead.addAll(CloseTime.before(each))));
        assertThat(ahead).hasSize(CloseStep.values().length - 1).doesNotContain(CloseStep.LOCK);
    }
}
