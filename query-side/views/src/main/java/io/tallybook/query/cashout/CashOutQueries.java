package io.tallybook.query.cashout;

import io.tallybook.messages.CashOutTableId;
import java.util.List;

/** Tables of cash-out tiers. */
public interface CashOutQueries {
    /** Every table as it stands, by id: of each period its tiers begin in the latest version, earliest first; ≤ 256 tables. */
    List<CashOutTableView> tables();

    /** The versions of a table, latest first; ≤ 50, empty when it is not there. */
    List<CashOutTableView> versions(CashOutTableId table);
}
