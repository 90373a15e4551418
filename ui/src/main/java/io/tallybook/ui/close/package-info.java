@NullMarked
package io.tallybook.ui.close;

import org.jspecify.annotations.NullMarked;
