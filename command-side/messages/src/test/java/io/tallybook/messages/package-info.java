@NullMarked
package io.tallybook.messages;

import org.jspecify.annotations.NullMarked;
