@NullMarked
package io.tallybook.command.price;

import org.jspecify.annotations.NullMarked;
