@NullMarked
package io.tallybook.messages.allocation;

import org.jspecify.annotations.NullMarked;
