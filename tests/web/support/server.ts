// A real navbat-server with the demo's configuration and an empty database of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until';

const kReadyWithin = 20_000;

export class Server {
  private process: ChildProcess | undefined;
  private output = '';

  private constructor(
    readonly port: number,
    private readonly folder: string,
  ) {}

  static async start(): Promise<Server> {
    const server = new Server(await free_port(), mkdtempSync(join(tmpdir(), 'navbat-web-')));
    await server.run();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts, or starts again on the same data and port. */
  async run(): Promise<void> {
    const source = process.env.NAVBAT_SOURCE ?? '.';
    const child = spawn(join(process.env.NAVBAT_BIN ?? '.', 'navbat-server'), [
      '--config',
      join(source, 'config/demo.toml'),
      '--listen',
      `127.0.0.1:${this.port}`,
      '--data',
      join(this.folder, 'data'),
    ]);
    child.stdout.on('data', (text) => (this.output += String(text)));
    child.stderr.on('data', (text) => (this.output += String(text)));
    this.process = child;
    await until(
      async () => (await fetch(`${this.url}/readyz`)).status === 200,
      kReadyWithin,
      () => `the server is not ready: ${this.output}`,
      () => child.exitCode !== null,
    );
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Free now, and below the range that outgoing connections take. */
async function free_port(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}
