// Bars for the median, a line for P90, by hour. The table beside it says the same, so the picture itself is
// one image with a name to screen readers.
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import type { WaitRow } from '../common/api_types';
import { use_signed_in } from '../common/ui/app';
import { hour_text } from './waits';

const kHeight = 260;

export function WaitChart({ rows }: { rows: WaitRow[] }) {
  const { words } = use_signed_in();
  const holder = useRef<HTMLDivElement>(null);
  const names = { p50: words.t('manager.column.p50'), p90: words.t('manager.column.p90') };

  useEffect(() => {
    const element = holder.current;
    if (!element) return undefined;
    const draw = () => new uPlot(options(element, rows, names), columns(rows), element);
    let chart = draw();
    const redraw = () => {
      chart.destroy();
      chart = draw();
    };
    const sizes = new ResizeObserver(() => {
      if (element.clientWidth !== chart.width) redraw();
    });
    sizes.observe(element);
    // Colours come from the theme, which follows the system between light and dark.
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', redraw);
    return () => {
      sizes.disconnect();
      dark.removeEventListener('change', redraw);
      chart.destroy();
    };
  }, [rows, words]);

  return (
    <figure class="chart">
      <figcaption class="legend">
        <span class="legend-p50">{names.p50}</span>
        <span class="legend-p90">{names.p90}</span>
        <span class="quiet">{words.t('manager.in_minutes')}</span>
      </figcaption>
      <div ref={holder} class="chart-holder" role="img" aria-label={words.t('manager.chart')} />
    </figure>
  );
}

function columns(rows: WaitRow[]): uPlot.AlignedData {
  const minutes = (seconds: number | null) => (seconds === null ? null : seconds / 60);
  return [
    rows.map((_, index) => index),
    rows.map(({ p50_wait_s }) => minutes(p50_wait_s)),
    rows.map(({ p90_wait_s }) => minutes(p90_wait_s)),
  ];
}

function options(element: HTMLElement, rows: WaitRow[], names: { p50: string; p90: string }): uPlot.Options {
  const style = getComputedStyle(element);
  const color = (name: string) => style.getPropertyValue(name).trim();
  const axis = {
    stroke: color('--quiet'),
    font: `500 13px ${style.fontFamily}`,
    grid: { stroke: color('--line'), width: 1 },
    ticks: { show: false },
  };
  const bars = uPlot.paths.bars?.({ size: [0.46, 64], radius: 0.18 });
  return {
    width: element.clientWidth,
    height: kHeight,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, range: [-0.6, rows.length - 0.4] }, y: { range: (_, __, max) => [0, Math.max(1, max * 1.12)] } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        splits: () => rows.map((_, index) => index),
        values: (_, splits) => splits.map((index) => (rows[index] ? hour_text(rows[index]) : '')),
      },
      { ...axis, size: 44 },
    ],
    series: [
      {},
      { label: names.p50, fill: color('--chart-p50'), width: 0, points: { show: false }, ...(bars ? { paths: bars } : {}) },
      {
        label: names.p90,
        stroke: color('--chart-p90'),
        width: 3,
        points: { show: true, size: 9, fill: color('--surface'), stroke: color('--chart-p90'), width: 3 },
      },
    ],
  };
}
