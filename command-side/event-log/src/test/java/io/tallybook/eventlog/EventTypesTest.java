package io.tallybook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.tallybook.eventlog.EventTypes.EventType;
import io.tallybook.messages.Event;
import io.tallybook.messages.contract.ShipperEvent.ShipperRegistered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published language of the log. A golden file is a written fact: never edited. A new event gets its files by running this
 * test with {@code -Dtallybook.golden.write=true}.
 */
class EventTypesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<EventType> types() {
        return EventTypes.all().stream();
    }

    @Test
    void everyEventRecordOfTheMessagesHasAName() {
        Set<Class<?>> records = new ClassFileImporter()
                .importPackages("io.tallybook.messages").stream()
                        .filter(type -> type.isAssignableTo(Event.class) && type.isRecord())
                        .map(JavaClass::reflect)
                        .collect(Collectors.toSet());
        Set<Class<?>> named = types().map(EventType::type).collect(Collectors.toSet());
        assertThat(named).isEqualTo(records);
    }

    @Test
    void everyNameSaysTheFeatureFirst() {
        assertThat(EventTypes.all())
                .allSatisfy(type -> assertThat(type.name())
                        .startsWith(type.type().getPackageName().substring("io.tallybook.messages.".length()) + ".")
                        .matches("[a-z]+\\.[a-z]+(-[a-z]+)*"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void writesTheGoldenBytesAndReadsThemBack(EventType type) throws IOException {
        check(type, Samples.full(type.type()), GOLDEN.resolve(type.name() + ".json"));
    }

    static Stream<EventType> typesWithSomethingThatMayBeAbsent() {
        return types().filter(type -> !Samples.sparse(type.type()).equals(Samples.full(type.type())));
    }

    @ParameterizedTest
    @MethodSource("typesWithSomethingThatMayBeAbsent")
    void leavesOutWhatIsAbsentAndReadsItBackAsNull(EventType type) throws IOException {
        check(type, Samples.sparse(type.type()), GOLDEN.resolve(type.name() + ".absent.json"));
    }

    /** An event that has grown since: {@code name.past-1.json} is what was written before, and reads as it was. */
    @Test
    void readsWhatWasWrittenBeforeAnEventGrewAndWritesItAgainTheSame() throws IOException {
        for (Path golden : files(".*\\.past-[0-9]+\\.json")) {
            String name = String.valueOf(golden.getFileName()).replaceFirst("\\.past-.*", "");
            byte[] past = Files.readAllBytes(golden);
            Event read = LogJson.read(past, EventTypes.of(name, "1").type());
            assertThat(new String(LogJson.write(read), StandardCharsets.UTF_8))
                    .as(golden.toString())
                    .isEqualTo(new String(past, StandardCharsets.UTF_8));
        }
    }

    @Test
    void noGoldenFileIsWithoutItsEvent() throws IOException {
        Set<String> known = types().flatMap(type -> Stream.of(type.name() + ".json", type.name() + ".absent.json"))
                .collect(Collectors.toSet());
        assertThat(files(".*"))
                .map(file -> String.valueOf(file.getFileName()).replaceFirst("\\.past-[0-9]+\\.json", ".json"))
                .allMatch(known::contains);
    }

    private static List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches(name))
                    .toList();
        }
    }

    @Test
    void anUnknownNameOrRevisionStopsTheReader() {
        assertThatThrownBy(() -> EventTypes.of("metering.never-heard", "1")).isInstanceOf(UnknownEventType.class);
        assertThatThrownBy(() -> EventTypes.of("metering.quantities-recorded", "2"))
                .isInstanceOf(UnknownEventType.class);
    }

    @Test
    void anUnknownPropertyIsAnError() {
        assertThatThrownBy(() -> read("{\"shipper\":\"s\",\"name\":\"n\",\"by\":\"p\",\"more\":1}"))
                .hasMessageContaining("more");
    }

    @Test
    void aMissingComponentThatMayNotBeAbsentIsAnError() {
        assertThatThrownBy(() -> read("{\"shipper\":\"s\",\"by\":\"p\"}")).hasMessageContaining("name");
    }

    private static ShipperRegistered read(String json) {
        return LogJson.read(json.getBytes(StandardCharsets.UTF_8), ShipperRegistered.class);
    }

    private static void check(EventType type, Event sample, Path golden) throws IOException {
        byte[] written = LogJson.write(sample);
        if (Boolean.getBoolean("tallybook.golden.write") && !Files.exists(golden)) {
            Files.createDirectories(GOLDEN);
            Files.write(golden, written);
        }
        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(Files.readString(golden));
        assertThat(LogJson.read(Files.readAllBytes(golden), type.type())).isEqualTo(sample);
        assertThat(List.of(written.length)).allMatch(length -> length <= LogStorageEngine.MOST_PAYLOAD_BYTES);
    }
}
