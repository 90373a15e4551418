@NullMarked
package io.tallybook.messages.statement;

import org.jspecify.annotations.NullMarked;
