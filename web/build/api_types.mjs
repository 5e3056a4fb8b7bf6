// Types from docs/openapi.yaml, made again only when it changed.
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapi_typescript, { astToString } from 'openapi-typescript';

export async function write_api_types(description, target) {
  const [source, made] = await Promise.all([stat(description), stat(target).catch(() => undefined)]);
  if (made && made.mtimeMs > source.mtimeMs) return;
  const types = await openapi_typescript(pathToFileURL(description));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, astToString(types));
}
