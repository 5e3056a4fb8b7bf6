// The manager's card of boards and kiosks, in real Chromium on the real server.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { TestBranch } from '../support/branch';
import { open_browser, sign_in, type Visit, visit } from '../support/browser';
import { Server } from '../support/server';

let server: Server;
let browser: Browser;
let branch: TestBranch;
let desk: Visit;
let page: Page;

before(async () => {
  server = await Server.start();
  browser = await open_browser();
  branch = new TestBranch(server);
  await branch.issue('cash');
  await branch.call('1');
  const call = (await branch.queue()).calls[0]!;
  const after_ms = (ms: number) => new Date(Date.parse(call.at) + ms).toISOString();
  await branch.tell('board-hall', 'demo-board', {
    type: 'calls_presented',
    calls: [{ version: call.version, shown_at: after_ms(80), heard: 'number', heard_at: after_ms(420) }],
  });
  await branch.tell('kiosk-1', 'demo-kiosk', { type: 'device_reported', part: 'printer', state: 'paper_out' });
  desk = await visit(browser);
  page = desk.page;
  await sign_in(page, server, 'manager', 'manager');
  await page.waitForSelector('.device-tile');
});
after(async () => {
  await browser?.close();
  await server?.remove();
});

const publish = () => page.click('dialog [data-action=publish]');
const in_force = async () => (await branch.queue()).notices;

test('each device says in words how it is, and a board how long calls take', async () => {
  assert.match(await page.innerText('.boards .badge'), /1 of 2 working/);
  const hall = await page.innerText('[data-node=board-hall]');
  assert.match(hall, /Board/);
  assert.match(hall, /Working/);
  assert.match(hall, /From call to screen: 0.08 s/);
  assert.match(hall, /From call to voice: 0.42 s/);
  assert.match(hall, /1 call not spoken in full/);
  const kiosk = await page.innerText('[data-node=kiosk-1]');
  assert.match(kiosk, /Printer: out of paper/);
});

test('a message needs a text, and is on the boards then until it is withdrawn', async () => {
  await page.click('[data-action=post-message]');
  await publish();
  assert.match(await page.innerText('dialog .message.bad'), /at least one language/);
  await page.fill('dialog textarea[name=en]', '  We close\nat five  ');
  await page.fill('dialog textarea[name=uz]', 'Soat beshda yopamiz');
  await publish();
  await page.waitForSelector('dialog', { state: 'detached' });
  await page.waitForSelector('[data-notice]');
  const [notice] = await in_force();
  assert.deepEqual(notice?.texts, { en: 'We close at five', uz: 'Soat beshda yopamiz' });
  assert.equal(notice?.until, null);
  assert.match(await page.innerText('[data-notice] .notice-text'), /We close at five/);
  await page.click('[data-notice] button');
  await page.waitForSelector('[data-notice]', { state: 'detached' });
  assert.equal((await in_force()).length, 0);
});

test('a text that is too long is named by its language, and nothing is sent', async () => {
  await page.click('[data-action=post-message]');
  await page.fill('dialog textarea[name=ru]', 'Ж'.repeat(121));
  await publish();
  assert.match(await page.innerText('dialog .message.bad'), /Too long.*Русский/);
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog', { state: 'detached' });
  assert.equal((await in_force()).length, 0);
});

test('a notice may end by itself', async () => {
  await page.click('[data-action=post-closing]');
  await page.fill('dialog textarea[name=en]', 'Closing soon');
  await page.selectOption('dialog select[name=minutes]', '30');
  await publish();
  await page.waitForSelector('[data-notice]');
  const [notice] = await in_force();
  assert.equal(notice?.kind, 'closing');
  const minutes = (Date.parse(String(notice?.until)) - Date.now()) / 60_000;
  assert.ok(minutes > 28 && minutes < 31, String(minutes));
  assert.match(await page.innerText('[data-notice]'), /until \d\d:\d\d/);
  await page.click('[data-notice] button');
  await page.waitForSelector('[data-notice]', { state: 'detached' });
});

test('an emergency is raised by keyboard alone, after a second question', async () => {
  await page.focus('[data-action=post-emergency]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog[open]');
  await page.focus('dialog textarea[name=en]');
  await page.keyboard.type('Leave the building');
  await page.focus('dialog [data-action=publish]');
  await page.keyboard.press('Enter');
  assert.match(await page.innerText('.notice-check'), /Continue\?\s+Leave the building/);
  assert.equal((await in_force()).length, 0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.notice-check', { state: 'detached' });
  assert.equal((await in_force()).length, 0);
  await publish();
  await publish();
  await page.waitForSelector('[data-notice].emergency');
  assert.equal((await in_force())[0]?.kind, 'emergency');
  assert.equal(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.action), 'post-emergency');
  await page.focus('[data-notice] button');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-notice]', { state: 'detached' });
  assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), /On the boards now/);
});

test('what somebody else withdrew goes from the page by itself', async () => {
  const id = await branch.post_notice('message', { en: 'Back in five minutes' });
  await page.waitForSelector(`[data-notice="${id}"]`);
  await branch.withdraw_notice(id);
  await page.waitForSelector(`[data-notice="${id}"]`, { state: 'detached' });
});

test('the page breaks no rule of its policy and throws nothing', () => {
  assert.deepEqual(desk.errors, []);
});
