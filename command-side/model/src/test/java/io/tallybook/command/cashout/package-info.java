@NullMarked
package io.tallybook.command.cashout;

import org.jspecify.annotations.NullMarked;
