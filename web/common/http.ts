// Requests to the server: deadlines, safe repeats with one key, problems as values.
import type { Problem } from './api_types';
import { backoff_ms } from './backoff';
import { kRequestTimeout, kRetryFirst, kRetryFor, kRetryLongest } from './limits';

/**
 * What came of a request. `lost`: no answer arrived, so nothing is known of its effect. `at_ms` is the server's
 * time when it answered (to the second), for pages on machines whose own clock is wrong.
 */
export type Answer<T> =
  | { kind: 'ok'; status: number; body: T; at_ms?: number }
  | { kind: 'problem'; status: number; problem: Problem }
  | { kind: 'lost' };

/** What the outside world gives; tests give their own. */
export interface World {
  fetch: typeof fetch;
  sleep(ms: number): Promise<void>;
  random(): number;
  now_ms(): number;
}

export const browser_world: World = {
  fetch: (input, init) => fetch(input, init),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
  now_ms: () => performance.now(),
};

export interface Command {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Called before each repeat, so that the page can say that it is trying again. */
  on_retry?: (attempt: number) => void;
}

const kMayWorkLater = new Set([429, 502, 503, 504]);

export class Http {
  constructor(private readonly world: World = browser_world) {}

  /** Sends once. */
  async once<T>(command: Command): Promise<Answer<T>> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), kRequestTimeout);
    try {
      const response = await this.world.fetch(command.path, {
        method: command.method,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: abort.signal,
        headers: {
          Accept: 'application/json',
          ...(command.body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...command.headers,
        },
        ...(command.body === undefined ? {} : { body: JSON.stringify(command.body) }),
      });
      return await read_answer<T>(response);
    } catch {
      return { kind: 'lost' };
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Sends until an answer comes, for at most kRetryFor. Only for requests that may be repeated: reads, and
   * commands that carry an Idempotency-Key (the same on every repeat).
   */
  async until_answered<T>(command: Command): Promise<Answer<T>> {
    const give_up_at = this.world.now_ms() + kRetryFor;
    for (let attempt = 1; ; ++attempt) {
      const answer = await this.once<T>(command);
      const final = answer.kind === 'ok' || (answer.kind === 'problem' && !kMayWorkLater.has(answer.status));
      if (final) return answer;
      const pause = backoff_ms(attempt, { first_ms: kRetryFirst, longest_ms: kRetryLongest }, this.world.random);
      if (this.world.now_ms() + pause >= give_up_at) return answer;
      command.on_retry?.(attempt);
      await this.world.sleep(pause);
    }
  }
}

async function read_answer<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const parsed = parse_json(text);
  if (response.ok) {
    // An answer that cannot be read is as good as none.
    if (text !== '' && parsed === undefined) return { kind: 'lost' };
    const at_ms = Date.parse(response.headers.get('Date') ?? '');
    return { kind: 'ok', status: response.status, body: parsed as T, ...(Number.isNaN(at_ms) ? {} : { at_ms }) };
  }
  return { kind: 'problem', status: response.status, problem: as_problem(response.status, parsed) };
}

function parse_json(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A proxy's error page is a problem too, only one without words. */
export function as_problem(status: number, body: unknown): Problem {
  const given = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {};
  return {
    ...given,
    type: given.type ?? 'about:blank',
    title: given.title ?? `HTTP ${status}`,
    status,
    detail: given.detail ?? '',
  };
}
