// The manager's review in real Chromium on the real server.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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
  for (const counter of ['1', '2']) {
    const ticket = await branch.issue('cash');
    await branch.call(counter);
    await branch.act(ticket, 'start', counter);
    await branch.act(ticket, 'finish', counter);
  }
  await branch.issue('cards');
  await branch.call('1');
  desk = await visit(browser);
  page = desk.page;
  await sign_in(page, server, 'manager', 'manager');
});
after(async () => {
  await browser?.close();
  await server?.remove();
});

const figure = (id: string) => page.innerText(`[data-figure=${id}] .figure-value`);

test('live queues follow the branch', async () => {
  await page.waitForSelector('[data-service=loans]');
  assert.equal(await page.innerText('[data-service=loans] .strong'), '0');
  await branch.issue('loans');
  await page.waitForFunction(() => document.querySelector('[data-service=loans] .strong')?.textContent === '1');
  assert.equal(await figure('waiting'), '1');
  assert.match(await figure('open_counters'), /^8 of 8$/);
});

test('counters and latest calls show who is where', async () => {
  const tile = await page.innerText('.counter-tile >> nth=0');
  assert.match(tile, /C\s?001/);
  assert.match(tile, /teller1/);
  assert.match(await page.innerText('.call-list li >> nth=0'), /C\s?001\s+Counter 1/);
});

test('waits of today stand in chart and table, and the row of the day counts all', async () => {
  await page.waitForSelector('.chart canvas');
  const cells = await page.locator('.waits tfoot td').allInnerTexts();
  assert.equal(cells[0], '3');
  assert.equal(cells[4], '100%');
  assert.equal(await page.locator('.waits tbody tr').count(), 1);
  assert.match(await figure('mean'), /< 1 min/);
});

test('each figure tells what it means, by mouse and by keyboard', async () => {
  const button = page.locator('[data-figure=kept] .explain');
  await button.focus();
  await page.keyboard.press('Enter');
  assert.match(await page.innerText('.explanation-box'), /called within its limit/);
  await page.keyboard.press('Escape');
  await page.waitForSelector('.explanation-box', { state: 'detached' });
});

test('the CSV holds the hours', async () => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('.csv')]);
  const text = readFileSync(await download.path(), 'utf8');
  const [names, hour] = text.trim().split(/\r?\n/);
  assert.match(names ?? '', /hour,issued/);
  assert.equal(hour?.split(',').length, names?.split(',').length);
});

test('the page breaks no rule of its policy and throws nothing', () => {
  assert.deepEqual(desk.errors, []);
});
