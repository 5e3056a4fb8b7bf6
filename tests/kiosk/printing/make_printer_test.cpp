#include "kiosk/printing/make_printer.h"

#include <gtest/gtest.h>

#include "tests/kiosk/printing/sample_page.h"
#include "tests/support/temp_dir.h"

namespace navbat::kiosk {
namespace {

std::string fault_in(const PrinterSettings& settings) {
  const auto checked = check(settings);
  return checked ? "" : checked.error().key + ": " + checked.error().expected;
}

PrinterSettings escpos(const std::string& address) {
  PrinterSettings settings;
  settings.kind = PrinterKind::kEscPos;
  settings.address = address;
  return settings;
}

TEST(PrinterSettings, TakesEveryWayToWriteAnAddress) {
  for (const char* address :
       {"printer", "printer.lan:9100", "192.168.1.50:9101", "[::1]:9100", "[fe80::1]"}) {
    EXPECT_EQ(fault_in(escpos(address)), "") << address;
  }
  for (const char* address : {"printer:", "printer:0", "printer:99999", ":9100", "a b:9100",
                              "http://printer", "::1", "printer:ninety"}) {
    EXPECT_EQ(fault_in(escpos(address)), "address: host or host:port, like \"192.168.1.50:9100\"")
        << address;
  }
}

TEST(PrinterSettings, WantsOneWayToThePrinter) {
  EXPECT_EQ(fault_in(escpos("")), "address: either address or device for kind \"escpos\"");
  PrinterSettings both = escpos("printer");
  both.device = "/dev/usb/lp0";
  EXPECT_EQ(fault_in(both), "address: either address or device for kind \"escpos\"");
  both.address.clear();
  EXPECT_EQ(fault_in(both), "");
  both.baud = 12345;
  EXPECT_TRUE(fault_in(both).starts_with("baud: 4800, 9600")) << fault_in(both);
}

TEST(PrinterSettings, WantsWhatEachKindNeeds) {
  PrinterSettings settings;
  settings.kind = PrinterKind::kCups;
  EXPECT_EQ(fault_in(settings), "queue: the name of a queue that lpstat -e lists");
  settings.kind = PrinterKind::kPdf;
  EXPECT_EQ(fault_in(settings), "folder: a folder for the pages");
  settings.kind = PrinterKind::kNone;
  EXPECT_EQ(fault_in(settings), "");
  for (const int dots : {0, -8, 575, 1000, 100}) {
    settings.dots = dots;
    EXPECT_TRUE(fault_in(settings).starts_with("dots: a multiple of 8")) << dots;
  }
}

TEST(PrinterSettings, KnowsTheKindsByName) {
  EXPECT_EQ(parse_printer_kind("escpos"), PrinterKind::kEscPos);
  EXPECT_EQ(parse_printer_kind("none"), PrinterKind::kNone);
  const auto unknown = parse_printer_kind("laser");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().key, "kind");
}

TEST(MakePrinter, MakesNoneWhereThereIsNone) {
  PrinterSettings settings;
  settings.kind = PrinterKind::kNone;
  EXPECT_EQ(make_printer(settings), nullptr);
}

TEST(MakePrinter, ReachesAPrinterByItsAddress) {
  testing::EscPosSink sink;
  const auto printer = make_printer(escpos(sink.address()));
  EXPECT_EQ(printer->print(striped_page(20), "A042", {}).outcome, PrintOutcome::kPrinted);
  EXPECT_EQ(sink.pages().size(), 1U);
}

TEST(MakePrinter, WritesAPdfOfThePapersSize) {
  const testing::TempDir folder;
  PrinterSettings settings;
  settings.kind = PrinterKind::kPdf;
  settings.folder = folder.path();
  const auto printer = make_printer(settings);
  ASSERT_EQ(printer->print(striped_page(800), "A042", {}).outcome, PrintOutcome::kPrinted);
  EXPECT_TRUE(std::filesystem::exists(folder.file("A042.pdf")));
  const std::string info = testing::output_of("pdfinfo " + folder.file("A042.pdf"));
  // 72 mm by 100 mm.
  EXPECT_NE(info.find("204.094 x 283.465 pts"), std::string::npos) << info;
  EXPECT_NE(info.find("Pages:           1"), std::string::npos) << info;
}

}  // namespace
}  // namespace navbat::kiosk
