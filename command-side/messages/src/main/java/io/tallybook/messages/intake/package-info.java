@NullMarked
package io.tallybook.messages.intake;

import org.jspecify.annotations.NullMarked;
