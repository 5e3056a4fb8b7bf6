#pragma once
// Window, fonts, catalogues, input and the event-driven frame loop of one program. The thread that
// makes it is the UI thread; only post(), ask_scene(), request_redraw() and quit() may be called
// from others.
// One at a time in a process: Dear ImGui has one context.

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "ui/access/screen_reader.h"
#include "ui/app/backend.h"
#include "ui/app/frame.h"
#include "ui/app/mailbox.h"
#include "ui/app/sdl_backend.h"
#include "ui/draw/font_set.h"

struct ImGuiContext;
union SDL_Event;

namespace navbat::ui {

struct ShellSpec {
  WindowSpec window;
  float screen_width_mm = 268;  // of the real screen that `window.design.w` fills
  std::filesystem::path catalogues;
  std::vector<std::string> languages;  // the first is shown first
  std::filesystem::path logo;          // PNG; empty for none
  Theme theme;
  bool headless = false;  // nothing is rasterised (tests)
  bool probe = false;
  // False: neither the window's manager nor a key closes it, and full screen it keeps the keyboard.
  bool closable = true;
  KeypadMap keypad = KeypadMap::standard();
  std::function<Moment()> clock;  // empty: the steady clock
};

class Shell {
 public:
  static tl::expected<std::unique_ptr<Shell>, std::string> open(ShellSpec spec);
  ~Shell();
  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;

  // Draws whenever something changed, sleeps otherwise; returns after quit() or when the window
  // closed.
  void run(Scene& scene);

  // One turn: takes what has happened, draws if anything did. True when another turn is due at
  // once.
  bool step(Scene& scene);

  // Any thread: runs `task` on the UI thread, then draws a frame.
  void post(std::function<void()> task) {
    mailbox_.post([this, work = std::move(task)] {
      work();
      redraw();
    });
  }
  // As post(), but draws nothing unless the task calls redraw(): for news that may change nothing
  // visible.
  void post_quietly(std::function<void()> task) { mailbox_.post(std::move(task)); }
  // Any thread: a frame is due. Asked again before it came it costs an atomic exchange.
  void request_redraw();
  // Any thread: asks the scene in the next turn whether it wants a frame (Scene::wants_frame). For
  // news; as cheap as request_redraw().
  void ask_scene();
  void quit();  // any thread

  // UI thread only from here.
  void redraw() { dirty_ = true; }
  Moment now() const { return spec_.clock(); }
  void set_language(std::string_view language);
  const std::string& language() const { return language_; }
  void set_theme(const Theme& theme);
  const Theme& theme() const { return theme_; }
  const Catalogues& catalogues() const { return catalogues_; }
  Motion& motion() { return motion_; }
  const Probe& probe() const { return probe_; }
  const Transcript& transcript() const { return transcript_; }
  const Focus& focus() const { return focus_; }

  // Reads aloud what is shown; it must outlive the shell or be taken away with null.
  void set_reader(ScreenReader* reader);

  // Controls lie within so many millimetres of the lower edge; 0: anywhere.
  void set_reach(float mm_from_bottom);
  float reach() const { return reach_mm_; }

  // A dark screen for privacy: keypad and speech go on, the next touch only lights it up again.
  void set_blank(bool blank);
  bool blank() const { return blank_; }

  // The next customer: no focus, no capture, no dark screen, full reach, the reader's defaults.
  void reset_access();

  // Whether the window is on a display that is there. True without a window (headless).
  bool lit() const { return backend_->lit(); }

  // Of how many pictures a texture is kept.
  std::size_t pictures_held() const { return backend_->textures().pictures(); }

  // Draws a frame now and saves it as PNG.
  tl::expected<void, std::string> screenshot(Scene& scene, const std::filesystem::path& file);
  Image capture(Scene& scene);

  // Whether a touch at `where` (logical units) would be taken for the second half of a double tap
  // whose first half opened this page, and so mean nothing.
  bool is_double_tap(Point where) const;

  // How the design size lies in the window.
  Size logical_size() const { return fit().size; }

 private:
  // The customer's last tap, against a second one that lands on the next page.
  struct LastTap {
    Moment at{};
    Point where;  // logical units
    std::string page;
  };
  struct Fit {
    float scale = 1;
    Point origin;
    Size size;  // logical
  };
  struct SdlSession {
    ~SdlSession();
  };
  struct ContextDeleter {
    void operator()(ImGuiContext* context) const;
  };

  Shell(ShellSpec spec, Catalogues catalogues, FontSet fonts);
  Fit fit() const;
  void take_events();
  void take_window_event(const SDL_Event& event);
  bool wake_brings_frame(Scene& scene);
  void rebuild_fonts();
  Moment time_of(const SDL_Event& event) const;
  void look_at_input();
  void act_on(Strokes& strokes);
  void draw_frame(Scene& scene, Strokes strokes, Image* capture);
  bool build_frame(Scene& scene, const Strokes& strokes, const Fit& fit);
  Rect reach_within(const Canvas& canvas, Size size) const;
  void wake();
  void wait();

  // In the order in which they must outlive each other.
  std::unique_ptr<SdlSession> sdl_;
  std::unique_ptr<ImGuiContext, ContextDeleter> imgui_;
  std::unique_ptr<Backend> backend_;
  ShellSpec spec_;
  Theme theme_;
  Catalogues catalogues_;
  FontSet fonts_;
  std::string language_;
  Mailbox mailbox_;
  Motion motion_;
  Input input_;
  Capture capture_;
  Focus focus_;
  Transcript transcript_;
  ScreenReader* reader_ = nullptr;
  LastTap last_tap_;
  std::string page_;  // of the last frame
  Probe probe_;
  float reach_mm_ = 0;
  bool blank_ = false;
  std::uint32_t wake_event_ = 0;
  float fonts_scale_ = 0;
  int theme_edition_ = 0;
  bool fonts_stale_ = true;
  bool dirty_ = true;
  std::atomic<bool> redraw_asked_ = false;
  std::atomic<bool> scene_asked_ = false;
  std::atomic<bool> quit_ = false;
  // Headless there is no event queue to sleep on.
  std::mutex woken_mutex_;
  std::condition_variable woken_change_;
  bool woken_ = false;
};

}  // namespace navbat::ui
