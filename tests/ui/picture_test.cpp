// Pictures from files and on screens.

#include <gtest/gtest.h>
#include <stb/stb_image_write.h>

#include <fstream>
#include <memory>

#include "tests/support/temp_dir.h"
#include "tests/ui/test_shell.h"
#include "ui/draw/image.h"
#include "ui/draw/textures.h"

namespace navbat::ui {
namespace {

Image plain(int width, int height, std::uint8_t red) {
  Image image{width, height, {}};
  for (int i = 0; i < width * height; ++i) {
    image.rgba.insert(image.rgba.end(), {red, 20, 30, 255});
  }
  return image;
}

class PictureFile : public ::testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& content) {
    std::ofstream(folder.file(name), std::ios::binary) << content;
    return folder.file(name);
  }
  std::string error_of(const std::string& file) {
    const auto read = read_picture(file);
    const std::string error = read ? "" : read.error();
    EXPECT_TRUE(error.starts_with(file + ": ")) << error;
    EXPECT_EQ(error.find('\n'), std::string::npos) << error;
    return error;
  }
  std::string content_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  navbat::testing::TempDir folder;
};

TEST_F(PictureFile, ReadsPngAndJpeg) {
  const Image red = plain(40, 30, 200);
  ASSERT_TRUE(write_png(red, folder.file("red.png")));
  const auto png = read_picture(folder.file("red.png"));
  ASSERT_TRUE(png) << png.error();
  EXPECT_EQ(png->rgba, red.rgba);
  ASSERT_NE(stbi_write_jpg(folder.file("red.jpg").c_str(), 40, 30, 4, red.rgba.data(), 95), 0);
  const auto jpeg = read_picture(folder.file("red.jpg"));
  ASSERT_TRUE(jpeg) << jpeg.error();
  EXPECT_EQ(jpeg->width, 40);
  EXPECT_EQ(jpeg->height, 30);
  EXPECT_NEAR(jpeg->rgba[0], 200, 8);
}

TEST_F(PictureFile, RefusesWhatIsNoPicture) {
  EXPECT_NE(error_of(folder.file("none.png")).find("no such file"), std::string::npos);
  EXPECT_NE(error_of(folder.path()).find("no such file"), std::string::npos);
  EXPECT_NE(error_of("/dev/zero").find("no such file"), std::string::npos);
  EXPECT_NE(error_of(write("empty.png", "")).find("no picture"), std::string::npos);
  EXPECT_NE(error_of(write("page.png", "<html>404</html>")).find("no picture"), std::string::npos);
  // A format that nobody asked for.
  EXPECT_NE(error_of(write("old.bmp", "BM" + std::string(100, '\0'))).find("no picture"),
            std::string::npos);
}

TEST_F(PictureFile, RefusesAFileThatWasCutShort) {
  ASSERT_TRUE(write_png(plain(200, 200, 7), folder.file("whole.png")));
  const std::string whole = content_of(folder.file("whole.png"));
  for (const std::size_t length : {std::size_t{9}, std::size_t{30}, whole.size() / 2}) {
    EXPECT_NE(error_of(write("cut.png", whole.substr(0, length))).find("broken"), std::string::npos)
        << length;
  }
}

TEST_F(PictureFile, RefusesMoreThanItsLimitsWithoutTakingMemoryForIt) {
  // A gigabyte of nothing: the file has a hole.
  const std::string huge = write("huge.png", "\x89PNG\r\n\x1A\n");
  std::filesystem::resize_file(huge, 1U << 30U);
  EXPECT_NE(error_of(huge).find("at most 16 MiB"), std::string::npos);

  // A picture of 100,000 × 100,000 pixels, by its header.
  const std::string size("\x00\x01\x86\xA0", 4);
  const std::string head =
      std::string("\x89PNG\r\n\x1A\n") + std::string("\x00\x00\x00\x0DIHDR", 8) + size + size +
      std::string("\x08\x06\x00\x00\x00", 5) + "crc!" + std::string("\x00\x00\x00\x00IDATcrc!", 12);
  EXPECT_NE(error_of(write("vast.png", head)).find("too large"), std::string::npos);

  // Within stb's own limits, and beyond ours.
  ASSERT_TRUE(write_png(plain(kLongestPictureSide + 1, 1, 7), folder.file("long.png")));
  EXPECT_NE(error_of(folder.file("long.png")).find("too large"), std::string::npos);
}

TEST_F(PictureFile, RefusesAPictureThatUnpacksToFarMoreThanItShows) {
  // 4 MiB in a picture that says it is one pixel; gigabytes would be no larger a file.
  const Image zeros = plain(1024, 1024, 0);
  ASSERT_TRUE(write_png(zeros, folder.file("bomb.png")));
  std::string bomb = content_of(folder.file("bomb.png"));
  bomb.replace(16, 8, std::string("\x00\x00\x00\x01\x00\x00\x00\x01", 8));
  EXPECT_NE(error_of(write("bomb.png", bomb)).find("broken"), std::string::npos);
}

TEST(Shrunk, KeepsTheColours) {
  const Image small = shrunk(plain(401, 300, 180), 100, 75);
  EXPECT_EQ(small.width, 100);
  EXPECT_EQ(small.height, 75);
  ASSERT_EQ(small.rgba.size(), 100U * 75 * 4);
  EXPECT_EQ(small.rgba[0], 180);
  EXPECT_EQ(small.rgba[small.rgba.size() - 4], 180);
  EXPECT_EQ(small.rgba.back(), 255);
}

// What would be uploaded, by its size.
class TextureTable : public ::testing::Test {
 protected:
  static std::shared_ptr<const Image> picture(int width, int height) {
    return std::make_shared<const Image>(plain(width, height, 9));
  }
  std::vector<std::pair<int, int>> uploaded;
  Textures textures{1000, [this](const Image& image) {
                      uploaded.emplace_back(image.width, image.height);
                      return std::shared_ptr<SDL_Texture>();
                    }};
};

TEST_F(TextureTable, UploadsAPictureOnceAndNeverUsesAnIdAgain) {
  auto first = picture(10, 10);
  const auto id = textures.of(first, {10, 10});
  EXPECT_EQ(textures.of(first, {10, 10}), id);
  EXPECT_EQ(uploaded.size(), 1U);
  EXPECT_NE(textures.replace_atlas(nullptr), id);
  first = picture(10, 10);
  EXPECT_NE(textures.of(first, {10, 10}), id);
  textures.clear();
  EXPECT_NE(textures.of(first, {10, 10}), id);
}

TEST_F(TextureTable, NeverUploadsMoreThanTheRendererTakesNorFarMoreThanIsShown) {
  textures.of(picture(2500, 100), {2500, 100});
  EXPECT_EQ(uploaded.back(), std::pair(625, 25));
  const auto photo = picture(800, 600);
  textures.of(photo, {90, 70});
  EXPECT_EQ(uploaded.back(), std::pair(100, 75));
  textures.of(photo, {60, 40});
  EXPECT_EQ(uploaded.size(), 2U) << "a smaller place needs no other texture";
  textures.of(photo, {800, 600});
  EXPECT_EQ(uploaded.back(), std::pair(800, 600));
}

TEST(Pictures, LiveAsLongAsAFrameShowsThem) {
  const auto photo = std::make_shared<const Image>(plain(80, 60, 90));
  bool shown = true;
  TestShell test([&](Frame& frame) {
    if (shown) {
      frame.canvas.picture({100, 100, 400, 400}, photo, 20);
      frame.canvas.picture({500, 100, 40, 400}, photo, 0, PictureFit::kFilling);
      frame.canvas.picture({500, 100, 40, 400}, nullptr);
    }
  });
  EXPECT_EQ(test.shell->pictures_held(), 1U);
  shown = false;
  test.shell->request_redraw();
  test.robot.settle();
  EXPECT_EQ(test.shell->pictures_held(), 0U);
}

}  // namespace
}  // namespace navbat::ui
