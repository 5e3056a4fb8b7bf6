// Who waits: by service against the target, the first in order of arrival, and who was put aside.
import type { Queue } from '../common/api_types';
import { spaced_label } from '../common/format';
import { use_signed_in } from '../common/ui/app';
import { Icon } from '../common/ui/icons';
import { ServiceRow } from '../common/ui/service_row';
import type { TellerConsole } from './console';

interface Props {
  console: TellerConsole;
  queue: Queue | undefined;
  busy: boolean;
}

export function QueueColumn({ console, queue, busy }: Props) {
  const { words, branch } = use_signed_in();
  if (!queue) return <aside class="queue-column" aria-busy="true" />;
  const colors = new Map(branch.services.map(({ id, color }) => [id, color]));
  const held = queue.on_hold;
  return (
    <aside class="queue-column" aria-label={words.t('teller.queue')}>
      <section class="card">
        <h2 class="card-title">
          <Icon name="people" />
          {words.t('teller.queue')}
          <span class="badge" data-waiting={queue.waiting_total}>
            {queue.waiting_total}
          </span>
        </h2>
        <ul class="service-rows">
          {branch.services.map((service) => {
            const now = queue.services.find(({ id }) => id === service.id);
            return now && <ServiceRow key={service.id} service={service} now={now} words={words} />;
          })}
        </ul>
      </section>
      {queue.next.length > 0 && (
        <section class="card">
          <h2 class="card-title">
            <Icon name="clock" />
            {words.t('teller.by_arrival')}
          </h2>
          <ul class="label-chips">
            {queue.next.slice(0, 9).map(({ label, service }) => (
              <li key={label} style={{ '--service': colors.get(service) ?? 'currentColor' }}>
                {spaced_label(label)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {held.length > 0 && (
        <section class="card">
          <h2 class="card-title">
            <Icon name="hold" />
            {words.t('teller.put_aside')}
          </h2>
          <ul class="held">
            {held.map((ticket) => (
              <li key={ticket.id}>
                <strong>{spaced_label(ticket.label)}</strong>
                <button
                  type="button"
                  class="button small"
                  aria-disabled={busy}
                  onClick={() => void console.act('take_back', ticket)}
                >
                  {words.t('teller.take_back')}
                  <span class="visually-hidden"> {ticket.label}</span>
                </button>
                <button
                  type="button"
                  class="button small"
                  aria-disabled={busy}
                  onClick={() => void console.act('cancel', ticket)}
                >
                  {words.t('teller.cancel')}
                  <span class="visually-hidden"> {ticket.label}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
