package io.tallybook.saga.outward.erp;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.erp.ErpPeriodState;
import io.tallybook.saga.outward.ErpPeriodCheck;
import java.util.Optional;

/** Asks the ERP the group's journals go to over HTTP. */
final class ErpPeriodAsked implements ErpPeriodCheck {
    private final Erps erps;

    ErpPeriodAsked(Erps erps) {
        this.erps = erps;
    }

    @Override
    public boolean isAsked(CloseGroup group) {
        return erps.http(group).isPresent();
    }

    @Override
    public Optional<ErpPeriodState> ask(CloseGroup group, AccountingPeriod period) throws InterruptedException {
        Optional<HttpErp> erp = erps.http(group);
        if (erp.isEmpty()) {
            return Optional.empty();
        }
        return switch (erp.get().period(group, period)) {
            case OPEN -> Optional.of(ErpPeriodState.OPEN);
            case CLOSED -> Optional.of(ErpPeriodState.CLOSED);
            case UNKNOWN -> Optional.empty();
        };
    }
}
