package dev.berth.organization;

public interface Organizations {
    Organization get(String id);
}
