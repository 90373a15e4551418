@NullMarked
package io.tallybook.ui.intake;

import org.jspecify.annotations.NullMarked;
