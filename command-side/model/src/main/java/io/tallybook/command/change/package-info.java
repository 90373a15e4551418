@NullMarked
package io.tallybook.command.change;

import org.jspecify.annotations.NullMarked;
