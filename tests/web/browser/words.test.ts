// Every page in every language: no text is cut, none runs out of its box, nothing makes the page scroll sideways.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Language, Ticket } from '../../../web/common/api_types';
import { TestBranch } from '../support/branch';
import { action, kDesk, kPhone, open_browser, sign_in, visit } from '../support/browser';
import { Server } from '../support/server';

const kLanguages: Language[] = ['uz', 'uz-Cyrl', 'az', 'tr', 'pl', 'ru', 'en'];
/** Pictures of every page are kept here when somebody wants to look at them. */
const kPictures = process.env.NAVBAT_WEB_PICTURES;

let server: Server;
let browser: Browser;
let branch: TestBranch;
let waiting: Ticket;

before(async () => {
  server = await Server.start();
  browser = await open_browser();
  branch = new TestBranch(server);
  for (const service of ['cards', 'payments', 'loans', 'deposits', 'business', 'cash', 'cash']) {
    await branch.issue(service, 'uz-Cyrl', { priority: 'small_child' });
  }
  for (const counter of ['4', '6']) {
    const ticket = await branch.call(counter);
    await branch.act(ticket, 'start', counter);
  }
  await branch.call('7');
  waiting = await branch.issue('loans');
  const call = (await branch.queue()).calls[0]!;
  const heard = { version: call.version, shown_at: call.at, heard: 'chime', heard_at: call.at };
  await branch.tell('board-hall', 'demo-board', { type: 'calls_presented', calls: [heard] });
  await branch.tell('kiosk-entrance', 'demo-kiosk', { type: 'device_reported', part: 'printer', state: 'paper_low' });
  await branch.post_notice('closing', { uz: 'Bugun filial soat 17:00 gacha ishlaydi', en: 'We close at 17:00 today' });
});
after(async () => {
  await browser?.close();
  await server?.remove();
});

for (const language of kLanguages) {
  test(`no text is cut in ${language}`, async () => {
    const cut: string[] = [];
    const { page, context } = await visit(browser, language);
    const look = async (name: string) => {
      cut.push(...(await cut_texts(page)).map((what) => `${name}: ${what}`));
      if (kPictures) {
        mkdirSync(kPictures, { recursive: true });
        await page.screenshot({ path: join(kPictures, `${name}.${language}.png`), fullPage: name === 'manager' });
      }
    };
    await page.goto(`${server.url}/teller`);
    await page.waitForSelector('input[name=login]');
    await look('sign-in');
    await sign_in(page, server, 'teller', 'teller3');
    await page.waitForSelector('.stage.ready');
    await look('ready');
    await page.click(action('next'));
    await page.waitForSelector('.stage-why');
    await look('called');
    await page.click(action('transfer'));
    await page.waitForSelector('dialog[open]');
    await look('transfer');
    await page.keyboard.press('Escape');
    await page.click(action('start'));
    await page.waitForSelector('.stage.serving');
    await look('serving');
    await page.setViewportSize(kPhone);
    await look('serving-narrow');
    await page.setViewportSize(kDesk);
    await page.click(action('hold'));
    await page.waitForSelector('.held li');
    await look('held');
    await page.locator('.held button').first().click();
    await page.waitForSelector('.held', { state: 'detached' });
    await context.clearCookies();

    await sign_in(page, server, 'manager', 'manager');
    await page.waitForSelector('.chart canvas');
    await page.waitForSelector('.device-tile');
    await look('manager');
    await page.click('[data-action=post-emergency]');
    await page.waitForSelector('dialog[open]');
    await look('emergency');
    await page.fill('dialog textarea[name=uz]', 'Binoni tark eting');
    await page.click('dialog [data-action=publish]');
    await page.waitForSelector('.notice-check');
    await look('emergency-asked');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.locator('[data-figure=kept] .explain').click();
    await look('explained');
    await page.setViewportSize(kPhone);
    await look('manager-narrow');

    await page.goto(`${server.url}/t/${waiting.id}`);
    await page.waitForSelector('.slip-label');
    await look('phone');
    const called = (await branch.queue()).calls.find(({ counter }) => counter === '7');
    await page.goto(`${server.url}/t/${called?.ticket}`);
    await page.waitForSelector('.called-card');
    await look('phone-called');
    assert.deepEqual(cut, []);
    await context.close();
  });
}

/** Elements with text of their own whose content is wider or higher than they show, and sideways scrolling. */
function cut_texts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) cut.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`);
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const has_text = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
      const hidden = element.closest('.visually-hidden, option, svg, .table-holder') !== null;
      if (!has_text || hidden || element.offsetParent === null) continue;
      const inline = getComputedStyle(element).display === 'inline';
      const too_wide = !inline && element.scrollWidth > element.clientWidth + 1;
      const box = element.getBoundingClientRect();
      const outside = box.right > root.clientWidth + 1 || box.left < -1;
      const holder = element.parentElement?.getBoundingClientRect();
      const beyond = holder !== undefined && box.right > holder.right + 1 && !element.closest('.explained');
      if (too_wide || outside || beyond) cut.push(`${element.className}: ${element.innerText.slice(0, 60)}`);
    }
    return cut;
  });
}
