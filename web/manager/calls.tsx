// The latest calls, newest first.
import type { Queue } from '../common/api_types';
import { clock_time, spaced_label } from '../common/format';
import { use_signed_in } from '../common/ui/app';
import { Icon } from '../common/ui/icons';

export function Calls({ queue }: { queue: Queue }) {
  const { words, branch } = use_signed_in();
  const colors = new Map(branch.services.map(({ id, color }) => [id, color]));
  return (
    <section class="card calls">
      <h2 class="card-title">
        <Icon name="call" />
        {words.t('manager.latest_calls')}
      </h2>
      {queue.calls.length === 0 && <p class="quiet">{words.t('manager.no_calls')}</p>}
      <ol class="call-list">
        {queue.calls.slice(0, 8).map((call) => (
          <li key={call.version} style={{ '--service': colors.get(call.service) ?? 'currentColor' }}>
            <span class="call-label">{spaced_label(call.label)}</span>
            <span class="call-counter">{words.t('manager.to_counter', { counter: call.counter })}</span>
            {call.recall && <span class="tag">{words.t('manager.again')}</span>}
            <time class="call-time" dateTime={call.at}>
              {clock_time(Date.parse(call.at), words.language, branch.time_zone)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
