/** The app that somebody means, by id or by name. What decides something needs one; what only reads may take the first. */
import * as z from 'zod/mini';
import type { Analysis, AnalyzedApp, Minor } from '../../analysis/contract.ts';
import { renderName } from '../../analysis/facts.ts';
import { nearest } from '../../mapping/mapping.ts';

export const appReference = z
  .union([z.number().check(z.int()), z.string().check(z.minLength(1), z.maxLength(200))])
  .check(z.describe('Id or name of an app'));

export type AppReference = z.infer<typeof appReference>;

export type MeantApp =
  | { readonly ok: true; readonly app: AnalyzedApp<Minor> }
  | { readonly ok: false; readonly text: string };

export function appNamed(analysis: Analysis, asked: AppReference): MeantApp {
  const found = appsNamed(analysis, asked);
  const [only] = found;
  if (only !== undefined && found.length === 1) return { ok: true, app: only };
  return { ok: false, text: found.length === 0 ? noneText(asked, analysis.apps) : manyText(asked, found) };
}

/** Every app that may be meant, the most expensive first: the one with the id, else by whole name, else by a part. */
export function appsNamed({ apps }: Analysis, asked: AppReference): readonly AnalyzedApp<Minor>[] {
  const byId = apps.find(({ id }) => String(id) === String(asked));
  if (byId !== undefined) return [byId];
  const wanted = foldedText(String(asked));
  if (wanted === '') return [];
  const exact = apps.filter(({ name }) => foldedText(name) === wanted);
  const found = exact.length > 0 ? exact : apps.filter(({ name }) => foldedText(name).includes(wanted));
  return found.toSorted((a, b) => (b.costAnnual ?? -1) - (a.costAnnual ?? -1) || a.id - b.id);
}

/** Letters and digits in lower case, without accents. */
export function foldedText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const MOST = 8;

function manyText(asked: AppReference, found: readonly AnalyzedApp<Minor>[]): string {
  const listed = found.slice(0, MOST).map(({ id, name }) => `${renderName(name)} (${id})`);
  const more = found.length > MOST ? ` and ${found.length - MOST} more` : '';
  return `${renderName(String(asked))} may be several apps: ${listed.join(', ')}${more}. Give the id.`;
}

export function noneText(asked: AppReference, apps: readonly AnalyzedApp<Minor>[]): string {
  const name = nearest(
    String(asked).slice(0, 80),
    apps.map((app) => app.name),
  );
  const near = apps.find((app) => app.name === name);
  const hint =
    near === undefined
      ? 'search_portfolio finds apps by parts of names.'
      : `Nearest: ${renderName(near.name)} (${near.id}).`;
  return `No app ${renderName(String(asked))} is listed; hidden apps are not. ${hint}`;
}
