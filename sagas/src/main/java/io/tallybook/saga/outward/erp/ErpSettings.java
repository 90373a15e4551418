package io.tallybook.saga.outward.erp;

import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Invalid;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which ERP the journals of a close group go to: {@code tallybook.erp.*}. A group no system names has its journals dropped as
 * files.
 *
 * @param systems ERPs spoken to over HTTP
 * @param first how long to wait before the ERP is asked again for the first time, 10 ms to 1 min; the waits grow from there
 * @param longest the longest wait, at most 15 min (the ERP's poll time of a close)
 * @param poll how often a node looks for a journal that is due, 50 ms to 1 min
 */
@ConfigurationProperties("tallybook.erp")
public record ErpSettings(
        @DefaultValue List<ErpSystem> systems,
        @DefaultValue("2s") Duration first,
        @DefaultValue("15m") Duration longest,
        @DefaultValue("1s") Duration poll) {
    static final String EVERY_GROUP = "*";

    public ErpSettings {
        within(first, Duration.ofMillis(10), Duration.ofMinutes(1), "tallybook.erp.first is 10 ms to 1 min");
        within(longest, first, Duration.ofMinutes(15), "tallybook.erp.longest is tallybook.erp.first to 15 min");
        within(poll, Duration.ofMillis(50), Duration.ofMinutes(1), "tallybook.erp.poll is 50 ms to 1 min");
        List<String> groups =
                systems.stream().flatMap(system -> system.groups().stream()).toList();
        Invalid.unless(
                groups.size() == groups.stream().distinct().count(), "a close group's journals go to one ERP alone");
        long names = systems.stream().map(ErpSystem::name).distinct().count();
        Invalid.unless(names == systems.size(), "two ERPs have one name");
    }

    /**
     * An ERP that is spoken to over HTTP.
     *
     * @param name how events and pages call it, 1 to 64 of a-z, 0-9, '.', '-'
     * @param groups close groups whose journals go there; {@code *} for every group no other system names
     * @param baseUrl what its paths are put behind, such as {@code https://erp.example.com/tallybook}
     * @param header sent with every request, such as {@code Authorization: Bearer …}; a secret, given by the environment
     * @param timeout of one request, from its first byte to the answer's last, 100 ms to 5 min
     */
    public record ErpSystem(
            String name,
            List<String> groups,
            URI baseUrl,
            @Nullable String header,
            @DefaultValue("30s") Duration timeout) {
        public ErpSystem {
            Invalid.unless(name.matches("[a-z0-9][a-z0-9.-]{0,63}"), "an ERP's name is 1 to 64 of a-z, 0-9, '.', '-'");
            Invalid.unless(
                    baseUrl.getHost() != null
                            && String.valueOf(baseUrl.getScheme()).matches("https?"),
                    "the base-url of ERP " + name + " is an address such as https://erp.example.com/tallybook");
            Invalid.unless(
                    baseUrl.getUserInfo() == null && baseUrl.getQuery() == null,
                    "the base-url of ERP " + name + " holds no user and no query; a secret goes into its header");
            Invalid.unless(
                    header == null || header.matches("[A-Za-z0-9-]{1,64}:\\s*[\\x21-\\x7E][\\x20-\\x7E]*"),
                    "the header of ERP " + name + " is a line such as 'Authorization: Bearer …'");
            within(timeout, Duration.ofMillis(100), Duration.ofMinutes(5), "an ERP's timeout is 100 ms to 5 min");
        }

        @Override
        public String toString() {
            return name + " at " + baseUrl;
        }
    }

    /** Where the group's journals go; empty for the file drop. */
    Optional<ErpSystem> of(CloseGroup group) {
        Optional<ErpSystem> named = naming(group.value());
        return named.isPresent() ? named : naming(EVERY_GROUP);
    }

    private Optional<ErpSystem> naming(String group) {
        return systems.stream()
                .filter(system -> system.groups().contains(group))
                .findFirst();
    }

    private static void within(Duration time, Duration shortest, Duration longest, String rule) {
        Invalid.unless(time.compareTo(shortest) >= 0 && time.compareTo(longest) <= 0, rule + ", was " + time);
    }
}
