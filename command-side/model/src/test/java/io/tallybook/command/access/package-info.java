@NullMarked
package io.tallybook.command.access;

import org.jspecify.annotations.NullMarked;
