package io.tallybook.ui.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a port number; anything else is wrong usage. */
final class Port implements ITypeConverter<Integer> {
    private static final int LAST = 65_535;

    @Override
    public Integer convert(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > LAST) {
            throw new TypeConversionException("a port is a number from 0 to " + LAST + ", not '" + text + "'");
        }
        return Integer.valueOf(text);
    }
}
