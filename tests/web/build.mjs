// Checks the tests' types and bundles each *.test.ts for Node:  node build.mjs --out DIR
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, '../../web');
const { build } = createRequire(join(web, 'package.json'))('esbuild');
const { values } = parseArgs({ options: { out: { type: 'string' } } });

const compiler = join(web, 'node_modules/typescript/bin/tsc');
const check = spawnSync(process.execPath, [compiler, '--noEmit', '-p', here], { stdio: 'inherit' });
if (check.status !== 0) process.exit(1);

for (const kind of ['unit', 'contract', 'browser']) {
  const outdir = join(values.out, kind);
  rmSync(outdir, { recursive: true, force: true });
  const tests = readdirSync(join(here, kind)).filter((name) => name.endsWith('.test.ts'));
  await build({
    entryPoints: tests.map((name) => join(here, kind, name)),
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    outdir,
    sourcemap: 'inline',
    external: ['playwright-core', 'axe-core'],
    inject: [join(here, 'support/node18.ts')],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    nodePaths: [join(web, 'node_modules')],
    logLevel: 'warning',
  });
}
