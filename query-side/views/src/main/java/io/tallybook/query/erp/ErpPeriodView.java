package io.tallybook.query.erp;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.erp.ErpPeriodState;
import io.tallybook.messages.metering.Source;
import java.time.Instant;

/**
 * One word of the ERP about one of its periods.
 *
 * @param line of the file, or record of the page, that said it
 */
public record ErpPeriodView(
        AccountingPeriod period,
        ErpPeriodState state,
        Source source,
        int line,
        PersonId by,
        Instant toldAt,
        long position) {}
