package io.tallybook.command.erp;

import io.tallybook.command.Story;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ErpPeriodsId;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.erp.ErpPeriodState;
import io.tallybook.messages.erp.ErpPeriodsCommand.TellErpPeriod;
import io.tallybook.messages.erp.ErpPeriodsEvent.ErpPeriodTold;
import io.tallybook.messages.metering.Source;
import org.junit.jupiter.api.Test;

class ErpPeriodsTest {
    private static final ErpPeriodsId ID = new ErpPeriodsId("north");
    private static final Source SOURCE = new Source(new ImportId("p-1"), Sha256.of("periods"), "periods.csv");

    private final Story story = Story.of(ErpPeriods.class);

    @Test
    void keepsEveryChangeOfMindOfEachPeriodAndNoRepeat() {
        story.given().when(tell("2024-10", ErpPeriodState.CLOSED)).then(told("2024-10", ErpPeriodState.CLOSED));
        Story.Given closed = story.given(told("2024-10", ErpPeriodState.CLOSED));
        closed.when(tell("2024-10", ErpPeriodState.CLOSED)).thenNothing();
        closed.when(tell("2024-11", ErpPeriodState.CLOSED)).then(told("2024-11", ErpPeriodState.CLOSED));
        closed.when(tell("2024-10", ErpPeriodState.OPEN)).then(told("2024-10", ErpPeriodState.OPEN));
        story.given(told("2024-10", ErpPeriodState.CLOSED), told("2024-10", ErpPeriodState.OPEN))
                .when(tell("2024-10", ErpPeriodState.CLOSED))
                .then(told("2024-10", ErpPeriodState.CLOSED));
    }

    private static TellErpPeriod tell(String period, ErpPeriodState state) {
        return new TellErpPeriod(ID, new AccountingPeriod(period), state, SOURCE, 2, Story.ENGINEER, Story.AT);
    }

    private static ErpPeriodTold told(String period, ErpPeriodState state) {
        return new ErpPeriodTold(ID, new AccountingPeriod(period), state, SOURCE, 2, Story.ENGINEER);
    }
}
