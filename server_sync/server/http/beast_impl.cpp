// Asio's and Beast's function bodies, compiled here once (…_SEPARATE_COMPILATION).
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
