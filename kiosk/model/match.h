#pragma once
// std::visit with one lambda a type.

namespace navbat::kiosk {

template <class... Ts>
struct Match : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
Match(Ts...) -> Match<Ts...>;

// For what a place does not understand.
struct Ignore {
  template <class T>
  void operator()(const T&) const {}
};

}  // namespace navbat::kiosk
