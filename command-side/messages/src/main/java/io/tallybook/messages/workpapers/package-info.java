/** The working papers of a close: notes and review points on its lines and tasks, and the files that prove them (ADR 22). */
@NullMarked
package io.tallybook.messages.workpapers;

import org.jspecify.annotations.NullMarked;
