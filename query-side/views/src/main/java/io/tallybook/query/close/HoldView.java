package io.tallybook.query.close;

import io.tallybook.messages.PersonId;

/** Why a close is held; by the house while the month before it is open again. */
public record HoldView(String reason, PersonId by) {}
