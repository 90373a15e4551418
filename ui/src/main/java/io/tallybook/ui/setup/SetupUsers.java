package io.tallybook.ui.setup;

import io.tallybook.eventlog.Caller;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.ui.access.Accounts;
import io.tallybook.ui.access.Grants;
import io.tallybook.ui.setup.Proposals.Standing;
import io.tallybook.ui.setup.SetupImport.TakenRow;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes users in: accounts are no part of a change, for their names are kept in the identity table only. */
@Component
class SetupUsers {
    private final Accounts accounts;
    private final Grants grants;

    SetupUsers(Accounts accounts, Grants grants) {
        this.accounts = accounts;
        this.grants = grants;
    }

    TakenRow take(SetupRow row, boolean check, Caller caller) {
        if (!caller.roles().contains(Role.ADMIN)) {
            return TakenRow.of(row, Standing.FORBIDDEN.name(), "");
        }
        try {
            Grants.Wanted wanted = wanted(row);
            if (accounts.find(wanted.user()).filter(wanted::isAs).isPresent()) {
                return TakenRow.of(row, Standing.UNCHANGED.name(), "");
            }
            return check ? TakenRow.of(row, Standing.NEW.name(), "") : granted(row, wanted, caller);
        } catch (Invalid | SetupRow.MissingCell e) {
            return TakenRow.of(row, Standing.INVALID.name(), e.getMessage() + ".");
        }
    }

    private TakenRow granted(SetupRow row, Grants.Wanted wanted, Caller caller) {
        Grants.Granted granted = grants.grant(wanted, caller);
        if (!granted.answer().done()) {
            return TakenRow.of(
                    row, granted.answer().outcome().name(), granted.answer().sentence());
        }
        TakenRow taken = TakenRow.of(row, granted.proposed() ? Standing.PROPOSED.name() : Outcome.ACCEPTED.name(), "");
        return granted.password() == null ? taken : taken.with(granted.password());
    }

    /** Limit and scope are set on the page of users and by the API; the workbook leaves them as they are. */
    private Grants.Wanted wanted(SetupRow row) {
        String user = row.cell("User");
        Set<Role> roles = Arrays.stream(row.cell("Roles").split(","))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .map(SetupUsers::role)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        return new Grants.Wanted(
                new UserId(user),
                new PersonId(row.cell("Person", user)),
                row.cell("Name", user),
                roles,
                grants.limit(new UserId(user)),
                grants.scope(new UserId(user)));
    }

    private static Role role(String word) {
        return Cells.choice("Roles", word, Role.class);
    }
}
