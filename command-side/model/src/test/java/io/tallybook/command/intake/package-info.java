@NullMarked
package io.tallybook.command.intake;

import org.jspecify.annotations.NullMarked;
