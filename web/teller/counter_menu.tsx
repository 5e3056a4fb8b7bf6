// Break and closing: only when nobody is at the counter.
import { useState } from 'preact/hooks';
import type { Counter } from '../common/api_types';
import { use_app } from '../common/ui/app';
import { Dialog } from '../common/ui/dialog';
import { Icon } from '../common/ui/icons';
import type { TellerConsole } from './console';

const kReasons = ['lunch', 'rest', 'papers', 'training'] as const;

export function CounterMenu({ console, counter }: { console: TellerConsole; counter: Counter }) {
  const { words } = use_app();
  const [asking, set_asking] = useState<'break' | 'close'>();
  if (counter.state !== 'idle') return null;
  return (
    <>
      <button type="button" class="header-button" data-action="break" onClick={() => set_asking('break')}>
        <Icon name="cup" />
        {words.t('teller.break')}
      </button>
      <button type="button" class="header-button" data-action="close" onClick={() => set_asking('close')}>
        <Icon name="close" />
        {words.t('teller.close_counter')}
      </button>
      {asking === 'break' && (
        <Dialog title={words.t('teller.break_why')} on_close={() => set_asking(undefined)}>
          <div class="choices">
            {kReasons.map((reason) => (
              <button
                key={reason}
                type="button"
                class="button"
                onClick={() => {
                  set_asking(undefined);
                  void console.set_counter('pause', { reason });
                }}
              >
                {words.t(`teller.break_reason.${reason}`)}
              </button>
            ))}
          </div>
        </Dialog>
      )}
      {asking === 'close' && (
        <Dialog title={words.t('teller.close_sure')} on_close={() => set_asking(undefined)}>
          <p class="quiet">{words.t('teller.close_means')}</p>
          <p class="row">
            <button
              type="button"
              class="button primary"
              onClick={() => {
                set_asking(undefined);
                void console.set_counter('close');
              }}
            >
              {words.t('teller.close_counter')}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}
