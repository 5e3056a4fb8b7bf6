// Follows one ticket by asking: a phone has no identity to open a stream with, and asking survives bad
// networks. Often when the turn is near, seldom when all is over, not at all while nobody looks.
import { useEffect, useState } from 'preact/hooks';
import { Api } from '../common/api';
import type { Branch, Ticket } from '../common/api_types';
import { kPhonePoll, kPhonePollNear, kPhonePollOver } from '../common/limits';

export type Following =
  | { kind: 'looking' }
  | { kind: 'unknown' }
  | { kind: 'found'; ticket: Ticket; branch: Branch; at_ms: number; lost: boolean }
  | { kind: 'no_line' };

const kNear = 2;

export function pause_ms(ticket: Ticket | undefined): number {
  if (!ticket) return kPhonePoll;
  if (ticket.state === 'finished' || ticket.state === 'cancelled') return kPhonePollOver;
  if (ticket.state === 'waiting' && (ticket.people_ahead ?? kNear + 1) > kNear) return kPhonePoll;
  return kPhonePollNear;
}

export function use_ticket(id: string): Following {
  const [following, set_following] = useState<Following>({ kind: 'looking' });

  useEffect(() => {
    const api = new Api();
    let branch: Branch | undefined;
    let ticket: Ticket | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;

    const ask = async () => {
      clearTimeout(timer);
      const answer = await api.ticket(id);
      if (stopped) return;
      if (answer.kind === 'problem' && (answer.status === 404 || answer.status === 400)) {
        set_following({ kind: 'unknown' });
        return;
      }
      if (answer.kind === 'ok') await take(answer.body, answer.at_ms ?? Date.now());
      else set_following((before) => (before.kind === 'found' ? { ...before, lost: true } : { kind: 'no_line' }));
      if (!document.hidden) timer = setTimeout(() => void ask(), pause_ms(ticket));
    };
    const take = async (fresh: Ticket, at_ms: number) => {
      ticket = fresh;
      if (!branch) {
        const answer = await api.branch(fresh.branch);
        if (answer.kind === 'ok') branch = answer.body;
      }
      if (branch && !stopped) {
        set_following({ kind: 'found', ticket: fresh, branch, at_ms, lost: false });
      }
    };
    const on_look = () => {
      if (!document.hidden) void ask();
    };
    void ask();
    addEventListener('online', on_look);
    document.addEventListener('visibilitychange', on_look);
    return () => {
      stopped = true;
      clearTimeout(timer);
      removeEventListener('online', on_look);
      document.removeEventListener('visibilitychange', on_look);
    };
  }, [id]);

  return following;
}
