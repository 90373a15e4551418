@NullMarked
package io.tallybook.ui.setup;

import org.jspecify.annotations.NullMarked;
