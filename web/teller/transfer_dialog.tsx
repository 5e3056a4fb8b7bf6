// Where to send the customer, and what the colleague should know.
import { useState } from 'preact/hooks';
import type { Ticket } from '../common/api_types';
import { use_signed_in } from '../common/ui/app';
import { Dialog } from '../common/ui/dialog';

interface Props {
  ticket: Ticket;
  on_close(): void;
  on_transfer(service: string, note: string): void;
}

export function TransferDialog({ ticket, on_close, on_transfer }: Props) {
  const { words, branch } = use_signed_in();
  const [note, set_note] = useState('');
  return (
    <Dialog title={words.t('teller.transfer_where', { label: ticket.label })} on_close={on_close}>
      <label class="field">
        {words.t('teller.transfer_note')}
        <input value={note} maxLength={200} onInput={(event) => set_note(event.currentTarget.value)} />
      </label>
      <div class="choices">
        {branch.services
          .filter(({ id }) => id !== ticket.service)
          .map((service) => (
            <button
              key={service.id}
              type="button"
              class="button service-choice"
              data-service={service.id}
              style={{ '--service': service.color }}
              onClick={() => on_transfer(service.id, note.trim())}
            >
              <span class="service-letter">{service.letter}</span>
              {words.local(service.name)}
            </button>
          ))}
      </div>
    </Dialog>
  );
}
