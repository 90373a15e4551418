@NullMarked
package io.tallybook.command.source;

import org.jspecify.annotations.NullMarked;
