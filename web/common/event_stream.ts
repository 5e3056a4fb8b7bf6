// Server-Sent Events over fetch. The browser's EventSource hides heartbeats and status codes, so a line that
// died silently would look alive for minutes; here silence is noticed and a refusal is told from a break.
import { backoff_ms } from './backoff';
import { browser_world, type World } from './http';
import { kReconnectFirst, kReconnectLongest, kStreamSilence } from './limits';

export interface StreamEvent {
  id: string;
  type: string;
  data: string;
}

/** Takes pieces of the stream as they arrive and gives whole events. Follows the HTML standard. */
export class EventParser {
  private rest = '';
  private data: string[] = [];
  private type = '';
  /** The last id seen; what Last-Event-ID must say after a break. */
  last_id = '';

  push(piece: string): StreamEvent[] {
    const events: StreamEvent[] = [];
    this.rest += piece;
    // A CR at the very end may be the first half of CRLF: wait for what follows.
    const held_back = this.rest.endsWith('\r') ? 1 : 0;
    const lines = this.rest.slice(0, this.rest.length - held_back).split(/\r\n|\n|\r/);
    this.rest = (lines.pop() ?? '') + (held_back ? '\r' : '');
    for (const line of lines) {
      const event = this.line(line);
      if (event) events.push(event);
    }
    return events;
  }

  private line(line: string): StreamEvent | undefined {
    if (line === '') return this.dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return undefined;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1));
    if (field === 'data') this.data.push(value);
    if (field === 'event') this.type = value;
    if (field === 'id' && !value.includes('\0')) this.last_id = value;
    return undefined;
  }

  private dispatch(): StreamEvent | undefined {
    const event = { id: this.last_id, type: this.type || 'message', data: this.data.join('\n') };
    const complete = this.data.length > 0;
    this.data = [];
    this.type = '';
    return complete ? event : undefined;
  }
}

export type LineState = 'connecting' | 'open' | 'lost';

export interface StreamListener {
  on_event(event: StreamEvent): void;
  on_state(state: LineState): void;
  /** The server knows us no more (401, 403): reconnecting would not help. */
  on_refused(status: number): void;
}

/** Follows a stream until closed: reconnects with jitter and resumes after the last event seen. */
export class EventStream {
  private closed = false;
  private abort = new AbortController();
  private last_id = '';
  private attempt = 0;
  private state: LineState | undefined;

  constructor(
    private readonly path: string,
    private readonly listener: StreamListener,
    private readonly world: World = browser_world,
  ) {
    void this.run();
  }

  close(): void {
    this.closed = true;
    this.abort.abort();
  }

  /** Gives the present connection up, as when the browser says that the network is gone. */
  drop(): void {
    this.abort.abort();
  }

  private async run(): Promise<void> {
    while (!this.closed) {
      if (this.attempt === 0) this.report('connecting');
      const status = await this.follow();
      if (this.closed) return;
      if (status === 401 || status === 403) {
        this.listener.on_refused(status);
        return;
      }
      this.report('lost');
      ++this.attempt;
      const limits = { first_ms: kReconnectFirst, longest_ms: kReconnectLongest };
      await this.world.sleep(backoff_ms(this.attempt, limits, this.world.random));
    }
  }

  /** One connection, to its end. Gives the HTTP status, or 0 when there was none. */
  private async follow(): Promise<number> {
    this.abort = new AbortController();
    let silence = this.watch_silence();
    try {
      const headers: Record<string, string> = { Accept: 'text/event-stream' };
      if (this.last_id !== '') headers['Last-Event-ID'] = this.last_id;
      const response = await this.world.fetch(this.path, {
        headers,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: this.abort.signal,
      });
      if (!response.ok || !response.body) return response.status;
      const reader = response.body.getReader();
      const decoder = new TextDecoder();
      const parser = new EventParser();
      parser.last_id = this.last_id;
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return response.status;
        clearTimeout(silence);
        silence = this.watch_silence();
        this.report('open');
        this.attempt = 0;
        for (const event of parser.push(decoder.decode(value, { stream: true }))) this.take(event, parser);
        this.last_id = parser.last_id;
      }
    } catch {
      return 0;
    } finally {
      clearTimeout(silence);
    }
  }

  private take(event: StreamEvent, parser: EventParser): void {
    if (event.type === 'reset') {
      // Our cursor is older than what the server keeps: go on from where it says.
      parser.last_id = String((JSON.parse(event.data) as { version: number }).version);
      return;
    }
    this.listener.on_event(event);
  }

  private report(state: LineState): void {
    if (state === this.state) return;
    this.state = state;
    this.listener.on_state(state);
  }

  private watch_silence(): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.abort.abort(), kStreamSilence);
  }
}
