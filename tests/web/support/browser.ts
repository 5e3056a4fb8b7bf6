// Real Chromium, and the few steps that every test begins with.
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Language } from '../../../web/common/api_types';
import { kPassword } from './branch';
import type { Server } from './server';

export function open_browser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.NAVBAT_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export const kDesk = { width: 1280, height: 800 };
export const kPhone = { width: 360, height: 640 };

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** Errors that the page threw and resources that its policy refused. */
  errors: string[];
}

export async function visit(browser: Browser, language: Language = 'en', viewport = kDesk): Promise<Visit> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  await context.addInitScript((chosen) => {
    localStorage.setItem('navbat.language', chosen);
    localStorage.setItem('navbat.phone_language', chosen);
  }, language);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused/.test(message.text())) errors.push(message.text());
  });
  return { context, page, errors };
}

/** Signs in on the page as a person would. */
export async function sign_in(page: Page, server: Server, where: 'teller' | 'manager', login: string): Promise<void> {
  await page.goto(`${server.url}/${where}`);
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', kPassword);
  await page.click('button[type=submit]');
  await page.waitForSelector('.header-clock');
}

export const action = (id: string) => `button[data-action=${id}]`;
/** The number on the large card. */
export function stage_label(page: Page): Promise<string | null> {
  return page.locator('.stage-label').getAttribute('data-label');
}
