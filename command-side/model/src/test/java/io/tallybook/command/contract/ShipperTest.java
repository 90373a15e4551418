package io.tallybook.command.contract;

import io.tallybook.command.Story;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.contract.ShipperCommand.RegisterShipper;
import io.tallybook.messages.contract.ShipperEvent.ShipperRegistered;
import org.junit.jupiter.api.Test;

class ShipperTest {
    private static final ShipperId ID = new ShipperId("orsted");
    private static final ShipperRegistered REGISTERED = new ShipperRegistered(ID, "Ørsted", Story.ENGINEER);

    private final Story story = Story.of(Shipper.class);

    @Test
    void isRegisteredOnceUnderOneName() {
        story.given().when(register("Ørsted")).then(REGISTERED);
        story.given(REGISTERED).when(register("Ørsted")).thenNothing();
        story.given(REGISTERED).when(register("DONG")).thenRefused("shipper-exists");
    }

    private static RegisterShipper register(String name) {
        return new RegisterShipper(ID, name, Story.ENGINEER, Story.AT);
    }
}
