#include <vector>
#include "shape.h"

namespace geo::plane {

/// A shape.
template <typename T>
class Shape : public Base<T>, private detail::Hidden {
 public:
  explicit Shape(int a) : a_(a) {}
  ~Shape();
  virtual double area() const = 0;
  static Shape make(int a);
  bool operator==(const Shape& other) const { return true; }
  template <class U> void visit(U&& u) { u.go(); }
  enum class Kind { kRound, kFlat };
  struct Inner { int deep; };

 private:
  int a_;
  std::vector<T> items_;
};

template <typename T>
double Shape<T>::area() const { return helper(a_) + this->scale(); }

Shape<int>::~Shape() {}

using Alias = Shape<int>;

namespace {
int hidden = 1;
}

int Shape::counter = 0;

template <class T>
T twice(T x) {
  auto f = [](int y) { int z = y; return std::max(y, z); };
  auto* p = new Inner();
  return x + x;
}

}  // namespace geo::plane

extern "C" {
void c_function(int a) {}
}

int main(int argc, char** argv) { geo::plane::twice(1); }
