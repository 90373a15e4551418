/** Whether the house is well: what has come to a standstill, and why. */
@NullMarked
package io.tallybook.ui.health;

import org.jspecify.annotations.NullMarked;
