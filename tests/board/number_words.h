#pragma once
// Numbers from 0 to 999 in words, written down apart from the program's own.

#include <array>
#include <string>
#include <string_view>

namespace navbat::board {

struct NumberWords {
  std::array<std::string_view, 20> small;     // 0 to 19
  std::array<std::string_view, 10> tens;      // from 20 on
  std::array<std::string_view, 10> hundreds;  // from 100 on
};

inline constexpr NumberWords kRussianNumbers{
    {"ноль",       "один",        "два",        "три",          "четыре",
     "пять",       "шесть",       "семь",       "восемь",       "девять",
     "десять",     "одиннадцать", "двенадцать", "тринадцать",   "четырнадцать",
     "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать"},
    {"", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят",
     "девяносто"},
    {"", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот",
     "девятьсот"}};

inline constexpr NumberWords kPolishNumbers{
    {"zero",       "jeden",      "dwa",          "trzy",        "cztery",
     "pięć",       "sześć",      "siedem",       "osiem",       "dziewięć",
     "dziesięć",   "jedenaście", "dwanaście",    "trzynaście",  "czternaście",
     "piętnaście", "szesnaście", "siedemnaście", "osiemnaście", "dziewiętnaście"},
    {"", "", "dwadzieścia", "trzydzieści", "czterdzieści", "pięćdziesiąt", "sześćdziesiąt",
     "siedemdziesiąt", "osiemdziesiąt", "dziewięćdziesiąt"},
    {"", "sto", "dwieście", "trzysta", "czterysta", "pięćset", "sześćset", "siedemset", "osiemset",
     "dziewięćset"}};

inline constexpr NumberWords kTurkishNumbers{
    {"sıfır",   "bir",    "iki",     "üç",      "dört",     "beş",     "altı",
     "yedi",    "sekiz",  "dokuz",   "on",      "on bir",   "on iki",  "on üç",
     "on dört", "on beş", "on altı", "on yedi", "on sekiz", "on dokuz"},
    {"", "", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"},
    {"", "yüz", "iki yüz", "üç yüz", "dört yüz", "beş yüz", "altı yüz", "yedi yüz", "sekiz yüz",
     "dokuz yüz"}};

inline constexpr NumberWords kAzerbaijaniNumbers{
    {"sıfır",   "bir",    "iki",     "üç",       "dörd",      "beş",      "altı",
     "yeddi",   "səkkiz", "doqquz",  "on",       "on bir",    "on iki",   "on üç",
     "on dörd", "on beş", "on altı", "on yeddi", "on səkkiz", "on doqquz"},
    {"", "", "iyirmi", "otuz", "qırx", "əlli", "altmış", "yetmiş", "səksən", "doxsan"},
    {"", "yüz", "iki yüz", "üç yüz", "dörd yüz", "beş yüz", "altı yüz", "yeddi yüz", "səkkiz yüz",
     "doqquz yüz"}};

inline constexpr NumberWords kUzbekNumbers{
    {"nol",       "bir",      "ikki",     "uch",       "toʻrt",      "besh",       "olti",
     "yetti",     "sakkiz",   "toʻqqiz",  "oʻn",       "oʻn bir",    "oʻn ikki",   "oʻn uch",
     "oʻn toʻrt", "oʻn besh", "oʻn olti", "oʻn yetti", "oʻn sakkiz", "oʻn toʻqqiz"},
    {"", "", "yigirma", "oʻttiz", "qirq", "ellik", "oltmish", "yetmish", "sakson", "toʻqson"},
    {"", "bir yuz", "ikki yuz", "uch yuz", "toʻrt yuz", "besh yuz", "olti yuz", "yetti yuz",
     "sakkiz yuz", "toʻqqiz yuz"}};

inline constexpr std::array<std::string_view, 10> kEnglishDigits{
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};

inline std::string number_in_words(const NumberWords& words, int value) {
  std::string text;
  const auto add = [&text](std::string_view word) {
    text += (text.empty() ? "" : " ") + std::string(word);
  };
  const auto at = [](const auto& list, int index) { return list[static_cast<std::size_t>(index)]; };
  if (value == 0) return std::string(words.small[0]);
  if (value >= 100) add(at(words.hundreds, value / 100));
  value %= 100;
  if (value >= 20) {
    add(at(words.tens, value / 10));
    value %= 10;
  }
  if (value > 0) add(at(words.small, value));
  return text;
}

}  // namespace navbat::board
