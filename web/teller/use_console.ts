// Ties the console to the page's life: one console and one event stream while signed in at a counter.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Why } from '../common/api_types';
import { read_local, write_local } from '../common/i18n';
import { LiveQueue } from '../common/live_queue';
import { use_signed_in } from '../common/ui/app';
import { type ConsoleState, TellerConsole } from './console';

/** The reason of the last call, kept so that a reload finds it again with its ticket. */
const kRememberedWhy = 'navbat.why';

export function use_console(): { console: TellerConsole; state: ConsoleState } | undefined {
  const { api, clock, session, session_ended } = use_signed_in();
  const [state, set_state] = useState<ConsoleState>();
  const held = useRef<TellerConsole | undefined>(undefined);

  useEffect(() => {
    const counter = session.counter;
    if (counter === null) return undefined;
    const console = new TellerConsole(session.branch, counter, {
      api,
      refresh: () => live.refresh(),
      session_ended,
      now_ms: () => performance.now(),
      changed: (next) => {
        set_state(next);
        if (next.ticket && next.why) write_local(kRememberedWhy, JSON.stringify({ ticket: next.ticket.id, why: next.why }));
      },
    });
    const live = new LiveQueue(api, session.branch, clock, {
      on_change: (next) => console.on_live(next),
      on_event: (event) => console.on_event(event),
      on_signed_out: session_ended,
    });
    const before = JSON.parse(read_local(kRememberedWhy) ?? 'null') as { ticket: string; why: Why } | null;
    if (before) console.remember_reason(before.ticket, before.why);
    held.current = console;
    set_state(console.state);
    return () => live.close();
  }, [session]);

  return held.current && state ? { console: held.current, state } : undefined;
}
