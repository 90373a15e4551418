@NullMarked
package io.tallybook.ui.bench;

import org.jspecify.annotations.NullMarked;
