package a.b;

import java.util.List;
import static java.util.Objects.requireNonNull;

class Sample<T> extends Base implements Runnable {
    private final List<String> names = List.of(make());

    Sample(Other other) {
        this.other = requireNonNull(other);
        other.start()
                .then()
                .end();
    }

    public void run() {
        Runnable later = this::run;
        new Inner().go(Type.CONSTANT);
        new Thread(() -> System.out.println(names)) {
            public void start() { helper(); }
        };
    }

    static class Inner {
        void go(int x) {}
    }
}
