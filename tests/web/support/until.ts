const kLookEvery = 25;

/** Waits until `holds`, looking again and again; throws `what()` when it did not within the time or `hopeless`. */
export async function until(
  holds: () => Promise<boolean>,
  within_ms: number,
  what: () => string,
  hopeless: () => boolean = () => false,
): Promise<void> {
  const end = Date.now() + within_ms;
  for (;;) {
    if (await holds().catch(() => false)) return;
    if (Date.now() > end || hopeless()) throw new Error(what());
    await new Promise((resolve) => setTimeout(resolve, kLookEvery));
  }
}
