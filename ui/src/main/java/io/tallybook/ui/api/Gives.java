package io.tallybook.ui.api;

import io.tallybook.messages.Command;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The order an operation gives, or the orders one of which it gives: from them its description says who may give it and which
 * rules refuse it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Gives {
    Class<? extends Command>[] value();
}
