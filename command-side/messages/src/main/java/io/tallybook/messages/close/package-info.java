@NullMarked
package io.tallybook.messages.close;

import org.jspecify.annotations.NullMarked;
