@NullMarked
package io.tallybook.ui.deadletter;

import org.jspecify.annotations.NullMarked;
