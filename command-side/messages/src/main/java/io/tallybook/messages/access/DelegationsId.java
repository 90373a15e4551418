package io.tallybook.messages.access;

import io.tallybook.messages.CloseGroup;

/** The delegations of approval rights in one close group. */
public record DelegationsId(String value) {
    public DelegationsId {
        new CloseGroup(value);
    }

    public static DelegationsId of(CloseGroup group) {
        return new DelegationsId(group.value());
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "delegations:" + value;
    }
}
