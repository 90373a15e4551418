package io.tallybook.query.network;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.NetworkId;
import java.util.List;

/** A network of areas: one close group. */
public record NetworkView(
        NetworkId network, CloseGroup group, String name, AccountMapId accounts, List<AreaId> areas, long position) {}
