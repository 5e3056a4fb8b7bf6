// The catalogues of assets/lang, cut down to what a page needs.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** In the order of the language menu. */
const kOrder = ['uz', 'uz-Cyrl', 'ru', 'en', 'az', 'tr', 'pl'];

export async function load_catalogues(folder) {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const catalogues = {};
  for (const name of files) {
    catalogues[name.slice(0, -'.json'.length)] = JSON.parse(await readFile(join(folder, name), 'utf8'));
  }
  return catalogues;
}

/** Gives where each language's words are and what its speakers call it, for the page's script. */
export async function write_catalogues(catalogues, prefixes, write) {
  const places = {};
  for (const language of kOrder) {
    const words = Object.entries(catalogues[language]).filter(([key]) =>
      prefixes.some((prefix) => key.startsWith(prefix)),
    );
    const url = await write(JSON.stringify(Object.fromEntries(words)), language);
    places[language] = { url, name: catalogues[language]['common.language_name'] };
  }
  return places;
}
