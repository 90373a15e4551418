@NullMarked
package io.tallybook.messages.workpapers;

import org.jspecify.annotations.NullMarked;
