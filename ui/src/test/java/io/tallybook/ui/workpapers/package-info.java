@NullMarked
package io.tallybook.ui.workpapers;

import org.jspecify.annotations.NullMarked;
