@NullMarked
package io.tallybook.ui.api;

import org.jspecify.annotations.NullMarked;
