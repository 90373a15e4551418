package io.tallybook.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.ui.browser.RunningDemo;
import io.tallybook.ui.cli.Api;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API held against the running demo: every example it gives is asked, every answer is as described. Long, for one demo answers it all. */
class ApiDocumentIT {
    /** What the sample month does not have before its approval: issued documents, restatements, rejected rows. */
    private static final Set<String> NOT_IN_THE_SAMPLE = Set.of(
            "/api/v1/import",
            "/api/v1/changes/{change}",
            "/api/v1/closes/{group}/{period}/comparison",
            "/api/v1/dead-letter",
            "/api/v1/adjustment",
            "/api/v1/adjustment-packages/{group}/{number}",
            "/api/v1/adjustment-packages/{group}/restated/{period}/{shipper}",
            "/api/v1/sources/{source}",
            "/api/v1/sources/{source}/pulls",
            "/api/v1/sources/{source}/pulls/{pull}/objects",
            "/api/v1/closes/{group}/{period}/documents/{name}",
            "/api/v1/closes/{group}/{period}/revisions/{revision}/changes",
            "/api/v1/closes/{group}/{period}/evidence/{evidence}/file");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path scratch;

    private static @Nullable RunningDemo demo;
    private static String server = "";
    private static String token = "";
    private static JsonNode document = JSON.createObjectNode();

    /** One described operation. */
    private record Operation(String path, String method, JsonNode node) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        RunningDemo running = RunningDemo.demo(scratch);
        demo = running;
        server = running.address();
        token = new Api(server, "api", null)
                .post("/api/v1/tokens", Map.of("user", "auditor", "password", running.password("auditor")))
                .get("token")
                .asString();
        document = JSON.readTree(get("/v3/api-docs").body());
    }

    @AfterAll
    static void stop() {
        RunningDemo running = demo;
        if (running != null) {
            running.close();
        }
    }

    @Test
    void isOpenApi31AndEveryOperationHasASummaryAnExampleAndItsProblems() {
        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(operations()).hasSizeGreaterThan(60).allSatisfy(operation -> {
            assertThat(operation.node().path("summary").asString("")).isNotBlank();
            assertThat(contents(operation))
                    .as(operation.toString())
                    .allSatisfy(content -> assertThat(content.has("example")
                                    || !content.path("examples").isEmpty())
                            .isTrue());
            assertThat(operation.node().path("responses").propertyNames()).contains("401", "500");
        });
    }

    @Test
    void everyReadingOperationAnswersItsOwnExample() {
        assertThat(operations().filter(o -> o.method().equals("get"))).allSatisfy(operation -> {
            HttpResponse<String> answer = get(address(operation));
            assertThat(answer.statusCode())
                    .as("%s: %s", operation, answer.body())
                    .isEqualTo(NOT_IN_THE_SAMPLE.contains(operation.path()) ? 404 : 200);
        });
    }

    @Test
    void aParameterThatTakesNotAnyTextIsNamedWhenItIsWrong() {
        assertThat(operations().filter(o -> o.method().equals("get")).flatMap(ApiDocumentIT::wrongly))
                .hasSizeGreaterThan(20)
                .allSatisfy(wrong -> {
                    HttpResponse<String> answer = get(wrong.address());
                    assertThat(answer.statusCode()).as(wrong.address()).isEqualTo(422);
                    assertThat(JSON.readTree(answer.body())
                                    .at("/errors/0/parameter")
                                    .asString(""))
                            .as(wrong.address())
                            .isEqualTo(wrong.parameter());
                });
    }

    @Test
    void valuesAreDescribedAsTheyAreWritten() {
        JsonNode balance =
                JSON.readTree(get("/api/v1/balances/danish-system/2024-10").body());
        JsonNode described = document.at("/components/schemas/BalanceView/properties");
        assertThat(balance.get("balance").isString()).isTrue();
        assertThat(described.at("/balance/type").asString()).isEqualTo("string");
        assertThat(balance.at("/month/receipts").isNumber()).isTrue();
        assertThat(document.at("/components/schemas/BalanceTotal/properties/receipts/type")
                        .asString())
                .isEqualTo("number");
    }

    @Test
    void whatIsNotThereIsNamed() {
        Map<String, String> missing = Map.of(
                "/closes/dk/2031-01", "close dk/2031-01",
                "/closes/dk/2031-01/journal", "journal of close dk/2031-01",
                "/closes/dk/2031-01/balances", "close calendar dk",
                "/closes/dk/2031-01/documents/a%22b", "document of that name in close dk/2031-01",
                "/meter-months/nowhere/2024-10", "meter month nowhere/2024-10",
                "/statements/nobody/2024-10", "statement nobody/2024-10",
                "/allocations/sweden/2024-10/99/2024-10-01/RECEIPT",
                        "allocation sweden/2024-10/99 of 2024-10-01 RECEIPT",
                "/events/999999999", "event 999999999",
                "/import?importId=a/b", "import a/b",
                "/points/nowhere", "point nowhere");
        assertThat(missing).allSatisfy((path, what) -> {
            HttpResponse<String> answer = get("/api/v1" + path);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
            assertThat(JSON.readTree(answer.body()).get("detail").asString()).isEqualTo("There is no " + what + ".");
        });
    }

    @Test
    void theLogIsPagedByACursorWithoutGapOrRepeat() {
        JsonNode first = JSON.readTree(
                get("/api/v1/events?type=price.prices-recorded&limit=3").body());
        JsonNode second = JSON.readTree(get("/api/v1/events?type=price.prices-recorded&limit=3&cursor="
                        + first.get("next").asString())
                .body());
        JsonNode both = JSON.readTree(
                get("/api/v1/events?type=price.prices-recorded&limit=6").body());
        assertThat(Stream.of(first, second).flatMap(ApiDocumentIT::positions).toList())
                .hasSize(6)
                .isEqualTo(positions(both).toList());
    }

    @Test
    void everyOperationHasARequestInTheDocsAndEveryRequestAnOperation() throws Exception {
        List<DocsRequest> requests = DocsRequest.all();
        assertThat(operations())
                .allSatisfy(operation -> assertThat(requests)
                        .as(operation.toString())
                        .anyMatch(request -> request.isOf(operation.method(), operation.path())));
        List<Operation> described = operations().toList();
        assertThat(requests)
                .allSatisfy(request -> assertThat(described)
                        .as(request.toString())
                        .anyMatch(operation -> request.isOf(operation.method(), operation.path())));
    }

    /** As the auditor, who may read everything and change nothing: no request is malformed, none finds a fault. */
    @Test
    void everyRequestOfTheDocsIsUnderstood() throws Exception {
        for (DocsRequest request : DocsRequest.all()) {
            HttpResponse<String> answer = client().send(request.to(server, token), BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as("%s: %s", request, answer.body())
                    .isIn(200, 201, 202, 204, 401, 403, 404, 409, 412, 422);
            assertThat(request.path().startsWith("/api/v1/tokens") || answer.statusCode() != 401)
                    .as("%s: %s", request, answer.body())
                    .isTrue();
            if (Set.of(403, 409).contains(answer.statusCode())) {
                assertThat(rules(request, answer.statusCode()))
                        .as("%s: %s", request, answer.body())
                        .contains(rule(answer));
            }
        }
    }

    /** Rules by which the description says that the operation is refused. */
    private static Set<String> rules(DocsRequest request, int status) {
        return operations()
                .filter(operation -> request.isOf(operation.method(), operation.path()))
                .flatMap(operation -> examples(operation, status).propertyNames().stream())
                .collect(Collectors.toSet());
    }

    private static JsonNode examples(Operation operation, int status) {
        return operation.node().at("/responses/" + status + "/content/application~1problem+json/examples");
    }

    private static String rule(HttpResponse<String> problem) {
        return JSON.readTree(problem.body()).get("type").asString().replaceFirst("^urn:problem:", "");
    }

    @Test
    void everyOrderSaysWhoMayGiveItAndWhichRulesRefuseIt() {
        List<Operation> orders =
                operations().filter(o -> o.node().has("x-orders")).toList();

        assertThat(orders).hasSizeGreaterThan(80).allSatisfy(operation -> {
            assertThat(operation.node().get("x-roles")).as(operation.toString()).isNotEmpty();
            assertThat(examples(operation, 403).has("role-missing"))
                    .as(operation.toString())
                    .isTrue();
            examples(operation, 409)
                    .forEachEntry((rule, example) ->
                            assertThat(example.at("/value/type").asString()).isEqualTo("urn:problem:" + rule));
        });
        assertThat(orders.stream().filter(o -> !examples(o, 409).isEmpty())).hasSizeGreaterThan(70);
        Operation approval = orders.stream()
                .filter(o -> o.path().equals("/api/v1/closes/{group}/{period}/approvals"))
                .findFirst()
                .orElseThrow();
        assertThat(examples(approval, 409).propertyNames())
                .contains("contributor-may-not-approve", "same-person-may-not-approve-twice", "above-limit", "on-hold");
        assertThat(examples(approval, 403).at("/role-missing/value/detail").asString())
                .isEqualTo("ApproveClose needs the role APPROVER.");
    }

    @Test
    void nothingIsReadWithoutSigningIn() throws Exception {
        for (String path : List.of("/api/v1/events", "/api/v1/networks", "/v3/api-docs")) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(server + path)).build();
            assertThat(client().send(request, BodyHandlers.ofString()).statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    void whatShowsOneThingHasTheSequenceOfItsStreamAsItsETag() {
        assertThat(operations()
                        .filter(o -> o.method().equals("get") && Versions.STREAMS.containsKey(o.path()))
                        .filter(o -> !NOT_IN_THE_SAMPLE.contains(o.path())))
                .hasSizeGreaterThan(10)
                .allSatisfy(operation -> {
                    HttpResponse<String> answer = get(address(operation));
                    assertThat(answer.headers().firstValue("ETag").orElse("none"))
                            .as("%s: %s", operation, answer.body())
                            // nobody has nominated in the sample: an empty list of a stream there is not
                            .matches(answer.body().equals("[]") ? "W/\"[0-9a-f]+\"" : "\"[0-9]+\"");
                });
    }

    /** What has no stream of its own is known again by its bytes; nothing of it is sent twice. */
    @Test
    void aListThatIsAsItWasIsNotSentAgain() throws Exception {
        List<Operation> lists = operations()
                .filter(o -> o.method().equals("get") && !Versions.STREAMS.containsKey(o.path()))
                .filter(o -> o.node().at("/responses/200/content").has("*/*"))
                .filter(o -> !NOT_IN_THE_SAMPLE.contains(o.path()))
                .toList();
        assertThat(lists).hasSizeGreaterThan(40);
        int again = 0;
        for (Operation list : lists) {
            String tag = get(address(list)).headers().firstValue("ETag").orElse("none");
            assertThat(tag).as(list.toString()).startsWith("W/\"");
            HttpRequest request = HttpRequest.newBuilder(URI.create(server + address(list)))
                    .header("Authorization", "Bearer " + token)
                    .header("If-None-Match", tag)
                    .build();
            HttpResponse<String> answer = client().send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(list.toString()).isIn(200, 304);
            assertThat(answer.body().isEmpty()).isEqualTo(answer.statusCode() == 304);
            again += answer.statusCode() == 304 ? 1 : 0;
        }
        // one's own tokens say when they were last used, and estimates are as of now
        assertThat(again).isGreaterThan(lists.size() - 5);
        assertThat(get("/api/v1/setup/workbook").headers().firstValue("ETag")).isEmpty();
    }

    /** The auditor proposes nothing: what was right to expect is only then refused for the role. */
    @Test
    void aProposalForWhatHasChangedSinceIsStale() throws Exception {
        String now = get("/api/v1/shippers/northern-gas")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(renamed("\"0\"").statusCode()).isEqualTo(now.equals("\"0\"") ? 403 : 412);
        assertThat(renamed("\"99\"").statusCode()).isEqualTo(412);
        assertThat(renamed(now).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> renamed(String expected) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server + "/api/v1/shippers/northern-gas?reason=a%20better%20name"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", expected)
                .PUT(HttpRequest.BodyPublishers.ofString("{\"name\": \"Northern Gas A/S\"}"))
                .build();
        return client().send(request, BodyHandlers.ofString());
    }

    private static Stream<Long> positions(JsonNode page) {
        return page.get("rows").valueStream().map(row -> row.get("position").asLong());
    }

    private static Stream<Operation> operations() {
        return document.get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(o -> new Operation(path.getKey(), o.getKey(), o.getValue())));
    }

    /** Bodies asked for and given. */
    private static List<JsonNode> contents(Operation operation) {
        return Stream.concat(
                        operation.node().path("requestBody").path("content").valueStream(),
                        operation
                                .node()
                                .path("responses")
                                .valueStream()
                                .flatMap(r -> r.path("content").valueStream()))
                .toList();
    }

    /** An address with one parameter that is not what it takes. */
    private record Wrong(String address, String parameter) {}

    private static Stream<Wrong> wrongly(Operation operation) {
        return operation
                .node()
                .path("parameters")
                .valueStream()
                .filter(parameter -> {
                    JsonNode schema = parameter.get("schema");
                    return schema.has("enum") || schema.has("format");
                })
                .map(parameter -> parameter.get("name").asString())
                .map(name -> new Wrong(address(operation, name), name));
    }

    private static String address(Operation operation) {
        return address(operation, "");
    }

    /** @param wrong name of a parameter to be given as no number, day, time or name of a list is */
    private static String address(Operation operation, String wrong) {
        StringBuilder address = new StringBuilder(operation.path());
        String joint = "?";
        for (JsonNode parameter : operation.node().path("parameters")) {
            String name = parameter.get("name").asString();
            String example = name.equals(wrong)
                    ? "foo"
                    : encoded(parameter.get("example").asString());
            if (parameter.get("in").asString().equals("path")) {
                String place = "{" + name + "}";
                int at = address.indexOf(place);
                address.replace(at, at + place.length(), example);
            } else if (parameter.path("required").asBoolean(false) || name.equals("period") || name.equals(wrong)) {
                address.append(joint).append(name).append('=').append(example);
                joint = "&";
            }
        }
        return address.toString();
    }

    private static HttpResponse<String> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return client().send(request, BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }

    private static HttpClient client() {
        return HttpClient.newHttpClient();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
