// Words of the page. The build cuts each catalogue of assets/lang down to what the page needs; one language
// is fetched at a time. A key that does not exist does not compile.
import type english from '../../assets/lang/en.json';
import type { Language } from './api_types';

export type Key = keyof typeof english;
export type PluralKey = Key extends infer K ? (K extends `${infer Base}.other` ? Base : never) : never;
export type Params = Record<string, string | number>;
export type Catalogue = Readonly<Record<string, string>>;

/** Filled in by the build: where each language's words are, and what its speakers call it. */
declare const NAVBAT_CATALOGUES: Readonly<Record<Language, { url: string; name: string }>>;

export class Words {
  private readonly rules: Intl.PluralRules;

  constructor(
    readonly language: Language,
    private readonly catalogue: Catalogue,
  ) {
    this.rules = new Intl.PluralRules(language);
  }

  t(key: Key, params: Params = {}): string {
    return fill(this.catalogue[key] ?? key, params);
  }

  /** The form for `n`; {count} in it is the number. Every language has `.other`. */
  plural(base: PluralKey, n: number, params: Params = {}): string {
    const form = this.catalogue[`${base}.${this.rules.select(n)}`] ?? this.catalogue[`${base}.other`] ?? base;
    return fill(form, { count: n, ...params });
  }

  /** One of the texts that the server sends in several languages. */
  local(text: Readonly<Record<string, string>>): string {
    return text[this.language] ?? text.en ?? Object.values(text)[0] ?? '';
  }
}

export function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

const kRemembered = 'navbat.language';

export function languages(): { id: Language; name: string }[] {
  return Object.entries(NAVBAT_CATALOGUES).map(([id, { name }]) => ({ id: id as Language, name }));
}

/** What to begin with: what was chosen here before, else what the browser prefers, else English. */
export function first_language(
  known: readonly string[],
  remembered: string | null,
  preferred: readonly string[],
): Language {
  if (remembered !== null && known.includes(remembered)) return remembered as Language;
  for (const tag of preferred) {
    if (known.includes(tag)) return tag as Language;
    if (/^uz-Cyrl/i.test(tag)) return 'uz-Cyrl';
    const base = tag.split('-')[0] ?? '';
    if (known.includes(base)) return base as Language;
  }
  return 'en';
}

export function remembered_language(): Language {
  const known = Object.keys(NAVBAT_CATALOGUES);
  return first_language(known, read_local(kRemembered), navigator.languages);
}

export async function load_words(language: Language): Promise<Words> {
  const response = await fetch(NAVBAT_CATALOGUES[language].url);
  if (!response.ok) throw new Error(`catalogue ${language}: HTTP ${response.status}`);
  const words = new Words(language, (await response.json()) as Catalogue);
  document.documentElement.lang = language;
  return words;
}

export function remember_language(language: Language): void {
  write_local(kRemembered, language);
}

/** Storage may be switched off; the page works without it. */
export function read_local(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
export function write_local(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Nothing is lost that the page cannot do without.
  }
}
