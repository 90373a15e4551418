@NullMarked
package io.tallybook.ui.nomination;

import org.jspecify.annotations.NullMarked;
