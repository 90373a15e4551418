@NullMarked
package io.tallybook.messages.variance;

import org.jspecify.annotations.NullMarked;
