package io.tallybook.ui.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Invalid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ApiJsonTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new ApiJson().bareValues()).build();

    record Body(List<CloseGroup> groups, @Nullable AccountingPeriod from, Energy kwh) {}

    @Test
    void aValueIsReadAsItIsWritten() {
        Body body = new Body(List.of(new CloseGroup("denmark")), new AccountingPeriod("2024-11"), Energy.ofKwh(7));
        String written = JSON.writeValueAsString(body);

        assertThat(written).contains("[\"denmark\"]", "\"2024-11\"");
        assertThat(JSON.readValue(written, Body.class)).isEqualTo(body);
    }

    @Test
    void anObjectWithItsComponentIsReadTooAndWhatIsLeftOutIsNull() {
        Body body = JSON.readValue("{\"groups\": [{\"value\": \"denmark\"}], \"kwh\": 7}", Body.class);

        assertThat(body).isEqualTo(new Body(List.of(new CloseGroup("denmark")), null, Energy.ofKwh(7)));
    }

    @Test
    void whatTheValueDoesNotTakeIsTold() {
        assertThatThrownBy(() -> JSON.readValue("{\"from\": \"October\"}", Body.class))
                .rootCause()
                .isInstanceOf(Invalid.class);
    }
}
