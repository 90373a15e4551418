@NullMarked
package io.tallybook.command.journal;

import org.jspecify.annotations.NullMarked;
