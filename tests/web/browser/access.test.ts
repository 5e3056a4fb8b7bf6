// Who may see what, and whether everybody can use it: roles, wrong passwords, axe-core on every page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { TestBranch } from '../support/branch';
import { action, kPhone, open_browser, sign_in, visit } from '../support/browser';
import { Server } from '../support/server';

let server: Server;
let browser: Browser;
let branch: TestBranch;

before(async () => {
  server = await Server.start();
  browser = await open_browser();
  branch = new TestBranch(server);
});
after(async () => {
  await browser?.close();
  await server?.remove();
});

test('a wrong password is refused with one clear message', async () => {
  const { page, context } = await visit(browser);
  await page.goto(`${server.url}/teller`);
  await page.fill('input[name=login]', 'teller3');
  await page.fill('input[name=password]', 'guess');
  await page.click('button[type=submit]');
  assert.match(await page.innerText('.message.bad'), /Login or password is not right/);
  await context.close();
});

test('a teller is not shown the review, and a manager no counter', async () => {
  const { page, context } = await visit(browser);
  await sign_in(page, server, 'manager', 'teller3');
  assert.match(await page.innerText('.notice'), /for the branch manager/);
  await context.close();
  const other = await visit(browser);
  await sign_in(other.page, server, 'teller', 'manager');
  assert.match(await other.page.innerText('.notice'), /for tellers/);
  await other.context.close();
});

test('the server refuses a teller the waits, whatever the page shows', async () => {
  const { page, context } = await visit(browser);
  await sign_in(page, server, 'teller', 'teller4');
  const status = await page.evaluate(async () => (await fetch('/api/v1/branches/demo/wait-times?by=hour')).status);
  assert.equal(status, 403);
  await context.close();
});

test('a command without the session\u2019s token is refused and changes nothing', async () => {
  const ticket = await branch.issue('cash');
  const { page, context } = await visit(browser);
  await sign_in(page, server, 'teller', 'teller4');
  const status = await page.evaluate(
    async () => (await fetch('/api/v1/branches/demo/counters/4/call', { method: 'POST', body: '{}' })).status,
  );
  assert.equal(status, 403);
  assert.equal((await branch.ticket(ticket.id)).state, 'waiting');
  await context.close();
});

test('a text that looks like markup is shown as text', async () => {
  const { page, context } = await visit(browser);
  await page.goto(`${server.url}/t/%3Cimg%20src=x%20onerror=alert(1)%3E`);
  await page.waitForSelector('.slip[role=alert]');
  assert.equal(await page.locator('img').count(), 0);
  await context.close();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on any page, ${scheme}`, async () => {
    const found: string[] = [];
    const { page, context } = await visit(browser);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto(`${server.url}/teller`);
    await page.waitForSelector('input[name=login]');
    found.push(...(await serious('sign-in', page)));
    await branch.issue('cards');
    await sign_in(page, server, 'teller', 'teller5');
    await page.waitForSelector('.stage.ready');
    found.push(...(await serious('ready', page)));
    await page.click(action('next'));
    await page.waitForSelector('.stage.called');
    found.push(...(await serious('called', page)));
    await page.click(action('transfer'));
    await page.waitForSelector('dialog[open]');
    found.push(...(await serious('transfer', page)));
    await page.keyboard.press('Escape');
    await page.click(action('start'));
    await page.waitForSelector('.stage.serving');
    found.push(...(await serious('serving', page)));
    await page.click(action('finish'));
    await page.waitForSelector('.stage.ready');
    await context.clearCookies();
    await sign_in(page, server, 'manager', 'manager');
    await page.waitForSelector('.chart canvas');
    found.push(...(await serious('manager', page)));
    await page.click('[data-action=post-emergency]');
    await page.waitForSelector('dialog[open]');
    found.push(...(await serious('emergency', page)));
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    const ticket = await branch.issue('cash', 'en');
    await page.setViewportSize(kPhone);
    await page.goto(`${server.url}/t/${ticket.id}`);
    await page.waitForSelector('.slip-label');
    found.push(...(await serious('phone', page)));
    assert.deepEqual(found, []);
    await context.close();
  });
}

interface AxeResults {
  violations: { id: string; impact: string; nodes: { html: string }[] }[];
}

async function serious(name: string, page: Page): Promise<string[]> {
  // Evaluated by the debugger, so that the page's own policy need not allow it.
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
