@NullMarked
package io.tallybook.messages.nomination;

import org.jspecify.annotations.NullMarked;
