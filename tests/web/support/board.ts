// A real navbat-board on a virtual display of its own, following a test's server.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from './server';
import { until } from './until';

const kDisplayWithin = 20_000;
const kShownWithin = 30_000;

export class Board {
  private readonly folder = mkdtempSync(join(tmpdir(), 'navbat-board-'));
  private display = '';
  private output = '';
  private readonly children: ChildProcess[] = [];

  static async start(server: Server): Promise<Board> {
    const board = new Board();
    await board.open_display();
    const child = spawn(
      join(process.env.NAVBAT_BIN ?? '.', 'navbat-board'),
      [
        '--config',
        join(process.env.NAVBAT_SOURCE ?? '.', 'config/board.toml'),
        '--server',
        server.url,
        '--data',
        join(board.folder, 'data'),
        '--mute',
        '--report-shown',
      ],
      { env: { ...process.env, DISPLAY: board.display } },
    );
    child.stdout.on('data', (text) => (board.output += String(text)));
    child.stderr.on('data', (text) => (board.output += String(text)));
    board.children.push(child);
    return board;
  }

  /** Waits until the board says that a call of this number to this counter is on its screen. */
  async shows(label: string, counter: string): Promise<void> {
    const line = new RegExp(`^shown .*label=${label} counter=${counter}\\b`, 'm');
    await until(
      () => Promise.resolve(line.test(this.output)),
      kShownWithin,
      () => `the board does not show ${label} at ${counter}: ${this.output}`,
      () => this.children.some((child) => child.exitCode !== null),
    );
  }

  /** Everything on the virtual display, as PNG. */
  picture(file: string): void {
    execFileSync('import', ['-display', this.display, '-window', 'root', '-resize', '1280x', file]);
  }

  async stop(): Promise<void> {
    for (const child of this.children.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  // Xvfb picks a free display and tells which on the descriptor that it is given.
  private async open_display(): Promise<void> {
    const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    this.children.push(child);
    let number = '';
    child.stdio[3]?.on('data', (text) => (number += String(text)));
    await until(
      () => Promise.resolve(number.endsWith('\n')),
      kDisplayWithin,
      () => 'Xvfb does not open a display',
      () => child.exitCode !== null,
    );
    this.display = `:${number.trim()}`;
  }
}
