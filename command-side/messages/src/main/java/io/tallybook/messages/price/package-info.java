@NullMarked
package io.tallybook.messages.price;

import org.jspecify.annotations.NullMarked;
