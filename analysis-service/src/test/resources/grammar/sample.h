#pragma once
namespace a {
class Header {
 public:
  int size() const { return size_; }

 private:
  int size_ = 0;
};
}  // namespace a
