// The phone page in real Chromium at the size of a small phone, on the real server.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Ticket } from '../../../web/common/api_types';
import { TestBranch } from '../support/branch';
import { kPhone, open_browser, type Visit, visit } from '../support/browser';
import { Server } from '../support/server';

const kMostBytes = 50 * 1024;

let server: Server;
let browser: Browser;
let branch: TestBranch;
let phone: Visit;
let page: Page;
let ticket: Ticket;

before(async () => {
  server = await Server.start();
  browser = await open_browser();
  branch = new TestBranch(server);
  ticket = await branch.issue('cash', 'en');
  phone = await visit(browser, 'en', kPhone);
  page = phone.page;
});
after(async () => {
  await browser?.close();
  await server?.remove();
});

test('the whole page weighs less than 50 KB', async () => {
  let bytes = 0;
  const sizes: Promise<void>[] = [];
  page.on('response', (response) => {
    sizes.push(response.body().then((body) => void (bytes += body.length)));
  });
  await page.goto(`${server.url}/t/${ticket.id}`);
  await page.waitForSelector('.slip-label');
  await Promise.all(sizes);
  page.removeAllListeners('response');
  assert.ok(bytes > 1000 && bytes < kMostBytes, `${bytes} bytes`);
});

test('it shows the number, the position and the promise', async () => {
  assert.equal((await page.innerText('.slip-label')).replace(/\s/g, ''), ticket.label);
  assert.match(await page.innerText('.state-title'), /You are next/);
  assert.ok(ticket.promise === null || /min/.test(await page.innerText('.state')));
});

test('the call is shown with its counter, on the page and in the title', async () => {
  await branch.call('7');
  await page.waitForSelector('.called-card');
  assert.equal(await page.innerText('.called-counter strong'), '7');
  assert.match(await page.title(), new RegExp(`${ticket.label}.*7`));
});

test('it follows the visit to its end', async () => {
  await branch.act(ticket, 'start', '7');
  await page.waitForFunction(() => /being served/.test(document.querySelector('.state-title')?.textContent ?? ''));
  await branch.act(ticket, 'finish', '7');
  await page.waitForFunction(() => /Thank you/.test(document.querySelector('.state-title')?.textContent ?? ''));
});

test('an address that was never a ticket says so', async () => {
  await page.goto(`${server.url}/t/019aaf3e-7d7c-7c11-9d0e-0c3a8b1f2a55`);
  await page.waitForSelector('.slip[role=alert]');
  assert.match(await page.innerText('.slip'), /Ticket not found/);
});

test('it speaks the language that was used at the kiosk', async () => {
  const polish = await branch.issue('cards', 'pl');
  const context = await browser.newContext({ viewport: kPhone });
  const fresh = await context.newPage();
  await fresh.goto(`${server.url}/t/${polish.id}`);
  await fresh.waitForSelector('.slip-label');
  assert.match(await fresh.innerText('.slip-name'), /Twój numer/);
  assert.equal(await fresh.getAttribute('html', 'lang'), 'pl');
  await context.close();
});

test('without a line it says how old its news is', async () => {
  const waiting = await branch.issue('cash', 'en');
  await page.goto(`${server.url}/t/${waiting.id}`);
  await page.waitForSelector('.slip-label');
  await phone.context.setOffline(true);
  await page.waitForSelector('.fresh.lost');
  await phone.context.setOffline(false);
  await page.waitForSelector('.fresh:not(.lost)');
});

test('the page breaks no rule of its policy and throws nothing', () => {
  assert.deepEqual(phone.errors, []);
});
