@NullMarked
package io.tallybook.ui.cli;

import org.jspecify.annotations.NullMarked;
