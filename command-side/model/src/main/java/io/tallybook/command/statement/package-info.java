@NullMarked
package io.tallybook.command.statement;

import org.jspecify.annotations.NullMarked;
