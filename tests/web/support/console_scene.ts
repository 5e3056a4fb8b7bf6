// A teller's console at counter 3 with a server that answers from memory, and every request counted.
import type { Api, Press } from '../../../web/common/api';
import type { Counter, Queue, Ticket } from '../../../web/common/api_types';
import type { Answer } from '../../../web/common/http';
import { type ConsoleWorld, TellerConsole } from '../../../web/teller/console';

type Answered = Answer<Ticket | undefined>;

export class Scene {
  readonly requests: { what: string; key: string }[] = [];
  now = 10_000;
  signed_out = false;
  counter: Counter = { id: '3', state: 'idle', teller: 'teller3', ticket: null, since: null };
  ticket: Ticket | undefined = make_ticket('waiting');
  /** What the next command gets instead of its success. */
  refusal: Answered | undefined;
  private version = 1;
  private answered: (() => void) | undefined;
  readonly console: TellerConsole;

  constructor() {
    const api = {
      call: (_branch: string, _counter: string, press: Press) => this.answer('call', press, 'called'),
      act: (_id: string, verb: string, _body: object, press: Press) => this.answer(verb, press, kAfter[verb]),
      counter: () => Promise.resolve({ kind: 'ok', status: 200, body: this.counter }),
      ticket: () => Promise.resolve(ok(this.ticket)),
    } as unknown as ConsoleWorld['api'];
    this.console = new TellerConsole('demo', '3', {
      api: api as Pick<Api, 'call' | 'act' | 'counter' | 'ticket'>,
      refresh: async () => {
        this.answered?.();
        await settle();
        return this.show();
      },
      session_ended: () => {
        this.signed_out = true;
      },
      now_ms: () => this.now,
      changed: () => undefined,
    });
  }

  /** The event stream brings the queue as the server has it. */
  show(): Queue {
    const queue = { version: ++this.version, counters: [this.counter] } as unknown as Queue;
    this.console.on_live({ queue, line: 'open' });
    return queue;
  }

  /** The command was answered; the console is reading the queue anew. */
  at_answer(): Promise<void> {
    return new Promise((resolve) => {
      this.answered = resolve;
    });
  }

  private answer(what: string, press: Press, after: Ticket['state'] | undefined): Promise<Answered> {
    this.requests.push({ what, key: press.key });
    if (this.refusal) return Promise.resolve(this.refusal);
    if (!this.ticket) return Promise.resolve(ok(undefined));
    this.ticket = { ...this.ticket, state: after ?? this.ticket.state };
    const here = this.ticket.state === 'called' || this.ticket.state === 'serving';
    const { id, label, service, state } = this.ticket;
    this.counter = {
      ...this.counter,
      state: here ? (state as 'called' | 'serving') : 'idle',
      ticket: here ? { id, label, service } : null,
    };
    return Promise.resolve(ok(this.ticket));
  }
}

const kAfter: Record<string, Ticket['state']> = { start: 'serving', finish: 'finished', 'no-show': 'no_show', hold: 'on_hold' };

export function make_ticket(state: Ticket['state']): Ticket {
  return { id: 't1', label: 'A001', service: 'cash', state, recalls: 0 } as unknown as Ticket;
}
function ok(body: Ticket | undefined): Answered {
  return { kind: 'ok', status: body ? 200 : 204, body };
}
/** Lets everything that is due happen. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; ++i) await Promise.resolve();
}
