@NullMarked
package io.tallybook.command.adjustment;

import org.jspecify.annotations.NullMarked;
