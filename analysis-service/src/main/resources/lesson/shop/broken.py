def whole():
    return 1


def half(:
    print "two"
