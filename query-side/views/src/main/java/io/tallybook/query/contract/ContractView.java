package io.tallybook.query.contract;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.contract.ContractTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A contract with every version of its terms, oldest first.
 *
 * @param shipperName the shipper's id while it is not registered
 */
public record ContractView(
        ContractId contract,
        ShipperId shipper,
        String shipperName,
        AreaId area,
        List<TermsView> terms,
        long sequence,
        long position) {

    /** One version of the terms and who wrote it. */
    public record TermsView(int version, ContractTerms terms, PersonId by, Instant at, long position) {}

    /** The terms in force in a period: the latest effective, of equal ones the latest version. */
    public Optional<TermsView> terms(AccountingPeriod period) {
        return terms.stream()
                .filter(t -> t.terms().effectiveFrom().compareTo(period) <= 0)
                .reduce((a, b) -> b.terms().effectiveFrom().compareTo(a.terms().effectiveFrom()) >= 0 ? b : a);
    }
}
