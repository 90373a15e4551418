@NullMarked
package io.tallybook.ui.price;

import org.jspecify.annotations.NullMarked;
