@NullMarked
package io.tallybook.messages.balance;

import org.jspecify.annotations.NullMarked;
