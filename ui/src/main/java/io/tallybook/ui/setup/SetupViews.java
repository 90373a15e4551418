package io.tallybook.ui.setup;

import io.tallybook.query.adjustment.PackageQueries;
import io.tallybook.query.cashout.CashOutQueries;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.contract.ContractQueries;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.price.PriceQueries;
import io.tallybook.query.variance.VarianceQueries;
import io.tallybook.ui.access.Accounts;
import org.springframework.stereotype.Component;

/** Where what is set up is read. */
@Component
record SetupViews(
        NetworkQueries networks,
        ContractQueries contracts,
        PriceQueries prices,
        JournalQueries journals,
        CloseQueries closes,
        VarianceQueries variances,
        PackageQueries adjustments,
        CashOutQueries cashOuts,
        Accounts accounts) {}
