@NullMarked
package io.tallybook.ui.access;

import org.jspecify.annotations.NullMarked;
