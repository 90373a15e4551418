@NullMarked
package io.tallybook.command.close;

import org.jspecify.annotations.NullMarked;
