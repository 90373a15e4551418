package io.tallybook.query.allocation;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;
import org.jspecify.annotations.Nullable;

/**
 * What one contract was allocated.
 *
 * @param receiptShare its share of receipts, null where the contract has none
 */
public record RecipientView(
        ContractId contract,
        int contractVersion,
        ShipperId shipper,
        String shipperName,
        @Nullable Share receiptShare,
        @Nullable Share deliveryShare,
        Energy receipt,
        Energy delivery) {}
