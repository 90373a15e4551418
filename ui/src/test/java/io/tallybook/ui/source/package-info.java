@NullMarked
package io.tallybook.ui.source;

import org.jspecify.annotations.NullMarked;
