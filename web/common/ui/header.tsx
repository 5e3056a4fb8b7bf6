// The band at the top: whose bank, which branch, who works here, what time it is.
import type { ComponentChildren } from 'preact';
import type { Branch, Language } from '../api_types';
import { clock_time } from '../format';
import { languages } from '../i18n';
import { use_app, use_signed_in, use_ticks } from './app';
import { Icon, Mark } from './icons';

export function Header({ children }: { children?: ComponentChildren }) {
  const { words, branch, session, sign_out } = use_signed_in();
  return (
    <header class="header">
      <Mark />
      <div class="header-names">
        <span class="header-bank">{branch.bank}</span>
        <span class="header-branch">{words.local(branch.name)}</span>
      </div>
      <div class="header-middle">{children}</div>
      <LanguageMenu />
      <span class="header-user">{session.user}</span>
      <button type="button" class="header-button" onClick={sign_out}>
        <Icon name="leave" />
        {words.t('common.sign_out')}
      </button>
      <Clock branch={branch} />
    </header>
  );
}

export function LanguageMenu() {
  const { words, set_language } = use_app();
  return (
    <label class="language">
      <Icon name="globe" />
      <span class="visually-hidden">{words.t('common.language')}</span>
      <select
        value={words.language}
        onChange={(event) => set_language(event.currentTarget.value as Language)}
      >
        {languages().map(({ id, name }) => (
          <option key={id} value={id} lang={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Clock({ branch }: { branch: Branch }) {
  const { clock, words } = use_app();
  use_ticks(1000);
  return (
    <span class="header-clock">{clock_time(clock.now_ms(), words.language, branch.time_zone)}</span>
  );
}
