#include "server_sync/server/identity/secrets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "system/password_hash.h"

namespace navbat::server {
namespace {

using ::testing::StartsWith;

constexpr system::PasswordCost kCheap{1, 8192};

// Counts up: every call gives other bytes.
FillRandom counting() {
  return [next = std::uint8_t{0}](std::span<std::uint8_t> bytes) mutable {
    for (std::uint8_t& byte : bytes) byte = next++;
  };
}

TEST(Secrets, HashIsSha256) {
  EXPECT_EQ(hex_digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hash_secret("abc")[0], 0xBA);
}

TEST(Secrets, TokensHave256BitsInPlainCharacters) {
  const FillRandom random = counting();
  const std::string token = make_token(random);
  EXPECT_EQ(token.size(), 43U);
  EXPECT_NE(token, make_token(random));
  EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                    "0123456789-_"),
            std::string::npos);
}

TEST(Secrets, CodesHoldNoLettersThatLookAlike) {
  const FillRandom random = counting();
  for (int i = 0; i < 30; ++i) {
    const std::string code = make_code(random);
    EXPECT_EQ(code.size(), 10U);
    EXPECT_EQ(code.find_first_of("ILOU"), std::string::npos) << code;
    EXPECT_EQ(normalise_code(code), code);
  }
}

TEST(Secrets, ACodeIsTheSameHoweverAPersonTypesIt) {
  EXPECT_EQ(normalise_code(" ab1d-eo0il "), "AB1DE0011");
}

TEST(Secrets, ComparisonInConstantTimeStillCompares) {
  EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
  EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
  EXPECT_FALSE(equal_in_constant_time("abc", "ab"));
  EXPECT_TRUE(equal_in_constant_time("", ""));
}

TEST(Password, IsArgon2idAndVerifies) {
  const std::string hash = system::hash_password("qora choy", kCheap);
  EXPECT_THAT(hash, StartsWith("$argon2id$"));
  EXPECT_TRUE(system::verify_password("qora choy", hash));
  EXPECT_FALSE(system::verify_password("qora choi", hash));
  EXPECT_NE(hash, system::hash_password("qora choy", kCheap));
}

TEST(Password, ADamagedHashIsNobodysPassword) {
  EXPECT_FALSE(system::verify_password("", ""));
  EXPECT_FALSE(system::verify_password("x", "$argon2id$v=19$m=8,t=1,p=1$broken"));
}

}  // namespace
}  // namespace navbat::server
