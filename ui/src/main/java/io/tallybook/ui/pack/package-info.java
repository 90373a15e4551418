@NullMarked
package io.tallybook.ui.pack;

import org.jspecify.annotations.NullMarked;
