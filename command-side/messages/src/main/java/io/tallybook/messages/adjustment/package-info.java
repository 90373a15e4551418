@NullMarked
package io.tallybook.messages.adjustment;

import org.jspecify.annotations.NullMarked;
