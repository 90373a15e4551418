@NullMarked
package io.tallybook.messages.metering;

import org.jspecify.annotations.NullMarked;
