package dev.bolt.search.regex;

import dev.bolt.search.regex.CharacterSet.Named;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The classes that have a name: {@code \w}, {@code [:alpha:]}, {@code \p{Greek}}. */
final class NamedSets {
    private static final String ASCII_WORD = "09AZ__az";

    /** Pairs of first and last character. */
    private static final Map<String, String> POSIX = Map.ofEntries(
            Map.entry("alnum", "09AZaz"),
            Map.entry("alpha", "AZaz"),
            Map.entry("ascii", "\0\u007F"),
            Map.entry("blank", "\t\t  "),
            Map.entry("cntrl", "\0\u001F\u007F\u007F"),
            Map.entry("digit", "09"),
            Map.entry("graph", "!~"),
            Map.entry("lower", "az"),
            Map.entry("print", " ~"),
            Map.entry("punct", "!/:@[`{~"),
            Map.entry("space", "\t\r  "),
            Map.entry("upper", "AZ"),
            Map.entry("word", ASCII_WORD),
            Map.entry("xdigit", "09AFaf"));

    private static final Map<String, String> CATEGORIES = Map.ofEntries(
            Map.entry("letter", "L"),
            Map.entry("casedletter", "LC"),
            Map.entry("uppercaseletter", "Lu"),
            Map.entry("lowercaseletter", "Ll"),
            Map.entry("titlecaseletter", "Lt"),
            Map.entry("modifierletter", "Lm"),
            Map.entry("otherletter", "Lo"),
            Map.entry("mark", "M"),
            Map.entry("nonspacingmark", "Mn"),
            Map.entry("spacingmark", "Mc"),
            Map.entry("enclosingmark", "Me"),
            Map.entry("number", "N"),
            Map.entry("decimalnumber", "Nd"),
            Map.entry("digit", "Nd"),
            Map.entry("letternumber", "Nl"),
            Map.entry("othernumber", "No"),
            Map.entry("punctuation", "P"),
            Map.entry("punct", "P"),
            Map.entry("connectorpunctuation", "Pc"),
            Map.entry("dashpunctuation", "Pd"),
            Map.entry("openpunctuation", "Ps"),
            Map.entry("closepunctuation", "Pe"),
            Map.entry("initialpunctuation", "Pi"),
            Map.entry("finalpunctuation", "Pf"),
            Map.entry("otherpunctuation", "Po"),
            Map.entry("symbol", "S"),
            Map.entry("mathsymbol", "Sm"),
            Map.entry("currencysymbol", "Sc"),
            Map.entry("modifiersymbol", "Sk"),
            Map.entry("othersymbol", "So"),
            Map.entry("separator", "Z"),
            Map.entry("spaceseparator", "Zs"),
            Map.entry("lineseparator", "Zl"),
            Map.entry("paragraphseparator", "Zp"),
            Map.entry("other", "C"),
            Map.entry("control", "Cc"),
            Map.entry("format", "Cf"),
            Map.entry("unassigned", "Cn"),
            Map.entry("privateuse", "Co"));

    private static final Map<String, String> PROPERTIES = Map.of(
            "alphabetic", "IsAlphabetic",
            "alpha", "IsAlphabetic",
            "lowercase", "IsLowercase",
            "lower", "IsLowercase",
            "uppercase", "IsUppercase",
            "upper", "IsUppercase",
            "whitespace", "IsWhite_Space",
            "ideographic", "IsIdeographic",
            "emoji", "IsEmoji");

    private NamedSets() {}

    /** {@code \d}, {@code \s} or {@code \w}, or with a capital letter what is none of it. */
    static CharacterSet perl(char letter, boolean ascii) {
        char small = Character.toLowerCase(letter);
        CharacterSet set = new CharacterSet();
        if (ascii) {
            ranges(set, small == 'd' ? "09" : small == 's' ? "\t\r  " : ASCII_WORD);
        } else {
            return set.add(named("\\" + letter, true));
        }
        return letter == small ? set : set.negate();
    }

    /** What {@code [:alpha:]} and the like name; empty if that is no class. */
    static Optional<CharacterSet> posix(String name) {
        return Optional.ofNullable(POSIX.get(name)).map(pairs -> ranges(new CharacterSet(), pairs));
    }

    /** Whether it has Unicode's property White_Space. */
    static boolean isSpace(int codePoint) {
        return (codePoint >= '\t' && codePoint <= '\r') || codePoint == 0x85 || Character.isSpaceChar(codePoint);
    }

    /** What {@code \p{…}} names: a general category, a script or a property; empty if it is not among ours. */
    static Optional<CharacterSet> unicode(String name) {
        String loose = name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
        String java = name.matches("[CLMNPSZ]|L[ultmo]|LC|M[nce]|N[dlo]|P[cdseifo]|S[mcko]|Z[slp]|C[cfno]")
                ? name
                : CATEGORIES.getOrDefault(loose, PROPERTIES.get(loose));
        if (loose.equals("any") || loose.equals("ascii")) {
            return Optional.of(new CharacterSet().add(0, loose.equals("any") ? Character.MAX_CODE_POINT : 127));
        }
        if (java == null) {
            try {
                UnicodeScript script =
                        UnicodeScript.forName(name.replace(' ', '_').replace('-', '_'));
                if (script == UnicodeScript.UNKNOWN) {
                    return Optional.empty();
                }
                java = "Is" + script;
            } catch (IllegalArgumentException noScript) {
                return Optional.empty();
            }
        }
        return Optional.of(new CharacterSet().add(named("\\p{" + java + "}", false)));
    }

    private static Named named(String java, boolean folds) {
        Predicate<String> holds =
                Pattern.compile(java, Pattern.UNICODE_CHARACTER_CLASS).asMatchPredicate();
        return new Named(java, codePoint -> holds.test(Character.toString(codePoint)), folds);
    }

    private static CharacterSet ranges(CharacterSet set, String pairs) {
        for (int i = 0; i < pairs.length(); i += 2) {
            set.add(pairs.charAt(i), pairs.charAt(i + 1));
        }
        return set;
    }
}
