package io.tallybook.saga.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.saga.Example;
import io.tallybook.saga.WrittenLog;
import org.junit.jupiter.api.Test;

class RostersTest {
    private final WrittenLog log = new WrittenLog();
    private final Rosters rosters = new Rosters(log);

    @Test
    void readsTheRosterOfAnAttemptOnce() {
        log.with(Example.AREA.toString(), Example.roster(1)).with(Example.AREA.toString(), Example.roster(2));

        assertThat(rosters.of(Example.AREA, Example.CLOSE, 2)).isEqualTo(Example.roster(2));
        assertThat(rosters.of(Example.AREA, Example.CLOSE, 2)).isEqualTo(Example.roster(2));
        assertThat(log.reads()).isEqualTo(1);
    }

    @Test
    void keepsNoMoreThanItsBound() {
        for (int attempt = 1; attempt <= Rosters.MOST_KEPT + 1; attempt++) {
            log.with(Example.AREA.toString(), Example.roster(attempt));
        }
        for (int attempt = 1; attempt <= Rosters.MOST_KEPT + 1; attempt++) {
            rosters.of(Example.AREA, Example.CLOSE, attempt);
        }
        rosters.of(Example.AREA, Example.CLOSE, 1);

        assertThat(log.reads()).isEqualTo(Rosters.MOST_KEPT + 2);
    }

    @Test
    void failsWhenNoRosterWasPinned() {
        assertThatThrownBy(() -> rosters.of(Example.AREA, Example.CLOSE, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no roster");
    }
}
