@NullMarked
package io.tallybook.command.metering;

import org.jspecify.annotations.NullMarked;
