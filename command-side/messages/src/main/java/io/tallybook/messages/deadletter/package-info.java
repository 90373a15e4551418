@NullMarked
package io.tallybook.messages.deadletter;

import org.jspecify.annotations.NullMarked;
