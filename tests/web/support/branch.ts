// The branch as kiosk, tellers and manager use it without a browser: raw requests with the demo's tokens.
import { randomUUID } from 'node:crypto';
import type { Queue, Session, Ticket } from '../../../web/common/api_types';
import type { Server } from './server';

export const kPassword = 'navbat-demo';

export class TestBranch {
  constructor(readonly server: Server) {}

  async issue(service: string, language = 'uz', more: object = {}): Promise<Ticket> {
    return this.post('/branches/demo/tickets', 'demo-kiosk', { id: uuid_v7(), service, language, ...more });
  }
  call(counter: string): Promise<Ticket> {
    return this.post(`/branches/demo/counters/${counter}/call`, `demo-teller-${counter}`);
  }
  act(ticket: Ticket, verb: string, counter: string, body: object = {}): Promise<Ticket> {
    return this.post(`/tickets/${ticket.id}/${verb}`, `demo-teller-${counter}`, body);
  }
  async ticket(id: string): Promise<Ticket> {
    return (await this.get(`/tickets/${id}`, 'demo-manager')) as Ticket;
  }
  async queue(): Promise<Queue> {
    return (await this.get('/branches/demo/queue', 'demo-board')) as Queue;
  }
  async metrics(): Promise<string> {
    return (await fetch(`${this.server.url}/metrics`)).text();
  }
  /** Takes what is at the counter to its end and cancels nobody else: a fresh start for the next test. */
  async clear_counter(counter: string): Promise<void> {
    const at = (await this.queue()).counters.find(({ id }) => id === counter);
    if (!at?.ticket) return;
    const ticket = await this.ticket(at.ticket.id);
    if (ticket.state === 'called') await this.act(ticket, 'start', counter);
    await this.act(ticket, 'finish', counter);
  }
  /** Nobody waits any more. */
  async clear_queue(counter: string): Promise<void> {
    await this.clear_counter(counter);
    while ((await this.queue()).waiting_total > 0) {
      await this.call(counter);
      await this.clear_counter(counter);
    }
  }
  /** One event of a device. */
  async tell(node: string, token: string, event: object): Promise<void> {
    const at = new Date().toISOString();
    const batch = { node, epoch: 'test', first_seq: 1, events: [{ seq: 1, at, ...event }] };
    await this.post('/sync', token, batch);
  }
  async post_notice(kind: string, texts: Record<string, string>): Promise<string> {
    const id = uuid_v7();
    await this.post('/branches/demo/notices', 'demo-manager', { id, kind, texts });
    return id;
  }
  async withdraw_notice(id: string): Promise<void> {
    await fetch(`${this.server.url}/api/v1/branches/demo/notices/${id}`, {
      method: 'DELETE',
      headers: { Authorization: 'Bearer demo-manager' },
    });
  }
  sign_in(login: string, password = kPassword): Promise<Response> {
    return fetch(`${this.server.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ branch: 'demo', login, password }),
    });
  }

  private async get(path: string, token: string): Promise<Session | Queue | Ticket> {
    const response = await fetch(`${this.server.url}/api/v1${path}`, { headers: { Authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Session | Queue | Ticket;
  }
  private async post(path: string, token: string, body: object = {}): Promise<Ticket> {
    const response = await fetch(`${this.server.url}/api/v1${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Ticket;
  }
}

export function uuid_v7(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  const rest = randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(15)}`;
}
