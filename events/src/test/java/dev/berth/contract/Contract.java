package dev.berth.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.berth.event.BusEvent;
import dev.berth.event.BusRequest;
import dev.berth.event.EventData;
import dev.berth.protocol.Protocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A record that crosses a process.
///
/// @param name of its schema and of its example, with their folder: `protocol/event-batch`
record Contract(Class<?> type, String name) {

    /// Every record of the contract packages and every case of their sealed interfaces.
    static List<Contract> all() {
        var all = new ArrayList<Contract>();
        recordsBeside(EventData.class).forEach(type -> all.add(kebab("session", type)));
        eventTypes().forEach((name, type) -> all.add(new Contract(type, "session/" + name)));
        recordsBeside(Protocol.class).forEach(type -> all.add(kebab("protocol", type)));
        busDetails().forEach(type -> all.add(kebab("bus", type)));
        return all;
    }

    /// Records of the session log's events, by event type; one that no type names is listed by its class.
    static Map<String, Class<?>> eventTypes() {
        var names = Stream.of(EventData.class.getAnnotation(JsonSubTypes.class).value())
                .collect(Collectors.<JsonSubTypes.Type, Class<?>, String>toMap(
                        JsonSubTypes.Type::value, JsonSubTypes.Type::name));
        return Stream.of(EventData.class.getPermittedSubclasses())
                .collect(Collectors.toMap(type -> names.getOrDefault(type, type.getName()), type -> type));
    }

    static List<Class<?>> busDetails() {
        return Stream.of(BusEvent.class, BusRequest.class)
                .<Class<?>>flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static Contract kebab(String folder, Class<?> type) {
        var words = type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return new Contract(type, folder + "/" + words.toLowerCase(Locale.ROOT));
    }

    /// The records that have files of their own in the package of a class.
    private static List<Class<?>> recordsBeside(Class<?> neighbour) {
        var root = Path.of(URI.create(
                neighbour.getProtectionDomain().getCodeSource().getLocation().toString()));
        try (var files = Files.list(root.resolve(neighbour.getPackageName().replace('.', '/')))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.contains("-"))
                    .<Class<?>>map(file -> load(neighbour.getPackageName() + "." + file.replace(".class", "")))
                    .filter(Class::isRecord)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException vanished) {
            throw new IllegalStateException(vanished);
        }
    }
}
