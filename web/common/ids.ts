// Random names for things that a person wants done.

/** A fresh Idempotency-Key. Works on plain HTTP in a branch's LAN too, where crypto.randomUUID does not. */
export function new_key(random: (bytes: Uint8Array) => Uint8Array = (b) => crypto.getRandomValues(b)): string {
  const bytes = random(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
