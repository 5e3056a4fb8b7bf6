// What a teller can do, when it applies, and which key does it. Pure.
import type { CounterState, Ticket } from '../common/api_types';
import type { IconName } from '../common/ui/icons';

export type TicketAction = 'next' | 'start' | 'finish' | 'recall' | 'no_show' | 'hold' | 'transfer';

export interface ActionInfo {
  id: TicketAction;
  icon: IconName;
  /** As in KeyboardEvent.code and on the button. Function keys: a scanner types letters, and so do people. */
  key: string;
}

/** In the order of a visit; places never change, so that a second click cannot hit another action. */
export const kActions: readonly ActionInfo[] = [
  { id: 'next', icon: 'call', key: 'F2' },
  { id: 'start', icon: 'start', key: 'F8' },
  { id: 'finish', icon: 'finish', key: 'F9' },
  { id: 'recall', icon: 'again', key: 'F4' },
  { id: 'no_show', icon: 'absent', key: 'F10' },
  { id: 'hold', icon: 'hold', key: 'F7' },
  { id: 'transfer', icon: 'transfer', key: 'F6' },
];

/** The server decides in the end; this only spares presses that it would refuse. */
export function applies(action: TicketAction, counter: CounterState, ticket: Pick<Ticket, 'state'> | undefined): boolean {
  switch (action) {
    case 'next':
      return counter === 'idle' && !ticket;
    case 'start':
    case 'recall':
    case 'no_show':
      return ticket?.state === 'called';
    case 'finish':
      return ticket?.state === 'serving';
    case 'hold':
    case 'transfer':
      return ticket?.state === 'called' || ticket?.state === 'serving';
  }
}

/** The one that most likely comes next; it is drawn so that the eye finds it. */
export function expected_action(counter: CounterState, ticket: Pick<Ticket, 'state'> | undefined): TicketAction | undefined {
  if (ticket?.state === 'called') return 'start';
  if (ticket?.state === 'serving') return 'finish';
  return counter === 'idle' ? 'next' : undefined;
}

/** The action of a key press, unless a modifier says that the press is meant for the browser. */
export function action_of_key(event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return undefined;
  return kActions.find(({ key }) => key === event.code)?.id;
}
