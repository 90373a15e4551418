@NullMarked
package io.tallybook.ui.balance;

import org.jspecify.annotations.NullMarked;
