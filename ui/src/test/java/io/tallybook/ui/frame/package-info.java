@NullMarked
package io.tallybook.ui.frame;

import org.jspecify.annotations.NullMarked;
