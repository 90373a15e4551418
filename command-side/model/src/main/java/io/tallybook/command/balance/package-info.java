@NullMarked
package io.tallybook.command.balance;

import org.jspecify.annotations.NullMarked;
