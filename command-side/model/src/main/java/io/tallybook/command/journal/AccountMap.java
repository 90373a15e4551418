package io.tallybook.command.journal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.AccountMapId;
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
import java.util.HashMap;
import java.util.Map;
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

    private @Nullable AccountsMapped mapped;
    private final Map<CloseId, AccountsPinned> pinned = new HashMap<>();
    // of each group the close that pinned last: groups close one period after the other
    private final Map<CloseGroup, AccountsPinned> latest = new HashMap<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void map(MapAccounts order) {
        Invalid.unless(!order.map().isEmpty(), "a map of accounts has at least one account");
        if (mapped == null || !mapped.map().equals(order.map())) {
            int version = mapped == null ? 1 : mapped.version() + 1;
            apply(new AccountsMapped(order.accounts(), order.map(), version, order.by()));
            latest.values().forEach(this::outdate);
        }
    }

    /** A map has no effective date: it counts from the next pin on, and a close that is approved no longer listens. */
    private void outdate(AccountsPinned pin) {
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
        AccountsMapped now = Refused.unlessFound(mapped, order.accounts());
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

    /** For a journal the ERP refused: the map in use now, whatever its close was given. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void tell(TellAccounts order) {
        AccountsMapped now = Refused.unlessFound(mapped, order.accounts());
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
        mapped = event;
    }

    @EventSourcingHandler
    void on(AccountsPinned event) {
        pinned.put(event.closeId(), event);
        latest.put(event.closeId().group(), event);
    }
}
