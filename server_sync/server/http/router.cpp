#include "server_sync/server/http/router.h"

#include <cassert>
#include <functional>

namespace navbat::server::http {

struct Router::Node {
  std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
  std::unique_ptr<Node> part;           // {name}
  std::unique_ptr<Node> rest;           // {name...}
  std::map<Method, const Route*> here;  // routes that end at this node
  std::string name;                     // of the part that led here
};

namespace {

std::vector<std::string_view> split_pattern(std::string_view pattern) {
  assert(pattern.starts_with('/'));
  std::vector<std::string_view> segments;
  pattern.remove_prefix(1);
  while (!pattern.empty()) {
    const auto slash = pattern.find('/');
    segments.push_back(pattern.substr(0, slash));
    pattern.remove_prefix(slash == std::string_view::npos ? pattern.size() : slash + 1);
  }
  return segments;
}

}  // namespace

// Depth-first, literals before parts. Remembers a node that matched the path but not the method.
struct Router::Walk {
  Method method;
  const std::vector<std::string>& segments;
  Parameters taken;
  const Node* wrong_method = nullptr;

  const Route* end_at(const Node& node) {
    if (node.here.empty()) return nullptr;
    auto found = node.here.find(method);
    if (found == node.here.end() && method == Method::kHead) found = node.here.find(Method::kGet);
    if (found != node.here.end()) return found->second;
    if (wrong_method == nullptr) wrong_method = &node;
    return nullptr;
  }

  const Route* rest_at(const Node& node, std::size_t depth, Parameters parameters) {
    std::string joined = segments[depth];
    for (std::size_t i = depth + 1; i < segments.size(); ++i) joined += "/" + segments[i];
    parameters.add(node.name, std::move(joined));
    taken = std::move(parameters);
    return end_at(node);
  }

  const Route* descend(const Node& node, std::size_t depth, const Parameters& parameters) {
    if (depth == segments.size()) {
      taken = parameters;
      return end_at(node);
    }
    const std::string& segment = segments[depth];
    if (const auto literal = node.literals.find(segment); literal != node.literals.end()) {
      if (const Route* route = descend(*literal->second, depth + 1, parameters)) return route;
    }
    if (node.part && !segment.empty()) {
      Parameters with = parameters;
      with.add(node.part->name, segment);
      if (const Route* route = descend(*node.part, depth + 1, with)) return route;
    }
    if (node.rest && !segment.empty()) return rest_at(*node.rest, depth, parameters);
    return nullptr;
  }
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

const Route& Router::add(Route route) {
  routes_.push_back(std::make_unique<Route>(std::move(route)));
  const Route& stored = *routes_.back();
  Node* node = root_.get();
  for (std::string_view segment : split_pattern(stored.pattern)) {
    if (!segment.starts_with('{')) {
      auto& child = node->literals[std::string(segment)];
      if (!child) child = std::make_unique<Node>();
      node = child.get();
      continue;
    }
    std::string_view name = segment.substr(1, segment.size() - 2);
    const bool rest = name.ends_with("...");
    if (rest) name.remove_suffix(3);
    auto& child = rest ? node->rest : node->part;
    if (!child) {
      child = std::make_unique<Node>();
      child->name = name;
    }
    assert(child->name == name && "one place in the path has one name");
    node = child.get();
  }
  [[maybe_unused]] const bool fresh = node->here.emplace(stored.method, &stored).second;
  assert(fresh && "a method and pattern is added once");
  return stored;
}

Router::Match Router::match(Method method, const std::vector<std::string>& segments) const {
  Walk walk{.method = method, .segments = segments, .taken = {}};
  if (const Route* route = walk.descend(*root_, 0, {})) {
    return Found{.route = route, .path = std::move(walk.taken)};
  }
  if (walk.wrong_method == nullptr) return NotFound{};
  std::string allow;
  for (const auto& [allowed, route] : walk.wrong_method->here) {
    if (!allow.empty()) allow += ", ";
    allow += to_string(allowed);
    if (allowed == Method::kGet && !walk.wrong_method->here.contains(Method::kHead)) {
      allow += ", HEAD";
    }
  }
  return WrongMethod{std::move(allow)};
}

}  // namespace navbat::server::http
