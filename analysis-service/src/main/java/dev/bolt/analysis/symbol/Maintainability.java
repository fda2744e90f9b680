package dev.bolt.analysis.symbol;

import dev.bolt.analysis.syntax.LineCounts;
import dev.bolt.analysis.syntax.Module;

/**
 * The maintainability index of a module, 0 (worst) to 100, after Oman and Hagemeister ("Metrics for Assessing a
 * Software System's Maintainability", 1992) in the form of radon 5 and Visual Studio:
 *
 * <pre>  (171 − 5.2 ln V − 0.23 C − 16.2 ln L + 50 sin √(2.46 c)) · 100 / 171,</pre>
 *
 * V being Halstead's volume, C the cyclomatic complexity of everything, L the logical lines, c the share of comment
 * lines as an angle in degrees.
 */
public final class Maintainability {
    /** Of a file that has no such index: of another language, or with a syntax error. */
    public static final double UNKNOWN = -1;

    private Maintainability() {}

    /** The index; {@link #UNKNOWN} if the module could not be parsed. */
    public static double of(Module module) {
        return of(module, new Complexity());
    }

    static double of(Module module, Complexity complexity) {
        if (!module.problems().isEmpty()) {
            return UNKNOWN;
        }
        LineCounts lines = module.counts();
        double volume = Halstead.volume(module.body());
        if (volume <= 0 || lines.logical() <= 0) {
            return 100;
        }
        double comments = lines.source() == 0 ? 0 : 100.0 * (lines.comments() + lines.strings()) / lines.source();
        double index = 171
                - 5.2 * Math.log(volume)
                - 0.23 * complexity.ofModule(module.body())
                - 16.2 * Math.log(lines.logical())
                + 50 * Math.sin(Math.sqrt(2.46 * Math.toRadians(comments)));
        return Math.clamp(index * 100 / 171, 0, 100);
    }
}
