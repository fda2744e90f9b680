package dev.bolt.search.text;

/** The order of paths by their bytes in UTF-8, as {@code rg | LC_ALL=C sort} has it. */
public final class PathOrder {
    private PathOrder() {}

    /** As {@link java.util.Comparator#compare}: by code point, which is the order of the bytes, without making them. */
    public static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char l = left.charAt(i);
            char r = right.charAt(i);
            if (l != r) {
                boolean leftBeyond = Character.isSurrogate(l);
                boolean rightBeyond = Character.isSurrogate(r);
                return leftBeyond == rightBeyond ? Character.compare(l, r) : leftBeyond ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
