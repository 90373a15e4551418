@NullMarked
package io.tallybook.messages.contract;

import org.jspecify.annotations.NullMarked;
