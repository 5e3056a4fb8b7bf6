// The server's routes as functions. One object a page; it remembers the session's CSRF token.
import type {
  Branch,
  CalledTicket,
  Counter,
  Devices,
  NewNotice,
  Notice,
  Queue,
  Session,
  Ticket,
  WaitGroup,
  WaitTimes,
} from './api_types';
import { type Answer, Http } from './http';

export const kBase = '/api/v1';

export type TicketVerb = 'recall' | 'start' | 'finish' | 'no-show' | 'hold' | 'resume' | 'transfer' | 'cancel';
export type CounterVerb = 'open' | 'close' | 'pause' | 'resume';

/** One press of a button: its key, and who wants to know of repeats. */
export interface Press {
  key: string;
  on_retry?: (attempt: number) => void;
}

export interface BranchName {
  id: string;
  name: Record<string, string>;
  bank: string;
}

export class Api {
  private csrf_token = '';

  constructor(private readonly http: Http = new Http()) {}

  branches(): Promise<Answer<{ branches: BranchName[] }>> {
    return this.read('/branches');
  }
  branch(id: string): Promise<Answer<Branch>> {
    return this.read(`/branches/${encodeURIComponent(id)}`);
  }
  queue(branch: string): Promise<Answer<Queue>> {
    return this.read(`/branches/${encodeURIComponent(branch)}/queue`);
  }
  ticket(id: string): Promise<Answer<Ticket>> {
    return this.read(`/tickets/${encodeURIComponent(id)}`);
  }
  wait_times(branch: string, by: WaitGroup[]): Promise<Answer<WaitTimes>> {
    return this.read(`/branches/${encodeURIComponent(branch)}/wait-times?by=${by.join(',')}`);
  }
  devices(branch: string): Promise<Answer<Devices>> {
    return this.read(`/branches/${encodeURIComponent(branch)}/devices`);
  }

  async session(): Promise<Answer<Session>> {
    return this.remember(await this.http.once<Session>({ method: 'GET', path: `${kBase}/sessions/current` }));
  }
  async sign_in(form: { branch: string; login: string; password: string; counter?: string }): Promise<Answer<Session>> {
    return this.remember(
      await this.http.once<Session>({ method: 'POST', path: `${kBase}/sessions`, body: form }),
    );
  }
  async sign_out(): Promise<Answer<unknown>> {
    return this.http.once({
      method: 'DELETE',
      path: `${kBase}/sessions/current`,
      headers: { 'X-CSRF-Token': this.csrf_token },
    });
  }

  /** `body` undefined when the answer is 204: nobody waits. */
  call(branch: string, counter: string, press: Press): Promise<Answer<CalledTicket | undefined>> {
    return this.command(`${this.counter_path(branch, counter)}/call`, {}, press);
  }
  counter(branch: string, counter: string, verb: CounterVerb, body: object, press: Press): Promise<Answer<Counter>> {
    return this.command(`${this.counter_path(branch, counter)}/${verb}`, body, press);
  }
  act(ticket: string, verb: TicketVerb, body: object, press: Press): Promise<Answer<Ticket>> {
    return this.command(`/tickets/${encodeURIComponent(ticket)}/${verb}`, body, press);
  }

  post_notice(branch: string, notice: NewNotice, press: Press): Promise<Answer<Notice>> {
    return this.command(`/branches/${encodeURIComponent(branch)}/notices`, notice, press);
  }
  withdraw_notice(branch: string, id: string, press: Press): Promise<Answer<{ id: string }>> {
    const path = `/branches/${encodeURIComponent(branch)}/notices/${encodeURIComponent(id)}`;
    return this.command(path, undefined, press, 'DELETE');
  }

  private counter_path(branch: string, counter: string): string {
    return `/branches/${encodeURIComponent(branch)}/counters/${encodeURIComponent(counter)}`;
  }
  private read<T>(path: string): Promise<Answer<T>> {
    return this.http.once<T>({ method: 'GET', path: kBase + path });
  }
  private command<T>(
    path: string,
    body: object | undefined,
    press: Press,
    method: 'POST' | 'DELETE' = 'POST',
  ): Promise<Answer<T>> {
    return this.http.until_answered<T>({
      method,
      path: kBase + path,
      ...(body === undefined ? {} : { body }),
      headers: { 'Idempotency-Key': press.key, 'X-CSRF-Token': this.csrf_token },
      ...(press.on_retry ? { on_retry: press.on_retry } : {}),
    });
  }
  private remember(answer: Answer<Session>): Answer<Session> {
    if (answer.kind === 'ok') this.csrf_token = answer.body.csrf_token;
    return answer;
  }
}
