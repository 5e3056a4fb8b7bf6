import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Language } from '../../../web/common/api_types';
import { fill, first_language, Words } from '../../../web/common/i18n';

const folder = join(process.env.NAVBAT_SOURCE ?? '.', 'assets/lang');
const words = (language: Language) =>
  new Words(language, JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Record<string, string>);

test('Russian counts people in three ways', () => {
  const russian = words('ru');
  const ahead = (n: number) => russian.plural('phone.people_ahead', n);
  assert.equal(ahead(1), 'перед вами 1 человек');
  assert.equal(ahead(3), 'перед вами 3 человека');
  assert.equal(ahead(5), 'перед вами 5 человек');
  assert.equal(ahead(11), 'перед вами 11 человек');
  assert.equal(ahead(21), 'перед вами 21 человек');
  assert.equal(ahead(22), 'перед вами 22 человека');
});

test('Polish counts people in three ways, and 21 is not one', () => {
  const polish = words('pl');
  const waiting = (n: number) => polish.plural('common.people_waiting', n);
  assert.equal(waiting(1), 'czeka 1 osoba');
  assert.equal(waiting(2), 'czekają 2 osoby');
  assert.equal(waiting(5), 'czeka 5 osób');
  assert.equal(waiting(21), 'czeka 21 osób');
  assert.equal(waiting(22), 'czekają 22 osoby');
});

test('every language has a form for every number', () => {
  for (const name of readdirSync(folder)) {
    const language = words(name.replace('.json', '') as Language);
    for (let n = 0; n <= 130; ++n) {
      const text = language.plural('phone.people_ahead', n);
      assert.ok(text.includes(String(n)), `${name}: ${n} gives "${text}"`);
    }
  }
});

test('a placeholder without a value stays visible', () => {
  assert.equal(fill('{a} of {b}', { a: 1 }), '1 of {b}');
});

test('what was chosen here before goes before what the browser prefers', () => {
  const known = ['uz', 'uz-Cyrl', 'ru', 'en', 'az', 'tr', 'pl'];
  assert.equal(first_language(known, 'pl', ['ru-RU']), 'pl');
  assert.equal(first_language(known, 'xx', ['ru-RU']), 'ru');
  assert.equal(first_language(known, null, ['uz-Cyrl-UZ', 'ru']), 'uz-Cyrl');
  assert.equal(first_language(known, null, ['de-DE', 'tr-TR']), 'tr');
  assert.equal(first_language(known, null, ['de']), 'en');
});

test('a text that the server lacks in a language is shown in English', () => {
  assert.equal(words('pl').local({ en: 'Cash', ru: 'Касса' }), 'Cash');
  assert.equal(words('ru').local({ en: 'Cash', ru: 'Касса' }), 'Касса');
});
