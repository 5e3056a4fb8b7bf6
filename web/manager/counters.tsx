// Every counter: what it does now, with whom, and since when.
import type { Counter, Queue } from '../common/api_types';
import { spaced_label, timer } from '../common/format';
import { use_signed_in, use_ticks } from '../common/ui/app';
import { Icon } from '../common/ui/icons';

export function Counters({ queue }: { queue: Queue }) {
  const { words, branch } = use_signed_in();
  use_ticks(1000);
  const colors = new Map(branch.services.map(({ id, color }) => [id, color]));
  return (
    <section class="card counters">
      <h2 class="card-title">
        <Icon name="desk" />
        {words.t('manager.counters')}
        <span class="badge">{words.t('manager.of_all', { count: queue.counters_open, all: queue.counters.length })}</span>
      </h2>
      <ul class="counter-tiles">
        {queue.counters.map((counter) => (
          <CounterTile key={counter.id} counter={counter} color={colors.get(counter.ticket?.service ?? '')} />
        ))}
      </ul>
    </section>
  );
}

function CounterTile({ counter, color }: { counter: Counter; color: string | undefined }) {
  const { words, clock } = use_signed_in();
  return (
    <li class={`counter-tile ${counter.state}`} style={{ '--service': color ?? 'transparent' }}>
      <span class="counter-number">{counter.id}</span>
      <span class="counter-ticket">{counter.ticket ? spaced_label(counter.ticket.label) : '–'}</span>
      <span class="counter-state">
        {words.t(`common.state.${counter.state}`)}
        {counter.state !== 'closed' && counter.since && <> · {timer(clock.since_s(counter.since))}</>}
      </span>
      <span class="counter-teller">{counter.teller ?? ''}</span>
    </li>
  );
}
