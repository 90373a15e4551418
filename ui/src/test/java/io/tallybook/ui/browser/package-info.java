/** The built program as people use it: real Chromium against a real demo, by mouse and by keyboard. */
@NullMarked
package io.tallybook.ui.browser;

import org.jspecify.annotations.NullMarked;
