package io.tallybook.saga.outward;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.erp.ErpPeriodState;
import java.util.Optional;

/** Whether an ERP that is spoken to takes postings in a period, asked at this moment. */
public interface ErpPeriodCheck {
    /** Whether the group's journals go to an ERP that can be asked. */
    boolean isAsked(CloseGroup group);

    /** Empty where none can be asked, or it gives no clear answer within its time-out. */
    Optional<ErpPeriodState> ask(CloseGroup group, AccountingPeriod period) throws InterruptedException;
}
