@NullMarked
package io.tallybook.command.workpapers;

import org.jspecify.annotations.NullMarked;
