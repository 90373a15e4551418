/** Changes of configuration, proposed by one person and approved by another. */
@NullMarked
package io.tallybook.messages.change;

import org.jspecify.annotations.NullMarked;
