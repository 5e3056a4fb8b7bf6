// Sign-in: login, password and, for tellers, the counter.
import { useEffect, useState } from 'preact/hooks';
import type { BranchName } from '../api';
import type { Branch, Session } from '../api_types';
import { read_local, write_local } from '../i18n';
import { kTitles, use_app } from './app';
import { LanguageMenu } from './header';
import { Icon, Mark } from './icons';

const kRememberedBranch = 'navbat.branch';

type Trouble = 'wrong' | 'lost' | 'often' | 'refused';

export function SignIn({ ended, on_session }: { ended: boolean; on_session: (s: Session) => Promise<boolean> }) {
  const { api, words, role } = use_app();
  const [branches, set_branches] = useState<BranchName[]>([]);
  const [branch, set_branch] = useState<Branch>();
  const [busy, set_busy] = useState(false);
  const [trouble, set_trouble] = useState<{ kind: Trouble; detail: string }>();

  const choose_branch = async (id: string) => {
    const answer = await api.branch(id);
    if (answer.kind !== 'ok') return;
    write_local(kRememberedBranch, id);
    set_branch(answer.body);
  };
  useEffect(() => {
    const look = async () => {
      const answer = await api.branches();
      if (answer.kind !== 'ok') {
        set_trouble({ kind: 'lost', detail: '' });
        return;
      }
      set_branches(answer.body.branches);
      const known = answer.body.branches.map(({ id }) => id);
      const before = read_local(kRememberedBranch);
      const first = before !== null && known.includes(before) ? before : known[0];
      if (first !== undefined) await choose_branch(first);
    };
    void look();
  }, []);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy || !branch) return;
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? '');
    const counter = text('counter');
    set_busy(true);
    set_trouble(undefined);
    const answer = await api.sign_in({
      branch: branch.id,
      login: text('login').trim(),
      password: text('password'),
      ...(counter === '' ? {} : { counter }),
    });
    set_busy(false);
    if (answer.kind === 'ok' && (await on_session(answer.body))) return;
    set_trouble(trouble_of(answer));
  };

  return (
    <div class="page sign-in">
      <main class="sign-in-card">
        <div class="sign-in-brand">
          <Mark />
          <div class="header-names">
            <span class="header-bank">{branch?.bank ?? 'Navbat'}</span>
            <span class="header-branch">{branch ? words.local(branch.name) : ''}</span>
          </div>
        </div>
        <h1>{words.t(kTitles[role])}</h1>
        {ended && !trouble && (
          <p class="message" role="status">
            {words.t('common.session_ended')}
          </p>
        )}
        <form onSubmit={submit}>
          {branches.length > 1 && (
            <label class="field">
              {words.t('common.branch')}
              <select
                name="branch"
                value={branch?.id ?? ''}
                onChange={(event) => void choose_branch(event.currentTarget.value)}
              >
                {branches.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {words.local(name)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label class="field">
            {words.t('common.login')}
            <input name="login" autocomplete="username" autocapitalize="none" spellcheck={false} required autofocus />
          </label>
          <label class="field">
            {words.t('common.password')}
            <input name="password" type="password" autocomplete="current-password" required />
          </label>
          {role === 'teller' && (
            <label class="field">
              {words.t('common.counter')}
              <select name="counter">
                <option value="">{words.t('common.own_counter')}</option>
                {branch?.counters.map((counter) => (
                  <option key={counter} value={counter}>
                    {counter}
                  </option>
                ))}
              </select>
            </label>
          )}
          {trouble && (
            <p class="message bad" role="alert">
              <Icon name={trouble.kind === 'lost' ? 'broken' : 'info'} />
              <span>{words.t(`common.sign_in_trouble.${trouble.kind}`, { detail: trouble.detail })}</span>
            </p>
          )}
          <button type="submit" class="button primary wide" aria-disabled={busy || !branch}>
            {words.t('common.sign_in')}
          </button>
        </form>
        <LanguageMenu />
      </main>
    </div>
  );
}

function trouble_of(answer: Awaited<ReturnType<import('../api').Api['sign_in']>>): { kind: Trouble; detail: string } {
  if (answer.kind !== 'problem') return { kind: 'lost', detail: '' };
  if (answer.status === 401) return { kind: 'wrong', detail: '' };
  if (answer.status === 429) return { kind: 'often', detail: '' };
  return { kind: 'refused', detail: answer.problem.detail };
}
