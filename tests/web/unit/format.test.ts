import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clock_time, percent, shown_range, spaced_label, timer, whole_minutes } from '../../../web/common/format';

test('a running time shows hours only when there are some', () => {
  assert.equal(timer(0), '0:00');
  assert.equal(timer(59.9), '0:59');
  assert.equal(timer(754), '12:34');
  assert.equal(timer(3723), '1:02:03');
  assert.equal(timer(-5), '0:00');
});

test('less than a minute is no minute, more is rounded', () => {
  assert.equal(whole_minutes(59), 0);
  assert.equal(whole_minutes(60), 1);
  assert.equal(whole_minutes(89), 1);
  assert.equal(whole_minutes(90), 2);
});

test('a promise is rounded outwards, so that rounding never promises more', () => {
  const range = { low_s: 725, high_s: 1001, limit_s: 1190 };
  assert.deepEqual(shown_range(range), { low_min: 12, high_min: 17, limit_min: 20 });
});

test('above half an hour a promise is shown to five minutes', () => {
  const range = { low_s: 34 * 60, high_s: 41 * 60, limit_s: 52 * 60 };
  assert.deepEqual(shown_range(range), { low_min: 30, high_min: 45, limit_min: 55 });
});

test('the limit of a promise is at least a minute and at least its range', () => {
  assert.deepEqual(shown_range({ low_s: 0, high_s: 0, limit_s: 0 }), { low_min: 0, high_min: 0, limit_min: 1 });
  assert.deepEqual(shown_range({ low_s: 60, high_s: 301, limit_s: 290 }), { low_min: 1, high_min: 6, limit_min: 6 });
});

test('letters and digits of a label stand apart', () => {
  assert.equal(spaced_label('A042'), 'A\u2009042');
  assert.equal(spaced_label('AX01'), 'AX\u200901');
});

test('a share is all or nothing only when it is', () => {
  assert.equal(percent(0.9999), 99);
  assert.equal(percent(0.0001), 1);
  assert.equal(percent(1), 100);
  assert.equal(percent(0), 0);
  assert.equal(percent(0.874), 87);
});

test('times of day are those of the branch, not of the browser', () => {
  const at = Date.parse('2026-11-22T19:05:00.000Z');
  assert.equal(clock_time(at, 'ru', 'Asia/Tashkent'), '00:05');
  assert.equal(clock_time(at, 'en', 'Europe/Warsaw'), '20:05');
});
