@NullMarked
package io.tallybook.messages.journal;

import org.jspecify.annotations.NullMarked;
