package dev.berth.store;

/// What was given as a cursor is none of this list.
public final class InvalidCursorException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidCursorException() {
        super("Not a cursor of this list");
    }
}
