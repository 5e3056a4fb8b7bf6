// `npm ci`, but only when package-lock.json is another than the one installed: several build trees share
// node_modules. Prefers npm's cache, so that it works without a network once the packages were there.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.argv[2] ?? 'npm';
const lock = readFileSync(join(web, 'package-lock.json'), 'utf8');
const installed = join(web, 'node_modules', '.installed-lock.json');

if (read(installed) !== lock) {
  const result = spawnSync(npm, ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: web,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (result.status !== 0) {
    console.error('web: the packages of package-lock.json could not be fetched; is there a network?');
    process.exit(1);
  }
  writeFileSync(installed, lock);
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
