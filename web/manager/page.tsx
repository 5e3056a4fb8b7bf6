// The manager's page: the branch now, and how long people waited today.
import { use_signed_in } from '../common/ui/app';
import { Header } from '../common/ui/header';
import { LineBand, LineDot } from '../common/ui/line';
import { Boards } from './boards';
import { Calls } from './calls';
import { Counters } from './counters';
import { Figures } from './figures';
import { Services } from './services';
import { use_review } from './use_review';
import { Waits } from './waits';

export function ManagerPage() {
  const { words } = use_signed_in();
  const { live, hours, day } = use_review();
  const { queue, line } = live;
  return (
    <div class="page manager">
      <Header>
        <h1 class="header-title">{words.t('manager.title')}</h1>
        <LineDot line={line} />
      </Header>
      <LineBand line={line} queue={queue} />
      <main class="manager-grid">
        <Figures queue={queue} day={day} />
        {queue && (
          <>
            <Services queue={queue} />
            <Counters queue={queue} />
            <Calls queue={queue} />
            <Boards queue={queue} />
          </>
        )}
        <Waits hours={hours} day={day} />
      </main>
    </div>
  );
}
