@NullMarked
package io.tallybook.messages.access;

import org.jspecify.annotations.NullMarked;
