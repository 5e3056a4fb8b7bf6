// Random names for things that a person wants done, and for things that are made here.

/** A fresh Idempotency-Key. Works on plain HTTP in a branch's LAN too, where crypto.randomUUID does not. */
export function new_key(random: (bytes: Uint8Array) => Uint8Array = (b) => crypto.getRandomValues(b)): string {
  return hex(random(new Uint8Array(16)));
}

/** A UUIDv7 (RFC 9562) made at `at_ms`: what a notice is known by, before the server has seen it. */
export function new_uuid_v7(
  at_ms: number,
  random: (bytes: Uint8Array) => Uint8Array = (b) => crypto.getRandomValues(b),
): string {
  const bytes = random(new Uint8Array(16));
  let rest = Math.floor(at_ms);
  for (let i = 5; i >= 0; --i) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
