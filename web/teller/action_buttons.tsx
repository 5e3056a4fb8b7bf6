// One button for each action, its key on it. Buttons keep their places and stay focusable when they do not
// apply (aria-disabled), so that neither a second click nor the Tab key lands on something else.
import type { CounterState, Ticket } from '../common/api_types';
import { use_app } from '../common/ui/app';
import { Icon } from '../common/ui/icons';
import { applies, expected_action, kActions, type TicketAction } from './actions';
import type { Deed } from './console';

interface Props {
  counter: CounterState;
  ticket: Ticket | undefined;
  busy: Deed | undefined;
  on_press(action: TicketAction): void;
}

export function ActionButtons({ counter, ticket, busy, on_press }: Props) {
  const { words } = use_app();
  const expected = expected_action(counter, ticket);
  return (
    <section class="actions" aria-label={words.t('teller.actions')}>
      {kActions.map(({ id, icon, key }) => {
        const can = applies(id, counter, ticket);
        const classes = ['action', id, id === expected ? 'expected' : '', id === busy ? 'busy' : ''];
        return (
          <button
            key={id}
            type="button"
            class={classes.filter(Boolean).join(' ')}
            aria-disabled={!can}
            aria-keyshortcuts={key}
            data-action={id}
            onClick={() => can && on_press(id)}
          >
            <Icon name={icon} />
            <span class="action-name">{words.t(`teller.action.${id}`)}</span>
            <kbd>{key}</kbd>
          </button>
        );
      })}
    </section>
  );
}
