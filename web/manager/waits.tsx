// Today's waits by the hour of arrival: a picture, and the table that says the same in figures.
import type { WaitRow, WaitTimes } from '../common/api_types';
import { percent } from '../common/format';
import { use_signed_in } from '../common/ui/app';
import { Icon } from '../common/ui/icons';
import { Explained } from './explained';
import { WaitChart } from './wait_chart';

export const kColumns = ['issued', 'mean', 'p50', 'p90', 'within', 'kept', 'no_shows', 'left'] as const;
export type Column = (typeof kColumns)[number];

export function Waits({ hours, day }: { hours: WaitTimes | undefined; day: WaitRow | undefined }) {
  const { words } = use_signed_in();
  const rows = hours?.rows ?? [];
  return (
    <section class="card waits">
      <h2 class="card-title">
        <Icon name="clock" />
        {words.t('manager.waits_today')}
        <CsvButton />
      </h2>
      {hours && rows.length === 0 && <p class="quiet">{words.t('manager.no_tickets')}</p>}
      {rows.length > 0 && (
        <>
          <WaitChart rows={rows} />
          <div class="table-holder" tabIndex={0} role="region" aria-label={words.t('manager.waits_today')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.t('manager.hour')}</th>
                  {kColumns.map((column) => (
                    <th key={column} scope="col" class="number">
                      <Explained name={words.t(`manager.column.${column}`)} meaning={words.t(`manager.meaning.${column}`)} />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <WaitLine key={row.hour} name={hour_text(row)} row={row} />
                ))}
              </tbody>
              <tfoot>{day && <WaitLine name={words.t('manager.whole_day')} row={day} />}</tfoot>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

/** `2026-11-22T09:00` as `09:00`. */
export function hour_text(row: WaitRow): string {
  return row.hour?.slice(11, 16) ?? '';
}

function WaitLine({ name, row }: { name: string; row: WaitRow }) {
  const { words } = use_signed_in();
  return (
    <tr>
      <th scope="row">{name}</th>
      {kColumns.map((column) => (
        <td key={column} class="number">
          {cell(column)}
        </td>
      ))}
    </tr>
  );

  function cell(column: Column): string {
    switch (column) {
      case 'issued':
        return String(row.issued);
      case 'mean':
        return minutes(row.mean_wait_s);
      case 'p50':
        return minutes(row.p50_wait_s);
      case 'p90':
        return minutes(row.p90_wait_s);
      case 'within':
        return row.within_target === null ? '–' : words.t('common.percent', { count: percent(row.within_target) });
      case 'kept':
        return row.promises === 0
          ? '–'
          : words.t('common.percent', { count: percent(row.promises_kept / row.promises) });
      case 'no_shows':
        return String(row.no_shows);
      case 'left':
        return String(row.left);
    }
  }
  function minutes(seconds: number | null): string {
    return seconds === null ? '–' : one_decimal(seconds / 60, words.language);
  }
}

export function one_decimal(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}

function CsvButton() {
  const { words, session, branch } = use_signed_in();
  const save = async () => {
    const response = await fetch(`/api/v1/branches/${encodeURIComponent(session.branch)}/wait-times?by=hour`, {
      headers: { Accept: 'text/csv' },
      credentials: 'same-origin',
    });
    if (!response.ok) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = `waits-${branch.id}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <button type="button" class="button small csv" onClick={() => void save()}>
      <Icon name="save" />
      {words.t('manager.csv')}
    </button>
  );
}
