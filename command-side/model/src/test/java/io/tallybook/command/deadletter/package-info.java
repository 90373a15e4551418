@NullMarked
package io.tallybook.command.deadletter;

import org.jspecify.annotations.NullMarked;
