#include <vector>
#include "queue.h"
namespace shop {
template <typename T> class Line : public Base<T> {
public:
    explicit Line(std::vector<T> items) : items_(std::move(items)) {}
    virtual ~Line() = default;
    auto size() const noexcept -> size_t { return items_.size(); }
private:
    std::vector<T> items_;
};
using Names = Line<const char *>;
}
int main() { auto line = shop::Names({"a"}); for (auto &each : {1, 2}) [&] { return each; }(); return static_cast<int>(line.size()); }
