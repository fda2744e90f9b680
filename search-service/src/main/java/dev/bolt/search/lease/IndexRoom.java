package dev.bolt.search.lease;

/**
 * What the indexes of all workspaces may take, mapped and on disk: their share of the budget. A {@link Share} is one
 * workspace's; an index that is built may use again what the one takes that it will replace. Safe for many threads.
 */
public final class IndexRoom {
    private final long bytes;
    private final boolean copies;
    private long used;

    /**
     * @param bytes all of it
     * @param copies whether text is copied at all
     */
    public IndexRoom(long bytes, boolean copies) {
        this.bytes = bytes;
        this.copies = copies;
    }

    /** Without a bound, with copies. */
    public static IndexRoom unbounded() {
        return new IndexRoom(Long.MAX_VALUE, true);
    }

    /** All of it, bytes. */
    public long bytes() {
        return bytes;
    }

    /** What is taken of it, bytes. */
    public synchronized long used() {
        return used;
    }

    /** Whether text is copied as far as there is room. */
    public boolean copies() {
        return copies;
    }

    /** The share of one more workspace, nothing yet. */
    public Share share() {
        return new Share();
    }

    /** What one workspace's index takes. */
    public final class Share {
        private long taken;
        private long building;
        private boolean released;

        private Share() {}

        /** Begins to build another index, from nothing. */
        public void begin() {
            synchronized (IndexRoom.this) {
                building = 0;
            }
        }

        /** Takes more for what is being built, or nothing and false if there is not so much left. */
        public boolean take(long more) {
            synchronized (IndexRoom.this) {
                if (released || more > bytes - (used - taken) - building) {
                    return false;
                }
                building += more;
                return true;
            }
        }

        /** Holds exactly so much from now on, or nothing and false if there is not so much. */
        public boolean hold(long exactly) {
            synchronized (IndexRoom.this) {
                boolean fits = !released && exactly <= bytes - (used - taken);
                long held = fits ? exactly : 0;
                used += held - taken;
                taken = held;
                building = 0;
                return fits;
            }
        }

        /** Whether it could be as large as this. */
        public boolean could(long all) {
            synchronized (IndexRoom.this) {
                return all <= bytes - (used - taken);
            }
        }

        /** Gives all back for good: who is still building for it has no room any more. */
        public void release() {
            synchronized (IndexRoom.this) {
                hold(0);
                released = true;
            }
        }

        /** The room that it is of. */
        public IndexRoom room() {
            return IndexRoom.this;
        }
    }
}
