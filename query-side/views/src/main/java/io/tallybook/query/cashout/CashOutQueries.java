package io.tallybook.query.cashout;

import io.tallybook.messages.CashOutTableId;
import java.util.List;

/** Tables of cash-out tiers. */
public interface CashOutQueries {
    /** Every table as it stands, by id; ≤ 256. */
    List<CashOutTableView> tables();

    /** The versions of a table, latest first; ≤ 50, empty when it is not there. */
    List<CashOutTableView> versions(CashOutTableId table);
}
