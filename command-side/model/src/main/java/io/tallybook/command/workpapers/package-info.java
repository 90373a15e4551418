/** The working papers of a close: notes, review points, evidence. */
@NullMarked
package io.tallybook.command.workpapers;

import org.jspecify.annotations.NullMarked;
