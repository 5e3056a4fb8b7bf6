// Builds the pages: types from the API's description, strict check, bundles with hashed names, catalogues.
//   node build/main.mjs --out DIR     DIR gets {teller,manager,ticket}/index.html and assets/*
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { write_api_types } from './api_types.mjs';
import { load_catalogues, write_catalogues } from './catalogues.mjs';
import { hashed_name } from './hashed_name.mjs';
import { check_types } from './check_types.mjs';

const kPages = ['teller', 'manager', 'ticket'];
/** Which words a page needs; the phone gets as few bytes as can be. */
const kWords = {
  teller: ['common.', 'teller.', 'manager.title'],
  manager: ['common.', 'manager.', 'teller.title'],
  ticket: ['common.language', 'common.minutes_range', 'common.up_to_minutes', 'phone.'],
};

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { out: { type: 'string' }, 'no-check': { type: 'boolean' } } });
if (!values.out) {
  console.error('usage: node build/main.mjs --out DIR [--no-check]');
  process.exit(2);
}
const out = values.out;

await write_api_types(join(web, '../docs/openapi.yaml'), join(web, 'node_modules/@navbat/api/index.d.ts'));
if (!values['no-check']) check_types(web);

await rm(join(out, 'assets'), { recursive: true, force: true });
await mkdir(join(out, 'assets'), { recursive: true });
const catalogues = await load_catalogues(join(web, '../assets/lang'));
const icon = await asset(await readFile(join(web, 'common/icon.svg')), 'icon.svg');

for (const page of kPages) {
  const words = await write_catalogues(catalogues, kWords[page], (text, language) =>
    asset(text, `${page}.${language}.json`),
  );
  const { script, style } = await bundle(page, words);
  const html = await readFile(join(web, page, 'index.html'), 'utf8');
  await mkdir(join(out, page), { recursive: true });
  await writeFile(join(out, page, 'index.html'), fill(html, { icon, script, style }));
}
await say_sizes();

async function bundle(page, words) {
  const result = await build({
    entryPoints: [join(web, page, 'main.tsx')],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'esm',
    target: 'es2020',
    minify: true,
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { NAVBAT_CATALOGUES: JSON.stringify(words), 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  const file = (ending) => result.outputFiles.find(({ path }) => path.endsWith(ending)).contents;
  return { script: await asset(file('.js'), `${page}.js`), style: await asset(file('.css'), `${page}.css`) };
}

/** Writes an asset under a name that changes with its content, so that it may be cached for good. */
async function asset(content, name) {
  const hashed = hashed_name(name, content);
  await writeFile(join(out, 'assets', hashed), content);
  return `/assets/${hashed}`;
}

function fill(html, values) {
  return html.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
}

async function say_sizes() {
  const files = await readdir(join(out, 'assets'));
  const size = async (name) => (await readFile(join(out, 'assets', name))).length;
  for (const page of kPages) {
    let bytes = (await readFile(join(out, page, 'index.html'))).length;
    for (const name of files) {
      if (name.startsWith(`${page}-`) && !name.endsWith('.json')) bytes += await size(name);
    }
    bytes += await size(files.find((name) => name.startsWith(`${page}.ru-`)));
    console.log(`${page}: ${(bytes / 1024).toFixed(1)} KiB with the Russian words`);
  }
}
