import * as z from 'zod/mini';
import type { Analysis } from '../../analysis/contract.ts';
import { plainText, sourceNames, statusWords, unknownsOf, type Sentence } from '../../report/texts.ts';
import { cited } from '../base/amount.ts';
import { defineTool } from '../base/engine-tool.ts';
import { framedText } from '../base/frame.ts';

const sourceSchema = z.object({
  source: z.string(),
  status: z.string(),
  rows: z.number(),
  total: z.nullable(z.number()),
  dropped: z.number(),
  fetchedAt: z.nullable(z.string()),
  agrees: z.nullable(z.boolean()).check(z.describe("Whether Torii's own count and sums are the same")),
});

export const completenessTool = defineTool({
  name: 'completeness',
  title: 'What was read, and what is not known',
  description:
    'Rows read of rows there are for every source, what a role hides, what cannot be judged and the cheapest way to ' +
    'find out, whether the mapping is approved, and whether the checks of the analysis hold. For "is this ' +
    'complete", "what can\'t you judge", "what is a draft here".',
  input: z.strictObject({}),
  content: {
    sources: z.array(sourceSchema),
    unknown: z.array(z.object({ what: z.string(), remedy: z.string() })),
    questions: z.array(z.string()).check(z.describe('About the mapping, for a person')),
    checks: z.object({ held: z.number(), failed: z.array(z.string()) }),
  },
  answer(held) {
    const { analysis, questions } = held;
    const unknowns = unknownsOf(analysis);
    const say = (sentence: Sentence): string => plainText(sentence, analysis.currency);
    const failed = analysis.selfAudit
      .filter(({ ok }) => !ok)
      .map(({ check, detail }) => `${check}: ${detail}`);
    const asked = questions.map(({ text }) => oneLine(text));
    return {
      ok: true,
      text: framedText('What was read, and what is not known', held, [
        '## Sources',
        '',
        ...analysis.completeness.map(sourceLine),
        '',
        '## What is not known',
        '',
        ...(unknowns.length === 0 ? ['Nothing that would move these figures.'] : []),
        ...unknowns.map(
          ({ what, remedy }) => `- ${cited(what, analysis.currency)} ${cited(remedy, analysis.currency)}`,
        ),
        '',
        ...(asked.length === 0
          ? []
          : ['## Questions for a person', '', ...asked.map((text) => `- ${text}`), '']),
        failed.length === 0
          ? 'Every check of this analysis holds.'
          : `Checks that do not hold: ${failed.join('; ')}`,
        '',
      ]),
      content: {
        sources: analysis.completeness.map(
          ({ source, status, rows, total, dropped, fetchedAt, control }) => ({
            source,
            status,
            rows,
            total,
            dropped,
            fetchedAt,
            agrees: control?.equal ?? null,
          }),
        ),
        unknown: unknowns.map(({ what, remedy }) => ({ what: say(what), remedy: say(remedy) })),
        questions: asked,
        checks: { held: analysis.selfAudit.length - failed.length, failed },
      },
    };
  },
});

/** Longest question; the name of a field may be in it. */
const LONGEST = 500;

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').slice(0, LONGEST);
}

function sourceLine({ source, status, rows, total, control }: Analysis['completeness'][number]): string {
  const name = sourceNames[source];
  const read = `${rows} rows${total === null ? '' : ` of ${total}`}`;
  const differs = control === null || control.equal ? '' : " Torii's own count or sum differs.";
  if (status === 'complete') return `- ${name}: complete, ${read}.${differs}`;
  const { what, remedy } = statusWords[status];
  return `- The ${name} ${what}: ${read}. ${remedy}${differs}`;
}
