// What every signed-in page stands in: words, session, role. Shows the page once all three are right.
import { type ComponentChildren, createContext, render } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { Api } from '../api';
import type { Branch, Language, Session } from '../api_types';
import { ServerClock } from '../clock';
import { load_words, remember_language, remembered_language, type Words } from '../i18n';
import { SignIn } from './sign_in';
import { WrongRole } from './wrong_role';

export type PageRole = 'teller' | 'manager';

export const kTitles = { teller: 'teller.title', manager: 'manager.title' } as const;

export interface App {
  api: Api;
  clock: ServerClock;
  words: Words;
  role: PageRole;
  set_language(language: Language): void;
}
export interface SignedIn extends App {
  session: Session;
  branch: Branch;
  sign_out(): void;
  /** The server does not know this session any more. */
  session_ended(): void;
}

const AppContext = createContext<App | undefined>(undefined);
const SignedInContext = createContext<SignedIn | undefined>(undefined);

export function use_app(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('use_app outside of the page');
  return app;
}
export function use_signed_in(): SignedIn {
  const app = useContext(SignedInContext);
  if (!app) throw new Error('use_signed_in before sign-in');
  return app;
}

/** Renders again every `every_ms`, so that running times run. */
export function use_ticks(every_ms: number): void {
  const [, set_tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => set_tick((tick) => tick + 1), every_ms);
    return () => clearInterval(timer);
  }, [every_ms]);
}

export function start_page(role: PageRole, page: ComponentChildren): void {
  const root = document.getElementById('app');
  if (!root) throw new Error('no #app in the page');
  render(<Root role={role}>{page}</Root>, root);
}

function Root({ role, children }: { role: PageRole; children: ComponentChildren }) {
  const [words, set_words] = useState<Words>();
  const api = useMemo(() => new Api(), []);
  const clock = useMemo(() => new ServerClock(), []);

  useEffect(() => {
    void load_words(remembered_language()).then(set_words);
  }, []);
  useEffect(() => {
    if (words) document.title = `${words.t(kTitles[role])} · Navbat`;
  }, [words, role]);

  if (!words) return <div class="loading" aria-busy="true" />;
  const set_language = (language: Language) => {
    remember_language(language);
    void load_words(language).then(set_words);
  };
  return (
    <AppContext.Provider value={{ api, clock, words, role, set_language }}>
      <Gate>{children}</Gate>
    </AppContext.Provider>
  );
}

type Entry =
  | { kind: 'asking' }
  | { kind: 'signed_out'; ended: boolean }
  | { kind: 'signed_in'; session: Session; branch: Branch };

function Gate({ children }: { children: ComponentChildren }) {
  const app = use_app();
  const [entry, set_entry] = useState<Entry>({ kind: 'asking' });

  const enter = async (session: Session): Promise<boolean> => {
    const branch = await app.api.branch(session.branch);
    if (branch.kind !== 'ok') return false;
    set_entry({ kind: 'signed_in', session, branch: branch.body });
    return true;
  };
  useEffect(() => {
    const resume = async () => {
      const answer = await app.api.session();
      if (answer.kind !== 'ok' || !(await enter(answer.body))) set_entry({ kind: 'signed_out', ended: false });
    };
    void resume();
  }, []);

  if (entry.kind === 'asking') return <div class="loading" aria-busy="true" />;
  if (entry.kind === 'signed_out') return <SignIn ended={entry.ended} on_session={enter} />;

  const sign_out = () => {
    void app.api.sign_out().then(() => set_entry({ kind: 'signed_out', ended: false }));
  };
  const signed_in: SignedIn = {
    ...app,
    session: entry.session,
    branch: entry.branch,
    sign_out,
    session_ended: () => set_entry({ kind: 'signed_out', ended: true }),
  };
  const right_role = app.role === 'teller' ? entry.session.counter !== null : entry.session.role !== 'teller';
  return (
    <SignedInContext.Provider value={signed_in}>
      {right_role ? children : <WrongRole />}
    </SignedInContext.Provider>
  );
}
