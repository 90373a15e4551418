@NullMarked
package io.tallybook.command.variance;

import org.jspecify.annotations.NullMarked;
