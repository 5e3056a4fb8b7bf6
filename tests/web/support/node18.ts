// Node 18 has the browsers' crypto in a module only; the bundled tests expect it where browsers have it.
import { webcrypto } from 'node:crypto';

if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
