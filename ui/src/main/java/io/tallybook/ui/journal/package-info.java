@NullMarked
package io.tallybook.ui.journal;

import org.jspecify.annotations.NullMarked;
