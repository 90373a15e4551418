package io.tallybook.command.journal;

import static io.tallybook.command.Tale.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountMapCommand.MapAccounts;
import io.tallybook.messages.journal.AccountMapCommand.PinAccounts;
import io.tallybook.messages.journal.AccountMapCommand.TellAccounts;
import io.tallybook.messages.journal.AccountMapEvent.AccountsOutdated;
import io.tallybook.messages.journal.AccountMapEvent.AccountsPinned;
import io.tallybook.messages.journal.AccountMapEvent.AccountsTold;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.JournalId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AccountMapTest {
    private static final AccountMapId MAP = new AccountMapId("dk");
    private static final Instant AT = Instant.parse("2024-11-02T08:00:00Z");

    private final Tale<AccountMap> accounts = new Tale<>(AccountMap.class);

    @Test
    void countsAVersionForEveryChangeAndNoneForARepeat() {
        accounts.told(map("5010"));
        assertThat(accounts.when(map("5010"))).isEmpty();
        accounts.told(map("5011"), pin(1));
        assertThat(accounts.latest(AccountsPinned.class).version()).isEqualTo(2);
        assertThat(accounts.latest(AccountsPinned.class).author()).isEqualTo(new PersonId("erik"));
    }

    @Test
    void answersOneAttemptWithOneMapAsOftenAsItIsAsked() {
        accounts.told(map("5010"), pin(1), map("5011"));
        assertThat(names(accounts.when(pin(1)))).containsExactly("AccountsPinned");
        assertThat(accounts.latest(AccountsPinned.class).version()).isEqualTo(1);
        accounts.told(pin(2));
        assertThat(accounts.latest(AccountsPinned.class).version()).isEqualTo(2);
        assertThat(accounts.when(pin(1))).isEmpty();
    }

    @Test
    void tellsTheCloseThatItsMapHasChanged() {
        accounts.told(map("5010"), pin(1));
        assertThat(accounts.when(map("5010"))).isEmpty();
        assertThat(names(accounts.when(map("5011")))).containsExactly("AccountsMapped", "AccountsOutdated");
        assertThat(accounts.latest(AccountsOutdated.class).attempt()).isEqualTo(1);
    }

    @Test
    void refusesToPinWhatWasNeverMapped() {
        assertThat(accounts.refusal(pin(1))).isEqualTo("not-found");
        accounts.told(map("5010", "2024-11"));
        assertThat(accounts.refusal(pin(1))).isEqualTo("not-found");
    }

    @Test
    void holdsFromItsPeriodOnUntilALaterOne() {
        accounts.told(map("5010"), map("5020", "2024-11"), map("5030", "2025-01"));
        assertThat(given(pin(1, "2024-10"))).isEqualTo("5010");
        assertThat(given(pin(1, "2024-11"))).isEqualTo("5020");
        assertThat(given(pin(1, "2024-12"))).isEqualTo("5020");
        assertThat(given(pin(1, "2025-02"))).isEqualTo("5030");
        accounts.told(new TellAccounts(MAP, new JournalId("dk/2024-12/CLOSE/1"), new CloseId("dk/2024-12"), 1, 2, AT));
        assertThat(number(accounts.latest(AccountsTold.class).map())).isEqualTo("5020");
    }

    @Test
    void tellsACloseOnlyOfWhatHoldsInItsPeriod() {
        accounts.told(map("5010"), pin(1));
        assertThat(names(accounts.when(map("5020", "2024-11")))).containsExactly("AccountsMapped");
        assertThat(names(accounts.when(map("5009", "2024-09")))).containsExactly("AccountsMapped", "AccountsOutdated");
        assertThat(given(pin(2, "2024-10"))).isEqualTo("5009");
    }

    private String given(PinAccounts pin) {
        accounts.told(pin);
        return number(accounts.latest(AccountsPinned.class).map());
    }

    private static String number(Map<AccountUse, Account> map) {
        return Objects.requireNonNull(map.get(AccountUse.GAS_PURCHASES)).number();
    }

    private static MapAccounts map(String number) {
        return new MapAccounts(MAP, purchases(number), null, new PersonId("erik"), AT);
    }

    private static MapAccounts map(String number, String from) {
        return new MapAccounts(MAP, purchases(number), new AccountingPeriod(from), new PersonId("erik"), AT);
    }

    private static Map<AccountUse, Account> purchases(String number) {
        return Map.of(AccountUse.GAS_PURCHASES, new Account(number, "Gas purchases"));
    }

    private static PinAccounts pin(int attempt) {
        return pin(attempt, "2024-10");
    }

    private static PinAccounts pin(int attempt, String period) {
        return new PinAccounts(MAP, new CloseId("dk/" + period), attempt, List.of(), AT);
    }
}
