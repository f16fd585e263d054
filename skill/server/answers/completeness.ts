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
    const failed = analysis.selfAudit
      .filter(({ ok }) => !ok)
      .map(({ check, detail }) => `${check}: ${detail}`);
    const asked = questions.map(({ text }) => oneLine(text));
    const say = (sentence: Sentence): string => plainText(sentence, analysis.currency);
    return {
      ok: true,
      text: framedText('What was read, and what is not known', held, [
        '## Sources',
        '',
        ...analysis.completeness.map(sourceLine),
        '',
        ...unknownLines(analysis),
        ...questionLines(asked),
        failed.length === 0
          ? 'Every check of this analysis holds.'
          : `Checks that do not hold: ${failed.join('; ')}`,
        '',
      ]),
      content: {
        sources: analysis.completeness.map(sourceContent),
        unknown: unknowns.map(({ what, remedy }) => ({ what: say(what), remedy: say(remedy) })),
        questions: asked,
        checks: { held: analysis.selfAudit.length - failed.length, failed },
      },
    };
  },
});

type SourceOfAnalysis = Analysis['completeness'][number];

function sourceContent({ source, status, rows, total, dropped, fetchedAt, control }: SourceOfAnalysis) {
  return { source, status, rows, total, dropped, fetchedAt, agrees: control?.equal ?? null };
}

function unknownLines(analysis: Analysis): string[] {
  const { currency } = analysis;
  const lines = unknownsOf(analysis).map(
    ({ what, remedy }) => `- ${cited(what, currency)} ${cited(remedy, currency)}`,
  );
  const none = 'Nothing that would move these figures.';
  return ['## What is not known', '', ...(lines.length === 0 ? [none] : lines), ''];
}

function questionLines(asked: readonly string[]): string[] {
  if (asked.length === 0) return [];
  return ['## Questions for a person', '', ...asked.map((text) => `- ${text}`), ''];
}

/** Longest question; the name of a field may be in it. */
const LONGEST = 500;

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').slice(0, LONGEST);
}

function sourceLine({ source, status, rows, total, control }: SourceOfAnalysis): string {
  const name = sourceNames[source];
  const read = `${rows} rows${total === null ? '' : ` of ${total}`}`;
  const differs = control === null || control.equal ? '' : " Torii's own count or sum differs.";
  if (status === 'complete') return `- ${name}: complete, ${read}.${differs}`;
  const { what, remedy } = statusWords[status];
  return `- The ${name} ${what}: ${read}. ${remedy}${differs}`;
}
