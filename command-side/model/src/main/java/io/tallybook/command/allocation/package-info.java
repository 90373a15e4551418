@NullMarked
package io.tallybook.command.allocation;

import org.jspecify.annotations.NullMarked;
