package io.tallybook.report.setup;

import io.tallybook.messages.Direction;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.messages.contract.ImbalanceTerms.Settlement;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.network.PointRole;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The sheets of the set-up workbook in the order they are taken in: each row needs only what sheets before it define. As long as
 * there are headings.
 */
public enum SetupSheet {
    NETWORKS(
            "Networks",
            "What is closed together: one close group.",
            text("Network"),
            text("Close group"),
            text("Name"),
            text("Account map")),
    AREAS(
            "Areas",
            "Points that balance together, with the unaccounted-for gas that passes without explanation. A later row of an"
                    + " area sets its tolerance from that period on.",
            text("Area"),
            text("Network"),
            text("Name"),
            text("Tolerance from"),
            text("Day, %"),
            text("Month, %"),
            text("Floor, MMBtu")),
    POINTS(
            "Points",
            "Where gas is measured. A later row of a point is its configuration from that day on.",
            text("Point"),
            text("Area"),
            text("Name"),
            choice("Role", PointRole.values()),
            text("Time zone"),
            text("Gas day starts"),
            choice("Interval", MeasuringInterval.values()),
            text("In force from"),
            text("Version")),
    SHIPPERS("Shippers", "Who has gas in the system.", text("Shipper"), text("Name")),
    SERIES("Price series", "Published prices by day.", text("Series"), text("Name"), text("Currency")),
    CASH_OUT_TABLES(
            "Cash-out tables",
            "Tiers by which imbalances are bought and sold: of each side a row per band of the imbalance in percent of what was"
                    + " allocated, beginning at 0, the last without an end. A table is set as a whole, from a period on until a"
                    + " later row's; without a period for all before.",
            text("Cash-out table"),
            text("Periods from").optional(),
            choice("Side", CashOutSide.values()),
            text("Above, %"),
            text("Up to, %").optional(),
            text("Factor")),
    CONTRACTS(
            "Contracts",
            "What a shipper and the house agreed for one area. A later row of a contract amends it from that period on. Imbalances"
                    + " are carried (OBA) or cashed out by a table at the mean price of a series; an empty cell settles none.",
            text("Contract"),
            text("Network"),
            text("Area"),
            text("Shipper"),
            text("Effective from"),
            text("Series"),
            choice("Day without price", NonPriceDayRule.values()),
            text("Look back, days"),
            text("Currency"),
            choice("Imbalances", Settlement.values()).optional(),
            text("Cash-out table").optional(),
            text("Imbalance series").optional()),
    SHARES(
            "Shares",
            "Per point and direction all contracts in force name one method. By percentage, which is also what an empty cell"
                    + " means, their shares add up to exactly 1.",
            text("Contract"),
            text("Effective from"),
            text("Point"),
            choice("Direction", Direction.values()),
            text("Share"),
            choice("Method", AllocationMethod.values()).optional(),
            text("Rank").optional(),
            yes("Takes the difference"),
            yes("May go negative"),
            text("Factor from").optional(),
            text("Factor to").optional()),
    ACCOUNTS(
            "Accounts",
            "Which ledger account each use of a journal line goes to. A map is set as a whole, from a period on until a later row's;"
                    + " without a period for all before.",
            text("Account map"),
            choice("Use", AccountUse.values()),
            text("Account"),
            text("Account name"),
            text("Periods from").optional()),
    CALENDARS(
            "Calendars",
            "Where the books begin, and with what.",
            text("Close group"),
            text("Network"),
            text("First period"),
            text("Time zone"),
            text("Opening storage, kWh"),
            text("Opening imbalance, kWh"),
            text("Reason")),
    OPEN_IMBALANCES(
            "Open imbalances",
            "What each contract owes (-) or is owed in kind at a point when the books begin; they add up to the calendar's opening"
                    + " imbalance.",
            text("Close group"),
            text("Contract"),
            text("Point"),
            text("Imbalance, kWh")),
    HOLIDAYS(
            "Holidays",
            "Days on which nobody closes books; due dates leave them out. A year is set as a whole: a row with a year and no date"
                    + " says that it has none.",
            text("Close group"),
            text("Year"),
            text("Date"),
            text("Name")),
    CLOSE_TERMS(
            "Close terms",
            "From which absolute effect a locked month is opened again and not adjusted, from which that takes a second approver,"
                    + " and after how many minutes a late step is told to who leads, then to who answers for it; if it is not the"
                    + " usual, above how much an estimate takes a second person and how long the ERP may take to confirm. A later"
                    + " row of a close group holds for periods opened from then on.",
            text("Close group"),
            text("Periods from"),
            text("Reopen from"),
            text("Second approver from"),
            text("Currency"),
            text("Lead after, minutes"),
            text("Manager after, minutes"),
            text("Estimates above, %").optional(),
            text("Estimates above, kWh").optional(),
            text("ERP after, minutes").optional()),
    BUDGET(
            "Budget",
            "What was planned of a contract's month, by point and direction: reviews of variances set the month beside it. A"
                    + " contract's month is set as a whole.",
            text("Contract"),
            text("Budget month"),
            text("Point"),
            choice("Direction", Direction.values()),
            text("Quantity, kWh"),
            text("Money"),
            text("Currency"),
            text("Heating value, kWh/m3").optional()),
    HEATING_VALUES(
            "Heating values",
            "With which mean heating value a contract's gas was measured at a point in a month; without one no part of a"
                    + " variance is put down to it.",
            text("Contract"),
            text("Measured month"),
            text("Point"),
            text("Heating value, kWh/m3")),
    VARIANCE_THRESHOLDS(
            "Variance thresholds",
            "How large a variance must be before somebody says why, from a period on: for all, for area:<area> or for"
                    + " account:GAS_PURCHASES and account:REVENUE. Both limits must be reached, or with NO either.",
            text("Close group"),
            text("Scope"),
            text("Effective from"),
            text("Money limit").optional(),
            text("Percent limit").optional(),
            yes("Both limits")),
    ADJUSTMENTS(
            "Adjustment rules",
            "How old a locked month may be to be adjusted, and what is material; zero: everything is. A later row of a close group"
                    + " holds from that period on.",
            text("Close group"),
            text("Open from"),
            text("Months"),
            text("Months of rebuttal"),
            text("Months at most"),
            text("Material, kWh"),
            text("Material amount")),
    USERS(
            "Users",
            "Who may do what; roles with commas between. A new user's password is made and shown once.",
            text("User"),
            text("Person"),
            text("Name"),
            text("Roles"));

    public static final String YES = "YES";
    public static final String NO = "NO";

    private final String title;
    private final String note;
    private final List<Heading> headings;

    /** The sheet of that title or name. */
    public static Optional<SetupSheet> named(String word) {
        return Arrays.stream(values())
                .filter(sheet -> sheet.name().equalsIgnoreCase(word) || sheet.title.equalsIgnoreCase(word))
                .findFirst();
    }

    /** The headings whose cells name the thing a row is about; equal cells are the same thing at another time. */
    public List<String> key() {
        return switch (this) {
            case SHARES -> List.of("Contract", "Point", "Direction");
            case ACCOUNTS -> List.of("Account map", "Use");
            case CASH_OUT_TABLES -> List.of("Cash-out table", "Side", "Above, %");
            case HOLIDAYS -> List.of("Close group", "Date");
            case OPEN_IMBALANCES -> List.of("Close group", "Contract", "Point");
            case BUDGET -> List.of("Contract", "Budget month", "Point", "Direction");
            case HEATING_VALUES -> List.of("Contract", "Measured month", "Point");
            case VARIANCE_THRESHOLDS -> List.of("Close group", "Scope");
            default -> List.of(headings.getFirst().name());
        };
    }

    /** The heading that says from when a row holds; empty when it holds at once. */
    public Optional<String> effective() {
        return switch (this) {
            case AREAS -> Optional.of("Tolerance from");
            case POINTS -> Optional.of("In force from");
            case CONTRACTS, SHARES, VARIANCE_THRESHOLDS -> Optional.of("Effective from");
            case ADJUSTMENTS -> Optional.of("Open from");
            case ACCOUNTS, CLOSE_TERMS, CASH_OUT_TABLES -> Optional.of("Periods from");
            default -> Optional.empty();
        };
    }

    /** The headings whose rows are taken in together, all that have the same cells there; empty when a row stands alone. */
    public List<String> together() {
        return switch (this) {
            case CONTRACTS, SHARES -> List.of("Contract", "Effective from");
            case CALENDARS, OPEN_IMBALANCES -> List.of("Close group");
            case ACCOUNTS -> List.of("Account map", "Periods from");
            case CASH_OUT_TABLES -> List.of("Cash-out table", "Periods from");
            case HOLIDAYS -> List.of("Close group", "Year");
            case BUDGET -> List.of("Contract", "Budget month");
            default -> List.of();
        };
    }

    /** The sheet of the rows that a row takes along; its own where rows of one kind go together. */
    public Optional<SetupSheet> lines() {
        return switch (this) {
            case CONTRACTS -> Optional.of(SHARES);
            case CALENDARS -> Optional.of(OPEN_IMBALANCES);
            case ACCOUNTS, HOLIDAYS, BUDGET, CASH_OUT_TABLES -> Optional.of(this);
            default -> Optional.empty();
        };
    }

    SetupSheet(String title, String note, Heading... headings) {
        this.title = title;
        this.note = note;
        this.headings = List.copyOf(Arrays.asList(headings));
    }

    /**
     * A column of a sheet.
     *
     * @param choices what the column may hold; empty for anything
     * @param required whether a workbook must have the column; those added later it need not
     */
    public record Heading(String name, List<String> choices, boolean required) {
        private Heading optional() {
            return new Heading(name, choices, false);
        }

        /** A cell as people read it: a choice as words, not as the workbook writes it. */
        public String word(String cell) {
            return choices.isEmpty() ? cell : cell.toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public String title() {
        return title;
    }

    public String note() {
        return note;
    }

    public List<Heading> headings() {
        return headings;
    }

    private static Heading text(String name) {
        return new Heading(name, List.of(), true);
    }

    private static Heading yes(String name) {
        return new Heading(name, List.of(YES, NO), false);
    }

    private static Heading choice(String name, Enum<?>... choices) {
        return new Heading(name, Arrays.stream(choices).map(Enum::name).toList(), true);
    }
}
