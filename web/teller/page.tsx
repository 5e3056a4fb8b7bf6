// The teller's page: the present customer large, what can be done, and the queue beside it.
import { useEffect, useState } from 'preact/hooks';
import { use_signed_in } from '../common/ui/app';
import { Header } from '../common/ui/header';
import { Icon } from '../common/ui/icons';
import { LineBand, LineDot } from '../common/ui/line';
import { action_of_key, type TicketAction } from './actions';
import { ActionButtons } from './action_buttons';
import { CounterMenu } from './counter_menu';
import { NoticeLine } from './notice_line';
import { QueueColumn } from './queue_column';
import { Stage } from './stage';
import { TransferDialog } from './transfer_dialog';
import { use_console } from './use_console';

export function TellerPage() {
  const { words, session } = use_signed_in();
  const held = use_console();
  const [transferring, set_transferring] = useState(false);

  const do_action = (action: TicketAction) => {
    if (action === 'transfer') set_transferring(held?.state.ticket !== undefined);
    else void held?.console.press(action);
  };
  useEffect(() => {
    const on_key = (event: KeyboardEvent) => {
      const action = action_of_key(event);
      if (!action || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      if (!event.repeat) do_action(action);
    };
    addEventListener('keydown', on_key);
    return () => removeEventListener('keydown', on_key);
  });

  if (!held) return <div class="loading" aria-busy="true" />;
  const { console, state } = held;
  const { counter } = console;
  return (
    <div class="page teller">
      <Header>
        <span class="counter-chip">
          <Icon name="desk" />
          {words.t('teller.counter', { counter: session.counter ?? '' })}
        </span>
        <LineDot line={state.live.line} />
        {counter && <CounterMenu console={console} counter={counter} />}
      </Header>
      <LineBand line={state.live.line} queue={state.live.queue} />
      <main class="teller-grid">
        <div class="teller-work">
          <Stage console={console} state={state} />
          <NoticeLine state={state} />
          <ActionButtons
            counter={counter?.state ?? 'closed'}
            ticket={state.ticket}
            busy={state.busy}
            on_press={do_action}
          />
        </div>
        <QueueColumn console={console} queue={state.live.queue} busy={state.busy !== undefined} />
      </main>
      {transferring && state.ticket && (
        <TransferDialog
          ticket={state.ticket}
          on_close={() => set_transferring(false)}
          on_transfer={(service, note) => {
            set_transferring(false);
            void console.press('transfer', note === '' ? { service } : { service, note });
          }}
        />
      )}
    </div>
  );
}
