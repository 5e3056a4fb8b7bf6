// Runs all bundled tests of a folder, one file after the other:  node run.mjs DIR
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const tests = readdirSync(folder).filter((name) => name.endsWith('.test.js')).sort();
if (tests.length === 0) {
  console.error(`${folder}: no tests`);
  process.exit(1);
}
let failed = false;
for (const name of tests) {
  const result = spawnSync(process.execPath, ['--enable-source-maps', '--test', join(folder, name)], { stdio: 'inherit' });
  failed ||= result.status !== 0;
}
process.exit(failed ? 1 : 0);
