package io.tallybook.command.journal;

import static io.tallybook.command.Tale.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountMapCommand.MapAccounts;
import io.tallybook.messages.journal.AccountMapCommand.PinAccounts;
import io.tallybook.messages.journal.AccountMapEvent.AccountsOutdated;
import io.tallybook.messages.journal.AccountMapEvent.AccountsPinned;
import io.tallybook.messages.journal.AccountUse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    }

    private static MapAccounts map(String number) {
        return new MapAccounts(
                MAP, Map.of(AccountUse.GAS_PURCHASES, new Account(number, "Gas purchases")), new PersonId("erik"), AT);
    }

    private static PinAccounts pin(int attempt) {
        return new PinAccounts(MAP, new CloseId("dk/2024-10"), attempt, List.of(), AT);
    }
}
