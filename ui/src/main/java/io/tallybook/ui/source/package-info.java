/** Named sources, as people see, pull and pause them. */
@NullMarked
package io.tallybook.ui.source;

import org.jspecify.annotations.NullMarked;
