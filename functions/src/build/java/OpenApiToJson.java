import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Run by the build: makes the JSON that is served out of the YAML that is written, so that no start has to.
void main(String[] args) throws Exception {
    var document = new YAMLMapper().readTree(Path.of(args[0]));
    var target = Path.of(args[1]);
    Files.createDirectories(target.getParent());
    Files.write(target, new JsonMapper().writeValueAsBytes(document));
}
