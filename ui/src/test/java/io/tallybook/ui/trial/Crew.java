package io.tallybook.ui.trial;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.intake.ImportSummary;
import io.tallybook.intake.Importer;
import io.tallybook.intake.profile.Profile;
import io.tallybook.intake.profile.Profiles;
import io.tallybook.messages.Command;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Price;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.UserId;
import io.tallybook.messages.balance.ImbalanceCause;
import io.tallybook.messages.balance.SystemBalanceCommand.AcceptBalance;
import io.tallybook.messages.balance.SystemBalanceCommand.ExplainImbalance;
import io.tallybook.messages.balance.SystemBalanceEvent.AcceptanceAwaited;
import io.tallybook.messages.close.CloseCalendarCommand.OpenCalendar;
import io.tallybook.messages.close.CloseCalendarCommand.OpenPeriod;
import io.tallybook.messages.close.CloseCycleCommand.ApproveClose;
import io.tallybook.messages.close.CloseCycleCommand.DecideLateQuantities;
import io.tallybook.messages.close.CloseCycleCommand.DeclareCutoff;
import io.tallybook.messages.close.CloseCycleCommand.LockPeriod;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseCycleEvent.PackPublished;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.LateDecision;
import io.tallybook.messages.contract.ContractCommand.SignContract;
import io.tallybook.messages.contract.ShipperCommand.RegisterShipper;
import io.tallybook.messages.journal.AccountMapCommand.MapAccounts;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.network.AreaCommand.EstablishArea;
import io.tallybook.messages.network.AreaCommand.PlacePoint;
import io.tallybook.messages.network.NetworkCommand.AddArea;
import io.tallybook.messages.network.NetworkCommand.AddContract;
import io.tallybook.messages.network.NetworkCommand.EstablishNetwork;
import io.tallybook.messages.network.PointCommand.ConfigurePoint;
import io.tallybook.messages.network.Tolerance;
import io.tallybook.messages.price.PriceSeriesCommand.EstablishPriceSeries;
import io.tallybook.messages.price.PriceSeriesCommand.PriceEntry;
import io.tallybook.messages.price.PriceSeriesCommand.RecordPrices;
import io.tallybook.messages.price.PriceStatus;
import io.tallybook.saga.whole.House;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The people of one gas system: eric the engineer, oscar the operator, anna the accountant, bob and carol who approve. What
 * they order here is expected to be done.
 */
record Crew(House house, GasSystem system) {
    static final PersonId ENGINEER = new PersonId("eric");
    static final PersonId OPERATOR = new PersonId("oscar");
    static final PersonId ACCOUNTANT = new PersonId("anna");
    static final Profile HOURLY = Profiles.shipped("hourly-csv").orElseThrow();

    /** Points, contracts, accounts and prices. */
    void setUp() {
        engineer(new EstablishNetwork(
                system.network(), system.group(), system.name(), system.accounts(), ENGINEER, House.now()));
        IntStream.range(0, system.areas()).forEach(this::setUpArea);
        IntStream.range(0, GasSystem.SHIPPERS)
                .forEach(s -> engineer(
                        new RegisterShipper(system.shipper(s), system.shipper(s).value(), ENGINEER, House.now())));
        IntStream.range(0, system.areas()).forEach(this::signContracts);
        engineer(new MapAccounts(system.accounts(), GasSystem.accountMap(), null, ENGINEER, House.now()));
        engineer(new EstablishPriceSeries(system.series(), "Hub", "USD", ENGINEER, House.now()));
        List<PriceEntry> prices = system.period().days().stream()
                .map(day -> entry(day.date(), GasSystem.price(day.date())))
                .toList();
        engineer(new RecordPrices(system.series(), prices, source("prices"), ENGINEER, House.now()));
    }

    private void setUpArea(int number) {
        engineer(new EstablishArea(
                system.area(number), system.network(), "Area", tolerance("10"), ENGINEER, House.now()));
        engineer(new AddArea(system.network(), system.area(number), ENGINEER, House.now()));
        system.pointsOf(number).forEach(p -> {
            engineer(new ConfigurePoint(
                    system.point(p),
                    system.area(number),
                    "Point " + p,
                    system.role(p),
                    system.rule(),
                    ENGINEER,
                    House.now()));
            engineer(new PlacePoint(
                    system.area(number), system.point(p), system.role(p), system.rule(), ENGINEER, House.now()));
        });
    }

    /** Ten percent of the month, as much of a day, and next to no floor. */
    Tolerance tolerance(String percent) {
        return new Tolerance(system.period(), new BigDecimal(percent), new BigDecimal(percent), Energy.ofKwh(1));
    }

    private void signContracts(int area) {
        IntStream.range(0, GasSystem.SHIPPERS).forEach(s -> {
            engineer(new SignContract(
                    system.contract(area, s),
                    system.shipper(s),
                    system.area(area),
                    system.terms(area, s),
                    ENGINEER,
                    House.now()));
            engineer(new AddContract(
                    system.network(), system.area(area), system.contract(area, s), ENGINEER, House.now()));
        });
    }

    /** Takes a file in by the shipped hourly profile. */
    ImportSummary deliver(String name, String csv) {
        Caller oscar = Caller.person(new UserId("oscar"), OPERATOR, Set.of(Role.OPERATOR), "test");
        try {
            return house.bean(Importer.class)
                    .run(HOURLY, name, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), oscar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void price(LocalDate day, @Nullable Price price) {
        engineer(new RecordPrices(
                system.series(), List.of(entry(day, price)), source("corrected prices"), ENGINEER, House.now()));
    }

    static PriceEntry entry(LocalDate day, @Nullable Price price) {
        return new PriceEntry(day, price, PriceStatus.FINAL, day.getDayOfMonth(), day + "," + price);
    }

    static Source source(String words) {
        Sha256 file = Sha256.of(words);
        return new Source(new ImportId("import-" + file.brief()), file, words);
    }

    void open() {
        accountant(new OpenCalendar(
                system.group(),
                system.network(),
                system.period(),
                GasSystem.GAS_DAY.zone(),
                Energy.ZERO,
                Energy.ZERO,
                List.of(),
                true,
                "trial",
                ACCOUNTANT,
                House.now()));
        accountant(new OpenPeriod(system.group(), system.period(), ACCOUNTANT, House.now()));
        house.await(system.close(), CloseOpened.class);
    }

    void cutOff() {
        accountant(new DeclareCutoff(system.close(), ACCOUNTANT, House.now()));
    }

    void explain(int area, @Nullable GasDay day) {
        accountant(new ExplainImbalance(
                system.balance(area), day, ImbalanceCause.LINEPACK, "packed the line", ACCOUNTANT, House.now()));
    }

    /** Carol accepts what anna explained, once nothing else is left to explain. */
    void accept(int area) {
        AcceptanceAwaited awaited = house.await(system.balance(area), AcceptanceAwaited.class);
        house.order(
                "carol",
                Role.APPROVER,
                new AcceptBalance(system.balance(area), awaited.contentHash(), new PersonId("carol"), House.now()));
    }

    void decide(int point, LateDecision decision) {
        accountant(new DecideLateQuantities(
                system.close(), system.point(point), decision, "as agreed", ACCOUNTANT, House.now()));
    }

    PackReady awaitPack(int attempt) {
        return house.await(system.close(), PackReady.class, pack -> pack.attempt() == attempt);
    }

    Answer ask(String person, Role role, Command command) {
        return house.ask(person, role, command);
    }

    Answer tryToApprove(String person, Sha256 packHash) {
        return ask(
                person, Role.APPROVER, new ApproveClose(system.close(), packHash, new PersonId(person), House.now()));
    }

    void approve(String person, Sha256 packHash) {
        house.order(
                person, Role.APPROVER, new ApproveClose(system.close(), packHash, new PersonId(person), House.now()));
    }

    /** After both approvals: the ERP posts, the pack is published, carol locks. */
    CloseLocked postAndLock(Sha256 packHash) {
        post();
        house.await(system.close(), PackPublished.class);
        house.order(
                "carol", Role.APPROVER, new LockPeriod(system.close(), packHash, new PersonId("carol"), House.now()));
        return house.await(system.close(), CloseLocked.class);
    }

    void post() {
        try {
            house.erp().post(system.erpKey(), "4711");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both approvals and everything after them. */
    CloseLocked finish(Sha256 packHash) {
        approve("bob", packHash);
        approve("carol", packHash);
        return postAndLock(packHash);
    }

    void engineer(Command command) {
        house.order("eric", Role.ENGINEER, command);
    }

    void accountant(Command command) {
        house.order("anna", Role.ACCOUNTANT, command);
    }
}
