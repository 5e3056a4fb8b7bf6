// The strict check of all pages by the TypeScript compiler. Incremental, so that a second build is fast.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export function check_types(folder) {
  const compiler = join(folder, 'node_modules/typescript/bin/tsc');
  const result = spawnSync(process.execPath, [compiler, '--noEmit', '-p', join(folder, 'tsconfig.json')], {
    stdio: 'inherit',
  });
  if (result.status !== 0) process.exit(1);
}
