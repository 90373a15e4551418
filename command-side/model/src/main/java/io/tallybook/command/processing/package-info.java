/** What a person orders of the processing itself. */
@NullMarked
package io.tallybook.command.processing;

import org.jspecify.annotations.NullMarked;
