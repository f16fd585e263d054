/**
 * What can leave the page: the tables and the chart on the screen, and what the whole analysis says.
 *
 * Every file carries whose figures it holds, as of when, and what must be said beside them: an invented
 * tenant, a draft mapping, missing records, a check that does not hold. No person is named.
 */
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { toJson } from '../../../skill/analysis/facts.ts';
import {
  briefMarkdown,
  briefOf,
  digestMarkdown,
  digestOf,
  labelsOf,
  labelSentence,
} from '../../../skill/report/texts.ts';
import { deadlinesIcs, sheetCsv, sheetMarkdown, type Sheet } from '../../../skill/report/files.ts';
import { formatDate } from '../../parts/text.ts';
import type { SessionState } from '../../session/state.ts';
import { chartPng } from './chart-png.ts';
import { chartPicture, type ChartPicture } from './chart-svg.ts';
import { handoverFile } from './handover-file.ts';
import { notesOf } from './notes.ts';
import type { ExportChoice, ExportFile, ExportGroup } from './file.ts';
import { printBrief, printView } from './print.ts';

/** Nothing while there are no figures. */
export function exportGroups(state: SessionState, sheets: readonly Sheet[]): ExportGroup[] {
  const { results } = state;
  if (results === null) return [];
  const { shown: analysis } = results;
  const notes = notesOf(state);
  const name = (what: string): string =>
    [state.demo && 'demo', slug(what), analysis.asOf].filter(Boolean).join('-');
  const markdown = (what: string, data: string): ExportFile => ({
    name: `${name(what)}.md`,
    type: 'text/markdown',
    data: `${notes.map((note) => `> ${note}\n\n`).join('')}${data}`,
  });
  const views = printChoice(printView);
  return [
    ...(views.length > 0 ? [{ title: 'What is on screen', choices: views }] : []),
    ...sheets.map((sheet) =>
      sheetGroup({ ...sheet, notes: [...notes, ...sheet.notes] }, analysis, name(sheet.title)),
    ),
    ...chartGroups(name, [...notes, ...labelsOf(analysis).map(labelSentence)], analysis),
    one(
      'Brief, one page',
      'Markdown',
      () => markdown('brief', briefMarkdown(briefOf(analysis), 'plain')),
      printChoice(printBrief),
    ),
    one('Digest, one screen', 'Markdown', () =>
      markdown('digest', digestMarkdown(digestOf(analysis), 'plain')),
    ),
    one('Notice deadlines ahead', 'Calendar', () => ({
      name: `${name('notice deadlines')}.ics`,
      type: 'text/calendar',
      data: deadlinesIcs(analysis, notes),
    })),
    one('For a chat', 'Hand to Claude', () => handoverFile(state, results, name('handover'))),
    one('Whole analysis', 'JSON', () => ({
      name: `${name('analysis')}.json`,
      type: 'application/json',
      data: analysisText(results.full, notesOf(state, true)),
    })),
  ];
}

/** @param also further forms, offered first */
function one(
  title: string,
  label: string,
  make: ExportChoice['make'],
  also: readonly ExportChoice[] = [],
): ExportGroup {
  return { title, choices: [...also, { label, make }] };
}

/** Frames of a host do not print; a page of its own does. */
function printChoice(make: () => null): ExportChoice[] {
  return window.parent === window ? [{ label: 'Print', make }] : [];
}

function sheetGroup(sheet: Sheet, analysis: Analysis, name: string): ExportGroup {
  return {
    title: sheet.title,
    choices: [
      {
        label: 'CSV',
        make: () => ({ name: `${name}.csv`, type: 'text/csv', data: sheetCsv(sheet, analysis) }),
      },
      {
        label: 'Markdown',
        make: () => ({ name: `${name}.md`, type: 'text/markdown', data: sheetMarkdown(sheet, analysis) }),
      },
    ],
  };
}

/** Every chart on screen; in a narrow pane, and below a panel, one may have no size. */
function chartGroups(
  nameOf: (title: string) => string,
  notes: readonly string[],
  { inputs, asOf }: Analysis,
): ExportGroup[] {
  const charts = [...document.querySelectorAll<SVGSVGElement>('main svg[aria-label]')];
  return charts
    .filter((chart) => chart.getClientRects().length > 0)
    .map((chart): ExportGroup => {
      const title = chart.getAttribute('aria-label') ?? 'Chart';
      const about = `${title}. ${inputs.mapping.tenant}, as of ${formatDate(asOf)}`;
      const lines = [about, ...wordsBeside(chart), ...notes];
      const picture = (): ChartPicture => chartPicture(chart, lines);
      const name = nameOf(title);
      return {
        title: `Chart: ${title}`,
        choices: [
          {
            label: 'PNG',
            make: async () => ({
              name: `${name}.png`,
              type: 'image/png',
              data: await chartPng(picture()),
            }),
          },
          {
            label: 'SVG',
            make: () => ({ name: `${name}.svg`, type: 'image/svg+xml', data: picture().svg }),
          },
        ],
      };
    });
}

/** What is around a drawing on screen and would be lost with it: the caption and the legend. */
function wordsBeside(chart: Element): string[] {
  const figure = chart.closest('figure');
  const caption = textsOf(figure?.querySelector('figcaption')?.childNodes ?? []).join(' · ');
  const legend = textsOf(figure?.querySelectorAll('li') ?? []).join(' · ');
  return [caption, legend].filter(Boolean);
}

function textsOf(nodes: Iterable<Node>): string[] {
  return [...nodes].map(({ textContent }) => textContent?.trim() ?? '').filter(Boolean);
}

/** Who entered an edit stays with the session. */
function analysisText(analysis: Analysis, notes: readonly string[]): string {
  const { inputs, ...rest } = toJson(analysis);
  const edits = inputs.edits.map((edit) => ({ ...edit, by: 'a person', note: undefined }));
  const watermark = notes.length === 0 ? {} : { watermark: notes.join(' ') };
  return `${JSON.stringify({ ...watermark, ...rest, inputs: { ...inputs, edits } }, null, 2)}\n`;
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
