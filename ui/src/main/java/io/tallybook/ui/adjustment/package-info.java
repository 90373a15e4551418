@NullMarked
package io.tallybook.ui.adjustment;

import org.jspecify.annotations.NullMarked;
