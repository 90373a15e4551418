package io.tallybook.command.statement;

import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.contract.ImbalanceTerms;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.statement.StatementEvent.StatementNominationsAdded;
import io.tallybook.messages.statement.StatementEvent.StatementTermsAdded;
import io.tallybook.messages.statement.StatementEvent.StatementTiersAdded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an attempt's imbalances are settled by: nominations by contract and point, tiers by table. */
final class Imbalances {
    /** Each is a line of what a prepared statement says it used. */
    static final int MOST_TABLES = 16;

    private final Map<String, StatementNominationsAdded> nominations = new TreeMap<>();
    private final Map<CashOutTableId, StatementTiersAdded> tiers = new HashMap<>();

    void add(StatementNominationsAdded event) {
        nominations.put(key(event.contract(), event.point()), event);
    }

    void add(StatementTiersAdded event) {
        tiers.put(event.table(), event);
    }

    @Nullable StatementNominationsAdded nominations(ContractId contract, PointId point) {
        return nominations.get(key(contract, point));
    }

    @Nullable StatementTiersAdded tiers(CashOutTableId table) {
        return tiers.get(table);
    }

    boolean hasRoomForTiers() {
        return tiers.size() < MOST_TABLES;
    }

    /** Whether nothing is wanting to settle what these terms say. */
    boolean complete(StatementTermsAdded of) {
        ImbalanceTerms terms = of.terms().imbalances();
        CashOutTableId table = terms == null ? null : terms.table();
        return table == null
                || (tiers.containsKey(table)
                        && of.terms().shares().stream()
                                .map(PointShare::point)
                                .allMatch(point -> nominations.containsKey(key(of.contract(), point))));
    }

    /** Who nominated, and who wrote the tiers. */
    Stream<List<PersonId>> contributors() {
        return Stream.concat(
                nominations.values().stream().map(StatementNominationsAdded::contributors),
                tiers.values().stream().map(t -> List.of(t.author())));
    }

    private static String key(ContractId contract, PointId point) {
        return contract.value() + "|" + point.value();
    }
}
