package io.tallybook.query.contract;

import io.tallybook.messages.ShipperId;

/** A shipper. */
public record ShipperView(ShipperId shipper, String name, int contracts, long position) {}
