package dev.bolt.analysis.syntax;

/** Checks what the parser tells of a tree without a visit against the tree itself. */
final class Told {
    private Told() {}

    /**
     * @throws AssertionError if a statement has an expression of a kind it does not tell, or a name is not mentioned
     */
    static void check(Module module) {
        Walk.statements(
                module.body(),
                statement -> Walk.expressions(statement, expression -> {
                    int kind = kind(expression);
                    if (kind != 0 && !statement.lines().mayHave(kind)) {
                        throw new AssertionError(statement + " does not tell of " + expression);
                    }
                    if (expression instanceof Expression.Name name
                            && !module.mentions().contains(name.id())) {
                        throw new AssertionError(name + " is not mentioned");
                    }
                }));
    }

    private static int kind(Expression expression) {
        return switch (expression) {
            case Expression.Operation _, Expression.Unary _ -> Kinds.OPERATION;
            case Expression.Comparison _ -> Kinds.COMPARISON;
            case Expression.Logic _ -> Kinds.LOGIC;
            case Expression.Conditional _ -> Kinds.CONDITIONAL;
            case Expression.Comprehension _ -> Kinds.COMPREHENSION;
            case Expression.Lambda _, Expression.Named _, Expression.Capture _ -> Kinds.BINDER;
            case Expression.Call _ -> Kinds.CALL;
            case Expression.Attribute _ -> Kinds.ATTRIBUTE;
            case Expression.Subscript _, Expression.Dictionary _ -> Kinds.VALUE;
            case Expression.Yield _ -> Kinds.YIELD;
            case Expression.Name _,
                    Expression.Literal _,
                    Expression.Text _,
                    Expression.Formatted _,
                    Expression.Slice _,
                    Expression.Await _,
                    Expression.Starred _,
                    Expression.Sequence _ -> 0;
        };
    }
}
