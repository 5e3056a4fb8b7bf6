// The counter as its teller sees it: one object that carries out presses, each once, and follows the branch.
import type { Api, CounterVerb, Press, TicketVerb } from '../common/api';
import type { BranchEvent, CalledTicket, Counter, Queue, Ticket, Why } from '../common/api_types';
import type { Answer } from '../common/http';
import { new_key } from '../common/ids';
import { kDoublePress } from '../common/limits';
import type { LiveState } from '../common/live_queue';
import { applies, type TicketAction } from './actions';

export type Deed = TicketAction | 'cancel' | 'take_back' | 'open' | 'close' | 'pause' | 'resume';

/** Something to tell the teller; the page finds the words. */
export type Notice =
  | { kind: 'nobody' }
  | { kind: 'done'; deed: Deed; label: string }
  | { kind: 'changed'; state: string }
  | { kind: 'refused'; detail: string }
  | { kind: 'unknown_outcome' };

export interface ConsoleState {
  live: LiveState;
  ticket: Ticket | undefined;
  why: Why | undefined;
  busy: Deed | undefined;
  retrying: boolean;
  notice: Notice | undefined;
}

/** What the console needs around it. */
export interface ConsoleWorld {
  api: Pick<Api, 'call' | 'act' | 'counter' | 'ticket'>;
  refresh(): Promise<Queue | undefined>;
  session_ended(): void;
  now_ms(): number;
  changed(state: ConsoleState): void;
}

const kVerbs: Record<Exclude<TicketAction, 'next'> | 'cancel' | 'take_back', TicketVerb> = {
  start: 'start',
  finish: 'finish',
  recall: 'recall',
  no_show: 'no-show',
  hold: 'hold',
  transfer: 'transfer',
  cancel: 'cancel',
  take_back: 'resume',
};

export class TellerConsole {
  state: ConsoleState = {
    live: { queue: undefined, line: 'connecting' },
    ticket: undefined,
    why: undefined,
    busy: undefined,
    retrying: false,
    notice: undefined,
  };
  private pending: { action: TicketAction; body: object; ticket: string | undefined } | undefined;
  private last_done: { deed: Deed; target: string | undefined; at_ms: number } | undefined;
  private readonly reasons = new Map<string, Why>();

  constructor(
    private readonly branch: string,
    private readonly counter_id: string,
    private readonly world: ConsoleWorld,
  ) {}

  /** This counter in the newest snapshot. */
  get counter(): Counter | undefined {
    return this.state.live.queue?.counters.find(({ id }) => id === this.counter_id);
  }

  on_live(live: LiveState): void {
    this.set({ live });
    void this.follow_counter();
  }

  on_event(event: BranchEvent): void {
    if (event.type !== 'ticket_called' || event.counter !== this.counter_id) return;
    if (event.ticket && event.why) this.remember_reason(event.ticket, event.why);
  }

  /** Next, start, finish, recall, no-show, hold, transfer of the present ticket. */
  async press(action: TicketAction, body: object = {}): Promise<void> {
    const { ticket, busy } = this.state;
    if (!applies(action, this.counter?.state ?? 'closed', ticket)) return;
    if (busy) {
      // Another button, pressed quickly after the first: its turn comes. The same one is a double click.
      if (busy !== action) this.pending = { action, body, ticket: ticket?.id };
      return;
    }
    if (action === 'next') {
      await this.once('next', undefined, (press) => this.world.api.call(this.branch, this.counter_id, press), (called) => {
        if (called === undefined) this.set({ notice: { kind: 'nobody' } });
        else this.show_called(called);
      });
    } else if (ticket) {
      await this.act(action, ticket, body);
    }
  }

  /** Cancels the called ticket or one on hold; takes one on hold back into the queue. */
  async act(deed: keyof typeof kVerbs, ticket: Pick<Ticket, 'id' | 'label'>, body: object = {}): Promise<void> {
    await this.once(deed, ticket.id, (press) => this.world.api.act(ticket.id, kVerbs[deed], body, press), (after) => {
      const here = after.state === 'called' || after.state === 'serving';
      if (here || after.id === this.state.ticket?.id) this.set({ ticket: here ? after : undefined });
      this.set({ notice: { kind: 'done', deed, label: ticket.label } });
    });
  }

  async set_counter(verb: CounterVerb, body: object = {}): Promise<void> {
    await this.once(verb, undefined, (press) => this.world.api.counter(this.branch, this.counter_id, verb, body, press), () => {
      this.set({ notice: undefined });
    });
  }

  /**
   * One deed at a time; the same again with the same ticket (`target`) within a moment is the second half of a
   * double click. Without a target the deed no longer applies once it is done.
   */
  private async once<T>(
    deed: Deed,
    target: string | undefined,
    send: (press: Press) => Promise<Answer<T>>,
    done: (body: T) => void,
  ): Promise<void> {
    if (this.state.busy) return;
    const last = this.last_done;
    const again = target !== undefined && last?.deed === deed && last.target === target;
    if (again && this.world.now_ms() - last.at_ms < kDoublePress) return;
    this.set({ busy: deed, notice: undefined });
    const answer = await send({ key: new_key(), on_retry: () => this.set({ retrying: true }) });
    if (answer.kind === 'ok') done(answer.body);
    else this.set({ notice: notice_of(answer) });
    if (answer.kind === 'problem' && answer.status === 401) this.world.session_ended();
    // Whatever came of it, the page goes on from what the server says now.
    await this.world.refresh();
    this.last_done = { deed, target, at_ms: this.world.now_ms() };
    this.set({ busy: undefined, retrying: false });
    await this.follow_counter();
    const { pending } = this;
    this.pending = undefined;
    if (answer.kind === 'ok' && pending && pending.ticket === this.state.ticket?.id) {
      await this.press(pending.action, pending.body);
    }
  }

  /** Finds the counter's ticket: after a reload, or when it changed elsewhere. */
  private async follow_counter(): Promise<void> {
    const { counter } = this;
    if (this.state.busy || !counter) return;
    const { ticket } = this.state;
    if (!counter.ticket) {
      if (ticket) this.set({ ticket: undefined, why: undefined });
      return;
    }
    if (ticket && ticket.id === counter.ticket.id && ticket.state === counter.state) return;
    const { id } = counter.ticket;
    const answer = await this.world.api.ticket(id);
    if (answer.kind !== 'ok' || this.state.busy || this.counter?.ticket?.id !== id) return;
    this.set({ ticket: answer.body, why: this.reasons.get(id) });
  }

  private show_called(called: CalledTicket): void {
    const { why, ...ticket } = called;
    this.remember_reason(ticket.id, why);
    this.set({ ticket, why });
  }

  /** Fills in reasons kept from before a reload. */
  remember_reason(ticket: string, why: Why): void {
    this.reasons.set(ticket, why);
    if (this.state.ticket?.id === ticket) this.set({ why });
  }

  private set(part: Partial<ConsoleState>): void {
    this.state = { ...this.state, ...part };
    this.world.changed(this.state);
  }
}

function notice_of(answer: Exclude<Answer<unknown>, { kind: 'ok' }>): Notice {
  if (answer.kind === 'lost') return { kind: 'unknown_outcome' };
  if (answer.status === 409 && answer.problem.state) return { kind: 'changed', state: answer.problem.state };
  return { kind: 'refused', detail: answer.problem.detail || answer.problem.title };
}
