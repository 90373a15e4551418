@NullMarked
package io.tallybook.ui.demo;

import org.jspecify.annotations.NullMarked;
