import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Run by the build: makes the JSON that is served out of the YAML that is written, so that no start has to. A file that
/// is as it was is left alone: nothing has to be packaged or compiled anew because of it.
void main(String[] args) throws Exception {
    var document = new YAMLMapper().readTree(Path.of(args[0]));
    var json = new JsonMapper().writeValueAsBytes(document);
    var target = Path.of(args[1]);
    if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), json)) {
        Files.createDirectories(target.getParent());
        Files.write(target, json);
    }
}
