import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs tests named {@code Type#method} on plain JUnit. 0: all passed, 1: one failed, 3: there is none of that name. */
class RunTests {
    public static void main(String[] names) throws Exception {
        List<DiscoverySelector> selected = new ArrayList<>();
        for (String name : names) {
            String[] parts = name.split("#");
            Class<?> type = find(parts[0]);
            List<Method> methods = Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.getName().equals(parts[1]))
                    .toList();
            if (methods.isEmpty()) {
                System.out.println("FAILED there is no " + name);
                System.exit(3);
            }
            methods.forEach(method -> selected.add(selectMethod(type, method)));
        }
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request().selectors(selected).build(), listener);
        TestExecutionSummary summary = listener.getSummary();
        summary.getFailures()
                .forEach(failure -> System.out.println("FAILED " + failure.getTestIdentifier().getDisplayName() + ": "
                        + String.valueOf(failure.getException()).replaceAll("\\s+", " ")));
        System.out.println(summary.getTestsFoundCount() + " found, " + summary.getTestsSucceededCount() + " passed");
        boolean failed = summary.getTotalFailureCount() > 0;
        System.exit(failed ? 1 : summary.getTestsSucceededCount() == 0 ? 3 : 0);
    }

    /** The test classes lie in the module this runs in. */
    private static Class<?> find(String simpleName) throws Exception {
        Path classes = Path.of("target", "test-classes");
        try (Stream<Path> files = Files.walk(classes)) {
            Path file = files.filter(f -> f.endsWith(simpleName + ".class"))
                    .findFirst()
                    .orElseThrow(() -> new ClassNotFoundException(simpleName));
            String name = classes.relativize(file).toString().replace('/', '.');
            return Class.forName(name.substring(0, name.length() - ".class".length()));
        }
    }
}
