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
        private long kept;
        private long copied;
        private long needed;
        private boolean released;

        private Share() {}

        /**
         * Begins to build another index, from nothing.
         *
         * @param kept what it may need that is no copy, bytes: copies leave it free
         */
        public void begin(long kept) {
            synchronized (IndexRoom.this) {
                this.kept = kept;
                copied = 0;
                needed = 0;
            }
        }

        /** Takes more for a copy in what is being built, or nothing and false if there is not so much left. */
        public boolean copy(long more) {
            synchronized (IndexRoom.this) {
                if (released || more > left() - kept - copied) {
                    return false;
                }
                copied += more;
                return true;
            }
        }

        /** Takes more for what is no copy, or nothing and false if there is not so much, were nothing copied. */
        public boolean need(long more) {
            synchronized (IndexRoom.this) {
                if (released || more > left() - needed) {
                    return false;
                }
                needed += more;
                return true;
            }
        }

        /** Holds exactly so much from now on, or nothing and false if there is not so much. */
        public boolean hold(long exactly) {
            synchronized (IndexRoom.this) {
                boolean fits = !released && exactly <= left();
                long held = fits ? exactly : 0;
                used += held - taken;
                taken = held;
                return fits;
            }
        }

        /** What others leave to it, bytes. */
        private long left() {
            return bytes - (used - taken);
        }

        /** Whether it could be as large as this. */
        public boolean could(long all) {
            synchronized (IndexRoom.this) {
                return all <= left();
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
