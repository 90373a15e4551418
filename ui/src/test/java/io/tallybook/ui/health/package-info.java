@NullMarked
package io.tallybook.ui.health;

import org.jspecify.annotations.NullMarked;
