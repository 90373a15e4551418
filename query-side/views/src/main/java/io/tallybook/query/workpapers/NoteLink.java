package io.tallybook.query.workpapers;

import io.tallybook.messages.close.CloseId;

/** A note by its close and its number there. */
public record NoteLink(CloseId closeId, int note) {}
