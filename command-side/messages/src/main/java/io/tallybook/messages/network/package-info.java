@NullMarked
package io.tallybook.messages.network;

import org.jspecify.annotations.NullMarked;
