package dev.berth.infra;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the functions' code calls of AWS, as IAM names it.
final class CallsOfTheCode {
    private static final Pattern CLIENT =
            Pattern.compile("software\\.amazon\\.awssdk\\.services\\.(\\w+)\\.\\w+Client");
    private static final Pattern TABLE =
            Pattern.compile("software\\.amazon\\.awssdk\\.enhanced\\.dynamodb\\.DynamoDb(Table|Index)");

    /// Where IAM's prefix is not the package's name.
    private static final Map<String, String> SERVICES = Map.of(
            "cloudwatchlogs", "logs",
            "eventbridge", "events",
            "sfn", "states");

    /// Where IAM's name is not the method's.
    private static final Map<String, String> ACTIONS = Map.of(
            "apigatewaymanagementapi:PostToConnection", "execute-api:ManageConnections",
            "s3:DeleteObjects", "s3:DeleteObject",
            "s3:GetObjectAsBytes", "s3:GetObject",
            "s3:HeadObject", "s3:GetObject",
            "s3:ListObjectsV2", "s3:ListBucket");

    /// Methods that call nothing by themselves, or only what their parts need leave for.
    private static final Set<String> NO_ACTIONS =
            Set.of("close", "transactWriteItems", "table", "index", "builder", "tableSchema", "tableName", "create");

    private CallsOfTheCode() {}

    static Set<String> actions() {
        return of(ArchConfiguration.withThreadLocalScope(CallsOfTheCode::imported));
    }

    /// Of what is called, names are enough: the SDK's classes are not read.
    private static JavaClasses imported(ArchConfiguration configuration) {
        configuration.setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("dev.berth");
    }

    private static Set<String> of(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> accesses(type))
                .flatMap(call -> action(call).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JavaAccess<?>> accesses(JavaClass type) {
        return Stream.concat(type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream());
    }

    private static Optional<String> action(JavaAccess<?> call) {
        return service(call.getTargetOwner().getName())
                .filter(_ -> !NO_ACTIONS.contains(call.getName()))
                .map(service -> {
                    var name = call.getName().replaceFirst("Paginator$", "");
                    var action = service + ":" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
                    return ACTIONS.getOrDefault(action, action);
                });
    }

    private static Optional<String> service(String owner) {
        var client = CLIENT.matcher(owner);
        if (client.matches()) {
            return Optional.of(SERVICES.getOrDefault(client.group(1), client.group(1)));
        }
        return TABLE.matcher(owner).matches() ? Optional.of("dynamodb") : Optional.empty();
    }
}
