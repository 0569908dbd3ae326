package se.skolkvalitet.certificate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a certificate against what is published, and believes nothing else. It needs to add and to compare: whoever does
 * not trust it can do the same with a spreadsheet.
 */
public final class Checker {
    private static final String NOT_TOLD_OF = "%s is withheld, and is not told of";

    private final PublishedTable table;
    private final Sums sums;
    private final Findings findings = new Findings();
    private final Map<Integer, Certificate.Part> partOf = new HashMap<>();
    private final Map<Certificate.Part, List<Equation>> equationsOf = new IdentityHashMap<>();

    private Checker(PublishedTable table) {
        this.table = table;
        this.sums = new Sums(table);
    }

    /** What is wrong with it; nothing where it proves what it should. */
    public static List<String> check(PublishedTable table, Certificate certificate) {
        Checker checker = new Checker(table);
        checker.check(certificate);
        return checker.findings.found();
    }

    private void check(Certificate certificate) {
        certificate.parts().forEach(this::checkCells);
        checkWithheldForOthers();
        table.equations().forEach(this::checkEquation);
        int decimals = table.decimals();
        CostChecker costs = new CostChecker(table, sums, findings);
        for (Certificate.Part part : certificate.parts()) {
            new UncertaintyChecker(table, sums, findings, decimals, part, equationsOf.getOrDefault(part, List.of()))
                    .check();
            costs.check(part);
        }
        findings.require(
                Certificate.of(certificate.parts()).equals(certificate),
                "The costs of the parts do not add up to those of the whole");
    }

    private void checkCells(Certificate.Part part) {
        part.primary().forEach(cell -> checkCell(part, cell, Figure.Status.PRIMARY));
        part.untold().forEach(cell -> checkCell(part, cell, Figure.Status.UNTOLD));
        for (Certificate.Secondary secondary : part.secondary()) {
            checkCell(part, secondary.cell(), Figure.Status.SECONDARY);
            findings.require(
                    !secondary.protects().isEmpty() && part.primary().containsAll(secondary.protects()),
                    "%s is withheld for others, but not for primary cells of its part",
                    table.name(secondary.cell()));
        }
    }

    private void checkCell(Certificate.Part part, int cell, Figure.Status status) {
        findings.require(
                table.has(cell) && table.figures().get(cell).status() == status,
                "%s is told to be %s, and is not",
                table.name(cell),
                status);
        findings.require(partOf.put(cell, part) == null, "%s is told of twice", table.name(cell));
    }

    /** That each is withheld for somebody, though it may stand in no equation. */
    private void checkWithheldForOthers() {
        for (int cell = 0; cell < table.figures().size(); cell++) {
            findings.require(
                    table.figures().get(cell).status() != Figure.Status.SECONDARY || partOf.containsKey(cell),
                    NOT_TOLD_OF,
                    table.name(cell));
        }
    }

    /** That published figures add up, and that withheld ones that stand beside each other are in one part. */
    private void checkEquation(Equation equation) {
        List<Integer> withheld = equation.coefficients().keySet().stream()
                .filter(cell -> table.figures().get(cell).isWithheld())
                .toList();
        if (withheld.isEmpty()) {
            findings.require(
                    sums.of(equation, Map.of()).signum() == 0,
                    "What is published does not add up: %s",
                    equation.name());
            return;
        }
        List<Certificate.Part> parts =
                withheld.stream().map(partOf::get).filter(part -> part != null).toList();
        withheld.stream()
                // What need not be hidden is in no part where nothing is that has to be.
                .filter(cell -> !parts.isEmpty() || table.figures().get(cell).status() != Figure.Status.UNTOLD)
                .filter(cell -> table.figures().get(cell).status() != Figure.Status.SECONDARY)
                .forEach(cell -> findings.require(partOf.containsKey(cell), NOT_TOLD_OF, table.name(cell)));
        findings.require(
                parts.stream().allMatch(part -> part == parts.get(0)),
                "What is withheld is in several parts: %s",
                equation.name());
        parts.stream().limit(1).forEach(part -> equationsOf
                .computeIfAbsent(part, none -> new ArrayList<>())
                .add(equation));
    }
}
