@NullMarked
package io.tallybook.messages.source;

import org.jspecify.annotations.NullMarked;
