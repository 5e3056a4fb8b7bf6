// A network and a clock in the test's hands.
import type { World } from '../../../web/common/http';

export interface Sent {
  path: string;
  init: RequestInit;
}

/** Answers requests from a list; 'cut' breaks the connection. Time passes only while sleeping. */
export class FakeWorld implements World {
  readonly sent: Sent[] = [];
  readonly slept: number[] = [];
  private time = 0;

  constructor(private readonly answers: (Response | 'cut')[]) {}

  fetch: typeof fetch = (input, init) => {
    this.sent.push({ path: String(input), init: init ?? {} });
    const answer = this.answers.shift() ?? 'cut';
    return answer === 'cut' ? Promise.reject(new TypeError('cut')) : Promise.resolve(answer);
  };
  sleep(ms: number): Promise<void> {
    this.slept.push(ms);
    this.time += ms;
    return Promise.resolve();
  }
  random(): number {
    return 0.5;
  }
  now_ms(): number {
    return this.time;
  }
}

export function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status });
}
export function header(sent: Sent | undefined, name: string): string | undefined {
  return (sent?.init.headers as Record<string, string> | undefined)?.[name];
}
