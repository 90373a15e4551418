package io.tallybook.messages.contract;

import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.ShipperId;

/** What happened to a Shipper. */
public sealed interface ShipperEvent extends Event {
    record ShipperRegistered(ShipperId shipper, String name, PersonId by) implements ShipperEvent {}
}
