package io.tallybook.command.journal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Refused;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.AccountMapCommand.MapAccounts;
import io.tallybook.messages.journal.AccountMapCommand.PinAccounts;
import io.tallybook.messages.journal.AccountMapCommand.TellAccounts;
import io.tallybook.messages.journal.AccountMapEvent.AccountsMapped;
import io.tallybook.messages.journal.AccountMapEvent.AccountsOutdated;
import io.tallybook.messages.journal.AccountMapEvent.AccountsPinned;
import io.tallybook.messages.journal.AccountMapEvent.AccountsTold;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Which ledger account each use of a journal line goes to. */
public final class AccountMap {
    @AggregateIdentifier
    private @Nullable AccountMapId id;

    // by the first period each holds in; null, for all before, comes first
    private final NavigableMap<@Nullable AccountingPeriod, AccountsMapped> versions =
            new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));

    private int version;
    private final Map<CloseId, AccountsPinned> pinned = new HashMap<>();
    // of each group the close that pinned last: groups close one period after the other
    private final Map<CloseGroup, AccountsPinned> latest = new HashMap<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void map(MapAccounts order) {
        Invalid.unless(!order.map().isEmpty(), "a map of accounts has at least one account");
        AccountsMapped standing = versions.get(order.from());
        if (standing == null || !standing.map().equals(order.map())) {
            apply(new AccountsMapped(order.accounts(), order.map(), version + 1, order.by(), order.from()));
            latest.values().stream().filter(pin -> !holds(pin)).forEach(AccountMap::outdate);
        }
    }

    private boolean holds(AccountsPinned pin) {
        AccountsMapped now = inForce(pin.closeId());
        return now != null && now.version() == pin.version();
    }

    private @Nullable AccountsMapped inForce(CloseId close) {
        Map.Entry<@Nullable AccountingPeriod, AccountsMapped> version = versions.floorEntry(close.period());
        return version == null ? null : version.getValue();
    }

    /** A close that has taken a map hears when another holds in its period now; one that is approved no longer listens. */
    private static void outdate(AccountsPinned pin) {
        apply(new AccountsOutdated(
                pin.accounts(),
                pin.closeId(),
                pin.attempt(),
                "the accounts were mapped anew after their map was taken"));
    }

    /** One attempt sees one map: asked again for it, it answers what it answered before, whatever came since. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void pin(PinAccounts order) {
        AccountsMapped now = Refused.unlessFound(inForce(order.closeId()), order.accounts());
        AccountsPinned last = pinned.get(order.closeId());
        if (last == null || last.attempt() < order.attempt()) {
            apply(new AccountsPinned(
                    order.accounts(),
                    order.closeId(),
                    order.attempt(),
                    order.shippers(),
                    now.map(),
                    now.version(),
                    now.by()));
        } else if (last.attempt() == order.attempt()) {
            apply(last);
        }
    }

    /** For a journal the ERP refused: what holds in its period by now, whatever its close was given. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void tell(TellAccounts order) {
        AccountsMapped now = Refused.unlessFound(inForce(order.closeId()), order.accounts());
        apply(new AccountsTold(
                order.accounts(),
                order.journal(),
                order.closeId(),
                order.attempt(),
                order.posting(),
                now.map(),
                now.version(),
                now.by()));
    }

    @EventSourcingHandler
    void on(AccountsMapped event) {
        id = event.accounts();
        version = event.version();
        versions.put(event.from(), event);
    }

    @EventSourcingHandler
    void on(AccountsPinned event) {
        pinned.put(event.closeId(), event);
        latest.put(event.closeId().group(), event);
    }
}
