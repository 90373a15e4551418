@NullMarked
package io.tallybook.ui.settings;

import org.jspecify.annotations.NullMarked;
