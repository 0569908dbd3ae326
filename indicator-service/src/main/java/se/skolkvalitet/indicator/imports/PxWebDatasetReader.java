package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import se.skolkvalitet.indicator.imports.PxWebDataset.Dimension;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.text.PlainText;

/** Reads what a JSON-stat 2.0 dataset says of its values, in whatever order, and passes over these. */
final class PxWebDatasetReader {
    private static final int MOST_DIMENSIONS = 20;
    private static final int MOST_CATEGORIES = 100_000;
    private static final int LONGEST_CODE = 200;

    private final JsonParser json;
    private final Map<String, List<String>> codes = new HashMap<>();
    private final Map<String, Set<String>> roles = new HashMap<>();
    private final PxWebStatuses statuses = new PxWebStatuses();
    private List<String> ids = List.of();
    private List<String> sizes = List.of();
    private String kind;
    private String table;
    private int categories;

    private PxWebDatasetReader(JsonParser json) {
        this.json = json;
    }

    /** Reads a file from its first token to its last. */
    static PxWebDataset read(JsonParser json) throws IOException {
        PxWebDatasetReader reader = new PxWebDatasetReader(json);
        require(json.nextToken() == JsonToken.START_OBJECT, "it is no object");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            reader.readField(json.currentName(), json.nextToken());
        }
        require(json.nextToken() == null, "after it comes another");
        return reader.dataset();
    }

    private void readField(String name, JsonToken value) throws IOException {
        switch (name) {
            case "class" -> kind = JsonFile.scalar(json);
            case "id" -> ids = texts(MOST_DIMENSIONS);
            case "size" -> sizes = texts(MOST_DIMENSIONS);
            case "role" -> eachField(this::readRole);
            case "dimension" -> eachField(this::readDimension);
            case "extension" -> readTable();
            case "status" -> readStatuses(value);
            default -> json.skipChildren();
        }
    }

    private void readRole(String role) throws IOException {
        require(roles.size() < MOST_DIMENSIONS, "it has more than %d roles".formatted(MOST_DIMENSIONS));
        roles.put(role, new HashSet<>(texts(MOST_DIMENSIONS)));
    }

    private void readTable() throws IOException {
        eachField(extension -> {
            if (!extension.equals("px")) {
                json.skipChildren();
                return;
            }
            eachField(field -> {
                String text = JsonFile.scalar(json);
                table = field.equals("tableid") ? text : table;
            });
        });
    }

    private void readDimension(String id) throws IOException {
        require(codes.size() < MOST_DIMENSIONS, "it has more than %d dimensions".formatted(MOST_DIMENSIONS));
        eachField(field -> {
            if (field.equals("category")) {
                readCategories(id);
            } else {
                json.skipChildren();
            }
        });
    }

    /** Where there is one category alone, its index may be left out. */
    private void readCategories(String id) throws IOException {
        List<String> labelled = new ArrayList<>();
        eachField(field -> {
            switch (field) {
                case "index" ->
                    codes.put(
                            id,
                            json.currentToken() == JsonToken.START_OBJECT
                                    ? codesByPlace(id)
                                    : counted(texts(MOST_CATEGORIES)));
                case "label" ->
                    eachField(code -> {
                        json.skipChildren();
                        if (labelled.size() < 2) {
                            labelled.add(code);
                        }
                    });
                default -> json.skipChildren();
            }
        });
        if (!codes.containsKey(id) && labelled.size() == 1) {
            codes.put(id, labelled);
        }
    }

    private List<String> codesByPlace(String id) throws IOException {
        Map<Integer, String> byPlace = new HashMap<>();
        eachField(code -> {
            require(
                    json.currentToken() == JsonToken.VALUE_NUMBER_INT,
                    "an index of '%s' is no number".formatted(shown(id)));
            byPlace.put(json.getIntValue(), code(code));
            require(byPlace.size() <= MOST_CATEGORIES, "'%s' has too many categories".formatted(shown(id)));
        });
        String[] ordered = new String[byPlace.size()];
        byPlace.forEach((place, code) -> {
            require(place >= 0 && place < ordered.length, "the index of '%s' has gaps".formatted(shown(id)));
            ordered[place] = code;
        });
        return counted(Arrays.asList(ordered));
    }

    private List<String> counted(List<String> found) {
        categories += found.size();
        require(categories <= MOST_CATEGORIES, "it has more than %d categories".formatted(MOST_CATEGORIES));
        return found;
    }

    private void readStatuses(JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING) {
            statuses.putAll(json.getText());
        } else if (value == JsonToken.START_ARRAY) {
            for (long cell = 0; json.nextToken() != JsonToken.END_ARRAY; cell++) {
                statuses.put(cell, JsonFile.scalar(json));
            }
        } else {
            eachField(cell -> statuses.put(place(cell), JsonFile.scalar(json)));
        }
    }

    /** @return the number of a cell as a name; -1 where it is none */
    static long place(String cell) {
        return cell.length() < 10 && cell.chars().allMatch(c -> c >= '0' && c <= '9') && !cell.isEmpty()
                ? Long.parseLong(cell)
                : -1;
    }

    private PxWebDataset dataset() {
        require("dataset".equals(kind), "its class is not 'dataset'");
        require(!ids.isEmpty() && ids.size() == sizes.size(), "its id and size do not name dimensions");
        List<Dimension> dimensions = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            List<String> found = codes.get(ids.get(i));
            require(
                    found != null && String.valueOf(found.size()).equals(sizes.get(i)),
                    "the dimension '%s' does not have the %s categories that its size says"
                            .formatted(shown(ids.get(i)), shown(sizes.get(i))));
            dimensions.add(new Dimension(ids.get(i), found));
        }
        require(table != null, "it does not name its table in extension.px.tableid");
        return new PxWebDataset(table, dimensions, roles, statuses);
    }

    private interface Field {
        void read(String name) throws IOException;
    }

    /** Of the object at hand; anything else is passed over. */
    private void eachField(Field field) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            field.read(name);
        }
    }

    /** The list at hand; empty where it is none. */
    private List<String> texts(int most) throws IOException {
        List<String> texts = new ArrayList<>();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return texts;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            texts.add(code(Objects.requireNonNullElse(JsonFile.scalar(json), "")));
            require(texts.size() <= most, "a list of it has more than %d elements".formatted(most));
        }
        return texts;
    }

    /** Many are kept. */
    private static String code(String text) {
        require(text.length() <= LONGEST_CODE, "a code of it has more than %d characters".formatted(LONGEST_CODE));
        return text;
    }

    private static String shown(String text) {
        return PlainText.shown(text, 100);
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new JobFailed("The file is not one JSON-stat 2.0 dataset of PxWeb: %s.".formatted(otherwise));
        }
    }
}
