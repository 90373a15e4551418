package io.tallybook.ui.setup;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Direction;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Role;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.network.PointRole;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.journal.AccountMapView;
import io.tallybook.query.network.NetworkView;
import io.tallybook.query.network.PointView;
import io.tallybook.query.price.SeriesView;
import io.tallybook.ui.access.Account;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is still missing to open and close the first month, in the order it is done. */
@Component
class SetupProgress {
    private final SetupViews views;

    SetupProgress(SetupViews views) {
        this.views = views;
    }

    /**
     * One thing to have.
     *
     * @param name its message key below {@code setup.need}
     * @param missing what is not there, by name, ≤ 10; empty when all is
     * @param href where it is seen or done
     */
    record Need(String name, boolean met, List<String> missing, String href) {}

    List<Need> needs() {
        List<NetworkView> all = views.networks().networks();
        List<PointView> points = all.stream()
                .flatMap(network -> views.networks().points(network.network()).stream())
                .toList();
        List<CalendarView> calendars = views.closes().calendars();
        List<Need> needs = new ArrayList<>();
        needs.add(people());
        needs.add(need("network", all.isEmpty(), "/setup/networks"));
        needs.add(need("points", points.stream().noneMatch(SetupProgress::flows), "/setup/points"));
        needs.add(need("shippers", views.contracts().shippers().isEmpty(), "/setup/shippers"));
        needs.add(need(
                "contracts",
                all.isEmpty()
                        || all.stream()
                                .anyMatch(network -> views.contracts()
                                        .contracts(network.network())
                                        .isEmpty()),
                "/setup/contracts"));
        needs.add(lacking("shares", all.stream().flatMap(network -> unshared(network, calendars)), "/setup/contracts"));
        needs.add(lacking("accounts", all.stream().flatMap(this::unmapped), "/setup/accounts"));
        needs.add(lacking(
                "prices",
                views.prices().series().stream()
                        .filter(series -> series.days() == 0)
                        .map(SeriesView::name),
                "/prices"));
        needs.add(need("calendar", calendars.isEmpty(), "/setup/calendars"));
        needs.add(need(
                "period",
                calendars.stream().allMatch(calendar -> calendar.periods().isEmpty()),
                "/close"));
        return needs;
    }

    /** An accountant, and two other persons who may approve. */
    private Need people() {
        List<Account> all = views.accounts().all();
        Set<PersonId> approvers = persons(all, Role.APPROVER);
        Set<PersonId> accountants = persons(all, Role.ACCOUNTANT);
        boolean met = accountants.stream()
                .anyMatch(person -> approvers.stream()
                                .filter(other -> !other.equals(person))
                                .count()
                        >= 2);
        return new Need("people", met, List.of(), "/users");
    }

    private static Set<PersonId> persons(List<Account> all, Role role) {
        return all.stream()
                .filter(account -> account.is(role))
                .map(Account::person)
                .collect(Collectors.toSet());
    }

    /** Flow points and directions whose shares do not add up to one in the first month. */
    private Stream<String> unshared(NetworkView network, List<CalendarView> calendars) {
        AccountingPeriod period = calendars.stream()
                .filter(calendar -> calendar.network().equals(network.network()))
                .map(CalendarView::firstPeriod)
                .findFirst()
                .orElse(new AccountingPeriod("9998-12"));
        List<PointShare> shares = views.contracts().contracts(network.network()).stream()
                .flatMap(contract -> contract.terms(period).stream())
                .flatMap(version -> version.terms().shares().stream())
                .toList();
        return views.networks().points(network.network()).stream()
                .filter(SetupProgress::flows)
                .flatMap(point -> Stream.of(Direction.values())
                        .filter(way -> !isShared(shares, point.point(), way))
                        .map(way -> point.name() + " " + way.name().toLowerCase(java.util.Locale.ROOT)));
    }

    /** By percentage the shares add up to one; what other methods go by comes with the month. */
    private static boolean isShared(List<PointShare> shares, PointId point, Direction way) {
        List<PointShare> here = shares.stream()
                .filter(share -> share.point().equals(point) && share.direction() == way)
                .toList();
        BigDecimal sum = here.stream().map(share -> share.share().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(BigDecimal.ONE) == 0
                || here.stream().anyMatch(share -> share.method().needsNominations());
    }

    private Stream<String> unmapped(NetworkView network) {
        List<AccountMapView> versions = views.journals().accounts(network.accounts());
        return Stream.of(AccountUse.values())
                .filter(AccountUse::isForEveryClose)
                .filter(use -> versions.isEmpty()
                        || AccountMapView.standing(versions)
                                .anyMatch(version -> !version.map().containsKey(use)))
                .map(use -> network.name() + " " + use);
    }

    private static boolean flows(PointView point) {
        return point.role() == PointRole.FLOW;
    }

    private static Need need(String name, boolean missing, String href) {
        return new Need(name, !missing, List.of(), href);
    }

    private static Need lacking(String name, Stream<String> missing, String href) {
        List<String> named = missing.limit(10).toList();
        return new Need(name, named.isEmpty(), named, href);
    }
}
