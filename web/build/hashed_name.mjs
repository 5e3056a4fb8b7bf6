import { createHash } from 'node:crypto';

/** `teller.js` becomes `teller-3f2a91c0d4.js`. */
export function hashed_name(name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const dot = name.lastIndexOf('.');
  return `${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
}
