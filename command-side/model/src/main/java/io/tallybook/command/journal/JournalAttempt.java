package io.tallybook.command.journal;

import io.tallybook.command.People;
import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.JournalBatchEvent.JournalInputAdded;
import io.tallybook.messages.journal.JournalBatchEvent.JournalOpened;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.JournalId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one attempt of a journal holds: shippers and accounts, the statements' totals, and the result. */
final class JournalAttempt {
    /** A shipper has up to four lines and four of imbalances; what one event holds is looked at besides. */
    static final int MOST_SHIPPERS = 64;

    final JournalId journal;
    final CloseId closeId;
    final int number;
    private final Map<String, JournalInputAdded> inputs = new TreeMap<>();
    private @Nullable JournalOpened opened;
    private @Nullable JournalPrepared prepared;
    private boolean failed;

    JournalAttempt(JournalId journal, CloseId closeId, int number) {
        this.journal = journal;
        this.closeId = closeId;
        this.number = number;
    }

    void open(JournalOpened event) {
        opened = event;
    }

    void add(JournalInputAdded event) {
        inputs.put(event.shipper().value(), event);
    }

    void prepared(JournalPrepared event) {
        prepared = event;
    }

    void fail() {
        failed = true;
    }

    boolean isOpened() {
        return opened != null;
    }

    @Nullable JournalPrepared prepared() {
        return prepared;
    }

    @Nullable JournalInputAdded input(ShipperId shipper) {
        return inputs.get(shipper.value());
    }

    /** Whether everything is in and nothing was made of it yet. */
    boolean isDue() {
        return opened != null
                && prepared == null
                && !failed
                && opened.shippers().stream().allMatch(s -> inputs.containsKey(s.value()));
    }

    int shippers() {
        return opened == null ? 0 : opened.shippers().size();
    }

    /** Where its accounts come from; null when it was opened before that was said. */
    @Nullable AccountMapId map() {
        return opened == null ? null : opened.map();
    }

    int accountsVersion() {
        return opened == null ? 0 : opened.accountsVersion();
    }

    List<String> currencies() {
        return expected()
                .map(JournalInputAdded::totals)
                .flatMap(t -> Stream.of(t.purchases().currency(), t.sales().currency()))
                .distinct()
                .toList();
    }

    Lines.Builder lines(String currency) {
        Map<AccountUse, Account> accounts = opened == null ? Map.of() : opened.accounts();
        Lines.Builder lines = Lines.in(currency, accounts);
        expected().forEach(input -> lines.add(input.shipper(), input.totals(), input.adjusts()));
        return lines;
    }

    List<PersonId> contributors() {
        List<PersonId> author = opened == null ? List.of() : List.of(opened.author());
        return People.union(People.union(expected().map(JournalInputAdded::contributors)), author);
    }

    private Stream<JournalInputAdded> expected() {
        return inputs.values().stream()
                .filter(i -> opened != null && opened.shippers().contains(i.shipper()));
    }
}
