package dev.berth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.event.Json;
import dev.berth.http.Problem.FieldError;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTest {
    private static final Spec SPEC = Spec.load();

    @Test
    void aProblemLooksAsTheGoldenFileSays() throws IOException {
        var problem = Problems.invalidBody(List.of(new FieldError("/task", "required property 'task' not found")), 1)
                .problem()
                .with("requestId", "req-1");

        assertThat(Json.MAPPER.readTree(problem.response().body()).toPrettyString() + "\n")
                .isEqualTo(golden("invalid_body.json"));
    }

    static Stream<Method> generalProblems() {
        return Stream.of(Problems.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == ProblemException.class)
                .filter(method -> !Modifier.isPrivate(method.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("generalProblems")
    void everyGeneralProblemIsWhatTheDocumentSaysOfProblems(Method factory) throws ReflectiveOperationException {
        var arguments = Stream.of(factory.getParameterTypes())
                .map(ProblemTest::argument)
                .toArray();
        var problem =
                ((ProblemException) factory.invoke(null, arguments)).problem().with("requestId", "req-1");

        var body = Json.MAPPER.readTree(problem.response().body());

        assertThat(SPEC.schemas().component("Problem").errors(body)).isEmpty();
        assertThat(problem.detail()).isNotEqualTo(problem.remedy());
    }

    @Test
    void aProblemWithoutARemedyCannotBeMade() {
        assertThatThrownBy(() -> Problem.of(400, "some_code", "Title", "Detail", " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Problem.of(400, "Not A Code", "Title", "Detail", "Remedy"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Object argument(Class<?> type) {
        return type == int.class ? (Object) 1 : type == List.class ? List.of(new FieldError("/a", "wrong")) : "thing";
    }

    private static String golden(String name) throws IOException {
        try (var stream = ProblemTest.class.getResourceAsStream("/problems/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
