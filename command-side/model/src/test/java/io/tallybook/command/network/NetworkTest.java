package io.tallybook.command.network;

import io.tallybook.command.Story;
import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.network.NetworkCommand.AddArea;
import io.tallybook.messages.network.NetworkCommand.AddContract;
import io.tallybook.messages.network.NetworkCommand.EstablishNetwork;
import io.tallybook.messages.network.NetworkCommand.PinRoster;
import io.tallybook.messages.network.NetworkEvent.AreaAdded;
import io.tallybook.messages.network.NetworkEvent.ContractAdded;
import io.tallybook.messages.network.NetworkEvent.NetworkEstablished;
import io.tallybook.messages.network.NetworkEvent.RosterArea;
import io.tallybook.messages.network.NetworkEvent.RosterPinned;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final NetworkId DK = new NetworkId("dk");
    private static final CloseGroup GROUP = new CloseGroup("dk");
    private static final CloseId OCTOBER = new CloseId("dk/2024-10");
    private static final AccountMapId ACCOUNTS = new AccountMapId("sample");
    private static final AreaId EAST = new AreaId("east");
    private static final AreaId WEST = new AreaId("west");
    private static final ContractId ORSTED = new ContractId("c-1");
    private static final NetworkEstablished ESTABLISHED =
            new NetworkEstablished(DK, GROUP, "Danish gas", ACCOUNTS, Story.ENGINEER);

    private final Story story = Story.of(Network.class);

    @Test
    void isEstablishedOnce() {
        story.given()
                .when(new EstablishNetwork(DK, GROUP, "Danish gas", ACCOUNTS, Story.ENGINEER, Story.AT))
                .then(ESTABLISHED);
        story.given(ESTABLISHED)
                .when(new EstablishNetwork(DK, GROUP, "Danish gas", ACCOUNTS, Story.ENGINEER, Story.AT))
                .thenNothing();
    }

    @Test
    void isNotEstablishedAgainAsSomethingElse() {
        story.given(ESTABLISHED)
                .when(new EstablishNetwork(DK, GROUP, "Swedish gas", ACCOUNTS, Story.ENGINEER, Story.AT))
                .thenRefused("network-exists");
    }

    @Test
    void knowsOfNoAreaBeforeItIsEstablished() {
        story.given().when(addArea(EAST)).thenRefused("not-found");
        story.given().when(addContract(EAST, ORSTED)).thenRefused("not-found");
        story.given().when(new PinRoster(DK, OCTOBER, 1, Story.AT)).thenRefused("not-found");
    }

    @Test
    void addsAnAreaOnce() {
        story.given(ESTABLISHED).when(addArea(EAST)).then(areaAdded(EAST));
        story.given(ESTABLISHED, areaAdded(EAST)).when(addArea(EAST)).thenNothing();
    }

    @Test
    void holds256AreasAndNotOneMore() {
        List<Object> facts = facts(255);
        story.given(facts).when(addArea(EAST)).then(areaAdded(EAST));
        facts.add(areaAdded(EAST));
        story.given(facts).when(addArea(WEST)).thenRefused("too-many-areas");
    }

    @Test
    void addsAContractOnceAndToOneArea() {
        story.given(ESTABLISHED, areaAdded(EAST))
                .when(addContract(EAST, ORSTED))
                .then(contractAdded(EAST, ORSTED));
        story.given(ESTABLISHED, areaAdded(EAST), contractAdded(EAST, ORSTED))
                .when(addContract(EAST, ORSTED))
                .thenNothing();
        story.given(ESTABLISHED, areaAdded(EAST), areaAdded(WEST), contractAdded(EAST, ORSTED))
                .when(addContract(WEST, ORSTED))
                .thenRefused("contract-in-another-area");
        story.given(ESTABLISHED).when(addContract(EAST, ORSTED)).thenRefused("area-not-in-network");
    }

    @Test
    void holds256ContractsAndNotOneMore() {
        List<Object> facts = facts(4);
        facts.add(areaAdded(EAST));
        IntStream.range(0, 255)
                .forEach(i -> facts.add(contractAdded(new AreaId("a-" + i / 64), new ContractId("x-" + i))));
        story.given(facts).when(addContract(EAST, ORSTED)).then(contractAdded(EAST, ORSTED));
        facts.add(contractAdded(EAST, ORSTED));
        story.given(facts).when(addContract(EAST, new ContractId("c-2"))).thenRefused("too-many-contracts");
    }

    @Test
    void holds64ContractsOfOneAreaAndNotOneMore() {
        List<Object> facts = facts(1);
        facts.add(areaAdded(EAST));
        IntStream.range(0, 63).forEach(i -> facts.add(contractAdded(EAST, new ContractId("x-" + i))));
        story.given(facts).when(addContract(EAST, ORSTED)).then(contractAdded(EAST, ORSTED));
        facts.add(contractAdded(EAST, ORSTED));
        story.given(facts).when(addContract(EAST, new ContractId("c-2"))).thenRefused("too-many-contracts-of-an-area");
    }

    @Test
    void pinsItsAreasWithTheirContractsInOrder() {
        story.given(ESTABLISHED, areaAdded(WEST), areaAdded(EAST), contractAdded(EAST, ORSTED))
                .when(new PinRoster(DK, OCTOBER, 1, Story.AT))
                .then(pinned(1, new RosterArea(EAST, List.of(ORSTED)), new RosterArea(WEST, List.of())));
    }

    @Test
    void answersTheSameRosterAgainForTheSameAttemptThoughItHasGrown() {
        RosterPinned first = pinned(1, new RosterArea(EAST, List.of()));
        story.given(ESTABLISHED, areaAdded(EAST), first, areaAdded(WEST))
                .when(new PinRoster(DK, OCTOBER, 1, Story.AT))
                .then(first);
    }

    @Test
    void aHigherAttemptSeesWhatWasAddedAndAnOlderOneIsIgnored() {
        RosterPinned second = pinned(2, new RosterArea(EAST, List.of()), new RosterArea(WEST, List.of()));
        story.given(ESTABLISHED, areaAdded(EAST), pinned(1, new RosterArea(EAST, List.of())), areaAdded(WEST))
                .when(new PinRoster(DK, OCTOBER, 2, Story.AT))
                .then(second);
        story.given(ESTABLISHED, areaAdded(EAST), areaAdded(WEST), second)
                .when(new PinRoster(DK, OCTOBER, 1, Story.AT))
                .thenNothing();
    }

    @Test
    void isNotPinnedByAnotherCloseGroup() {
        story.given(ESTABLISHED)
                .when(new PinRoster(DK, new CloseId("se/2024-10"), 1, Story.AT))
                .thenRefused("another-close-group");
    }

    private static List<Object> facts(int areas) {
        List<Object> facts = new java.util.ArrayList<>();
        facts.add(ESTABLISHED);
        IntStream.range(0, areas).forEach(i -> facts.add(areaAdded(new AreaId("a-" + i))));
        return facts;
    }

    private static AddArea addArea(AreaId area) {
        return new AddArea(DK, area, Story.ENGINEER, Story.AT);
    }

    private static AddContract addContract(AreaId area, ContractId contract) {
        return new AddContract(DK, area, contract, Story.ENGINEER, Story.AT);
    }

    private static AreaAdded areaAdded(AreaId area) {
        return new AreaAdded(DK, area, Story.ENGINEER);
    }

    private static ContractAdded contractAdded(AreaId area, ContractId contract) {
        return new ContractAdded(DK, area, contract, Story.ENGINEER);
    }

    private static RosterPinned pinned(int attempt, RosterArea... areas) {
        return new RosterPinned(DK, OCTOBER, attempt, ACCOUNTS, List.of(areas));
    }
}
