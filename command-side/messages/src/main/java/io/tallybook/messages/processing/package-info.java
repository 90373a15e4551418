/** Which node works on what, where a person has to step in. */
@NullMarked
package io.tallybook.messages.processing;

import org.jspecify.annotations.NullMarked;
