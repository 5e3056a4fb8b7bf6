// What the manager's page follows: the branch now, and the day's figures read again every little while.
import { useEffect, useState } from 'preact/hooks';
import type { WaitRow, WaitTimes } from '../common/api_types';
import type { LiveState } from '../common/live_queue';
import { LiveQueue } from '../common/live_queue';
import { kReviewPoll } from '../common/limits';
import { use_signed_in } from '../common/ui/app';

export interface Review {
  live: LiveState;
  hours: WaitTimes | undefined;
  /** All of today in one row. */
  day: WaitRow | undefined;
}

export function use_review(): Review {
  const { api, clock, session, session_ended } = use_signed_in();
  const [live, set_live] = useState<LiveState>({ queue: undefined, line: 'connecting' });
  const [hours, set_hours] = useState<WaitTimes>();
  const [day, set_day] = useState<WaitRow>();

  useEffect(() => {
    const queue = new LiveQueue(api, session.branch, clock, {
      on_change: set_live,
      on_signed_out: session_ended,
    });
    return () => queue.close();
  }, [session]);

  useEffect(() => {
    const read = async () => {
      const [by_hour, whole] = await Promise.all([
        api.wait_times(session.branch, ['hour']),
        api.wait_times(session.branch, []),
      ]);
      if (by_hour.kind === 'ok') set_hours(by_hour.body);
      if (whole.kind === 'ok') set_day(whole.body.rows[0]);
      if (by_hour.kind === 'problem' && by_hour.status === 401) session_ended();
    };
    void read();
    const timer = setInterval(() => void read(), kReviewPoll);
    return () => clearInterval(timer);
  }, [session]);

  return { live, hours, day };
}
