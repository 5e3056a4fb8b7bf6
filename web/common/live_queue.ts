// The branch as it is now, kept fresh by the event stream; what every signed-in page watches.
import type { Api } from './api';
import { kBase } from './api';
import type { BranchEvent, Queue } from './api_types';
import type { ServerClock } from './clock';
import { EventStream, type LineState } from './event_stream';

export interface LiveState {
  queue: Queue | undefined;
  line: LineState;
}

export interface LiveListener {
  on_change(state: LiveState): void;
  on_event?(event: BranchEvent): void;
  on_signed_out(): void;
}

export class LiveQueue {
  private state: LiveState = { queue: undefined, line: 'connecting' };
  private readonly stream: EventStream;
  private fresh_line = false;
  private readonly on_offline = () => this.stream.drop();

  constructor(
    private readonly api: Api,
    private readonly branch: string,
    private readonly clock: ServerClock,
    private readonly listener: LiveListener,
  ) {
    addEventListener('offline', this.on_offline);
    this.stream = new EventStream(`${kBase}/branches/${encodeURIComponent(branch)}/events`, {
      on_event: (event) => {
        if (event.type === 'queue') this.take(JSON.parse(event.data) as Queue);
        else this.listener.on_event?.(JSON.parse(event.data) as BranchEvent);
      },
      on_state: (line) => {
        this.fresh_line = line === 'open';
        this.change({ line });
      },
      on_refused: () => this.listener.on_signed_out(),
    });
  }

  /** Reads the queue as it is after whatever this page has just done. Later snapshots go on from it. */
  async refresh(): Promise<Queue | undefined> {
    const answer = await this.api.queue(this.branch);
    if (answer.kind === 'ok') this.take(answer.body);
    if (answer.kind === 'problem' && answer.status === 401) this.listener.on_signed_out();
    return answer.kind === 'ok' ? answer.body : undefined;
  }

  close(): void {
    removeEventListener('offline', this.on_offline);
    this.stream.close();
  }

  private take(queue: Queue): void {
    // A snapshot made before one that we have already may arrive after it on another connection.
    // The first one of a new line always counts: the server's file may have been restored.
    if (this.state.queue && queue.version < this.state.queue.version && !this.fresh_line) return;
    this.fresh_line = false;
    this.clock.set(queue.at);
    this.change({ queue });
  }

  private change(part: Partial<LiveState>): void {
    this.state = { ...this.state, ...part };
    this.listener.on_change(this.state);
  }
}
