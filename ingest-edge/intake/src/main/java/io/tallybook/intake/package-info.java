/** The edge where files and batches come in: validation, then a command or a dead letter. */
@NullMarked
package io.tallybook.intake;

import org.jspecify.annotations.NullMarked;
