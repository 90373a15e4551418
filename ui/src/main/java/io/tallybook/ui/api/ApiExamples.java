package io.tallybook.ui.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives every parameter, body and answer of the description an example, made from its schema and the sample system's names. */
final class ApiExamples {
    private static final int DEEPEST = 6;
    private static final String HASH = "b7034fe99bb548b13f6e6f0645280bbe0a599d64de7eba81d5f46ca1a95a9b59";
    private static final String IMPORT = "2025-11-25.json.gz/01988f0a";

    /** By the simple name of a value type. */
    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry("AccountingPeriod", "2024-10"),
            Map.entry("AdjustmentId", "sweden/2024-10-01/01988f0a"),
            Map.entry("AllocationRunId", "sweden/2024-10/1"),
            Map.entry("AccountMapId", "sample-accounts"),
            Map.entry("AreaId", "danish-system"),
            Map.entry("BalanceId", "danish-system/2024-10"),
            Map.entry("CashOutTableId", "tariff"),
            Map.entry("ClaimId", "processor/process-month-end-close/0"),
            Map.entry("CloseGroup", "denmark"),
            Map.entry("CloseId", "denmark/2024-10"),
            Map.entry("ContractId", "northern-gas-1"),
            Map.entry("DeadLetterId", "2025-06-13.json.gz/17"),
            Map.entry("Energy", 285439741),
            Map.entry("GasDay", "2024-10-10"),
            Map.entry("ImportId", IMPORT),
            Map.entry("JournalId", "denmark/2024-10/CLOSE/1"),
            Map.entry("MeterMonthId", "sweden/2024-10"),
            Map.entry("NetworkId", "denmark"),
            Map.entry("PersonId", "anna"),
            Map.entry("PointId", "sweden"),
            Map.entry("SeriesId", "henry-hub"),
            Map.entry("Sha256", HASH),
            Map.entry("Share", 0.5),
            Map.entry("PullId", "0198a3c0-5a51-7c52-a1f8-6c1d2f3b4a5e"),
            Map.entry("SourceId", "north-historian"),
            Map.entry("ShipperId", "northern-gas"),
            Map.entry("StatementId", "northern-gas/2024-10"),
            Map.entry("VarianceReviewId", "northern-gas-1/2024-10"),
            Map.entry("HeatingValue", 12.08),
            Map.entry("ThresholdScope", "all"),
            Map.entry("Subject", "task:BALANCE"),
            Map.entry("WorkpapersId", "denmark/2024-10"),
            Map.entry("UserId", "accountant"));

    /** By the name of a parameter or property that is a plain text or number. */
    private static final Map<String, Object> NAMES = Map.ofEntries(
            Map.entry("amount", 76748346.99),
            Map.entry("area", "danish-system"),
            Map.entry("areaName", "Danish gas system"),
            Map.entry("causation", "0198a3c0-5a51-7c52-a1f8-6c1d2f3b4a5e"),
            Map.entry("claim", "processor/process-month-end-close/0"),
            Map.entry("client", "web"),
            Map.entry("contract", "northern-gas-1"),
            Map.entry("correlation", "0198a3c0-5a51-7c52-a1f8-6c1d2f3b4a5e"),
            Map.entry("currency", "USD"),
            Map.entry("cursor", "MjgyNTk"),
            Map.entry("day", "2024-10-10"),
            Map.entry("dayStartsAt", "06:00"),
            Map.entry("direction", "DELIVERY"),
            Map.entry("effectiveFrom", "2015-01"),
            Map.entry("from", "2024-10-01"),
            Map.entry("group", "denmark"),
            Map.entry("holder", "node-1"),
            Map.entry("importId", IMPORT),
            Map.entry("limit", 100),
            Map.entry("month", "sweden/2024-10"),
            Map.entry("months", 25),
            Map.entry("name", "Sweden (Dragør)"),
            Map.entry("network", "denmark"),
            Map.entry("packHash", HASH),
            Map.entry("password", "correct horse battery staple"),
            Map.entry("period", "2024-10"),
            Map.entry("periodsFrom", "2025-01"),
            Map.entry("point", "sweden"),
            Map.entry("pointName", "Sweden (Dragør)"),
            Map.entry("position", 28259),
            Map.entry("baseUrl", "https://history.example.com"),
            Map.entry("profile", "hourly-csv"),
            Map.entry("pull", "0198a3c0-5a51-7c52-a1f8-6c1d2f3b4a5e"),
            Map.entry("source", "north-historian"),
            Map.entry("raw", "{\"GasDay\":\"2024-10-10\",\"KWhToSweden\":-12345678}"),
            Map.entry("reason", "the meter was being proved"),
            Map.entry("change", "c-5f2b1c9d0a7e"),
            Map.entry("year", 2026),
            Map.entry("run", 1),
            Map.entry("kind", "CLOSE"),
            Map.entry("shipper", "northern-gas"),
            Map.entry("shipperName", "Northern Gas (sample)"),
            Map.entry("stream", "close:denmark/2024-10"),
            Map.entry("subject", "task:BALANCE"),
            Map.entry("assignee", "anna"),
            Map.entry("delegate", "carla"),
            Map.entry("text", "line packed ahead of maintenance"),
            Map.entry("to", "2024-10-31"),
            Map.entry("token", "bTf0…"),
            Map.entry("type", "close.pack-ready"),
            Map.entry("user", "accountant"),
            Map.entry("zone", "Europe/Copenhagen"));

    /** What {@code id} means depends on the path it stands in. */
    private static final Map<String, Object> IDS = Map.of(
            "/account-maps/", "sample-accounts",
            "/adjustment", "sweden/2024-10-01/01988f0a",
            "/areas/", "danish-system",
            "/contracts/", "northern-gas-1",
            "/dead-letter", "2025-06-13.json.gz/17",
            "/networks/", "denmark",
            "/points/", "sweden",
            "/price-series/", "henry-hub",
            "/shippers/", "northern-gas");

    private final OpenAPI document;

    ApiExamples(OpenAPI document) {
        this.document = document;
    }

    /** The example of a value type; null leaves it to its schema. */
    static @Nullable Object value(String type) {
        return VALUES.get(type);
    }

    void addToAll() {
        document.getPaths().forEach((path, item) -> item.readOperations().forEach(o -> add(path, item, o)));
    }

    private void add(String path, PathItem item, Operation operation) {
        Optional.ofNullable(operation.getParameters()).orElse(List.of()).forEach(p -> p.setExample(of(path, p)));
        if (operation.getRequestBody() != null) {
            add(operation.getRequestBody().getContent());
        }
        boolean orders = item.getGet() != operation;
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                succeeded(response, orders);
            }
        });
    }

    private Object of(String path, Parameter parameter) {
        if (parameter.getName().equals("id")) {
            return IDS.entrySet().stream()
                    .filter(e -> path.contains(e.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("denmark");
        }
        Object made = made(parameter.getName(), parameter.getSchema(), DEEPEST);
        return path.contains("/documents/") && parameter.getName().equals("name") ? "journal-2024-10.csv" : made;
    }

    private void succeeded(ApiResponse response, boolean orders) {
        response.setDescription(orders ? "Done" : "What was asked for");
        if (response.getContent() != null) {
            add(response.getContent());
        }
    }

    private void add(Content content) {
        content.values().stream()
                .filter(media -> media.getExample() == null && media.getExamples() == null && media.getSchema() != null)
                .forEach(media -> media.setExample(made("", media.getSchema(), DEEPEST)));
    }

    private Object made(String name, Schema<?> given, int deep) {
        Schema<?> schema = target(given);
        if (schema.getExample() != null) {
            return schema.getExample();
        }
        if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
            Object named = NAMES.get(name);
            return schema.getEnum().contains(named) && named != null
                    ? named
                    : schema.getEnum().getFirst();
        }
        return switch (type(schema)) {
            case "array" -> deep == 0 ? List.of() : List.of(made(name, schema.getItems(), deep - 1));
            case "object" -> deep == 0 ? Map.of() : object(schema, deep - 1);
            case "boolean" -> false;
            case "integer", "number" -> NAMES.getOrDefault(name, 1) instanceof Number n ? n : 1;
            default -> text(name, schema.getFormat());
        };
    }

    private Map<String, Object> object(Schema<?> schema, int deep) {
        Map<String, Object> made = new LinkedHashMap<>();
        Optional.ofNullable(schema.getProperties())
                .orElse(Map.of())
                .forEach((name, property) -> made.put(name, made(name, property, deep)));
        return made;
    }

    private static Object text(String name, @Nullable String format) {
        return switch (format == null ? "" : format) {
            case "date-time" -> "2024-11-05T09:00:00Z";
            case "date" -> "2024-10-10";
            case "uuid" -> "0198a3c0-5a51-7c52-a1f8-6c1d2f3b4a5e";
            case "binary" -> "(bytes)";
            default -> NAMES.getOrDefault(name, name.isEmpty() ? "close.pack-ready" : name);
        };
    }

    private Schema<?> target(Schema<?> schema) {
        String ref = schema.get$ref();
        if (ref == null) {
            return schema;
        }
        Schema<?> found = document.getComponents().getSchemas().get(ref.substring(ref.lastIndexOf('/') + 1));
        return found == null ? schema : found;
    }

    private static String type(Schema<?> schema) {
        if (schema.getType() != null) {
            return schema.getType();
        }
        return schema.getTypes() == null || schema.getTypes().isEmpty()
                ? "object"
                : schema.getTypes().stream()
                        .filter(t -> !t.equals("null"))
                        .findFirst()
                        .orElse("object");
    }
}
