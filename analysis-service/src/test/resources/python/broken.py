import good
print "python 2"
def first(): pass
x = (1,
     [2
def second(a, b):
    return a +
class Third:
    def method(self:
        inner = 1
    def kept(self): pass
	tabbed = 1
@lonely
y = 3
try:
    z = 1
w = $
s = 'never closed
t = """also never
def last(): pass
