@NullMarked
package io.tallybook.command.nomination;

import org.jspecify.annotations.NullMarked;
