@NullMarked
package io.tallybook.ui.calc;

import org.jspecify.annotations.NullMarked;
