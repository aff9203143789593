package dev.berth.local.cli.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Judges the parameters of an SGR sequence (`ESC [ … m`). What only colours and emphasizes may pass; concealing
/// text may not, since what is said would not be seen.
final class ColourSequence {
    static final int MAX_PARAMETER_CHARACTERS = 64;

    private ColourSequence() {}

    static boolean isHarmless(String parameters) {
        Deque<String> rest =
                new ArrayDeque<>(List.of(parameters.replace(':', ';').split(";", -1)));
        while (!rest.isEmpty()) {
            int code = number(rest.remove());
            if (code == 38 || code == 48) {
                if (!extendedColour(rest)) {
                    return false;
                }
            } else if (!simple(code)) {
                return false;
            }
        }
        return true;
    }

    static boolean resets(String parameters) {
        return parameters.isEmpty() || parameters.equals("0");
    }

    private static boolean extendedColour(Deque<String> rest) {
        int components =
                switch (rest.isEmpty() ? -1 : number(rest.remove())) {
                    case 5 -> 1;
                    case 2 -> 3;
                    default -> Integer.MAX_VALUE;
                };
        if (components > rest.size()) {
            return false;
        }
        for (int i = 0; i < components; i++) {
            if (number(rest.remove()) > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean simple(int code) {
        return code <= 4
                || code == 7
                || (code >= 21 && code <= 25)
                || code == 27
                || code == 29
                || (code >= 30 && code <= 49)
                || (code >= 90 && code <= 107);
    }

    private static int number(String parameter) {
        return switch (parameter.length()) {
            case 0 -> 0;
            case 1, 2, 3 -> Integer.parseInt(parameter);
            default -> Integer.MAX_VALUE;
        };
    }
}
