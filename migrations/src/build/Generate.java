import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.GeneratedAnnotationType;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Makes the jOOQ classes: a passing PostgreSQL, migrated by Flyway, read by jOOQ. Run by Maven in the JDK of the toolchain;
 * does nothing when neither a migration nor this file has changed. The arguments are the module's directory and the output.
 */
class Tables {
    public static void main(String[] arguments) throws Exception {
        Path module = Path.of(arguments[0]);
        Path output = Path.of(arguments[1]);
        Path stamp = output.resolve("stamp.sha256");
        String hash = hash(module);
        if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
            return;
        }
        Path data = Files.createTempDirectory("tallybook-jooq");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(Path.of(System.getProperty("java.io.tmpdir"), "tallybook-test-postgres")
                        .toFile())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .start()) {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE app");
            }
            Flyway.configure()
                    .dataSource(server.getPostgresDatabase())
                    .loggers("slf4j")
                    .locations("filesystem:" + module.resolve("src/main/resources/db/migration"))
                    .load()
                    .migrate();
            GenerationTool.generate(configuration(server, output));
        }
        Files.writeString(stamp, hash);
    }

    private static Configuration configuration(EmbeddedPostgres server, Path output) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withDriver("org.postgresql.Driver")
                        .withUrl("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres")
                        .withUser("postgres"))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withInputSchema("public")
                                .withOutputSchemaToDefault(true)
                                .withExcludes("flyway_schema_history")
                                .withForcedTypes(new ForcedType()
                                        .withName("INSTANT")
                                        .withIncludeTypes("(?i:timestamptz.*|timestamp.*with time zone.*)")))
                        .withGenerate(new Generate()
                                .withGeneratedAnnotation(true)
                                .withGeneratedAnnotationType(
                                        GeneratedAnnotationType.JAVAX_ANNOTATION_PROCESSING_GENERATED)
                                .withGeneratedAnnotationDate(false))
                        .withTarget(new Target()
                                .withPackageName("io.tallybook.migrations.jooq")
                                .withDirectory(output.toString())));
    }

    private static String hash(Path module) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Path file : inputs(module)) {
            digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> inputs(Path module) throws IOException {
        try (Stream<Path> migrations = Files.list(module.resolve("src/main/resources/db/migration"))) {
            return Stream.concat(
                            migrations.filter(file -> file.toString().endsWith(".sql")).sorted(),
                            Stream.of(module.resolve("src/build/Generate.java"), module.resolve("pom.xml")))
                    .toList();
        }
    }
}
