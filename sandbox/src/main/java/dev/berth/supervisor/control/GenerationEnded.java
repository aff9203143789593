package dev.berth.supervisor.control;

/// There is nobody left to work for: the control plane said so, or has not answered for too long.
public final class GenerationEnded extends Exception {
    public GenerationEnded(String why) {
        super(why);
    }
}
