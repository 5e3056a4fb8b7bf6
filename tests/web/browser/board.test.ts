// From a press in real Chromium to the number on the real board. With NAVBAT_PICTURES, both are pictured there before
// and after.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Board } from '../support/board';
import { TestBranch } from '../support/branch';
import { action, open_browser, sign_in, stage_label, visit } from '../support/browser';
import { Server } from '../support/server';

let server: Server;
let browser: Browser;
let board: Board;

before(async () => {
  server = await Server.start();
  browser = await open_browser();
  board = await Board.start(server);
});
after(async () => {
  await browser?.close();
  await board?.stop();
  await server?.remove();
});

test('next in the browser puts the number on the board', async () => {
  const branch = new TestBranch(server);
  const { page } = await visit(browser);
  await sign_in(page, server, 'teller', 'teller3');
  const pictured = async (moment: string) => {
    const folder = process.env.NAVBAT_PICTURES;
    if (!folder) return;
    await page.screenshot({ path: join(folder, `next-${moment}-teller.png`) });
    board.picture(join(folder, `next-${moment}-board.png`));
  };
  // A call before, so that the pictures show a board at work.
  const first = await branch.issue('payments');
  await page.waitForSelector('[data-waiting="1"]');
  await page.click(action('next'));
  await board.shows(first.label, '3');
  await page.click(action('start'));
  await page.click(action('finish'));
  await page.waitForSelector('.stage.ready');

  const ticket = await branch.issue('cash');
  await page.waitForSelector('[data-waiting="1"]');
  await pictured('before');
  await page.click(action('next'));
  await page.waitForSelector('.stage.called');
  assert.equal(await stage_label(page), ticket.label);
  await board.shows(ticket.label, '3');
  await pictured('after');
});
