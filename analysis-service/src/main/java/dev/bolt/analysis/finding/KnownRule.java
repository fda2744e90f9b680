package dev.bolt.analysis.finding;

import static dev.bolt.api.analysis.Severity.ERROR;
import static dev.bolt.api.analysis.Severity.NOTE;
import static dev.bolt.api.analysis.Severity.WARNING;

import dev.bolt.api.analysis.Severity;

/** Every rule there is: its id is stable, {@code family.name}, and never given to another rule. */
public enum KnownRule {
    SYNTAX_ERROR(
            "syntax.error",
            ERROR,
            "What is not Python 3 cannot be imported, and nothing in the statement was analyzed.",
            "Correct the statement; the rest of the file was analyzed without it."),
    CYCLOMATIC(
            "complexity.cyclomatic",
            WARNING,
            "Each branch is a path that a test must take and a reader must keep in mind (McCabe 1976).",
            "Move branches into functions of their own, or replace them by a table."),
    COGNITIVE(
            "complexity.cognitive",
            WARNING,
            "Branches inside branches are harder to follow than as many side by side (Campbell 2018).",
            "Return early, and give the inner blocks names by making them functions."),
    NESTING(
            "complexity.nesting",
            NOTE,
            "A reader at the innermost line has to remember every condition around it.",
            "Turn conditions around and return early, or move the inner blocks out."),
    HARD_TO_MAINTAIN(
            "module.hard-to-maintain",
            NOTE,
            "Long, branching files without comments are the ones that take longest to change (Oman, Hagemeister 1992).",
            "Begin with its most complex function, then split the file where its topics part."),
    TOO_LONG(
            "function.too-long",
            NOTE,
            "A function that fits no screen is read in pieces and changed in the wrong one.",
            "Split it where its paragraphs begin."),
    TOO_MANY_PARAMETERS(
            "function.too-many-parameters",
            NOTE,
            "Callers confuse arguments, and every new one changes all of them.",
            "Group those that travel together into one object."),
    MUTABLE_DEFAULT(
            "function.mutable-default",
            WARNING,
            "Defaults are made once, when the function is defined: what one call adds, the next one finds.",
            "Default to None and make the object inside the function."),
    INCONSISTENT_RETURN(
            "function.inconsistent-return",
            WARNING,
            "On some paths callers get a value and on others None, which fails far from here.",
            "Return a value everywhere, say 'return None' where that is meant, or raise."),
    TOO_LARGE(
            "class.too-large",
            NOTE,
            "A class with many methods has many reasons to change.",
            "Find the methods that share fields and give them a class of their own."),
    WITHOUT_SELF(
            "method.without-self",
            ERROR,
            "Called on an object, the method gets that object as an argument it has no place for.",
            "Add self, or make it a static method."),
    REDEFINED(
            "definition.redefined",
            WARNING,
            "The second definition replaces the first, which nobody can call any more.",
            "Rename one of them, or remove the one that is dead."),
    UNUSED(
            "definition.unused",
            NOTE,
            "Code that nothing runs is read, tested and kept up to date all the same.",
            "Remove it, or call it."),
    GLOBAL_STATE(
            "state.global",
            NOTE,
            "A function that rebinds a module's variable acts on everyone, in every thread, in the order of calls.",
            "Pass the value in and return it, or keep it in an object."),
    BARE_EXCEPT(
            "except.bare",
            WARNING,
            "A bare except also catches KeyboardInterrupt and SystemExit: the program cannot be stopped here.",
            "Name the exceptions that are expected, or Exception."),
    SWALLOWED(
            "except.swallowed",
            WARNING,
            "The error that would explain a later failure leaves no trace.",
            "Catch the expected exception only, log it, or let it pass."),
    LOST_CAUSE(
            "except.lost-cause",
            NOTE,
            "Without 'from', the trace says that handling one error caused another by accident.",
            "Write 'raise … from error', or 'from None' if the first does not matter."),
    UNREACHABLE_HANDLER(
            "except.unreachable",
            ERROR,
            "Handlers are tried in order: a broader one above takes everything meant for this one.",
            "Put the narrower handler first."),
    FINALLY_JUMP(
            "finally.jump",
            WARNING,
            "Leaving a finally block drops the exception that was on its way.",
            "Move the jump behind the try statement."),
    UNREACHABLE(
            "code.unreachable",
            WARNING,
            "Statements behind a jump never run, though they look as if they did.",
            "Remove them, or move the jump."),
    ASSERT_TUPLE(
            "assert.tuple",
            ERROR,
            "A tuple that is not empty is always true: this assertion never fails.",
            "Remove the parentheses around test and message."),
    CAPTURED(
            "loop.captured-variable",
            WARNING,
            "The function looks the variable up when it is called, and finds the loop's last value.",
            "Bind it as a default: 'lambda x=x: …'."),
    IMPORT_UNUSED(
            "import.unused",
            NOTE,
            "It costs time at start and ties this module to another for nothing.",
            "Remove the import, or list the name in __all__ if others take it from here."),
    IMPORT_STAR(
            "import.star",
            NOTE,
            "Nobody sees which names come from there, and a new one there may replace one here.",
            "Import the names that are used."),
    IMPORT_CYCLE(
            "import.cycle",
            WARNING,
            "Whether it works depends on which module is imported first; none can be understood or tested alone.",
            "Move what both need into a third module, or import inside the function that needs it."),
    CONTRACT(
            "architecture.contract",
            WARNING,
            "The import breaks a rule that bolt.yaml sets for this workspace.",
            "Turn the dependency around, go through the layer between, or change the contract."),
    COMPARISON_NONE(
            "comparison.none",
            NOTE,
            "A class may answer == as it likes; there is only one None.",
            "Write 'is None' or 'is not None'."),
    COMPARISON_IDENTITY(
            "comparison.literal-identity",
            ERROR,
            "Whether two equal strings or numbers are one object is the interpreter's affair and changes with it.",
            "Compare with == or !=."),
    COMPARISON_TYPE(
            "comparison.type",
            NOTE,
            "Subclasses, which should do as well, are refused.",
            "Use isinstance, or 'is' if exactly this class is meant."),
    DUPLICATE_KEY(
            "dictionary.duplicate-key",
            ERROR,
            "The last value wins and the others are lost without a word.",
            "Remove all but one."),
    EVAL(
            "call.eval",
            WARNING,
            "Whoever supplies the text decides what the program does.",
            "Use ast.literal_eval for data, or a table of functions for choices."),
    SHELL(
            "security.shell",
            WARNING,
            "A shell reads the text: a file name with a semicolon in it becomes a command.",
            "Pass a list of arguments and no shell."),
    DESERIALIZATION(
            "security.deserialization",
            WARNING,
            "Loading this format can call any function: data from outside becomes code.",
            "Use json, or yaml.safe_load."),
    CERTIFICATE(
            "security.certificate",
            WARNING,
            "Without checking the certificate anybody in between can read and change what is sent.",
            "Leave verification on; give the path of the authority's certificate if it is your own."),
    SECRET(
            "security.secret",
            WARNING,
            "What is in the source is in every copy of it, and in its history for ever.",
            "Read it from the environment or a secret store, and change it now."),
    TEMPORARY_FILE(
            "security.temporary-file",
            WARNING,
            "Between the naming of the file and its opening somebody else can make it.",
            "Use tempfile.NamedTemporaryFile or mkstemp."),
    OPEN_WITHOUT_WITH(
            "resource.open-without-with",
            WARNING,
            "The file stays open until the garbage collector comes by, and what was written may not be on disk.",
            "Open it in a 'with' statement."),
    SLEEP_IN_ASYNC(
            "blocking.sleep-in-async",
            ERROR,
            "The whole event loop sleeps, every other coroutine with it.",
            "Write 'await asyncio.sleep(…)'."),
    CALL_IN_ASYNC(
            "blocking.call-in-async",
            WARNING,
            "The event loop waits for the answer, and every other coroutine with it.",
            "Use an asynchronous client, or 'await asyncio.to_thread(…)'."),
    NEVER_AWAITED(
            "async.never-awaited",
            ERROR,
            "Calling a coroutine function only makes a coroutine: nothing of it runs.",
            "Write 'await' in front, or give it to asyncio.create_task."),
    WITHOUT_TIMEOUT(
            "network.call-without-timeout",
            WARNING,
            "A server that is silent makes the caller wait for ever.",
            "Pass timeout=… in seconds."),
    STRING_IN_LOOP(
            "performance.string-in-loop",
            NOTE,
            "Each += may copy all that was gathered so far: the time grows with the square of the length.",
            "Gather the parts in a list and join them behind the loop."),
    COMPILE_IN_LOOP(
            "performance.compile-in-loop",
            NOTE,
            "The same pattern is looked up or compiled again on every round.",
            "Compile it once, in front of the loop or at module level."),
    SORTED_FIRST("performance.sorted-first", NOTE, "All is sorted to get one element.", "Use min or max."),
    EAGER_LOG(
            "logging.eager-format",
            NOTE,
            "The text is built even when the level is off, and equal messages cannot be grouped.",
            "Pass the values as arguments: log.info('… %s', value)."),
    NAIVE_TIME(
            "datetime.naive",
            NOTE,
            "A time without a zone is right on one machine only, and cannot be compared with one that has a zone.",
            "Write datetime.now(timezone.utc).");

    private final String id;
    private final Severity severity;
    private final String why;
    private final String advice;

    KnownRule(String id, Severity severity, String why, String advice) {
        this.id = id;
        this.severity = severity;
        this.why = why;
        this.advice = advice;
    }

    /** Its stable name. */
    public String id() {
        return id;
    }

    /** The part of its id before the dot. */
    public String family() {
        return id.substring(0, id.indexOf('.'));
    }

    /** How much a finding of it matters. */
    public Severity severity() {
        return severity;
    }

    /** Why it matters. */
    public String why() {
        return why;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
