package io.tallybook.query.adjustment;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PointId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import java.math.BigDecimal;

/**
 * What a package comes to for one contract at one point of one production month: sums of its lines.
 *
 * @param imbalance what it adds to allocated less nominated, receipts positive: nobody nominates afterwards, so all of it
 */
public record ContractEffect(
        CloseId closeId,
        PointId point,
        ContractId contract,
        ShipperId shipper,
        Energy receipts,
        Energy deliveries,
        BigDecimal receiptsMmbtu,
        BigDecimal deliveriesMmbtu,
        Money purchases,
        Money sales,
        Energy imbalance) {}
