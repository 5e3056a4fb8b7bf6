// The teller's console in real Chromium on the real server.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { TestBranch } from '../support/branch';
import { action, open_browser, sign_in, stage_label, type Visit, visit } from '../support/browser';
import { Server } from '../support/server';
import { until } from '../support/until';

let server: Server;
let browser: Browser;
let branch: TestBranch;
let desk: Visit;
let page: Page;

before(async () => {
  server = await Server.start();
  browser = await open_browser();
  branch = new TestBranch(server);
  desk = await visit(browser);
  page = desk.page;
  await sign_in(page, server, 'teller', 'teller3');
});
after(async () => {
  await browser?.close();
  await server?.remove();
});
beforeEach(async () => {
  await branch.clear_queue('3');
  await page.waitForSelector('.stage.ready');
});

const calls = async () => (await branch.queue()).calls;
const newest_call = async () => (await calls())[0]?.version ?? 0;
const calls_after = async (version: number) => (await calls()).filter((call) => call.version > version).length;

test('next brings the number to the page and to the branch', async () => {
  const ticket = await branch.issue('cash');
  await page.waitForSelector('[data-waiting="1"]');
  await page.click(action('next'));
  await page.waitForSelector('.stage.called');
  assert.equal(await stage_label(page), ticket.label);
  const [newest] = await calls();
  assert.equal(newest?.label, ticket.label);
  assert.equal(newest?.counter, '3');
  assert.match(await page.innerText('.stage-why'), /Why this one/);
});

test('a visit goes from the call to its end', async () => {
  const ticket = await branch.issue('cards', 'ru');
  await page.waitForSelector('[data-waiting="1"]');
  await page.click(action('next'));
  await page.waitForSelector('.stage.called');
  await page.click(action('start'));
  await page.waitForSelector('.stage.serving');
  assert.equal((await branch.ticket(ticket.id)).state, 'serving');
  await page.click(action('finish'));
  await page.waitForSelector('.stage.ready');
  assert.equal((await branch.ticket(ticket.id)).state, 'finished');
});

test('a customer who does not come is called again and then marked', async () => {
  const ticket = await branch.issue('cash');
  await page.waitForSelector('[data-waiting="1"]');
  await page.click(action('next'));
  await page.waitForSelector('.stage.called');
  await page.click(action('recall'));
  await page.waitForSelector('.notice-line .message');
  assert.equal((await branch.ticket(ticket.id)).recalls, 1);
  assert.equal((await calls())[0]?.recall, true);
  await page.click(action('no_show'));
  await page.waitForSelector('.stage.ready');
  assert.equal((await branch.ticket(ticket.id)).state, 'no_show');
});

test('keys do what the buttons do', async () => {
  const ticket = await branch.issue('loans');
  await page.waitForSelector('[data-waiting="1"]');
  await page.keyboard.press('F2');
  await page.waitForSelector('.stage.called');
  await page.keyboard.press('F8');
  await page.waitForSelector('.stage.serving');
  await page.keyboard.press('F9');
  await page.waitForSelector('.stage.ready');
  assert.equal((await branch.ticket(ticket.id)).state, 'finished');
});

test('a double click calls one customer', async () => {
  await branch.issue('cash');
  await branch.issue('cash');
  await page.waitForSelector('[data-waiting="2"]');
  const last = await newest_call();
  await page.dblclick(action('next'));
  await page.waitForSelector('.stage.called');
  await page.waitForSelector('[data-waiting="1"]');
  assert.equal(await calls_after(last), 1);
});

test('a reply that is lost on its way is asked for again, and the customer is called once', async () => {
  const ticket = await branch.issue('cash');
  await branch.issue('cash');
  await page.waitForSelector('[data-waiting="2"]');
  const last = await newest_call();
  let sent = 0;
  await page.route('**/counters/3/call', async (route) => {
    if (++sent > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await page.click(action('next'));
  await page.waitForSelector('.stage.called');
  await page.unroute('**/counters/3/call');
  assert.equal(sent, 2);
  assert.equal(await stage_label(page), ticket.label);
  assert.equal(await calls_after(last), 1);
});

test('a reload finds the customer again, and why it was this one', async () => {
  const ticket = await branch.issue('deposits');
  await page.waitForSelector('[data-waiting="1"]');
  await page.click(action('next'));
  await page.waitForSelector('.stage-why');
  await page.click(action('start'));
  await page.waitForSelector('.stage.serving');
  await page.reload();
  await page.waitForSelector('.stage.serving');
  assert.equal(await stage_label(page), ticket.label);
  await page.waitForSelector('.stage-why');
});

test('two pages at one counter show the same', async () => {
  const other = await visit(browser);
  await sign_in(other.page, server, 'teller', 'teller3');
  const ticket = await branch.issue('cash');
  await page.waitForSelector('[data-waiting="1"]');
  await page.click(action('next'));
  await other.page.waitForSelector('.stage.called');
  assert.equal(await stage_label(other.page), ticket.label);
  await other.page.click(action('start'));
  await page.waitForSelector('.stage.serving');
  await other.context.close();
});

test('a ticket put aside can be taken back to its place', async () => {
  const ticket = await branch.issue('cash');
  await page.waitForSelector('[data-waiting="1"]');
  await page.click(action('next'));
  await page.waitForSelector('.stage.called');
  await page.click(action('hold'));
  await page.waitForSelector('.held li');
  assert.equal((await branch.ticket(ticket.id)).state, 'on_hold');
  await page.click('.held button >> nth=0');
  await page.waitForSelector('[data-waiting="1"]');
  assert.equal((await branch.ticket(ticket.id)).state, 'waiting');
});

test('a transfer keeps the number', async () => {
  const ticket = await branch.issue('cash');
  await page.waitForSelector('[data-waiting="1"]');
  await page.click(action('next'));
  await page.waitForSelector('.stage.called');
  await page.click(action('transfer'));
  await page.click('button[data-service=loans]');
  await page.waitForSelector('.stage.ready');
  const moved = await branch.ticket(ticket.id);
  assert.deepEqual([moved.label, moved.service, moved.state], [ticket.label, 'loans', 'waiting']);
});

test('a break and its end', async () => {
  await page.click(action('break'));
  await page.click('.choices .button >> nth=0');
  await page.waitForSelector('.stage.resting');
  assert.equal((await branch.queue()).counters.find(({ id }) => id === '3')?.state, 'paused');
  await page.click(action('resume'));
  await page.waitForSelector('.stage.ready');
});

test('a lost server is seen at once; the press made meanwhile is done once when it is back', async () => {
  const first = await branch.issue('cash');
  await branch.issue('cash');
  await page.waitForSelector('[data-waiting="2"]');
  const last = await newest_call();
  await server.kill();
  await page.waitForSelector('.line-band');
  await page.click(action('next'));
  await page.waitForSelector('.action.next.busy');
  await server.run();
  await page.waitForSelector('.stage.called');
  assert.equal(await stage_label(page), first.label);
  await page.waitForSelector('.line-band', { state: 'detached' });
  assert.equal(await calls_after(last), 1);
});

test('a session that the server ended leads back to signing in', async () => {
  await desk.context.clearCookies();
  await page.click(action('next'));
  await page.waitForSelector('input[name=login]');
  await sign_in(page, server, 'teller', 'teller3');
  await until(async () => (await page.locator('.stage.ready').count()) === 1, 5_000, () => 'the console is not back');
});

test('the page breaks no rule of its policy and throws nothing', () => {
  assert.deepEqual(desk.errors, []);
});
