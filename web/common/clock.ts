// The branch's time. A console's own clock may be minutes off; durations on the page are counted on the
// server's clock, carried forward by this machine's monotonic one.

export class ServerClock {
  private offset_ms = 0;

  constructor(private readonly monotonic_ms: () => number = () => performance.now()) {
    this.offset_ms = Date.now() - this.monotonic_ms();
  }

  /** The server said that it is `at` now. */
  set(at: string): void {
    const time = Date.parse(at);
    if (!Number.isNaN(time)) this.offset_ms = time - this.monotonic_ms();
  }
  now_ms(): number {
    return this.monotonic_ms() + this.offset_ms;
  }
  /** Seconds since an RFC 3339 time; never negative. */
  since_s(at: string): number {
    return Math.max(0, (this.now_ms() - Date.parse(at)) / 1000);
  }
}
