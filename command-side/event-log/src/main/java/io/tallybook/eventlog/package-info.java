/** The log: its engine, the command door, tokens, deadlines, the type registry. */
@NullMarked
package io.tallybook.eventlog;

import org.jspecify.annotations.NullMarked;
