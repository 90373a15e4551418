@NullMarked
package io.tallybook.ui.network;

import org.jspecify.annotations.NullMarked;
