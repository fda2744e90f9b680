package dev.bolt.analysis.symbol;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Kinds;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Halstead's volume ("Elements of Software Science", 1977) of a module, counted as radon 5 does
 * ({@code radon/visitors.py}): operators are those of arithmetic, logic, comparison and augmented assignment; operands
 * are theirs; names, attributes and constants are the same operand where they are equal within functions of one name,
 * anything else is an operand of its own; heads of functions are left out.
 */
final class Halstead {
    private static final int OPERATORS = Kinds.OPERATION | Kinds.COMPARISON | Kinds.LOGIC;

    private static final List<BigDecimal> DIGITS = IntStream.range(0, 10)
            .mapToObj(digit -> digit == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(digit))
            .toList();

    private final Set<String> operators = new HashSet<>();
    private final Set<Operand> operands = new HashSet<>();
    private int operatorCount;
    private int operandCount;
    private int others;

    private record Operand(String function, Object value) {
        @Override
        public int hashCode() {
            return function.hashCode() * 31 + value.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Operand operand && value.equals(operand.value) && function.equals(operand.function);
        }
    }

    private Halstead() {}

    /** All operators and operands, times the bits that tell them apart. */
    static double volume(List<Statement> module) {
        var halstead = new Halstead();
        halstead.block(module, "");
        int vocabulary = halstead.operators.size() + halstead.operands.size() + halstead.others;
        return vocabulary == 0
                ? 0
                : (halstead.operatorCount + halstead.operandCount) * Math.log(vocabulary) / Math.log(2);
    }

    private void block(List<Statement> block, String function) {
        Consumer<Expression> expressions = expression -> expression(expression, function);
        for (int i = 0, size = block.size(); i < size; i++) {
            Statement statement = block.get(i);
            if (!Walk.mayContain(statement, OPERATORS | Kinds.AUGMENT)) {
                continue;
            }
            if (statement instanceof Statement.FunctionDef def) {
                block(def.body(), def.name());
                continue;
            }
            if (statement instanceof Statement.Augment augment) {
                operator(augment.operator().substring(0, augment.operator().length() - 1));
                operandCount += 2;
                operand(augment.target(), function);
                operand(augment.value(), function);
            }
            Walk.expressions(statement, OPERATORS, expressions);
            List<List<Statement>> inner = Walk.blocks(statement);
            for (int j = 0, blocks = inner.size(); j < blocks; j++) {
                block(inner.get(j), function);
            }
        }
    }

    private void expression(Expression expression, String function) {
        if (expression instanceof Expression.Operation chain) {
            chain.operators().forEach(this::operator);
            operands(chain.operands(), function);
            inner(chain.operators().size() - 1);
        } else if (expression instanceof Expression.Comparison chain) {
            chain.operators().forEach(this::operator);
            operands(chain.operands(), function);
        } else if (expression instanceof Expression.Logic logic) {
            operator(logic.operator());
            operands(logic.operands(), function);
        } else if (expression instanceof Expression.Unary unary) {
            unary.operators().forEach(operator -> operator(unary(operator)));
            operandCount++;
            operand(unary.operand(), function);
            inner(unary.operators().size() - 1);
        }
    }

    private static String unary(String sign) {
        return switch (sign) {
            case "-" -> "unary -";
            case "not" -> "unary not";
            default -> "unary " + sign;
        };
    }

    private void operator(String operator) {
        operators.add(operator);
        operatorCount++;
    }

    private void operands(List<Expression> some, String function) {
        operandCount += some.size();
        for (Expression operand : some) {
            operand(operand, function);
        }
    }

    private void operand(Expression operand, String function) {
        switch (operand) {
            case Expression.Name name -> operands.add(new Operand(function, name.id()));
            case Expression.Attribute attribute -> operands.add(new Operand(function, attribute.name()));
            case Expression.Text text ->
                operands.add(new Operand(function, text.bytes() ? List.of(text.value()) : text.value()));
            case Expression.Literal literal -> operands.add(new Operand(function, value(literal.text())));
            default -> others++;
        }
    }

    /** What a chain holds between its operators: CPython nests it. */
    private void inner(int count) {
        operandCount += count;
        others += count;
    }

    /** Equal for what Python holds equal, as 1, 1.0, 0x1 and True. */
    private static Object value(String literal) {
        if (literal.length() == 1 && Character.isDigit(literal.charAt(0))) {
            return DIGITS.get(literal.charAt(0) - '0');
        }
        String text = literal.replace("_", "").toLowerCase(Locale.ROOT);
        try {
            return switch (text) {
                case "true" -> BigDecimal.ONE;
                case "false" -> BigDecimal.ZERO;
                case "none", "..." -> List.of(text, text);
                default -> number(text);
            };
        } catch (NumberFormatException e) {
            return List.of(text);
        }
    }

    private static Object number(String text) {
        int radix = text.startsWith("0x") ? 16 : text.startsWith("0o") ? 8 : text.startsWith("0b") ? 2 : 10;
        if (radix != 10) {
            return new BigDecimal(new BigInteger(text.substring(2), radix));
        }
        if (text.endsWith("j")) {
            double imaginary = Double.parseDouble(text.substring(0, text.length() - 1));
            return imaginary == 0 ? BigDecimal.ZERO : List.of("complex", imaginary);
        }
        boolean whole = text.chars().allMatch(Character::isDigit);
        BigDecimal value = whole ? new BigDecimal(text) : new BigDecimal(Double.parseDouble(text));
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
