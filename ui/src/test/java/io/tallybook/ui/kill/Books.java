package io.tallybook.ui.kill;

import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.network.PointRole;
import io.tallybook.report.setup.SetupSheet;
import io.tallybook.ui.cli.Api;
import io.tallybook.ui.demo.AgreedSetup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Real books with one network, one point and one engineer; started again and again, the engineer stays signed in. */
final class Books {
    private static final List<Integer> BUSY = List.of(429, 503);

    private final Path data;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private String address = "";
    private String token = "";

    Books(Path data) {
        this.data = data;
    }

    Child start() throws IOException, InterruptedException {
        Child child = Child.start(data, "start", "--port", "0");
        child.await("Ctrl-C stops it");
        address = child.await("(http://127\\.0\\.0\\.1:\\d+)");
        return child;
    }

    /** The first Admin, an engineer, and what the engineer sets up. */
    void furnish(Child child) throws IOException, InterruptedException {
        String password = UUID.randomUUID().toString();
        Api anyone = new Api(address, "api", null);
        anyone.post(
                "/api/v1/first-admin",
                Map.of(
                        "code",
                        child.await("one-time code:  (\\S+)"),
                        "user",
                        "ada",
                        "name",
                        "Ada",
                        "password",
                        password));
        Api admin = new Api(address, "api", null).signIn("ada", password);
        admin.put(
                "/api/v1/users/eva",
                Map.of("person", "eva", "name", "Eva", "password", password, "roles", List.of("ENGINEER", "OPERATOR")));
        Api engineer = new Api(address, "api", null).signIn("eva", password);
        token = engineer.token();
        AgreedSetup setup = new AgreedSetup(engineer, admin);
        setup.row(SetupSheet.NETWORKS, "net", "group", "Network", "accounts");
        setup.row(SetupSheet.AREAS, "area", "net", "Area", "2015-01", 1, 1, 250);
        setup.row(
                SetupSheet.POINTS,
                Order.POINT,
                "area",
                "Entry",
                PointRole.FLOW,
                "Europe/Copenhagen",
                "06:00",
                MeasuringInterval.GAS_DAY,
                "1990-01-01",
                1);
        setup.agree("books");
    }

    /** Sends an order, as often as it is told to come back later. @throws IOException when nobody answers */
    HttpResponse<String> send(Order order) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + order.path()))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", order.key())
                .method(order.method(), BodyPublishers.ofString(order.body()))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        while (BUSY.contains(response.statusCode())) {
            Thread.sleep(200);
            response = http.send(request, BodyHandlers.ofString());
        }
        return response;
    }
}
